/// The rules, in the order of their codes.
package enum LintRules {
  /// All rules; a new one has its row here.
  package static let all: [any LintRule.Type] = [
    UnusedCalendar.self, UnusedDerivedValue.self, UnusedExclusion.self, UnusedParameter.self,
    UnusedRole.self, UnusedSpan.self, UnusedTable.self, UnusedEvent.self, UnusedField.self,
    RepeatedMember.self, ComparisonWithItself.self, SameBranches.self,
    UncappedRefund.self,
    MinuteBeforeMidnight.self, TouchingHours.self,
    RowOfAny.self, ColumnOfAny.self, OneResult.self, CrossingRows.self,
    ComparisonWithYes.self, ComparisonWithNo.self, NegatedComparison.self, NeedlessParentheses.self,
    MembershipOfOne.self, ChoiceOfTruths.self, ShareOfTheWhole.self,
    MissingCitation.self, MissingTitle.self, RepeatedCitation.self, TitleLikeName.self,
    UndocumentedParameter.self, OpenQuestion.self, MissingVersion.self,
    UntestedTarget.self, UntestedRefund.self, UntestedRight.self, UntestedEscalation.self,
    RepeatedTestTitle.self, RepeatedExpectation.self, OneSidedTests.self,
  ]

  /// What the tool reports of the comments that silence rules.
  package static let ofComments = [
    IgnoreChecks.unknownRule, IgnoreChecks.withoutReason, IgnoreChecks.unused,
  ]

  /// The descriptions of all rules, those about comments included, in the order of their codes.
  package static let descriptions =
    (all.map { $0.description } + ofComments).sorted { $0.number < $1.number }

  /// The rule of a name.
  package static func named(_ name: String) -> LintRuleDescription? {
    descriptions.first { $0.name == name }
  }
}

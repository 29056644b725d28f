/// The rules, in the order of their codes.
package enum LintRules {
  /// All rules; a new one has its row here.
  package static let all: [any LintRule.Type] = [
    UnusedCalendar.self, UnusedDerivedValue.self, UnusedExclusion.self, UnusedParameter.self,
    UnusedRole.self, UnusedSpan.self, UnusedTable.self,
    UncappedRefund.self,
    MinuteBeforeMidnight.self,
    ComparisonWithYes.self,
    MissingCitation.self, MissingTitle.self,
    UntestedTarget.self,
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

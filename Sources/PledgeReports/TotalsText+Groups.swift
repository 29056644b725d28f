import PledgeDiagnostics
import PledgePolicy
import PledgeSimulation

extension TotalsText {
  /// The verdicts of each value of a breakdown.
  func breakdown(_ index: Int) -> String {
    var table = verdictTable([words.say(.breakdownBy(report.breakdowns[index].name)), words.say(.target)])
    for group in totals.groups[index] {
      for (target, declaration) in policy.targets.enumerated() {
        add(
          target: target, row: group.row, [target == 0 ? label(group) : "", declaration.name], to: &table)
      }
    }
    return table.text
  }

  /// The refunds of each value of a breakdown.
  ///
  /// A refund of a key and period belongs to no ticket: a figure of it would be a false zero in every group.
  func breakdownRefunds(_ index: Int) -> String {
    let shown = policy.refunds.indices.filter { policy.refunds[$0].scope == nil }
    var table = refundTable([words.say(.breakdownBy(report.breakdowns[index].name)), words.say(.refund)])
    for group in totals.groups[index] {
      for refund in shown {
        add(
          refund: refund, row: group.row,
          [refund == shown.first ? label(group) : "", policy.refunds[refund].name], to: &table)
      }
    }
    let others = policy.refunds.filter { $0.scope != nil }.map(\.name)
    return (shown.isEmpty ? "" : table.text) + inNoGroup(others) { .refundsInNoGroup($0) }
  }

  /// Says of what is paid or granted for a key and period that no group has it.
  private func inNoGroup(_ names: [String], _ phrase: (String) -> Phrase) -> String {
    names.isEmpty ? "" : words.say(phrase(names.joined(separator: words.say(.comma)))) + "\n"
  }

  /// The rights of each value of a breakdown.
  func breakdownRights(_ index: Int) -> String {
    let shown = policy.rights.indices.filter { policy.rights[$0].scope == nil }
    var table = rightTable([words.say(.breakdownBy(report.breakdowns[index].name)), words.say(.right)])
    for group in totals.groups[index] {
      for right in shown {
        add(
          right: right, row: group.row,
          [right == shown.first ? label(group) : "", policy.rights[right].name], to: &table)
      }
    }
    let others = policy.rights.filter { $0.scope != nil }.map(\.name)
    return (shown.isEmpty ? "" : table.text) + inNoGroup(others) { .rightsInNoGroup($0) }
  }

  /// The steps of each value of a breakdown.
  func breakdownSteps(_ index: Int) -> String {
    var table = stepTable([words.say(.breakdownBy(report.breakdowns[index].name)), words.say(.stepsOf)])
    for group in totals.groups[index] {
      for (escalation, declaration) in policy.escalations.enumerated() {
        add(
          escalation: escalation, row: group.row, [escalation == 0 ? label(group) : "", declaration.name],
          to: &table)
      }
    }
    return table.text
  }

  private func label(_ group: Group) -> String { group.label ?? words.say(.noLabel) }

  /// Our verdicts against those that another system recorded.
  var agreement: String? {
    guard let comparison = report.comparison else { return nil }
    let agreement = totals.agreement
    let target = policy.targets[comparison.target].name
    var table = TextTable([.left, .right, .right, .right])
    table.add(
      [
        words.say(.against(target, comparison.path)), words.say(.recordedMet),
        words.say(.recordedBreached), words.say(.notRecorded),
      ],
      mark: style.faint)
    for verdict in Verdict.allCases {
      let counts = RecordedVerdict.allCases.map { agreement[verdict, $0] }
      guard verdict == .met || verdict == .breached || counts.contains(where: { $0 > 0 }) else { continue }
      table.add([words.say(.decided(words.say(code: verdict.word)))] + counts.map { "\($0)" })
    }
    var result = table.text
    let judged = agreement.agreeing + agreement.differing
    let share = SimulationReport.shareText(agreement.agreeing, of: judged)
    result += words.say(.agreement(agreement.agreeing, judged, share, agreement.differing))
    result += words.say(.incomparable(agreement.incomparable)) + "\n"
    return result + differing(agreement.differing)
  }

  private func differing(_ count: Int) -> String {
    guard count > 0 else { return "" }
    let shown = report.result.differing.prefix(10)
    let ids = shown.map {
      PrintableText.of($0.id) + words.say(.remark(words.say(.decided(words.say(code: $0.ours.word)))))
    }.joined(separator: words.say(.comma))
    let rest = count > shown.count ? words.say(.differingMore(count - shown.count)) : ""
    return words.say(.differing(ids)) + rest + "\n"
  }
}

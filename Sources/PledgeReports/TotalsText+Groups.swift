import PledgeDiagnostics
import PledgePolicy
import PledgeSimulation

extension TotalsText {
  /// The verdicts of each value of a breakdown.
  func breakdown(_ index: Int) -> String {
    var table = verdictTable(["by \(report.breakdowns[index].name)", "target"])
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
    var table = refundTable(["by \(report.breakdowns[index].name)", "refund"])
    for group in totals.groups[index] {
      for refund in shown {
        add(
          refund: refund, row: group.row,
          [refund == shown.first ? label(group) : "", policy.refunds[refund].name], to: &table)
      }
    }
    let others = policy.refunds.filter { $0.scope != nil }.map(\.name)
    return (shown.isEmpty ? "" : table.text) + inNoGroup("refund", others)
  }

  /// Says of what is paid or granted for a key and period that no group has it.
  private func inNoGroup(_ sort: String, _ names: [String]) -> String {
    guard !names.isEmpty else { return "" }
    let list = names.joined(separator: ", ")
    return "in no group, because it belongs to no ticket: \(sort) of a period \(list)\n"
  }

  /// The rights of each value of a breakdown.
  func breakdownRights(_ index: Int) -> String {
    let shown = policy.rights.indices.filter { policy.rights[$0].scope == nil }
    var table = rightTable(["by \(report.breakdowns[index].name)", "right"])
    for group in totals.groups[index] {
      for right in shown {
        add(
          right: right, row: group.row,
          [right == shown.first ? label(group) : "", policy.rights[right].name], to: &table)
      }
    }
    let others = policy.rights.filter { $0.scope != nil }.map(\.name)
    return (shown.isEmpty ? "" : table.text) + inNoGroup("right", others)
  }

  /// The steps of each value of a breakdown.
  func breakdownSteps(_ index: Int) -> String {
    var table = stepTable(["by \(report.breakdowns[index].name)", "steps of"])
    for group in totals.groups[index] {
      for (escalation, declaration) in policy.escalations.enumerated() {
        add(
          escalation: escalation, row: group.row, [escalation == 0 ? label(group) : "", declaration.name],
          to: &table)
      }
    }
    return table.text
  }

  private func label(_ group: Group) -> String { group.label ?? "(none)" }

  /// Our verdicts against those that another system recorded.
  var agreement: String? {
    guard let comparison = report.comparison else { return nil }
    let agreement = totals.agreement
    let target = policy.targets[comparison.target].name
    var table = TextTable([.left, .right, .right, .right])
    table.add(
      ["\(target) against \(comparison.path)", "recorded met", "recorded breached", "not recorded"],
      mark: style.faint)
    for verdict in Verdict.allCases {
      let counts = RecordedVerdict.allCases.map { agreement[verdict, $0] }
      guard verdict == .met || verdict == .breached || counts.contains(where: { $0 > 0 }) else { continue }
      table.add(["decided " + verdict.word] + counts.map { "\($0)" })
    }
    var result = table.text
    let judged = agreement.agreeing + agreement.differing
    let share = SimulationReport.shareText(agreement.agreeing, of: judged)
    result += "agree on \(agreement.agreeing) of \(judged) (\(share)), differ on \(agreement.differing); "
    result += "\(agreement.incomparable) cannot be compared\n"
    return result + differing(agreement.differing)
  }

  private func differing(_ count: Int) -> String {
    guard count > 0 else { return "" }
    let shown = report.result.differing.prefix(10)
    let ids = shown.map { "\(PrintableText.of($0.id)) (decided \($0.ours.word))" }.joined(separator: ", ")
    let rest = count > shown.count ? ", and \(count - shown.count) more" : ""
    return "differing: \(ids)\(rest)\n"
  }
}

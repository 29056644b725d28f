import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeSimulation
import PledgeTime

/// The totals of a history for people.
package struct TotalsText {
  let report: SimulationReport
  let style: Style
  let words: ReportWords

  package init(_ report: SimulationReport, style: Style) {
    self.report = report
    self.style = style
    words = ReportWords(policy: report.policy, language: style.language)
  }

  var policy: Policy { report.policy }
  var totals: Totals { report.result.totals }
  var ledger: Ledger { totals.ledger }

  /// The whole report.
  package var text: String {
    var parts = [report.sheet.head(style), counts]
    if !policy.targets.isEmpty { parts.append(targets) }
    if let periods { parts.append(periods) }
    if let overruns { parts.append(overruns) }
    if !policy.refunds.isEmpty { parts.append(refunds) }
    if report.distinguishesPayments { parts.append(payments) }
    if !policy.rights.isEmpty { parts.append(rights) }
    if !policy.escalations.isEmpty { parts.append(steps) }
    if let reasons { parts.append(reasons) }
    for index in report.breakdowns.indices {
      parts.append(breakdown(index))
      if !policy.refunds.isEmpty { parts.append(breakdownRefunds(index)) }
      if !policy.rights.isEmpty { parts.append(breakdownRights(index)) }
      if !policy.escalations.isEmpty { parts.append(breakdownSteps(index)) }
    }
    if let agreement { parts.append(agreement) }
    parts.append(report.sheet.foot(style))
    return parts.joined(separator: "\n")
  }

  /// Tickets in = decided + rejected.
  private var counts: String {
    let rejected =
      totals.rejected == 0
      ? words.say(.rejectedCount(0)) : style.bad(words.say(.rejectedCount(totals.rejected)))
    var result = words.say(.ticketCounts(totals.tickets, totals.decided, rejected)) + "\n"
    result += words.say(.eventCount(totals.events)) + "\n"
    for (code, count) in totals.rejectionsByFrequency {
      result += words.say(.rejectedBecause(count, RejectionText.kind(code, in: style.language))) + "\n"
    }
    return result
  }

  private var targets: String {
    var table = verdictTable([words.say(.target)])
    for (index, target) in policy.targets.enumerated() {
      add(target: index, row: totals.overall, [target.name], to: &table)
    }
    return table.text
  }

  /// How many keys and periods have each verdict.
  private var periods: String? {
    guard !totals.periods.isEmpty else { return nil }
    var table = verdictTable([words.say(.periodTarget)])
    for (index, target) in policy.periodTargets.enumerated() {
      let counts = totals.periods[index]
      let (met, breached) = (counts[.met], counts[.breached])
      table.add(
        [target.name] + Verdict.allCases.map { "\(counts[$0])" }
          + [SimulationReport.shareText(met, of: met + breached)])
    }
    return table.text
  }

  func verdictTable(_ leading: [String]) -> TextTable {
    table(leading, figures: Verdict.allCases.map { words.heading($0) } + [words.say(.kept)])
  }

  /// A table with names to the left and figures to the right.
  func table(_ leading: [String], figures: [String]) -> TextTable {
    var table = TextTable(leading.map { _ in .left } + figures.map { _ in .right })
    table.add(leading + figures, mark: style.faint)
    return table
  }

  func add(target: Int, row: Int, _ leading: [String], to table: inout TextTable) {
    let style = style
    let counts = Verdict.allCases.map { verdict in
      (ledger.count(of: verdict, target: target, row: row), { style.verdict(verdict, $0) })
    }
    add(leading, counts, [report.keptText(target: target, row: row)], to: &table)
  }

  /// Adds a row of counts, each in its own style; one of zero is faint.
  func add(
    _ leading: [String], _ counts: [(Int, (String) -> String)], _ trailing: [String] = [],
    to table: inout TextTable
  ) {
    var marks: [Int: (String) -> String] = [:]
    for (index, (count, mark)) in counts.enumerated() {
      marks[leading.count + index] = count == 0 ? style.faint : mark
    }
    table.add(leading + counts.map { "\($0.0)" } + trailing, marks: marks)
  }

  // MARK: Overruns

  private var overruns: String? {
    var table = TextTable([.left, .right, .right, .right, .right, .right])
    table.add(
      [
        words.say(.overrunOfBreached), "p50", "p90", "p99", words.say(.longest), words.say(.mean),
      ], mark: style.faint)
    var isEmpty = true
    for (index, target) in policy.targets.enumerated() {
      let overrun = ledger.overrun(target: index, row: totals.overall)
      guard overrun.count + overrun.unknown > 0 else { continue }
      isEmpty = false
      let name = target.name + (overrun.unknown > 0 ? words.say(.moreNotKnown(overrun.unknown)) : "")
      let quantiles = overrun.count > 0 ? overrun.quantiles([500, 900, 990]).map(\.text) : ["", "", ""]
      let mean =
        overrun.mean.map { Duration(microseconds: $0.microseconds / 1_000_000 * 1_000_000).text } ?? ""
      table.add([name] + quantiles + [overrun.count > 0 ? overrun.greatest.text : "", mean])
    }
    return isEmpty ? nil : table.text
  }

  // MARK: Refunds

  private var refunds: String {
    var table = refundTable([words.say(.refund)])
    for (index, refund) in policy.refunds.enumerated() {
      add(refund: index, row: totals.overall, [refund.name], to: &table)
    }
    return table.text
  }

  func refundTable(_ leading: [String]) -> TextTable {
    table(leading, figures: [words.say(.owed), words.say(.amountOwed)] + refundFigures.map(\.0))
  }

  func add(refund: Int, row: Int, _ leading: [String], to table: inout TextTable) {
    let count = { (state: RefundState) in "\(ledger.count(of: state, refund: refund, row: row))" }
    let figures = refundFigures.map { _, figure in
      switch figure {
      case .count(let state): count(state)
      case .accruing: report.accruingText(refund: refund, row: row) ?? words.say(.tooLarge)
      case .claimable: report.claimableText(refund: refund, row: row) ?? words.say(.tooLarge)
      }
    }
    let owed = [count(.owed), report.owedText(refund: refund, row: row) ?? words.say(.tooLarge)]
    table.add(leading + owed + figures, marks: [leading.count + 1: style.bold])
  }

  /// What stands in a column behind what is owed: a number of refunds, or an amount.
  private enum RefundFigure {
    case count(RefundState)
    case accruing
    case claimable
  }

  /// The columns behind what is owed. States that no refund of the policy can have are left out.
  private var refundFigures: [(String, RefundFigure)] {
    var result: [(String, RefundFigure)] = [
      (words.say(code: "accruing"), .count(.accruing)), (words.say(.soFar), .accruing),
    ]
    if policy.refunds.contains(where: { !$0.claims.isEmpty }) {
      result += [
        (words.say(code: "claimable"), .count(.claimable)), (words.say(.ifClaimed), .claimable),
        (words.say(code: "lapsed"), .count(.lapsed)),
      ]
    }
    if policy.refunds.contains(where: { !$0.components.isEmpty }) {
      result.append((words.say(code: "combined"), .count(.combined)))
    }
    return result + [
      (words.say(code: "below minimum"), .count(.belowMinimum)),
      (words.say(code: "pending"), .count(.pending)),
      (words.say(code: "undecided"), .count(.undecided)),
    ]
  }

  /// What is owed to whom and in which form.
  private var payments: String {
    var table = TextTable([.left, .left, .right])
    table.add([words.say(.paidTo), words.say(.paidAs), words.say(.amountOwed)], mark: style.faint)
    for payment in report.payments(row: totals.overall) {
      let owed =
        payment.owed.map { Money(amount: $0, currency: payment.currency).text } ?? words.say(.tooLarge)
      table.add([
        payment.payee ?? words.say(.theCustomer), words.say(code: payment.form.rawValue), owed,
      ])
    }
    return table.text
  }

  // MARK: Rights

  private var rights: String {
    var table = rightTable([words.say(.right)])
    for (index, right) in policy.rights.enumerated() {
      add(right: index, row: totals.overall, [right.name], to: &table)
    }
    return table.text
  }

  func rightTable(_ leading: [String]) -> TextTable {
    table(leading, figures: Self.rightStates.map { words.say(code: $0.word) })
  }

  func add(right: Int, row: Int, _ leading: [String], to table: inout TextTable) {
    table.add(
      leading + Self.rightStates.map { "\(ledger.count(of: $0, right: right, row: row))" })
  }

  private static let rightStates = RightState.allCases.filter { $0 != .none }

  // MARK: Reasons

  /// Which exclusions excuse and why tickets are undecided.
  private var reasons: String? {
    var table = TextTable([.left, .left, .right, .left])
    for (index, target) in policy.targets.enumerated() {
      for (exclusion, count) in totals.excusals[index].enumerated() where count > 0 {
        table.add([
          target.name, words.say(code: "excused"), "\(count)",
          words.say(.byExclusion(words.named(exclusion: exclusion))),
        ])
      }
      for entry in totals.causes[index] {
        table.add([
          target.name, words.say(code: "undecided"), "\(entry.count)", words.cause(entry.cause),
        ])
      }
    }
    return table.text.isEmpty ? nil : table.text
  }
}

import PledgeNumbers
import PledgePolicy
import PledgeSimulation

/// The totals of a history as CSV: one figure a row, so that what was run fits in the same table.
package struct TotalsCSV {
  /// The columns, in order.
  package static let columns = ["section", "field", "value", "name", "figure", "amount", "currency"]

  private let report: SimulationReport
  private var bytes: [UInt8] = []
  private var policy: Policy { report.policy }
  private var totals: Totals { report.result.totals }

  private init(_ report: SimulationReport) { self.report = report }

  /// The whole table.
  package static func bytes(_ report: SimulationReport) -> [UInt8] {
    var writer = TotalsCSV(report)
    CSVText.append(row: columns, to: &writer.bytes)
    writer.addRun()
    writer.addCounts()
    writer.addRow(section: "all", field: "", value: "", row: report.result.totals.overall)
    for (index, target) in report.policy.periodTargets.enumerated() {
      let counts = report.result.totals.periods(of: index)
      for verdict in Verdict.allCases {
        writer.add(
          "period", name: target.name, figure: verdict.word, "\(counts[verdict])")
      }
    }
    writer.addPayments()
    for (index, breakdown) in report.breakdowns.enumerated() {
      for group in report.result.totals.groups[index] {
        writer.addRow(section: "by", field: breakdown.name, value: group.label ?? "", row: group.row)
      }
    }
    writer.addAgreement()
    return writer.bytes
  }

  private mutating func addRun() {
    add("run", name: "tool", figure: "version", ToolVersion.text)
    for policy in report.sheet.policies {
      add("run", name: "policy \(policy.id)", figure: "version", policy.version)
      add("run", name: policy.file, figure: RunSheet.digestName, policy.digest)
    }
    add(
      "run", name: "as of", figure: report.sheet.asOfOrigin.rawValue,
      report.sheet.asOf.text(in: report.sheet.zone))
    for parameter in report.sheet.parameters {
      add("parameter", name: parameter.name, figure: parameter.isSet ? "set" : "policy", parameter.value)
    }
    for input in report.sheet.inputs {
      let role = if case .register(let name) = input.role { "register \(name)" } else { input.role.word }
      add("input", value: role, name: input.file, figure: RunSheet.digestName, input.digest)
    }
  }

  private mutating func addCounts() {
    add("counts", name: "tickets", figure: "in", "\(totals.tickets)")
    add("counts", name: "tickets", figure: "decided", "\(totals.decided)")
    add("counts", name: "tickets", figure: "rejected", "\(totals.rejected)")
    add("counts", name: "events", figure: "in", "\(totals.events)")
    for (code, count) in totals.rejectionsByFrequency {
      add("rejected", name: code, figure: "count", "\(count)")
    }
  }

  private mutating func addRow(section: String, field: String, value: String, row: Int) {
    func add(_ name: String, _ figure: String, _ amount: String, _ currency: String = "") {
      CSVText.append(row: [section, field, value, name, figure, amount, currency], to: &bytes)
    }
    for (index, target) in policy.targets.enumerated() {
      for verdict in Verdict.allCases {
        add(target.name, verdict.word, "\(totals.ledger.count(of: verdict, target: index, row: row))")
      }
      let overrun = totals.ledger.overrun(target: index, row: row)
      guard overrun.count > 0 else { continue }
      for (figure, permille) in [
        ("over p50 s", 500), ("over p90 s", 900), ("over p99 s", 990), ("over max s", 1000),
      ] {
        var seconds: [UInt8] = []
        JSONText.append(seconds: overrun.quantile(permille: permille) ?? .zero, to: &seconds)
        add(target.name, figure, String(decoding: seconds, as: UTF8.self))
      }
    }
    for (index, refund) in policy.refunds.enumerated() where section == "all" || refund.scope == nil {
      let digits = refund.currency.minorUnitDigits
      for state in RefundState.allCases {
        add(refund.name, state.word, "\(totals.ledger.count(of: state, refund: index, row: row))")
      }
      let owed = report.owed(refund: index, row: row).map { AmountText.text($0, digits: digits) } ?? ""
      let accruing =
        report.accruing(refund: index, row: row).map { AmountText.text($0, digits: digits) } ?? ""
      add(refund.name, "amount owed", owed, refund.currency.code)
      add(refund.name, "amount accruing", accruing, refund.currency.code)
      if !refund.claims.isEmpty {
        let claimable =
          report.claimable(refund: index, row: row).map { AmountText.text($0, digits: digits) } ?? ""
        add(refund.name, "amount claimable", claimable, refund.currency.code)
      }
    }
    for (index, right) in policy.rights.enumerated() where section == "all" || right.scope == nil {
      for state in RightState.allCases {
        add(right.name, state.word, "\(totals.ledger.count(of: state, right: index, row: row))")
      }
    }
    for (index, escalation) in policy.escalations.enumerated() {
      for state in StepState.allCases {
        add(escalation.name, state.word, "\(totals.ledger.count(of: state, escalation: index, row: row))")
      }
    }
  }

  private mutating func addPayments() {
    guard report.distinguishesPayments else { return }
    for payment in report.payments(row: totals.overall) {
      let owed = payment.owed.map { AmountText.text($0, digits: payment.currency.minorUnitDigits) } ?? ""
      CSVText.append(
        row: [
          "payment", "", payment.form.rawValue, payment.payee ?? "", "amount owed", owed,
          payment.currency.code,
        ], to: &bytes)
    }
  }

  private mutating func addAgreement() {
    guard let comparison = report.comparison else { return }
    let name = policy.targets[comparison.target].name
    for ours in Verdict.allCases {
      for theirs in RecordedVerdict.allCases {
        add(
          "agreement", field: comparison.path, value: "decided \(ours.word)", name: name,
          figure: "recorded \(theirs.word)", "\(totals.agreement[ours, theirs])")
      }
    }
  }

  private mutating func add(
    _ section: String, field: String = "", value: String = "", name: String, figure: String, _ amount: String
  ) {
    CSVText.append(row: [section, field, value, name, figure, amount, ""], to: &bytes)
  }
}

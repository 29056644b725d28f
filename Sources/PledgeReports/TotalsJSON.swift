import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeSimulation

/// The totals of a history as JSON: docs/schemas/simulate-1.json.
package struct TotalsJSON {
  private let report: SimulationReport
  private let words: ReportWords
  private var policy: Policy { report.policy }
  private var totals: Totals { report.result.totals }

  package init(_ report: SimulationReport) {
    self.report = report
    words = ReportWords(policy: report.policy)
  }

  /// The whole document.
  package var bytes: [UInt8] {
    var json = JSONText(indented: true)
    json.object { json in
      json.member("schema", "pledge.simulate/1")
      json.key("run")
      report.sheet.write(to: &json)
      json.key("counts")
      writeCounts(to: &json)
      json.list("targets") { json in
        for index in policy.targets.indices {
          write(target: index, row: totals.overall, reasons: true, to: &json)
        }
      }
      if !policy.periodTargets.isEmpty {
        json.list("period_targets") { json in
          for index in policy.periodTargets.indices { write(periodTarget: index, to: &json) }
        }
      }
      json.list("refunds") { json in
        for index in policy.refunds.indices { write(refund: index, row: totals.overall, to: &json) }
      }
      writePayments(to: &json)
      writeRights(row: totals.overall, to: &json)
      writeSteps(row: totals.overall, to: &json)
      json.list("by") { json in
        for index in report.breakdowns.indices { write(breakdown: index, to: &json) }
      }
      if report.comparison != nil {
        json.key("agreement")
        writeAgreement(to: &json)
      }
    }
    json.newline()
    return json.bytes
  }

  /// One line an entry: the run, the counts, each target, refund and right, each group's, the agreement.
  package var lines: [UInt8] {
    var json = JSONText(indented: false)
    func line(_ kind: String, _ write: (inout JSONText) -> Void) {
      json.object { json in
        json.member("record", kind)
        write(&json)
      }
      json.newline()
    }
    line("run") { json in
      json.member("schema", "pledge.simulate/1")
      json.key("run")
      report.sheet.write(to: &json)
    }
    line("counts") { json in
      json.key("counts")
      writeCounts(to: &json)
    }
    for index in policy.targets.indices {
      line("target") { json in
        json.key("target")
        write(target: index, row: totals.overall, reasons: true, to: &json)
      }
    }
    for index in policy.periodTargets.indices {
      line("period_target") { json in
        json.key("period_target")
        write(periodTarget: index, to: &json)
      }
    }
    for index in policy.refunds.indices {
      line("refund") { json in
        json.key("refund")
        write(refund: index, row: totals.overall, to: &json)
      }
    }
    for index in policy.escalations.indices {
      line("escalation") { json in
        json.key("escalation")
        write(escalation: index, row: totals.overall, to: &json)
      }
    }
    if report.distinguishesPayments { line("payments") { writePayments(to: &$0) } }
    for index in policy.rights.indices {
      line("right") { json in
        json.key("right")
        write(right: index, row: totals.overall, to: &json)
      }
    }
    for index in report.breakdowns.indices {
      for group in totals.groups[index] {
        line("group") { json in
          json.member("field", report.breakdowns[index].name)
          json.key("group")
          write(group, to: &json)
        }
      }
    }
    if report.comparison != nil {
      line("agreement") { json in
        json.key("agreement")
        writeAgreement(to: &json)
      }
    }
    return json.bytes
  }

  // MARK: Parts

  private func writeCounts(to json: inout JSONText) {
    json.object { json in
      json.member("tickets", totals.tickets)
      json.member("decided", totals.decided)
      json.member("rejected", totals.rejected)
      json.member("events", totals.events)
      json.member("rejected_by_reason") { json in
        for (code, count) in totals.rejectionsByFrequency { json.member(code, count) }
      }
    }
  }

  private func write(target: Int, row: Int, reasons: Bool, to json: inout JSONText) {
    json.object { json in
      json.member("name", policy.targets[target].name)
      for verdict in Verdict.allCases {
        json.member(
          verdict == .notApplicable ? "not_applicable" : verdict.word,
          totals.ledger.count(of: verdict, target: target, row: row))
      }
      let overrun = totals.ledger.overrun(target: target, row: row)
      if overrun.count > 0 {
        json.member("over") { json in
          for (key, value) in zip(["p50_s", "p90_s", "p99_s"], overrun.quantiles([500, 900, 990])) {
            json.member(key, seconds: value)
          }
          json.member("max_s", seconds: overrun.greatest)
          json.member("sum_us", "\(overrun.sum)")
        }
      }
      if overrun.unknown > 0 { json.member("over_not_known", overrun.unknown) }
      guard reasons else { return }
      writeReasons(target, to: &json)
    }
  }

  private func write(periodTarget index: Int, to json: inout JSONText) {
    let counts = totals.periods(of: index)
    json.object { json in
      json.member("name", policy.periodTargets[index].name)
      for verdict in Verdict.allCases {
        json.member(
          verdict == .notApplicable ? "not_applicable" : verdict.word, counts[verdict])
      }
    }
  }

  private func writeReasons(_ target: Int, to json: inout JSONText) {
    json.list("excused_by") { json in
      for (exclusion, count) in totals.excusals[target].enumerated() where count > 0 {
        json.object { json in
          json.member("exclusion", policy.exclusions[exclusion].name)
          json.member("count", count)
        }
      }
    }
    json.list("undecided_because") { json in
      for entry in totals.causes[target] {
        json.object { json in
          json.member("code", CauseNames.code(entry.cause.kind))
          json.list("of") { json in CauseNames.subjects(entry.cause, policy).forEach { json.string($0) } }
          json.member("text", words.cause(entry.cause))
          json.member("count", entry.count)
        }
      }
    }
  }

  private func write(refund: Int, row: Int, to json: inout JSONText) {
    let declaration = policy.refunds[refund]
    let digits = declaration.currency.minorUnitDigits
    json.object { json in
      json.member("name", declaration.name)
      json.member("currency", declaration.currency.code)
      json.member("payees", report.payees(refund))
      json.member("count") { json in
        for state in RefundState.allCases {
          json.member(
            state == .belowMinimum ? "below_minimum" : state.word,
            totals.ledger.count(of: state, refund: refund, row: row))
        }
      }
      json.member("owed", report.owed(refund: refund, row: row).map { AmountText.text($0, digits: digits) })
      json.member(
        "accruing", report.accruing(refund: refund, row: row).map { AmountText.text($0, digits: digits) })
      if !declaration.claims.isEmpty {
        json.member(
          "claimable",
          report.claimable(refund: refund, row: row).map { AmountText.text($0, digits: digits) })
      }
    }
  }

  private func writeSteps(row: Int, to json: inout JSONText) {
    guard !policy.escalations.isEmpty else { return }
    json.list("escalations") { json in
      for index in policy.escalations.indices { write(escalation: index, row: row, to: &json) }
    }
  }

  private func write(escalation: Int, row: Int, to json: inout JSONText) {
    json.object { json in
      json.member("name", policy.escalations[escalation].name)
      for state in StepState.allCases {
        json.member(
          state == .notApplicable ? "not_applicable" : state.word,
          totals.ledger.count(of: state, escalation: escalation, row: row))
      }
    }
  }

  private func writePayments(to json: inout JSONText) {
    guard report.distinguishesPayments else { return }
    json.list("payments") { json in
      for payment in report.payments(row: totals.overall) {
        json.object { json in
          json.member("payee", payment.payee)
          json.member("form", payment.form.rawValue)
          json.member("currency", payment.currency.code)
          json.member(
            "owed", payment.owed.map { AmountText.text($0, digits: payment.currency.minorUnitDigits) })
        }
      }
    }
  }

  /// The rights of a row; those of keys and periods belong to no group.
  private func writeRights(row: Int, isGroup: Bool = false, to json: inout JSONText) {
    let shown = policy.rights.indices.filter { !isGroup || policy.rights[$0].scope == nil }
    guard !shown.isEmpty else { return }
    json.list("rights") { json in
      for right in shown { write(right: right, row: row, to: &json) }
    }
  }

  private func write(right: Int, row: Int, to json: inout JSONText) {
    json.object { json in
      json.member("name", policy.rights[right].name)
      json.member("count") { json in
        for state in RightState.allCases {
          json.member(state.word, totals.ledger.count(of: state, right: right, row: row))
        }
      }
    }
  }

  private func write(breakdown index: Int, to json: inout JSONText) {
    json.object { json in
      json.member("field", report.breakdowns[index].name)
      json.list("groups") { json in
        for group in totals.groups[index] { write(group, to: &json) }
      }
    }
  }

  private func write(_ group: Group, to json: inout JSONText) {
    json.object { json in
      json.key("value")
      if let label = group.label { json.string(label) } else { json.null() }
      json.member("tickets", totals.ledger.tickets(row: group.row))
      json.list("targets") { json in
        for target in policy.targets.indices {
          write(target: target, row: group.row, reasons: false, to: &json)
        }
      }
      json.list("refunds") { json in
        for refund in policy.refunds.indices where policy.refunds[refund].scope == nil {
          write(refund: refund, row: group.row, to: &json)
        }
      }
      writeRights(row: group.row, isGroup: true, to: &json)
      writeSteps(row: group.row, to: &json)
    }
  }

  private func writeAgreement(to json: inout JSONText) {
    guard let comparison = report.comparison else { return json.null() }
    let agreement = totals.agreement
    json.object { json in
      json.member("target", policy.targets[comparison.target].name)
      json.member("with", comparison.path)
      json.member("both_met", agreement[.met, .met])
      json.member("both_breached", agreement[.breached, .breached])
      json.member("decided_met_recorded_breached", agreement[.met, .breached])
      json.member("decided_breached_recorded_met", agreement[.breached, .met])
      json.member("not_comparable", agreement.incomparable)
      json.member("differing_listed", report.result.differing.count)
      json.list("differing") { json in
        for ticket in report.result.differing {
          json.object { json in
            json.member("id", ticket.id)
            json.member("decided", ticket.ours.word)
            json.member("recorded", ticket.theirs.word)
          }
        }
      }
    }
  }
}

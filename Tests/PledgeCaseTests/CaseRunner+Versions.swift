import PledgeChecker
import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeReadings
import PledgeReports
import PledgeSimulation
import PledgeTestSupport
import PledgeTickets
import PledgeTime

extension CaseRunner {
  /// What several versions of a policy decide together: tickets in the order of the history, then refunds of
  /// keys and periods, then what keys and periods came to.
  func decisions(_ policies: [Policy]) throws -> String {
    let policies = policies.sorted { left, right in
      (left.header.fixedPeriod?.from ?? .earliest) < (right.header.fixedPeriod?.from ?? .earliest)
    }
    guard let asOf = asOf() else { return "no as-of instant\n" }
    let tickets = try TemporaryFile(name: "tickets.ndjson", text: file["tickets"] ?? "")
    let versions = try policies.map { try version($0, among: policies) }
    guard let newest = versions.last else { return "" }
    var setup = SimulationSetup(
      plan: newest.plan, registers: newest.registers, recordPlan: newest.recordPlan, asOf: asOf,
      files: [tickets.path])
    setup.versions = versions
    return try decisions(setup, policies)
  }

  private func version(_ version: Policy, among policies: [Policy]) throws -> VersionSetup {
    var policy = version
    let registers = try registers(&policy)
    let mapping = TicketMapping().restricted(to: policy.vocabulary, among: policies.map(\.vocabulary))
    let recordPlan = try RecordPlan.compile(
      vocabulary: policy.vocabulary, mapping: mapping, captures: [], zones: ZoneLibrary()
    ).get()
    return VersionSetup(
      plan: Plan(policy), registers: registers, recordPlan: recordPlan,
      period: policy.header.fixedPeriod ?? ForcePeriod(from: .earliest, until: nil))
  }

  private func decisions(_ setup: SimulationSetup, _ policies: [Policy]) throws -> String {
    var parts: [(number: Int, text: String)] = []
    var periods = ""
    var refunds = ""
    _ = try TicketPass.run(setup) { number, ticket, evaluator, _ in
      let version = evaluator.isOutsideVersions ? "" : " (version \(evaluator.plan.policy.header.version))"
      let explanations = evaluator.explain(&ticket, asOf: setup.asOf)
      parts.append(
        (
          number,
          String(decoding: ticket.id, as: UTF8.self) + version + "\n"
            + CaseText.lines(evaluator, explanations)
        ))
    } onRejection: { number, rejection in
      let field = rejection.field.map { " (`\($0)`)" } ?? ""
      parts.append((number, "rejected: line \(rejection.line)\(field): \(rejection.reason.text)\n"))
    } onPeriod: { decision in
      periods += CaseText.line(decision, policies[decision.version])
    } onFrame: { frame in
      refunds += CaseText.line(frame, policies[frame.place.version])
    }
    return parts.sorted { $0.number < $1.number }.map(\.text).joined() + refunds + periods
  }
}

extension CaseText {
  /// What a key and period came to.
  static func line(_ decision: PeriodDecision, _ policy: Policy) -> String {
    let outcome = decision.outcome
    let target = policy.periodTargets[outcome.target]
    let record = PeriodRecord(policy: policy)
    var text = place(target.name, decision.key, outcome.period, policy) + outcome.verdict.word
    if outcome.windows > 1 { text += " in \(outcome.windows) windows" }
    if let reached = record.text(outcome.reached, outcome.target) { text += ", reached \(reached)" }
    if let limit = record.text(outcome.limit, outcome.target) { text += ", limit \(limit)" }
    text += ", \(outcome.tickets) tickets"
    if outcome.run > 0 { text += ", run \(outcome.run)" }
    if let exclusion = outcome.exclusion { text += ", excused by \(policy.exclusions[exclusion].name)" }
    return text + causes(decision.causes, policy) + "\n"
  }

  /// What a refund or right of a key and period came to.
  static func line(_ frame: FrameDecision, _ policy: Policy) -> String {
    switch frame {
    case .refund(let frame):
      let refund = policy.refunds[frame.refund]
      var text = place(refund.name, frame.place.key, frame.place.period, policy) + frame.outcome.state.word
      if frame.outcome.state.hasAmount {
        text += " \(Money(amount: frame.outcome.amount, currency: refund.currency).text)"
      }
      return text + causes(frame.causes, policy) + "\n"
    case .right(let frame):
      let name = policy.rights[frame.right].name
      return place(name, frame.place.key, frame.place.period, policy) + frame.outcome.state.word
        + causes(frame.causes, policy) + "\n"
    }
  }

  private static func place(_ name: String, _ key: [String], _ period: Period, _ policy: Policy) -> String {
    let of = key.isEmpty ? "" : " of \(key.joined(separator: " / "))"
    return "\(name)\(of) in \(period.name) (version \(policy.header.version)): "
  }
}

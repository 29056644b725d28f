import PledgeNumbers
import PledgePolicy
import PledgeTime
import Testing

@testable import PledgeEvaluation

/// Law 10 for keys and periods.
@Suite struct PeriodCountLawTests {
  /// Beside each target that measures time stands one that takes nothing off it.
  @Test func `law 10: what became of the time of a key and period is all of its raw span`() {
    Law.holds(120, from: 125_000) { world in
      var draft = world.draft
      for place in draft.places(.periodTarget) {
        if let raw = raw(draft.declarations[place]) { draft.declarations.append(raw) }
      }
      for index in draft.declarations.indices where draft.declarations[index].kind == .exclusion {
        // For the targets by name, so that the raw ones have none.
        let names = (draft.names(.target) + draft.names(.periodTarget)).filter { !$0.hasPrefix("raw_") }
        draft.declarations[index].head = draft.declarations[index].head.replacing(
          "for all targets", with: "for \(names.joined(separator: ", "))")
      }
      let decider = try Decider(draft, world.history.tables)
      let outcome = try decider.explainPeriods(world.history.records, asOf: world.asOf)
      for decision in outcome.periods {
        if let text = unbalanced(decision, outcome, decider.policy, draft) { return text }
      }
      return nil
    }
  }

  /// The target that measures all time of a target's span; nil where the target measures something else, or
  /// where the span drops what is too short, which nothing else says how long it was.
  private func raw(_ target: Draft.Declaration) -> Draft.Declaration? {
    guard let line = target.lines.first(where: { $0.text.hasPrefix("measure") }) else { return nil }
    let words = line.text.split(separator: " ")
    guard words.count >= 4, ["availability", "total", "longest"].contains(words[1]), words[3] != "short"
    else {
      return nil
    }
    let conditions = target.lines.filter { $0.text.hasPrefix("for ") }
    return Draft.Declaration(
      kind: .periodTarget, name: "raw_\(target.name)",
      head: target.head.replacing("target \(target.name) ", with: "target raw_\(target.name) "),
      lines: [Draft.Line(text: "measure total of \(words[3])"), "at most 1000000 h"] + conditions)
  }

  private func unbalanced(
    _ decision: PeriodDecision, _ all: PortfolioOutcome, _ policy: Policy, _ draft: Draft
  ) -> String? {
    let name = policy.periodTargets[decision.outcome.target].name
    guard let raw = policy.periodTargets.firstIndex(where: { $0.name == "raw_" + name }),
      let explanation = decision.explanation,
      let whole = all.decision(of: raw, key: decision.outcome.key, period: decision.outcome.period.name),
      whole.outcome.reached != nil, whole.outcome.unknown == nil
    else { return nil }
    let place = "\(name) of \(decision.key.joined(separator: "/")) in \(decision.outcome.period.name)"
    var (total, counted) = (Duration.zero, Duration.zero)
    var end = Instant.earliest
    for segment in explanation.segments {
      if segment.interval.start < end || segment.interval.isEmpty {
        return "\(place): \(segment) is not in order"
      }
      end = segment.interval.end
      total = total.adding(segment.interval.length) ?? .zero
      if segment.treatment == .counted { counted = counted.adding(segment.interval.length) ?? .zero }
    }
    if total != whole.outcome.counted {
      return "\(place): the segments last \(total.text), the span \(whole.outcome.counted.text)"
    }
    let target = policy.periodTargets[decision.outcome.target]
    let isExact = target.measure.eachRounding == nil && target.measure.totalRounding == nil
    guard isExact, !target.measure.isWeighted, decision.outcome.reached != nil, !explanation.countsExcluded,
      decision.outcome.verdict != .undecided, counted != decision.outcome.counted
    else { return nil }
    return "\(place): counted \(counted.text), the outcome says \(decision.outcome.counted.text)"
  }
}

extension Measure {
  /// Whether its times weigh less than all.
  fileprivate var isWeighted: Bool {
    switch kind {
    case .availability(_, let weight), .total(_, let weight): weight != nil
    case .longest, .starts, .tickets, .share, .mean, .maximum, .sum, .run: false
    }
  }
}

extension Decider {
  /// Decides the keys and periods of a history and says why.
  func explainPeriods(_ records: [History.Record], asOf: Instant) throws -> PortfolioOutcome {
    let tickets = try tickets(records)
    var evaluator = Evaluator(plan: plan, registers: registers)
    evaluator.ticketIndex = index([tickets], asOf)
    var portfolio = Portfolio(plan, isExplained: true)
    for var ticket in tickets {
      evaluator.decide(&ticket, asOf: asOf)
      portfolio?.take(&ticket, &evaluator)
    }
    return portfolio?.finish(&evaluator, asOf: asOf) ?? PortfolioOutcome()
  }
}

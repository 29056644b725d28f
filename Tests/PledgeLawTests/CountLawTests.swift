import PledgeEvaluation
import PledgePolicy
import PledgeTestSupport
import PledgeTime
import Testing

/// Laws 1, 2 and 10: what a clock counts.
@Suite struct CountLawTests {
  // MARK: Law 1

  /// Asks for the count of a span, of its part before an instant and of its part behind it.
  @Test func `law 1: unrounded counts add over adjacent spans`() {
    Law.holds(100, from: 100_000) { world in
      var random = SeededGenerator(seed: world.seed)
      var draft = world.draft
      let names = draft.places(.span).map { draft.declarations[$0].name }
      let clock =
        names.filter { ["outage", "either", "both", "rest", "urgent", "trial"].contains($0) }
        .randomElement(using: &random) ?? "outage"
      var lines: [Draft.Line] = ["within 1000000 h"]
      if let calendar = draft.places(.calendar).randomElement(using: &random), random.once(in: 2) {
        lines.append("on \(draft.declarations[calendar].name)")
      }
      if !draft.text.contains("hold = from held until resumed longer"),
        !draft.text.contains("at least"), random.once(in: 2)
      {
        lines.append("pause hold")
      }
      let at =
        "2026-0\(random.number(2...4))-\(random.number(10...28)) \(random.one("00:00", "09:00", "13:37"))"
      for (name, span) in [
        ("all_of_it", clock), ("first_part", "\(clock) and during 2020-01-01 until \(at)"),
        ("other_part", "\(clock) and during \(at) until 2040-01-01"),
      ] {
        draft.declarations.append(
          Draft.Declaration(
            kind: .target, name: name, head: "target \(name)", lines: ["clock \(span)"] + lines))
      }
      draft.removeExclusions()
      let decided = try Decider(draft, world.history.tables).decide(world.history.records, asOf: world.asOf)
      for ticket in decided.tickets {
        guard let whole = ticket.targets["all_of_it"], let first = ticket.targets["first_part"],
          let other = ticket.targets["other_part"], whole.isCountKnown
        else { continue }
        let parts = first.counted.adding(other.counted)
        if parts != whole.counted {
          return
            "\(ticket.id): \(first.counted.text) + \(other.counted.text) is not \(whole.counted.text)\n"
            + "\(clock) until \(at), \(lines.map(\.text))"
        }
      }
      return nil
    }
  }

  // MARK: Law 2

  @Test func `law 2: count from start to due is the limit, and the first microsecond beyond is breached`() {
    Law.holds(130, from: 110_000) { world in
      var draft = world.draft
      // An exclusion moves a due instant once it matters, and a pause may have to be long enough first.
      draft.removeExclusions()
      draft.declarations.removeAll { $0.kind == .span && $0.name == "hold" && $0.head.contains("resumed") }
      draft.declarations.append(
        Draft.Declaration(kind: .span, name: "hold", head: "span hold = from held until resumed"))
      let decider = try Decider(draft, world.history.tables)
      let now = try decider.decide(world.history.records, asOf: world.asOf)
      for ticket in now.tickets {
        for target in decider.policy.targets {
          // A settled ticket is looked at no later; a clock that must be long enough counts nothing at first.
          guard !ticket.isFinal, !draft.text.contains("span short"),
            let outcome = ticket.targets[target.name], outcome.cycles == 0, target.rounding == nil,
            case .within(_, let isStrict, _) = target.bound, let due = outcome.due, let limit = outcome.limit
          else { continue }
          if let text = inconsistent(outcome, limit, isStrict) {
            return "\(ticket.id) \(target.name): \(text)"
          }
          guard due <= world.asOf, outcome.stop.map({ due <= $0 }) ?? true else { continue }
          for microseconds in [Int64(0), 1] {
            guard let at = due.adding(Duration(microseconds: microseconds)), at <= world.asOf else {
              continue
            }
            let then = try decider.decide(world.history.records, asOf: at)[ticket.id]?.targets[target.name]
            // Where values of the ticket changed later, another limit held.
            guard let then, then.limit == limit, then.isCountKnown else { continue }
            if microseconds == 0, then.counted != limit {
              return
                "\(ticket.id) \(target.name): due \(due.text(in: .utc)), counted \(then.counted.text) "
                + "of \(limit.text)"
            }
            if let text = inconsistent(then, limit, isStrict) {
              return "\(ticket.id) \(target.name) at \(at.text(in: .utc)): \(text)"
            }
          }
        }
      }
      return nil
    }
  }

  /// A verdict that is not what the count says.
  private func inconsistent(_ outcome: TargetOutcome, _ limit: Duration, _ isStrict: Bool) -> String? {
    let isBeyond = isStrict ? outcome.counted >= limit : outcome.counted > limit
    switch outcome.verdict {
    case .met where isBeyond, .breached where !isBeyond, .pending where isBeyond && outcome.unknown == nil:
      return "\(outcome.verdict), counted \(outcome.counted.text) of \(limit.text)"
    case .breached where outcome.over != over(outcome.counted, limit, isStrict):
      return "over \(outcome.over.text), counted \(outcome.counted.text) of \(limit.text)"
    case .met, .breached, .excused, .pending, .notApplicable, .undecided: return nil
    }
  }

  /// The count beyond the limit; where the limit itself is too much, at least the least time.
  private func over(_ counted: Duration, _ limit: Duration, _ isStrict: Bool) -> Duration? {
    counted.subtracting(limit).map { isStrict ? max($0, Duration(microseconds: 1)) : $0 }
  }

  // MARK: Law 10

  /// Beside each target stands one that counts all of its clock.
  @Test func `law 10: counted, closed, paused and excluded time are the raw span`() {
    Law.holds(120, from: 120_000) { world in
      var draft = world.draft
      for place in draft.places(.target) {
        let target = draft.declarations[place]
        guard let clock = target.lines.first(where: { $0.text.hasPrefix("clock") }) else { continue }
        draft.declarations.append(
          Draft.Declaration(
            kind: .target, name: "raw_\(target.name)", head: "target raw_\(target.name)",
            lines: [clock, "within 1000000 h"]))
      }
      for index in draft.declarations.indices where draft.declarations[index].kind == .exclusion {
        // For the targets by name, so that the raw ones have none.
        let names = draft.places(.target).map { draft.declarations[$0].name }.filter { !$0.hasPrefix("raw") }
        draft.declarations[index].head = draft.declarations[index].head.replacing(
          "for all targets", with: "for \(names.joined(separator: ", "))")
      }
      let decider = try Decider(draft, world.history.tables)
      for ticket in try decider.explain(world.history.records, asOf: world.asOf) {
        if let text = unbalanced(ticket, decider.policy, draft) { return text }
      }
      return nil
    }
  }

  private func unbalanced(_ ticket: ExplainedTicket, _ policy: Policy, _ draft: Draft) -> String? {
    for (index, target) in policy.targets.enumerated() {
      guard let raw = policy.targets.firstIndex(where: { $0.name == "raw_" + target.name }) else { continue }
      let (outcome, whole) = (ticket.targets[index], ticket.targets[raw])
      // Of a clock with a length test nothing else says how long it ran.
      guard outcome.isCountKnown, whole.isCountKnown, !draft.text.contains("clock short") else { continue }
      var (total, counted) = (Duration.zero, Duration.zero)
      var end = Instant.earliest
      for segment in ticket.explanations.targets[index].segments {
        if segment.interval.start < end || segment.interval.isEmpty {
          return "\(ticket.id) \(target.name): \(segment) is not in order"
        }
        end = segment.interval.end
        total = total.adding(segment.interval.length) ?? .zero
        if segment.treatment == .counted { counted = counted.adding(segment.interval.length) ?? .zero }
      }
      if total != whole.counted {
        return
          "\(ticket.id) \(target.name): the segments last \(total.text), the clock ran \(whole.counted.text)"
      }
      // Where hours are not known, the segments show what is known, and the count is a bound.
      let isJudged =
        outcome.verdict != .undecided && outcome.doubt == nil && outcome.due != nil && outcome.cycles == 0
      if isJudged, target.rounding == nil, case .within = target.bound, counted != outcome.counted {
        return "\(ticket.id) \(target.name): counted \(counted.text) of \(outcome.counted.text)"
      }
    }
    return nil
  }
}

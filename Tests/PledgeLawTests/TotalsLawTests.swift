import PledgeNumbers
import PledgePolicy
import PledgeSimulation
import Testing

@testable import PledgeEvaluation

/// Law 7: what is owed to a group.
@Suite struct TotalsLawTests {
  @Test func `law 7: items add up to totals exactly`() {
    Law.holds(60, from: 130_000) { world in
      let decider = try Decider(world)
      let decided = try decider.decide(world.history.records, asOf: world.asOf)
      let totals = try decider.run([world.history.lines], asOf: world.asOf).totals
      for (index, refund) in decider.policy.refunds.enumerated() {
        for state in [RefundState.owed, .accruing] {
          let sum = amounts(decided, refund.name, state).reduce(Rational.zero) { $0.adding($1) ?? .zero }
          let total =
            state == .owed
            ? totals.ledger.owed(refund: index, row: totals.overall).total
            : totals.ledger.accruing(refund: index, row: totals.overall).total
          if total != sum { return "\(refund.name): \(state) \(sum.text) is not \(total?.text ?? "-")" }
        }
      }
      return nil
    }
  }

  private func amounts(_ decided: Decided, _ name: String, _ state: RefundState) -> [Rational] {
    let ofTickets = decided.tickets.compactMap { $0.refunds[name] }
    let ofFrames = decided.frameRefunds
      .filter { decided.policy.refunds[$0.refund].name == name }.map(\.outcome)
    return (ofTickets + ofFrames).filter { $0.state == state }.map(\.amount)
  }

  /// One group: its number in the policy, the values of its key and the name of its period.
  private struct Group: Hashable {
    var group: Int
    var key: [String]
    var period: String?
  }

  @Test func `law 7: what a group is owed never exceeds its cap`() {
    Law.holds(130, from: 140_000) { world in
      let decider = try Decider(world)
      guard decider.plan.hasGroups else { return nil }
      var totals: [Group: Rational] = [:]
      var limits: [Group: Rational] = [:]
      for ticket in try decider.explain(world.history.records, asOf: world.asOf) {
        for (index, refund) in ticket.refunds.enumerated() {
          let explanation = ticket.explanations.refunds[index]
          if let rounded = explanation.rounded, explanation.parts.isEmpty, refund.amount > rounded {
            return "\(ticket.id): \(refund.amount.text) of \(rounded.text)"
          }
          guard refund.state == .owed || refund.state == .accruing else { continue }
          for step in explanation.groups {
            guard let limit = step.limit else { continue }
            let group = Group(group: step.group, key: step.key, period: step.period)
            totals[group] = (totals[group] ?? .zero).adding(refund.amount)
            limits[group] = limit
          }
        }
      }
      for (group, total) in totals where total > limits[group] ?? .zero {
        return "\(group): \(total.text) of \(limits[group]?.text ?? "-")"
      }
      return try exceeded(decider.decide(world.history.records, asOf: world.asOf))
    }
  }

  /// A group of refunds of keys and periods that exceeds its cap.
  private func exceeded(_ decided: Decided) -> String? {
    var totals: [GroupKey: Rational] = [:]
    for frame in decided.frameRefunds
    where frame.outcome.state == .owed || frame.outcome.state == .accruing {
      for key in frame.item?.groups ?? [] {
        totals[key] = (totals[key] ?? .zero).adding(frame.outcome.amount)
      }
    }
    for (key, total) in totals {
      guard case .cap(let cap)? = decided.settled?.groups[key]?.limit, total > cap else { continue }
      return "frames of group \(key.group): \(total.text) of \(cap.text)"
    }
    return nil
  }
}

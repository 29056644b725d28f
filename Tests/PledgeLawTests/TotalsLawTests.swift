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

  @Test func `law 7: what a group is owed never exceeds its cap`() {
    Law.holds(130, from: 140_000) { world in
      let decider = try Decider(world)
      guard decider.plan.hasGroups else { return nil }
      var sums = GroupSums(policy: decider.policy)
      let explained = try decider.explainAll(world.history.records, asOf: world.asOf)
      for ticket in explained.tickets {
        for (index, refund) in ticket.refunds.enumerated() where decider.policy.refunds[index].scope == nil {
          let reasons = ticket.explanations.refunds[index]
          if let text = sums.add(index, refund, reasons) { return "\(ticket.id): \(text)" }
        }
      }
      for frame in explained.frames {
        guard let reasons = frame.explanation else { return "a frame has no explanation" }
        let place = frame.place.key + [frame.place.period.name]
        if let text = sums.add(frame.refund, frame.outcome, reasons) {
          return "\(place.joined(separator: "/")): \(text)"
        }
      }
      return sums.exceeded
    }
  }

  /// What tickets, keys and periods are paid under each cap.
  private struct GroupSums {
    let policy: Policy
    private var totals: [Group: Rational] = [:]
    private var limits: [Group: Rational] = [:]

    /// One group: its number in the policy, the values of its key and the name of its period.
    private struct Group: Hashable {
      var group: Int
      var key: [String]
      var period: String?
    }

    init(policy: Policy) { self.policy = policy }

    /// Adds what all payees of a refund get together; what is wrong with the item by itself.
    mutating func add(_ index: Int, _ outcome: RefundOutcome, _ reasons: RefundExplanation) -> String? {
      let refund = policy.refunds[index]
      if let rounded = reasons.rounded, reasons.parts.isEmpty, outcome.amount > rounded {
        return "\(refund.name): \(outcome.amount.text) of \(rounded.text)"
      }
      guard outcome.state == .owed || outcome.state == .accruing,
        let paid = outcome.amount.multiplied(by: Rational(max(refund.payees.count, 1)))
      else { return nil }
      for cap in reasons.caps where paid > cap.limit {
        return "\(refund.name): \(paid.text) of \(cap.limit.text)"
      }
      for step in reasons.groups {
        guard let limit = step.limit else { continue }
        let group = Group(group: step.group, key: step.key, period: step.period)
        totals[group] = (totals[group] ?? .zero).adding(paid)
        if let known = limits.updateValue(limit, forKey: group), known != limit {
          return "\(group): one item is held against \(known.text), another against \(limit.text)"
        }
      }
      return nil
    }

    /// A group that is paid more than its cap.
    var exceeded: String? {
      for (group, total) in totals where total > limits[group] ?? .zero {
        return "\(group): \(total.text) of \(limits[group]?.text ?? "-")"
      }
      return nil
    }
  }
}

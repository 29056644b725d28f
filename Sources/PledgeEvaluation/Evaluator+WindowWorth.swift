import PledgeNumbers
import PledgePolicy

extension Evaluator {
  /// What a refund comes to in a window, behind its own caps and its own minimum, if it is claimed in time;
  /// nil where the key does not count.
  mutating func worth(
    of index: Int, _ asking: FrameAsking, _ place: FramePlace, _ portfolio: Portfolio
  ) -> WindowChoice.Answer? {
    let refund = plan.refunds[index]
    for position in refund.components.range {
      let component = Int(plan.operands[position])
      refunds[component] = unclaimed(component, asking, place, portfolio) ?? RefundOutcome(.none)
    }
    guard refund.combination != nil else {
      return unclaimed(index, asking, place, portfolio).map { worth($0, refund) }
    }
    enter(place, asking.frame, key: asking.key, portfolio, events: [], asOf: asking.asOf)
    return worth(combineFrame(index), refund)
  }

  /// Whether an item of a combination, of which the worth was asked last, may still come to something.
  func waitsForParts(_ index: Int) -> Bool {
    plan.operands[plan.refunds[index].components.range].contains { refunds[Int($0)].state == .pending }
  }

  private mutating func worth(_ outcome: RefundOutcome, _ refund: RefundPlan) -> WindowChoice.Answer {
    if let cause = outcome.unknown {
      return outcome.state == .pending ? .waits(cause) : .unknown(cause, most: mostUnclaimed(refund))
    }
    switch outcome.state {
    case .none: return .nothing
    case .owed, .accruing, .combined: return .pays(max(outcome.amount, .zero))
    case .belowMinimum, .claimable, .lapsed, .pending, .undecided: return .pays(.zero)
    }
  }

  /// A refund of the frame of a window, as if every claim were made; nil where the key does not count.
  private mutating func unclaimed(
    _ index: Int, _ asking: FrameAsking, _ place: FramePlace, _ portfolio: Portfolio
  ) -> RefundOutcome? {
    var refund = plan.refunds[index]
    guard let frame = refund.frame else { return nil }
    enter(place, frame, key: asking.key, portfolio, events: [], asOf: asking.asOf)
    if frame.scope.filter >= 0 {
      let counts = value(frame.scope.filter)
      if counts == .truth(false) { return nil }
      if let cause = counts.unknown { return open(cause) }
    }
    refund.claims = .empty
    return computeUnsettled(refund)
  }

  /// The most that a refund of the frame that has been entered comes to, where that is not known; nil where
  /// that has no end.
  private mutating func mostUnclaimed(_ refund: RefundPlan) -> Rational? {
    guard refund.combination == nil, let most = range(refund.amount).most else { return nil }
    var unclaimed = refund
    unclaimed.claims = .empty
    guard let item = item(paying: most, unclaimed) else { return nil }
    return item.isPayable ? max(item.amount, .zero) : .zero
  }
}

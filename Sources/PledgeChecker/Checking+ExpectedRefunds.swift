import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTime

extension Checking {
  /// What a test expects of a refund, or nil with a message.
  func refund(_ outcome: OutcomeView, _ index: Int) -> RefundExpectation? {
    var expectation = RefundExpectation()
    let states = RefundState.allCases.map(\.word)
    switch outcome.state {
    case .belowMinimum: expectation.state = .belowMinimum
    case .notApplicable:
      notApplicable(outcome, states)
      return nil
    case .value(let value):
      guard let word = word(value), let state = RefundState.allCases.first(where: { $0.word == word }) else {
        unknownOutcome(value, states)
        return nil
      }
      expectation.state = state
    }
    if let literal = outcome.amount {
      guard let amount = amount(literal, of: policy.refunds[index].currency) else { return nil }
      expectation.amount = amount
    }
    for detail in outcome.details {
      guard check(detail, .refund, &expectation.until, &expectation.because) else { return nil }
    }
    return expectation
  }

  /// What a test expects of a right, or nil with a message.
  func right(_ outcome: OutcomeView) -> RightExpectation? {
    var expectation = RightExpectation()
    let states = RightState.allCases.map(\.word)
    switch outcome.state {
    case .notApplicable, .belowMinimum:
      notApplicable(outcome, states)
      return nil
    case .value(let value):
      guard let word = word(value), let state = RightState.allCases.first(where: { $0.word == word }) else {
        unknownOutcome(value, states)
        return nil
      }
      expectation.state = state
    }
    if let amount = outcome.amount {
      report(.test(.wrongFigure(figure: text(in: amount.range), subject: .right)), at: amount.range)
      return nil
    }
    for detail in outcome.details {
      guard check(detail, .right, &expectation.until, &expectation.because) else { return nil }
    }
    return expectation
  }

  private func notApplicable(_ outcome: OutcomeView, _ known: [String]) {
    let word = if case .belowMinimum = outcome.state { "below minimum" } else { "not applicable" }
    report(
      .test(.unknownOutcome(word: word, known: known.map { .code($0) }, suggestion: nil)), at: outcome.range)
  }

  private func amount(_ literal: LiteralView, of currency: Currency) -> Rational? {
    guard let (constant, type) = constant(literal, expecting: nil) else { return nil }
    if case .number(let amount) = constant, type == .money(currency) { return amount }
    // A refund whose amount failed has had its message.
    if currency == .absent { return nil }
    report(
      .type(.mismatch(found: type.words, needed: .amountIn(currency.code))), at: literal.range)
    return nil
  }

  private func check(
    _ detail: OutcomeDetail, _ subject: Term, _ until: inout Instant?, _ because: inout String?
  ) -> Bool {
    guard let figure = detail.figure else { return false }
    switch figure {
    case .until:
      guard case .literal(let literal) = detail.value,
        let (constant, _) = constant(literal, expecting: .instant), case .instant(let instant) = constant
      else {
        report(.type(.mismatch(found: .value, needed: .dateAndTime)), at: detail.value.range)
        return false
      }
      until = instant
      return true
    case .because:
      because = word(detail.value)
      return because != nil
    case .over, .due, .counted, .left, .at:
      report(
        .test(.wrongFigure(figure: text(in: detail.range), subject: subject)), at: detail.range)
      return false
    }
  }
}

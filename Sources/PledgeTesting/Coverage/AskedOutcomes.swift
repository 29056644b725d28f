import PledgePolicy

/// Which outcomes of a test's tickets, keys and periods somebody looks at.
struct AskedOutcomes {
  /// One outcome, with the index of the ticket where it is one of a ticket.
  enum Outcome: Hashable {
    case target(Int, Int)
    case refund(Int, Int)
    case right(Int, Int)
    case step(Int, Int, Int)
    case period(Int)
    case frameRefund(Int)
    case frameRight(Int)
  }

  /// Nil where all of them are looked at.
  private var outcomes: Set<Outcome>?

  /// All of them: what a ticket comes to, whoever asks.
  static let all = AskedOutcomes(outcomes: nil)

  private init(outcomes: Set<Outcome>?) { self.outcomes = outcomes }

  /// Those that the expectations of a test speak of.
  init(_ test: TestBlock) {
    outcomes = Set(
      test.expectations.compactMap { expectation in
        switch expectation.subject {
        case .target(let target, _): .target(expectation.ticket, target)
        case .refund(let refund, _): .refund(expectation.ticket, refund)
        case .right(let right, _): .right(expectation.ticket, right)
        case .step(let escalation, let line, _, _): .step(expectation.ticket, escalation, line - 1)
        case .period(let expected): .period(expected.target)
        case .frame(let frame):
          switch frame.expected {
          case .refund(let refund, _): .frameRefund(refund)
          case .right(let right, _): .frameRight(right)
          }
        case .value, .refused, .noted: nil
        }
      })
  }

  func holds(_ outcome: Outcome) -> Bool { outcomes?.contains(outcome) ?? true }
}

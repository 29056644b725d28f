import PledgeNumbers
import PledgeTime

/// What one ticket gave to a period target of its key; kept only where decisions are explained.
struct PeriodEvidence: Sendable {
  /// UTF-8 of the ticket's id.
  var ticket: [UInt8]
  /// Whether it counts, by the number of its class.
  var contribution: Int32
  var gift: Gift

  /// The forms of what a ticket can give.
  enum Gift: Sendable {
    /// Time in which the span of a leaf of the target lies.
    case time(leaf: Int, Interval)
    /// The same with the share of the whole that it concerns.
    case weighted(Interval, Rational)
    case count(Tally)
    case value(Sample)
  }

  /// The target and the key's number.
  struct Place: Hashable, Sendable {
    var target: Int
    var key: Int
  }
}

extension Portfolio {
  /// Keeps what the ticket at hand gives, where decisions are explained.
  mutating func keep(_ target: Int, _ key: Int, _ contribution: Int32, _ gift: PeriodEvidence.Gift) {
    guard evidence != nil else { return }
    evidence?[PeriodEvidence.Place(target: target, key: key), default: []].append(
      PeriodEvidence(ticket: ticketID, contribution: contribution, gift: gift))
  }

  /// Why a frame came to its outcome; nil where nothing was kept for it.
  func explanation(
    of outcome: PeriodOutcome, _ decided: inout KeyDecision, _ evaluator: inout Evaluator, asOf: Instant
  ) -> PeriodExplanation? {
    guard let evidence else { return nil }
    var judging = judging(outcome.target, &decided, &evaluator, asOf: asOf)
    let own = evidence[PeriodEvidence.Place(target: outcome.target, key: outcome.key)] ?? []
    return judging.explanation(outcome, own, &evaluator)
  }
}

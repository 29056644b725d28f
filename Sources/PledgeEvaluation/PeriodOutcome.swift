import PledgeNumbers
import PledgePolicy
import PledgeTime

/// What one period target came to for one key and one period.
package struct PeriodOutcome: Sendable {
  /// Index of the target in the policy's `periodTargets`.
  package var target: Int
  /// The key's number in the portfolio's list of the target's keys.
  package var key: Int
  package var period: Period
  /// How many windows in a row, the last of which is `period`, came to the same; 1 where nothing rolls.
  package var windows = 1
  package var verdict: Verdict
  /// The measured value up to the as-of instant, a duration in microseconds; nil where it is not known.
  package var reached: Rational?
  /// By how much the value misses a bound; zero where it does not.
  package var short = Rational.zero
  /// How much of it lies beyond an upper bound.
  package var over = Rational.zero
  /// The counted time of a measure of spans.
  package var counted = Duration.zero
  /// What is left of the allowance, in the measure's unit; for availability, the time that may still be lost.
  package var left: Rational?
  /// The limit that decides: the one that is missed, else the first.
  package var limit: Rational?
  /// How many periods in a row, up to this one, were breached.
  package var run = 0
  /// How many tickets the value was made of.
  package var tickets = 0
  /// The exclusion that excuses, by index.
  package var exclusion: Int?
  package var unknown: UnknownID?
  /// Why the value is not known, where the verdict is the same either way.
  package var doubt: UnknownID?
  /// Whether the period goes on behind the as-of instant.
  package var isRunning = false

  /// Whether its verdict is not known, or not yet.
  var isOpen: Bool { verdict == .pending || verdict == .undecided }

  /// The numbers of the windows that came to the same; that of the period alone where nothing rolls.
  var numbers: ClosedRange<Int> { period.number - windows + 1...period.number }

  package init(target: Int, key: Int, period: Period, verdict: Verdict) {
    self.target = target
    self.key = key
    self.period = period
    self.verdict = verdict
  }
}

/// A period's outcome with the words that a report needs.
package struct PeriodDecision: Sendable {
  package var outcome: PeriodOutcome
  /// The parts of the key as texts.
  package var key: [String]
  /// What is not known, in order.
  package var causes: [Cause]
  /// Nil where it was not asked for.
  package var explanation: PeriodExplanation?
  /// The version of the policy that judges, by its place in the order of their time; 0 where there is one.
  package var version = 0
}

/// What a few tickets came to in every frame.
package struct PortfolioOutcome: Sendable {
  /// By target in order of declaration, key in the order of its values, and period.
  package var periods: [PeriodDecision] = []
}

import PledgeNumbers
import PledgePolicy
import PledgeTime

/// What one target came to for one ticket.
package struct TargetOutcome: Sendable {
  package var verdict: Verdict
  /// Whether the clock was still running at the as-of instant.
  package var isRunning = false
  /// The clock's first start; nil where it has not started.
  package var start: Instant?
  /// The clock's last stop; nil while it runs.
  package var stop: Instant?
  /// The instant at which the bound is reached; nil where that is not known.
  package var due: Instant?
  /// Whether a stop at `due` is in time.
  package var isDueIncluded = true
  /// What the count may come to; nil for a deadline.
  package var limit: Duration?
  /// What the clock has counted up to the as-of instant; zero where that is not known.
  package var counted = Duration.zero
  /// Whether the clock has started, or may have.
  var hasStarted = true
  /// Whether `counted` is known: not before the clock has started, nor where its times are in doubt.
  package var isCountKnown = false
  /// The count beyond the limit, or the time beyond the deadline; zero unless breached or excused.
  package var over = Duration.zero
  /// The exclusion that excuses, by index.
  package var exclusion: Int?
  /// Why the verdict is pending or undecided; nil where nothing is missing.
  package var unknown: UnknownID?
  /// Why it is not known how much was counted, and how much of it beyond the bound, where the verdict is the
  /// same either way. `counted` and `over` are then the most that they may be, unless `isAtMost` is false.
  package var doubt: UnknownID?
  /// The least that was counted, and that it is beyond the bound, where that is in doubt.
  package private(set) var leastCounted = Duration.zero
  package private(set) var leastOver = Duration.zero
  /// Whether a count that is in doubt has a most.
  package var isAtMost = true
  /// Why `due` is not known, where the verdict is; it is then the earliest.
  package var dueDoubt: UnknownID?
  package var applicability = Applicability.applies
  /// The verdicts that one which is not known may come to.
  var candidates = VerdictSet.all
  /// How many cycles the clock has begun and how many of them are breached; 0 where it has none. The other
  /// figures are those of the worst cycle.
  package var cycles: Int32 = 0
  package var failingCycles: Int32 = 0

  @inline(__always) package init(_ verdict: Verdict) { self.verdict = verdict }

  /// Notes that the figures are not known, and the least that they may be: those of another outcome.
  mutating func note(_ cause: UnknownID, _ least: TargetOutcome) {
    note(cause, counted: least.surelyCounted, over: least.surelyOver)
    isAtMost = isAtMost && least.isAtMost
  }

  /// Notes that the figures are not known, and the least that they may be.
  mutating func note(_ cause: UnknownID, counted: Duration, over: Duration) {
    leastCounted = min(counted, surelyCounted)
    leastOver = min(over, surelyOver)
    doubt = cause
  }

  /// What was counted at least.
  package var surelyCounted: Duration { doubt == nil ? counted : leastCounted }

  /// By how much it is at least beyond the bound.
  package var surelyOver: Duration { doubt == nil ? over : leastOver }

  /// The time up to a deadline that has not come, on the target's calendar; nil where it has none.
  package internal(set) var timeLeft: Duration?

  /// What the verdict is, or may come to.
  var verdicts: VerdictSet {
    switch verdict {
    case .pending, .undecided: candidates
    case .met, .breached, .excused, .notApplicable: VerdictSet([verdict])
    }
  }

  /// What is left of the limit, or of the time up to the deadline; zero once it is reached.
  package var left: Duration? {
    guard let limit else { return timeLeft }
    return max(limit.subtracting(counted) ?? .zero, .zero)
  }

  /// Whether a target is about a ticket, and if not, why.
  package enum Applicability: UInt8, Sendable {
    case applies
    /// The target's `for` does not hold.
    case conditionFalse
    /// The policy is not in force at the ticket's governing event.
    case notInForce
  }
}

/// Some of the verdicts.
struct VerdictSet: Sendable, Hashable {
  var mask: UInt8

  init(mask: UInt8) { self.mask = mask }

  init(_ verdicts: [Verdict]) {
    mask = verdicts.reduce(0) { $0 | 1 << $1.rawValue }
  }

  static let all = VerdictSet(Verdict.allCases)
  /// Those of a target that is about the ticket.
  static let applying = VerdictSet([.met, .breached, .excused, .pending, .undecided])

  func united(with other: VerdictSet) -> VerdictSet { VerdictSet(mask: mask | other.mask) }
}

/// What one refund came to for one ticket.
package struct RefundOutcome: Sendable {
  package var state: RefundState
  /// The most that an item comes to which is not known; nil where nothing is said of it.
  var most: Rational?
  /// What each payee gets, after rounding and caps; zero in states that have no amount.
  package var amount = Rational.zero
  /// Until when it can be claimed; nil where it need not be, or where that is not known yet.
  package var until: Instant?
  package var unknown: UnknownID?

  package init(_ state: RefundState) { self.state = state }
}

/// What one right came to for one ticket.
package struct RightOutcome: Sendable {
  package var state: RightState
  /// Until when it can or could be used; nil where that has no end or is not known yet.
  package var until: Instant?
  /// When it was used.
  package var used: Instant?
  package var unknown: UnknownID?

  package init(_ state: RightState) { self.state = state }
}

import PledgeNumbers
import PledgeTime

/// Why a period target came to its verdict for one key and period: what each ticket gave, what of it was
/// counted, and the figures of the measure and of its bound.
package struct PeriodExplanation: Sendable {
  /// The part of the period that is judged: within the validity.
  package var judged: Interval
  /// What tickets gave, in order of time, then of their ids.
  package var contributions: [Contribution] = []
  /// The united time of the span in the period up to the as-of instant, cut where its treatment changes.
  ///
  /// **Invariant**: the segments are disjoint, in order, and together all time that a ticket gave.
  package var segments: [Segment] = []
  /// How each bound came about.
  package var bounds: [[ExplanationStep]] = []
  /// What is held against the whole: lost time of availability, good tickets of a share, the sum of a mean.
  package var part: Rational?
  /// The whole: the time of the period in microseconds, all tickets that count, the number of values.
  package var whole: Rational?
  /// Whether the figure counts also what an exclusion takes out, because the target is met with it.
  package var countsExcluded = false

  /// What one ticket gave.
  package struct Contribution: Sendable {
    package var ticket: String
    package var standing: Standing
    package var form: Form
  }

  /// What a ticket gives.
  package enum Form: Sendable {
    /// A time cut at the period, and whether it goes on beyond; `pause` and `exclusion` by index.
    case time(Interval, isCut: Bool, weight: Rational?)
    case pause(Int, Interval)
    case exclusion(Int, Interval)
    /// It counts once; `isGood` is what a share asks, nil where that is not known yet.
    case count(isGood: Bool?)
    case value(Rational?)
  }

  /// Whether what a ticket gives counts.
  package enum Standing: Sendable, Hashable {
    case counts
    /// An exclusion, by index, takes it out.
    case excluded(Int)
    /// It is not known whether it counts, or whether an exclusion takes it out.
    case open([Cause])
  }
}

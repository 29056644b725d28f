import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeTime

/// Why a target came to its verdict: what was counted, what was not, and the figures behind the bound.
package struct TargetExplanation: Sendable {
  /// The clock's whole running time up to the as-of instant, cut where its treatment changes.
  ///
  /// **Invariant**: the segments are disjoint, in order, and together the raw span of the clock.
  package var segments: [Segment] = []
  /// How the limit or the deadline came about.
  package var bound: [ExplanationStep] = []
  /// By how much extensions, excluded times and the roll to a working day have moved the deadline.
  package var moved: Duration?
  /// How the target's condition came about, where it has one.
  package var condition: [ExplanationStep] = []
  /// What is not known, sorted.
  package var causes: [Cause] = []
  /// The exclusions whose reason holds, but that lack something that they need.
  package var refused: [RefusedExclusion] = []
  /// The stops behind the first start that found the clock stopped.
  package var strayStops: [StrayStop] = []
  /// What each cycle came to, in order of time; empty where the target has none.
  package var cycles: [TargetOutcome] = []
}

/// An exclusion that does not help because something that it needs is not so.
package struct RefusedExclusion: Sendable, Hashable {
  package var exclusion: Int
  /// Where the `needs` stands that does not hold, and the figures behind it.
  package var need: SourceRange
  package var steps: [ExplanationStep]
}

/// An event that would stop a clock that is not running.
package struct StrayStop: Sendable, Hashable {
  package var at: Instant
  /// Index of the event in the vocabulary.
  package var event: Int
}

/// A part of a clock's running time and how it was treated.
package struct Segment: Sendable, Hashable {
  package var interval: Interval
  package var treatment: Treatment

  /// How time was treated.
  package enum Treatment: Sendable, Hashable {
    case counted
    /// Outside the hours of the target's calendar.
    case closed
    /// In a pause, by the index of its span.
    case paused(Int)
    /// In an exclusion, by index.
    case excluded(Int)
    /// Part of an interval that the span's length test drops.
    case tooShort
    /// Of a key and period: it is not known whether it counts.
    case uncertain
  }
}

/// One figure on the way to a result: a part of the policy's text and what it came to.
package struct ExplanationStep: Sendable, Hashable {
  package var origin: SourceRange
  /// The value as a reader writes it; "unknown" where it is not known.
  package var value: String
  /// Whether the value is known.
  package var isKnown = true
  package var detail: Detail?

  /// What a step has beside its value.
  package enum Detail: Sendable, Hashable {
    /// The row of a table that applied, both by index.
    case row(table: Int, row: Int)
    /// How many units were paid.
    case units(Rational)
    /// The numbers of the units that the value is the rate of.
    case band(first: Int64, last: Int64)
  }
}

/// How a refund's amount came about, in the fixed order.
package struct RefundExplanation: Sendable {
  /// How the condition came about.
  package var condition: [ExplanationStep] = []
  /// The figures behind the amount paid; the last is the amount itself.
  package var amount: [ExplanationStep] = []
  /// The amount before rounding; nil where it is not known.
  package var paid: Rational?
  /// The amount after rounding the item.
  package var rounded: Rational?
  /// What each failing cycle pays, rounded, where a refund is paid per cycle.
  package var cycles: [Rational] = []
  /// Each cap, rounded down, and the amount behind it.
  package var caps: [Cap] = []
  /// What each claim asks for and whether it was made.
  package var claims: [ClaimExplanation] = []
  /// The items of a combination, in the order of the text.
  package var parts: [Part] = []
  /// What groups left of the item, caps from inner to outer, then the minimum.
  package var groups: [GroupStep] = []
  package var causes: [Cause] = []

  /// A cap or minimum over several items.
  package struct GroupStep: Sendable, Hashable {
    /// Index of the group in the policy.
    package var group: Int
    /// The values of its key, as a reader writes them.
    package var key: [String]
    /// The name of its period; nil where it has none.
    package var period: String?
    /// The cap; nil for a minimum, or where it is not known.
    package var limit: Rational?
    /// What is left of the item for each payee; nil for a minimum, or where the cap is not known.
    package var amount: Rational?
    /// What all items of the group come to behind this limit; nil beyond 128 bits.
    package var total: Rational?
  }

  /// One item of a combination.
  package struct Part: Sendable, Hashable {
    /// By index.
    package var refund: Int
    package var state: RefundState
    package var amount: Rational
    /// Whether it is in what the combination pays.
    package var isPaid: Bool
  }

  /// One cap, what it left for each payee, and whether that is all that it allows.
  package struct Cap: Sendable, Hashable {
    package var limit: Rational
    package var amount: Rational
    package var isReached: Bool
  }
}

/// When a claim could be made, and when it was.
package struct ClaimExplanation: Sendable, Hashable {
  /// From when it counts; nil where that is not limited or not known yet.
  package var from: Instant?
  /// The deadline; nil where it is not known yet.
  package var until: Instant?
  /// Whether a claim at the deadline is in time.
  package var isUntilIncluded: Bool
  /// The first claim in time.
  package var made: Instant?
}

/// How a right came about.
package struct RightExplanation: Sendable {
  package var condition: [ExplanationStep] = []
  package var claims: [ClaimExplanation] = []
  package var causes: [Cause] = []
}

import PledgeDiagnostics
import PledgeTime

/// What is taken together: `per circuit each month where …`.
///
/// **Invariant**: the keys are expressions of a ticket; the filter and the anchor are expressions of a frame,
/// which is a key and one period.
package struct Scope: Sendable {
  /// Empty for the whole portfolio.
  package var keys: [Expression]
  /// Nil where a group has no periods.
  package var period: PeriodRule?
  /// `where …`: which keys count.
  package var filter: Expression?
  /// The register whose rows give the keys also where no ticket names them; nil where only tickets do.
  package var keyRegister: Int?
  package var origin: SourceRange

  package init(keys: [Expression], period: PeriodRule?, filter: Expression? = nil, origin: SourceRange) {
    self.keys = keys
    self.period = period
    self.filter = filter
    self.keyRegister = nil
    self.origin = origin
  }

  /// Whether its periods are windows that overlap.
  package var isRolling: Bool {
    if case .rolling? = period?.kind { true } else { false }
  }
}

/// How periods follow each other.
package struct PeriodRule: Sendable {
  package var kind: Kind
  /// `in 5 min slots`: the length of the slots that samples fall in.
  package var slot: Duration?

  package init(_ kind: Kind, slot: Duration? = nil) {
    self.kind = kind
    self.slot = slot
  }

  /// The three ways in which a time is cut.
  package enum Kind: Sendable {
    /// `each month`: by the calendar of the policy's zone.
    case calendar(CalendarUnit)
    /// `each 1 month from contract.signed for 3 months`: counted from an instant, never chained; for as long
    /// as the second length says, or on and on.
    case anchored(CalendarLength, from: Anchor, lasting: CalendarLength?)
    /// `rolling 30 calendar days`: windows of this length that end at each local day's end, or, where
    /// `byMonth`, at each month's end.
    case rolling(Expression, byMonth: Bool)
  }
  /// Where anchored periods begin.
  package enum Anchor: Sendable {
    /// An instant that follows from the key.
    case frame(Expression)
    /// The earliest instant of the key's tickets.
    case earliestOfTickets(Expression)
  }
}

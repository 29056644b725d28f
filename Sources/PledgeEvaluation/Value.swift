import PledgeNumbers
import PledgeTickets
import PledgeTime

/// A value during an evaluation, known or not.
///
/// It holds no reference: tickets by the million copy values without counting anything.
package enum Value: Sendable, Hashable {
  /// Not known, with the causes that the interner holds under this id.
  case unknown(UnknownID)
  /// An instant behind the as-of instant: it is not known, but later than all that is.
  case later(UnknownID)
  case truth(Bool)
  /// An integer, a decimal, a percent as a fraction, or money in the unit of its currency.
  case number(Rational)
  case duration(Duration)
  case calendarLength(CalendarLength)
  case workingDays(Int32)
  case instant(Instant)
  case date(CivilDate)
  case timeOfDay(WallTime)
  case text(TextID)
  case choice(Int32)

  /// The causes for which the value is unknown, or nil when it is known.
  @inlinable package var unknown: UnknownID? {
    switch self {
    case .unknown(let id), .later(let id): id
    case .truth, .number, .duration, .calendarLength, .workingDays, .instant, .date, .timeOfDay, .text,
      .choice:
      nil
    }
  }

  /// The value that a ticket or register holds; nil where it holds none.
  package init?(_ scalar: Scalar) {
    switch scalar {
    case .missing: return nil
    case .truth(let truth): self = .truth(truth)
    case .number(let decimal): self = .number(decimal.rational)
    case .duration(let duration): self = .duration(duration)
    case .instant(let instant): self = .instant(instant)
    case .date(let date): self = .date(date)
    case .text(let text): self = .text(text)
    case .choice(let member): self = .choice(member)
    }
  }
}

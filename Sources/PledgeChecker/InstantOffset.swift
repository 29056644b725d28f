import PledgePolicy
import PledgeTime

/// How far an instant lies behind an event, or behind the epoch, as far as that is written.
struct InstantOffset {
  private var event: EventPoint?
  private var elapsed = Duration.zero
  private var months = 0
  private var days = 0
  /// The calendar whose open time or working days are counted, and these.
  private var calendar: Int?
  private var open = Duration.zero
  private var workingDays = 0

  /// Whether one instant is never later than another: both are constants, or lengths behind the same event of
  /// which none is longer.
  static func isNoLater(_ second: Expression, than first: Expression) -> Bool {
    guard let first = InstantOffset(first), let second = InstantOffset(second), first.event == second.event,
      first.calendar == second.calendar
    else { return false }
    return second.elapsed <= first.elapsed && second.months <= first.months && second.days <= first.days
      && second.open <= first.open && second.workingDays <= first.workingDays
  }

  /// The offset of an instant; nil where something else moves it.
  private init?(_ instant: Expression) {
    switch instant.kind {
    case .constant(.instant(let instant)): elapsed = Duration(microseconds: instant.microseconds)
    case .event(var point):
      elapsed = point.offset
      point.offset = .zero
      event = point
    case .moved(let base, let length, let calendar, let negated):
      guard let start = InstantOffset(base), case .constant(let length) = length.kind else { return nil }
      self = start
      guard move(by: length, calendar, negated) else { return nil }
    case .constant, .field, .column, .rowKey, .rowColumn, .parameter, .derived, .tableResult, .attribute,
      .extreme, .isKnown, .not, .all, .any, .compare, .oneOf, .sum, .difference, .product, .quotient,
      .negation, .share, .perUnit, .perDate, .choice, .verdict, .figure, .measure, .overlaps, .during,
      .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled, .graded, .datesOver, .periodBoundary,
      .periodVerdict, .periodFigure, .ticketCount:
      return nil
    }
  }

  /// Adds a length; false where it goes with no other, or is too long.
  private mutating func move(by length: Constant, _ calendar: Int?, _ negated: Bool) -> Bool {
    if let calendar {
      guard self.calendar == nil || self.calendar == calendar else { return false }
      self.calendar = calendar
    }
    switch length {
    case .duration(let length):
      let start = calendar == nil ? elapsed : open
      guard let sum = negated ? start.subtracting(length) : start.adding(length) else { return false }
      if calendar == nil { elapsed = sum } else { open = sum }
      return true
    case .calendarLength(let length):
      return InstantOffset.add(length.months, to: &months, negated)
        && InstantOffset.add(length.days, to: &days, negated)
    case .workingDays(let days): return InstantOffset.add(days, to: &workingDays, negated)
    case .truth, .number, .instant, .date, .timeOfDay, .text, .choice: return false
    }
  }

  private static func add(_ length: Int, to sum: inout Int, _ negated: Bool) -> Bool {
    let (result, overflows) =
      negated ? sum.subtractingReportingOverflow(length) : sum.addingReportingOverflow(length)
    sum = result
    return !overflows
  }
}

import PledgePolicy
import PledgeTime

extension Evaluator {
  /// A deadline that falls into closed time, moved to a time of day of the next working day.
  ///
  /// An instant at closing time stays there. A deadline that is not included belongs to the time before it,
  /// so that the end of a Friday is not closed where Fridays are open to midnight. The next working day is
  /// the first one whose hours begin after the deadline and on which the time of day is not before it.
  mutating func rolled(_ bound: Bound, _ roll: DeadlineRoll?) -> Known<Bound> {
    guard let roll else { return .known(bound) }
    let calendar = Int32(truncatingIfNeeded: roll.calendar)
    switch isOpen(bound, calendar) {
    case .unknown(let id): return .unknown(id)
    case .known(true): return .known(bound)
    case .known(false): break
    }
    switch known(calendars[roll.calendar].nextOpening(from: bound.due), calendar) {
    case .unknown(let id): return .unknown(id)
    case .known(let opening): return rolled(bound, to: roll, from: opening)
    }
  }

  private mutating func rolled(_ bound: Bound, to roll: DeadlineRoll, from opening: Instant) -> Known<Bound> {
    let calendar = Int32(truncatingIfNeeded: roll.calendar)
    guard let time = roll.time else { return endOfDay(from: opening, roll) }
    let zone = calendars[roll.calendar].rules.zone
    let date = zone.date(at: opening)
    let due = zone.instant(date, time)
    if due >= bound.due { return .known(Bound(due: due, isIncluded: true)) }
    switch known(calendars[roll.calendar].workingDate(nth: 1, after: date), calendar) {
    case .unknown(let id): return .unknown(id)
    case .known(let next): return .known(Bound(due: zone.instant(next, time), isIncluded: true))
    }
  }

  /// The end of the working day that opens at an instant: an arrival at its opening counts for it.
  private mutating func endOfDay(from opening: Instant, _ roll: DeadlineRoll) -> Known<Bound> {
    let calendar = Int32(truncatingIfNeeded: roll.calendar)
    switch known(calendars[roll.calendar].endOfWorkingDay(nth: 0, after: opening), calendar) {
    case .unknown(let id): return .unknown(id)
    case .known(let end): return .known(Bound(due: end.instant, isIncluded: end.isInclusive))
    }
  }

  /// Whether a deadline lies in open time, its closing instant included.
  private mutating func isOpen(_ bound: Bound, _ calendar: Int32) -> Known<Bool> {
    guard let before = bound.due.subtracting(Duration(microseconds: 1)) else {
      return .unknown(unknown(.outOfRange))
    }
    let first = known(calendars[Int(calendar)].isOpen(at: before), calendar)
    guard bound.isIncluded, case .known(false) = first else { return first }
    return known(calendars[Int(calendar)].isOpen(at: bound.due), calendar)
  }

  // MARK: Ends of units

  /// The end of the nth week, month, quarter or year after the one of an instant or a date.
  mutating func endOfUnit(_ unit: CalendarUnit, _ number: Int, after value: Value) -> Value {
    let date: CivilDate
    switch value {
    case .instant(let instant): date = zone.date(at: instant)
    case .date(let written): date = written
    case .later(let id): return number >= 0 ? .later(id) : .unknown(id)
    case .unknown, .truth, .number, .duration, .calendarLength, .workingDays, .timeOfDay, .text, .choice:
      return .unknown(value.unknown ?? unknown(.overflow))
    }
    guard let next = unit.start(of: date, plus: number + 1) else { return .unknown(unknown(.outOfRange)) }
    return .instant(zone.startOfDay(next))
  }
}

extension CalendarUnit {
  /// The first date of the unit in which a date lies, or of one so many units later; nil beyond the supported
  /// years.
  package func start(of date: CivilDate, plus count: Int = 0) -> CivilDate? {
    let months: Int
    switch self {
    case .day: return date.adding(days: count)
    case .week:
      let monday = date.adding(days: 1 - date.weekday)
      let (days, overflows) = count.multipliedReportingOverflow(by: 7)
      return overflows ? nil : monday?.adding(days: days)
    case .month: months = 1
    case .quarter: months = 3
    case .year: months = 12
    }
    let first = (date.fields.month - 1) / months * months + 1
    let (shift, overflows) = count.multipliedReportingOverflow(by: months)
    guard !overflows else { return nil }
    return CivilDate(year: date.year, month: first, day: 1)?.adding(months: shift, .lastDay)
  }
}

import PledgePolicy
import PledgeTime

// Days as dates, and times of day on them.

extension Evaluator {
  /// The nodes that name a day or a time of one.
  mutating func day(_ node: Node) -> Value {
    if case .workingDay(let number, let after, let calendar) = node {
      return workingDay(Int(number), after: value(after), calendar)
    }
    if case .calendarDay(let number, let after) = node {
      return calendarDay(Int(number), after: value(after))
    }
    if case .timeOn(let time, let date, let calendar) = node { return timeOn(time, date, calendar) }
    return .unknown(unknown(.overflow))
  }

  private mutating func workingDay(_ number: Int, after anchor: Value, _ calendar: Int32) -> Value {
    guard case .instant(let instant) = anchor else { return .unknown(anchor.unknown ?? unknown(.overflow)) }
    switch known(calendars[Int(calendar)].workingDate(nth: number, afterArrival: instant), calendar) {
    case .known(let date): return .date(date)
    case .unknown(let id): return .unknown(id)
    }
  }

  private mutating func calendarDay(_ number: Int, after anchor: Value) -> Value {
    let first: CivilDate
    switch anchor {
    case .instant(let instant): first = zone.date(at: instant)
    case .date(let date): first = date
    case .unknown, .later, .truth, .number, .duration, .calendarLength, .workingDays, .timeOfDay, .text,
      .choice:
      return .unknown(anchor.unknown ?? unknown(.overflow))
    }
    return first.adding(days: number).map { .date($0) } ?? .unknown(unknown(.outOfRange))
  }

  /// A time of day on a date, or on the date of an instant. On a day behind one that has not come, it has not
  /// come either.
  private mutating func timeOn(_ time: Int32, _ date: Int32, _ calendar: Int32) -> Value {
    let time = value(time)
    guard case .timeOfDay(let clock) = time else { return .unknown(time.unknown ?? unknown(.overflow)) }
    let zone = calendar < 0 ? zone : calendars[Int(calendar)].rules.zone
    let day = value(date)
    switch day {
    case .date(let date): return .instant(zone.instant(date, clock))
    case .instant(let instant): return .instant(zone.instant(zone.date(at: instant), clock))
    case .unknown(let id): return isBehindLater(date, in: zone) ? .later(id) : .unknown(id)
    case .later(let id): return .unknown(id)
    case .truth, .number, .duration, .calendarLength, .workingDays, .timeOfDay, .text, .choice:
      return .unknown(unknown(.overflow))
    }
  }

  /// Whether the whole of a day in a zone lies behind an instant that has not come.
  ///
  /// An arrival in hours that run past midnight belongs to the date before: its next working day may have
  /// begun. In another zone the day may have, too.
  private mutating func isBehindLater(_ node: Int32, in zone: Zone) -> Bool {
    if case .workingDay(let number, let after, let calendar) = plan.nodes[Int(node)] {
      let rules = calendars[Int(calendar)].rules
      let isNext = rules.dayEnd == .midnight || !rules.hours.runPastMidnight
      return number > (isNext ? 0 : 1) && rules.zone == zone && isLater(after)
    }
    if case .calendarDay(let number, let after) = plan.nodes[Int(node)] {
      return number > 0 && zone == self.zone && isLater(after)
    }
    return false
  }

  private mutating func isLater(_ node: Int32) -> Bool {
    if case .later = value(node) { true } else { false }
  }
}

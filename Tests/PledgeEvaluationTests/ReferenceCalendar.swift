import PledgeTime

/// A calendar and, slot by slot, whether it is open: asked of the rules themselves, date by date and hour by
/// hour.
struct ReferenceCalendar {
  var name: String
  var rules: CalendarRules

  /// Whether the rules open at an instant, by what the wall shows then.
  static func isOpen(_ hours: CalendarHours, at instant: Instant) -> Bool {
    switch hours {
    case .and(let first, let second): return isOpen(first, at: instant) && isOpen(second, at: instant)
    case .or(let first, let second): return isOpen(first, at: instant) || isOpen(second, at: instant)
    case .minus(let first, let second): return isOpen(first, at: instant) && !isOpen(second, at: instant)
    case .own(let own):
      let (date, time) = own.zone.local(instant)
      for wall in own.hours(on: date) {
        let ends = wall.crossesMidnight ? WallTime.microsecondsPerDay : wall.end.microseconds
        if time >= wall.start.microseconds && time < ends { return true }
      }
      for wall in own.hours(on: date.previous) where wall.crossesMidnight {
        if time < wall.end.microseconds { return true }
      }
      return false
    }
  }

  /// Calendars whose hours begin and end away from the hour in which a clock is changed.
  static let all: [ReferenceCalendar] = {
    let berlin = zone("Europe/Berlin")
    let day = hours("09:00-12:00, 13:30-18:00")
    let china = OpeningHours(
      zone: zone("Asia/Shanghai"), weekly: [day, day, day, day, day],
      holidays: [zone("UTC").date(at: at("27/00:00"))],
      workingDates: [WorkingDate(date: zone("UTC").date(at: at("29/00:00")))])
    let nights = office("22:00-06:00", weekend: "22:00-06:00", zone: berlin)
    let days = office("08:00-17:00", weekend: "08:00-17:00", zone: berlin)
    let wide = office("00:00-24:00", weekend: "", zone: berlin)
    return [
      ReferenceCalendar(
        name: "office with a break, a holiday and a worked Sunday", rules: CalendarRules(hours: .own(china))),
      ReferenceCalendar(name: "nights over a change of the clock", rules: nights),
      ReferenceCalendar(name: "weekdays around the clock", rules: wide),
      ReferenceCalendar(
        name: "days of one zone without the office of another",
        rules: CalendarRules(hours: .minus(days.hours, .own(china)))),
      ReferenceCalendar(
        name: "nights or office", rules: CalendarRules(hours: .or(nights.hours, .own(china)))),
      ReferenceCalendar(
        name: "days and weekdays", rules: CalendarRules(hours: .and(days.hours, wide.hours))),
    ]
  }()

  /// The open slots of each calendar on the grid of the random scenarios.
  static let openSlots: [[Bool]] = all.map { calendar in
    (0..<4500).map { slot in
      isOpen(
        calendar.rules.hours,
        at: Instant(microseconds: at("27/00:00").microseconds + Int64(slot) * 300_000_000))
    }
  }
}

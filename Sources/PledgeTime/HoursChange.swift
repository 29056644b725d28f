/// Other hours on certain dates: a half day, a closed week, summer hours from Monday to Friday.
package struct HoursChange: Sendable, Hashable {
  /// The dates.
  package let dates: DateRange
  /// Only these weekdays of them; nil for every date.
  package let weekdays: Weekdays?
  /// The hours, none for closed.
  package let hours: [WallInterval]

  /// These hours on these dates.
  package init(dates: DateRange, weekdays: Weekdays? = nil, hours: [WallInterval]) {
    self.dates = dates
    self.weekdays = weekdays
    self.hours = hours
  }

  /// Whether the change names one date, and so knows what else that date is.
  package var namesOneDate: Bool { dates.first == dates.last && weekdays == nil }

  /// The first date of which both changes say the hours.
  package func firstDate(sharedWith other: HoursChange) -> CivilDate? {
    let last = min(dates.last, other.dates.last)
    var date = max(dates.first, other.dates.first)
    // Any seven dates have all weekdays.
    for _ in 0..<7 where date <= last {
      let isOwn = weekdays?.contains(weekday: date.weekday) ?? true
      if isOwn, other.weekdays?.contains(weekday: date.weekday) ?? true { return date }
      date = date.next
    }
    return nil
  }

  /// Whether it stands within the dates of another change: a shorter range, or fewer weekdays of the same.
  package func isException(to other: HoursChange) -> Bool {
    guard other.dates.first <= dates.first, dates.last <= other.dates.last else { return false }
    guard dates == other.dates else { return true }
    return (weekdays ?? .all).isStrictSubset(of: other.weekdays ?? .all)
  }
}

/// A date that is worked although its weekday is not.
package struct WorkingDate: Sendable, Hashable {
  /// The date.
  package let date: CivilDate
  /// The weekday 1...7 whose hours it takes; nil for the first one of the week that has hours, mostly Monday.
  package let weekday: Int?

  /// A date that is worked with the hours of that weekday.
  package init(date: CivilDate, weekday: Int? = nil) {
    self.date = date
    self.weekday = weekday
  }
}

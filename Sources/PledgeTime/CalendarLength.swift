/// A length in months and days of the calendar: the same wall-clock time on a later date.
///
/// A year is 12 months, a quarter 3, a week 7 days. It is counted from its anchor in one step and never
/// chained, so that 31 January and two months is 31 March.
package struct CalendarLength: Sendable, Hashable {
  /// Months, added first.
  package let months: Int
  /// Days, added to the date that the months lead to.
  package let days: Int

  /// A length of so many months and days.
  package init(months: Int = 0, days: Int = 0) {
    self.months = months
    self.days = days
  }

  /// The length `count` times, for the n-th period counted from its anchor; nil on overflow.
  package func multiplied(by count: Int) -> CalendarLength? {
    let (months, overflowMonths) = months.multipliedReportingOverflow(by: count)
    let (days, overflowDays) = days.multipliedReportingOverflow(by: count)
    return overflowMonths || overflowDays ? nil : CalendarLength(months: months, days: days)
  }

  /// The date so much later; nil beyond the years −9999...9999.
  package func adding(to date: CivilDate, _ rule: MonthEndRule) -> CivilDate? {
    date.adding(months: months, rule)?.adding(days: days)
  }

  /// The instant with the same wall-clock time so much later; nil beyond the years −9999...9999.
  package func adding(to instant: Instant, in zone: Zone, _ rule: MonthEndRule) -> Instant? {
    let local = zone.local(instant)
    guard let date = adding(to: local.date, rule),
      let time = WallTime(microseconds: local.microsecondsOfDay)
    else { return nil }
    return zone.instant(date, time)
  }
}

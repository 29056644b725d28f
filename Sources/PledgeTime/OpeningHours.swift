/// What holds on dates that the holiday list does not cover.
package enum BeyondCoverage: Sendable, Hashable {
  /// They are ordinary weekdays.
  case asWeekdays
  /// Nobody knows; what would need them is undecided.
  case unknown
}

/// The hours of one calendar in its own zone, date by date.
///
/// For each date the first of these that applies decides: a change that names this one date (the last
/// written); a working date; a holiday; a change of a range of dates (the last written); the weekly hours.
/// So summer hours do not open a holiday, and a half day on a holiday does.
package struct OpeningHours: Sendable, Hashable {
  /// The zone whose dates and times these are.
  package let zone: Zone
  /// The hours of Monday to Sunday, seven lists.
  package let weekly: [[WallInterval]]
  /// Other hours on certain dates, in the order written.
  package let changes: [HoursChange]
  /// The dates closed, sorted.
  package let holidays: [CivilDate]
  /// The weekend dates that are worked, sorted by date.
  package let workingDates: [WorkingDate]
  /// The dates that the holiday list covers; nil where there is no list, and nothing to be missing from it.
  package let coverage: DateRange?
  /// What holds on other dates.
  package let beyondCoverage: BeyondCoverage

  /// The hours of one calendar; `weekly` is brought to seven lists, a missing one is closed.
  package init(
    zone: Zone, weekly: [[WallInterval]], changes: [HoursChange] = [], holidays: [CivilDate] = [],
    workingDates: [WorkingDate] = [], coverage: DateRange? = nil, beyondCoverage: BeyondCoverage = .unknown
  ) {
    self.zone = zone
    self.weekly = (0..<7).map { $0 < weekly.count ? weekly[$0] : [] }
    self.changes = changes
    self.holidays = holidays.sorted()
    self.workingDates = workingDates.sorted { $0.date < $1.date }
    self.coverage = coverage
    self.beyondCoverage = beyondCoverage
  }

  /// The hours of the date as written. Linear in the changes, logarithmic in the lists.
  package func hours(on date: CivilDate) -> [WallInterval] {
    for change in changes.reversed() where change.namesOneDate && change.dates.first == date {
      return change.hours
    }
    let working = lowerBound(workingDates) { $0.date < date }
    if working < workingDates.count, workingDates[working].date == date {
      return ordinaryHours(of: workingDates[working].weekday ?? firstOpenWeekday, on: date)
    }
    let holiday = lowerBound(holidays) { $0 < date }
    if holiday < holidays.count, holidays[holiday] == date { return [] }
    return ordinaryHours(of: date.weekday, on: date)
  }

  /// The hours that the weekday has around the date, holidays aside.
  private func ordinaryHours(of weekday: Int, on date: CivilDate) -> [WallInterval] {
    for change in changes.reversed() where !change.namesOneDate && change.dates.contains(date) {
      if change.weekdays?.contains(weekday: weekday) ?? true { return change.hours }
    }
    return weekday >= 1 && weekday <= 7 ? weekly[weekday - 1] : []
  }

  private var firstOpenWeekday: Int { (weekly.firstIndex { !$0.isEmpty } ?? 0) + 1 }
}

/// The index of the first element that is not before what is looked for. Logarithmic.
func lowerBound<Element>(_ elements: [Element], _ isBefore: (Element) -> Bool) -> Int {
  var low = 0
  var high = elements.count
  while low < high {
    let middle = low + (high - low) / 2
    if isBefore(elements[middle]) { low = middle + 1 } else { high = middle }
  }
  return low
}

/// Something about a calendar that its author cannot have meant.
package enum CalendarProblem: Sendable, Hashable {
  /// There is no open instant in the 400 years from 1970 on.
  case neverOpens
  /// Two intervals of a weekday 1...7 overlap.
  case overlap(weekday: Int, WallInterval, WallInterval)
  /// Two intervals of a change of dates overlap.
  case overlapOnDates(DateRange, WallInterval, WallInterval)
  /// Hours of a weekday 1...7 begin at 24:00.
  case startsAtEndOfDay(weekday: Int, WallInterval)
  /// Hours of a change of dates begin at 24:00.
  case startsAtEndOfDayOnDates(DateRange, WallInterval)
  /// A change whose last date is before its first.
  case invertedDates(DateRange)
  /// A coverage whose last date is before its first.
  case emptyCoverage(DateRange)
  /// A holiday or working date outside the coverage that its list claims.
  case outsideCoverage(CivilDate)
  /// A date both a holiday and a working date.
  case bothHolidayAndWorking(CivilDate)
  /// A day of `length` that is not longer than nothing.
  case emptyDay(Duration)
}

extension CalendarRules {
  /// All problems, in the order of the description. Searches up to 400 years for an open instant.
  package func problems() -> [CalendarProblem] {
    var problems = hours.parts.flatMap { $0.problems() }
    if case .length(let length)? = dayEnd, length <= .zero { problems.append(.emptyDay(length)) }
    // A calendar without hours never opens, whatever its holiday list does not know.
    let everywhere = CalendarIndex(CalendarRules(hours: hours.withoutCoverage))
    switch everywhere.nextOpening(from: .epoch) {
    case .neverOpen: problems.append(.neverOpens)
    case .value, .beyondCoverage, .outOfRange, .notStated: break
    }
    return problems
  }
}

extension OpeningHours {
  /// The problems of these hours alone.
  func problems() -> [CalendarProblem] {
    var problems: [CalendarProblem] = []
    for (index, hours) in weekly.enumerated() {
      for pair in OpeningHours.overlaps(hours) {
        problems.append(.overlap(weekday: index + 1, pair.0, pair.1))
      }
      for interval in hours where interval.start == .endOfDay {
        problems.append(.startsAtEndOfDay(weekday: index + 1, interval))
      }
    }
    for change in changes {
      if change.dates.isEmpty { problems.append(.invertedDates(change.dates)) }
      for pair in OpeningHours.overlaps(change.hours) {
        problems.append(.overlapOnDates(change.dates, pair.0, pair.1))
      }
      for interval in change.hours where interval.start == .endOfDay {
        problems.append(.startsAtEndOfDayOnDates(change.dates, interval))
      }
    }
    let working = Set(workingDates.map(\.date))
    for date in holidays where working.contains(date) { problems.append(.bothHolidayAndWorking(date)) }
    guard let coverage else { return problems }
    if coverage.isEmpty {
      problems.append(.emptyCoverage(coverage))
    } else {
      for date in holidays + workingDates.map(\.date) where !coverage.contains(date) {
        problems.append(.outsideCoverage(date))
      }
    }
    return problems
  }

  /// Neighbours of one day of which the first ends after the second starts.
  private static func overlaps(_ hours: [WallInterval]) -> [(WallInterval, WallInterval)] {
    let sorted = hours.sorted { $0.start < $1.start }
    return zip(sorted, sorted.dropFirst()).filter { first, second in
      first.crossesMidnight || first.end > second.start
    }
  }
}

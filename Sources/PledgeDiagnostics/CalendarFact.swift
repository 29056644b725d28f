/// What the checker finds about calendars; codes P0400 to P0419.
package enum CalendarFact: Hashable, Sendable {
  /// A calendar that is never open.
  case neverOpens(name: String)
  /// Hours of one day overlap.
  case overlappingHours(day: Term)
  /// Something else is wrong with the hours.
  case hours(HoursFault)
  /// Hours that end when they begin.
  case equalEnds(hours: String)
  /// A weekday that does not exist.
  case unknownWeekday(name: String, suggestion: String?)
  /// A holiday file that cannot be read.
  case holidayFile(path: String, reason: String)
  /// Working days are counted, and the calendar does not say when one ends.
  case workingDayNotStated(calendar: String)
  /// Working days are counted, and the calendar does not say what a late arrival is.
  case lateArrivalNotStated(calendar: String)
  /// Working days of a combination whose calendars read a working day differently.
  case readingsDiffer(first: String, other: String)
  /// A date for which two lines give hours.
  case dateTwice(date: String)
  /// Working days without a calendar that they could be days of.
  case noCalendar(calendars: [String])
}

/// What is wrong with the hours and days of a calendar.
package enum HoursFault: Hashable, Sendable {
  /// Hours that begin when their day has ended.
  case beginAtEndOfDay(Term)
  /// Dates of which the last is before the first.
  case invertedDates(first: String, last: String)
  /// A holiday file whose last date is before the first.
  case emptyCoverage(first: String, last: String)
  /// A date of which the holiday file does not speak.
  case outsideCoverage(date: String)
  /// A date that is a holiday and worked.
  case holidayAndWorking(date: String)
  /// A working day without length.
  case emptyDay
}

extension CalendarFact: FactFamily {
  /// The stable code of the fact.
  package var code: DiagnosticCode {
    switch self {
    case .neverOpens: DiagnosticCode(400, "calendar-never-opens")
    case .overlappingHours: DiagnosticCode(401, "overlapping-hours")
    case .hours: DiagnosticCode(402, "impossible-hours")
    case .unknownWeekday: DiagnosticCode(403, "unknown-weekday")
    case .holidayFile: DiagnosticCode(404, "holiday-file")
    case .workingDayNotStated: DiagnosticCode(405, "working-day-not-stated")
    case .lateArrivalNotStated: DiagnosticCode(406, "late-arrival-not-stated")
    case .noCalendar: DiagnosticCode(407, "no-calendar")
    case .readingsDiffer: DiagnosticCode(409, "readings-differ")
    case .dateTwice: DiagnosticCode(410, "date-twice")
    case .equalEnds: DiagnosticCode(408, "hours-end-as-they-begin")
    }
  }

  /// A calendar that leaves a time open is an error.
  package var severity: Severity { .error }
}

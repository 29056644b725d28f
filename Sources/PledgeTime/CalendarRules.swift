/// The open time of a calendar: hours, or a combination of those of other calendars.
package indirect enum CalendarHours: Sendable, Hashable {
  /// Hours of its own.
  case own(OpeningHours)
  /// Open where both are.
  case and(CalendarHours, CalendarHours)
  /// Open where either is.
  case or(CalendarHours, CalendarHours)
  /// Open where the first is and the second is not.
  case minus(CalendarHours, CalendarHours)
}

/// When a counted working day ends.
package enum DayEnd: Sendable, Hashable {
  /// At its last closing time.
  case close
  /// At the end of its date.
  case midnight
  /// At the wall-clock time of the arrival.
  case sameTime
  /// A working day is this much open time, wherever it falls.
  case length(Duration)
}

/// What an arrival counts as that comes after closing or on a date that is not a working day.
package enum LateArrival: Sendable, Hashable {
  /// As one of its own date.
  case today
  /// As one at the opening of the next working day.
  case nextWorkingDay
}

/// A calendar as a policy describes it; `CalendarIndex` answers questions about it.
///
/// A working day is a date on which open intervals start. Where calendars are combined, a cut interval
/// belongs to the date of the first calendar's interval that it is a part of.
package struct CalendarRules: Sendable, Hashable {
  /// The zone of its dates: that of its hours, or of the first calendar of a combination.
  package let zone: Zone
  /// When it is open.
  package let hours: CalendarHours
  /// When a counted working day ends; nil where the policy does not say.
  package let dayEnd: DayEnd?
  /// What a late arrival counts as; nil where the policy does not say.
  package let lateArrival: LateArrival?

  /// A calendar with its readings of a working day.
  package init(hours: CalendarHours, dayEnd: DayEnd? = nil, lateArrival: LateArrival? = nil) {
    self.zone = hours.zone
    self.hours = hours
    self.dayEnd = dayEnd
    self.lateArrival = lateArrival
  }
}

extension CalendarHours {
  /// The zone of the first calendar.
  package var zone: Zone {
    switch self {
    case .own(let hours): return hours.zone
    case .and(let first, _), .or(let first, _), .minus(let first, _): return first.zone
    }
  }

  /// All hours of the combination from left to right.
  package var parts: [OpeningHours] {
    switch self {
    case .own(let hours): return [hours]
    case .and(let first, let second), .or(let first, let second), .minus(let first, let second):
      return first.parts + second.parts
    }
  }

  /// Whether some hours begin on one date and end on the next.
  package var runPastMidnight: Bool {
    parts.contains { hours in
      (hours.weekly + hours.changes.map(\.hours)).joined().contains(where: \.crossesMidnight)
    }
  }

  /// The instants of which all holiday lists of the combination know.
  var known: Interval {
    switch self {
    case .own(let hours):
      guard let coverage = hours.coverage, hours.beyondCoverage == .unknown else {
        return Interval(start: .earliest, end: .latest)
      }
      return Interval(
        start: hours.zone.startOfDay(coverage.first), end: hours.zone.startOfDay(coverage.last.next))
    case .and(let first, let second), .or(let first, let second), .minus(let first, let second):
      return first.known.clipped(to: second.known)
    }
  }

  /// The same hours with all dates known.
  var withoutCoverage: CalendarHours {
    switch self {
    case .own(let hours):
      return .own(
        OpeningHours(
          zone: hours.zone, weekly: hours.weekly, changes: hours.changes, holidays: hours.holidays,
          workingDates: hours.workingDates))
    case .and(let first, let second): return .and(first.withoutCoverage, second.withoutCoverage)
    case .or(let first, let second): return .or(first.withoutCoverage, second.withoutCoverage)
    case .minus(let first, let second): return .minus(first.withoutCoverage, second.withoutCoverage)
    }
  }
}

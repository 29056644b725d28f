import PledgePolicy
import PledgeTime

extension EquivalenceProof {
  /// How a working day is read, of a calendar of which nobody asks for one.
  ///
  /// Clocks, periods and spans that count open hours ask for hours alone.
  static let dayUnread = EquivalenceProof(.dayUnread) { policy, mutant in
    settleCalendars(policy, &mutant) { own, other, uses in
      uses == [.hours] && own.hours == other.hours
    }
  }

  /// Hours that differ in a calendar of which only working dates are read.
  ///
  /// The end of the nth working day, or its date, depends on nothing else where days end at midnight, late
  /// arrivals count as of their own date and no hours run past midnight. The working dates are compared one
  /// by one over six hundred years: weekdays, leap years and the rules of zones repeat in less.
  static let workingDatesOnly = EquivalenceProof(.workingDatesOnly) { policy, mutant in
    settleCalendars(policy, &mutant) { own, other, uses in
      uses == [.workingDay] && own.endsByDates && other.endsByDates && own.zone == other.zone
        && own.hours.hasOneKnowledge(as: other.hours) && haveSameDates(own, other)
    }
  }

  private static func settleCalendars(
    _ policy: Policy, _ mutant: inout Policy,
    where areSame: (CalendarRules, CalendarRules, Set<CalendarUses.Use>) -> Bool
  ) -> Bool {
    guard policy.calendars.count == mutant.calendars.count else { return false }
    let changed = policy.calendars.indices.filter { policy.calendars[$0].rules != mutant.calendars[$0].rules }
    guard !changed.isEmpty else { return false }
    let uses = CalendarUses(mutant)
    var isChanged = false
    for index in changed {
      let rules = policy.calendars[index].rules
      guard areSame(rules, mutant.calendars[index].rules, uses[index]) else { continue }
      mutant.calendars[index].rules = rules
      isChanged = true
    }
    return isChanged
  }

  private static func haveSameDates(_ own: CalendarRules, _ other: CalendarRules) -> Bool {
    let (own, other) = (CalendarIndex(own), CalendarIndex(other))
    guard let first = CivilDate(year: 1800, month: 1, day: 1),
      let last = CivilDate(year: 2400, month: 1, day: 1),
      (own.rules.namedDates + other.rules.namedDates).allSatisfy({ first < $0 && $0 < last })
    else { return false }
    var date = first
    while date < last {
      guard own.isWorkingDay(date) == other.isWorkingDay(date) else { return false }
      date = date.next
    }
    return true
  }
}

extension CalendarRules {
  /// Whether the end of a working day follows from the working dates alone.
  fileprivate var endsByDates: Bool {
    guard case .own(let hours) = hours, dayEnd == .midnight, lateArrival == .today else { return false }
    let all = hours.weekly.flatMap { $0 } + hours.changes.flatMap(\.hours)
    return all.allSatisfy { !$0.crossesMidnight }
  }

  /// The dates that are written or listed.
  fileprivate var namedDates: [CivilDate] {
    hours.parts.flatMap { part in
      part.changes.flatMap { [$0.dates.first, $0.dates.last] } + part.holidays + part.workingDates.map(\.date)
    }
  }
}

extension CalendarHours {
  /// Whether both know of the same dates.
  fileprivate func hasOneKnowledge(as other: CalendarHours) -> Bool {
    guard case .own(let own) = self, case .own(let other) = other else { return false }
    return own.coverage == other.coverage && own.beyondCoverage == other.beyondCoverage
  }
}

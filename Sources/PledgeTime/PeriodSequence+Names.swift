// Numbers, first dates and names of the periods of the calendar.

extension PeriodSequence {
  /// The number of the period of a unit that a date lies in: days and weeks from the epoch on, months,
  /// quarters and years from year 0 on.
  package static func number(_ unit: CalendarUnit, _ date: CivilDate) -> Int {
    switch unit {
    case .day: Int(date.dayNumber)
    // 1970-01-01 was a Thursday, three days behind the Monday of its week.
    case .week: floorDivide(Int(date.dayNumber) + 3, 7)
    case .month: date.fields.year * 12 + date.fields.month - 1
    case .quarter: date.fields.year * 4 + (date.fields.month - 1) / 3
    case .year: date.year
    }
  }

  /// The first date of the period of a number; nil beyond the supported years.
  package static func firstDate(_ unit: CalendarUnit, _ number: Int) -> CivilDate? {
    switch unit {
    case .day: CivilDate(dayNumber: 0).adding(days: number)
    case .week:
      number.magnitude < 1_000_000 ? CivilDate(dayNumber: 0).adding(days: number * 7 - 3) : nil
    case .month:
      CivilDate(year: floorDivide(number, 12), month: number - floorDivide(number, 12) * 12 + 1, day: 1)
    case .quarter:
      CivilDate(year: floorDivide(number, 4), month: (number - floorDivide(number, 4) * 4) * 3 + 1, day: 1)
    case .year: CivilDate(year: number, month: 1, day: 1)
    }
  }

  /// What a period of a unit that begins on a date is called by.
  static func label(_ unit: CalendarUnit, _ first: CivilDate) -> Period.Label {
    let (year, month, _) = first.fields
    switch unit {
    case .day: return .date(first)
    case .week:
      // The week belongs to the year of its Thursday.
      let thursday = CivilDate(dayNumber: first.dayNumber + 3)
      let newYear = CivilDate(year: thursday.year, month: 1, day: 1) ?? thursday
      return .week(year: thursday.year, week: (Int(thursday.dayNumber) - Int(newYear.dayNumber)) / 7 + 1)
    case .month: return .month(year: year, month: month)
    case .quarter: return .quarter(year: year, quarter: (month - 1) / 3 + 1)
    case .year: return .year(year)
    }
  }

  /// The period of a name; nil where the rule has none of that name.
  package func period(named name: String) -> Period? {
    let unit: CalendarUnit
    switch kind {
    case .calendar(let own): unit = own
    case .rolling(_, let byMonth): unit = byMonth ? .month : .day
    case .anchored: unit = .day
    }
    guard let date = PeriodSequence.firstDate(unit, named: name) else { return nil }
    if case .anchored = kind { return anchoredPeriod(from: date) }
    return period(PeriodSequence.number(unit, date)).flatMap { $0.name == name ? $0 : nil }
  }

  private func anchoredPeriod(from date: CivilDate) -> Period? {
    guard let numbers = numbers(in: Interval(start: zone.startOfDay(date), end: zone.startOfDay(date.next)))
    else { return nil }
    return numbers.lazy.compactMap { period($0) }.first { $0.label == .date(date) }
  }

  /// The first date of the period of a unit that a name says; nil where it is no name of the unit.
  package static func firstDate(_ unit: CalendarUnit, named name: String) -> CivilDate? {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first.flatMap({ number($0, digits: 4) }) else { return nil }
    switch (unit, parts.count) {
    case (.year, 1): return CivilDate(year: year, month: 1, day: 1)
    case (.quarter, 2):
      guard parts[1].first == "Q", let quarter = number(parts[1].dropFirst(), digits: 1) else { return nil }
      return CivilDate(year: year, month: quarter * 3 - 2, day: 1)
    case (.month, 2): return number(parts[1], digits: 2).flatMap { CivilDate(year: year, month: $0, day: 1) }
    case (.week, 2):
      guard parts[1].first == "W", let week = number(parts[1].dropFirst(), digits: 2),
        let fourth = CivilDate(year: year, month: 1, day: 4)
      else { return nil }
      // The fourth of January is always in the first week.
      return fourth.adding(days: (week - 1) * 7 - (fourth.weekday - 1))
    case (.day, 3):
      guard let month = number(parts[1], digits: 2), let day = number(parts[2], digits: 2) else { return nil }
      return CivilDate(year: year, month: month, day: day)
    case (.year, _), (.quarter, _), (.month, _), (.week, _), (.day, _): return nil
    }
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
    return Int(text)
  }

  private static func floorDivide(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : ~(~number / divisor)
  }
}

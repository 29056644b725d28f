/// A unit of time or of the calendar.
package enum UnitWord: UInt8, CaseIterable, Hashable, Sendable {
  case microsecond, millisecond, second, minute, hour, day, week, month, quarter, year
}

/// A day of the week.
package enum Weekday: UInt8, CaseIterable, Hashable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

/// One unit in all dialects; the first spelling is the one that formatters write.
package struct UnitRow: Hashable, Sendable {
  /// The unit.
  package let unit: UnitWord
  /// The English spellings: singular, then plural.
  package let english: [String]
  /// The Chinese spellings, empty until the dialect has them.
  package let chinese: [String]

  /// The spellings in a dialect.
  package func spellings(in dialect: Dialect) -> [String] {
    switch dialect {
    case .english: english
    case .chinese: chinese
    }
  }
}

/// The units, found by spelling.
package enum UnitTable {
  /// One row per unit.
  package static let rows: [UnitRow] = [
    UnitRow(unit: .microsecond, english: ["us"], chinese: []),
    UnitRow(unit: .millisecond, english: ["ms"], chinese: []),
    UnitRow(unit: .second, english: ["s"], chinese: []),
    UnitRow(unit: .minute, english: ["min"], chinese: []),
    UnitRow(unit: .hour, english: ["h"], chinese: []),
    UnitRow(unit: .day, english: ["day", "days"], chinese: []),
    UnitRow(unit: .week, english: ["week", "weeks"], chinese: []),
    UnitRow(unit: .month, english: ["month", "months"], chinese: []),
    UnitRow(unit: .quarter, english: ["quarter", "quarters"], chinese: []),
    UnitRow(unit: .year, english: ["year", "years"], chinese: []),
  ]

  /// The units by a dialect's spellings.
  package static func units(of dialect: Dialect) -> [String: UnitWord] {
    var units: [String: UnitWord] = [:]
    for row in rows { for spelling in row.spellings(in: dialect) { units[spelling] = row.unit } }
    return units
  }
}

/// One weekday in all dialects; the first spelling is the one that formatters write.
package struct WeekdayRow: Hashable, Sendable {
  /// The weekday.
  package let weekday: Weekday
  /// The English spellings: short, then long.
  package let english: [String]
  /// The Chinese spellings, empty until the dialect has them.
  package let chinese: [String]

  /// The spellings in a dialect.
  package func spellings(in dialect: Dialect) -> [String] {
    switch dialect {
    case .english: english
    case .chinese: chinese
    }
  }
}

/// The names of the weekdays. They are names, not keywords: only a calendar's lines read them so.
package enum WeekdayTable {
  /// One row per weekday.
  package static let rows: [WeekdayRow] = [
    WeekdayRow(weekday: .monday, english: ["mon", "monday"], chinese: []),
    WeekdayRow(weekday: .tuesday, english: ["tue", "tuesday"], chinese: []),
    WeekdayRow(weekday: .wednesday, english: ["wed", "wednesday"], chinese: []),
    WeekdayRow(weekday: .thursday, english: ["thu", "thursday"], chinese: []),
    WeekdayRow(weekday: .friday, english: ["fri", "friday"], chinese: []),
    WeekdayRow(weekday: .saturday, english: ["sat", "saturday"], chinese: []),
    WeekdayRow(weekday: .sunday, english: ["sun", "sunday"], chinese: []),
  ]

  /// The weekday of a spelling, nil for other names.
  package static func weekday(spelled spelling: String, in dialect: Dialect) -> Weekday? {
    rows.first { $0.spellings(in: dialect).contains(spelling) }?.weekday
  }
}

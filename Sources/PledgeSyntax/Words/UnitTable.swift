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
  /// The Chinese spellings: behind a number, then for itself.
  package let chinese: [String]

  /// The spellings in a dialect.
  package func spellings(in dialect: Dialect) -> [String] {
    switch dialect {
    case .english: english
    case .chinese: chinese
    }
  }

  /// How the unit is written behind a number (nil: behind none), which says whether there is more than one.
  package func spelling(in dialect: Dialect, behind number: String?) -> String {
    switch dialect {
    case .english: (number.map { $0 != "1" } ?? false ? english.last : english.first) ?? ""
    // Behind a number some units need a measure word: `3 个月`, `每个 月`.
    case .chinese: (number != nil || unit == .hour ? chinese.first : chinese.last) ?? ""
    }
  }
}

/// The units, found by spelling.
package enum UnitTable {
  /// One row per unit.
  package static let rows: [UnitRow] = [
    UnitRow(unit: .microsecond, english: ["us"], chinese: ["微秒"]),
    UnitRow(unit: .millisecond, english: ["ms"], chinese: ["毫秒"]),
    UnitRow(unit: .second, english: ["s"], chinese: ["秒"]),
    UnitRow(unit: .minute, english: ["min"], chinese: ["分钟"]),
    UnitRow(unit: .hour, english: ["h"], chinese: ["小时", "个小时"]),
    UnitRow(unit: .day, english: ["day", "days"], chinese: ["天", "日"]),
    UnitRow(unit: .week, english: ["week", "weeks"], chinese: ["周"]),
    UnitRow(unit: .month, english: ["month", "months"], chinese: ["个月", "月"]),
    UnitRow(unit: .quarter, english: ["quarter", "quarters"], chinese: ["个季度", "季度"]),
    UnitRow(unit: .year, english: ["year", "years"], chinese: ["年"]),
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
    WeekdayRow(weekday: .monday, english: ["mon", "monday"], chinese: ["周一", "星期一"]),
    WeekdayRow(weekday: .tuesday, english: ["tue", "tuesday"], chinese: ["周二", "星期二"]),
    WeekdayRow(weekday: .wednesday, english: ["wed", "wednesday"], chinese: ["周三", "星期三"]),
    WeekdayRow(weekday: .thursday, english: ["thu", "thursday"], chinese: ["周四", "星期四"]),
    WeekdayRow(weekday: .friday, english: ["fri", "friday"], chinese: ["周五", "星期五"]),
    WeekdayRow(weekday: .saturday, english: ["sat", "saturday"], chinese: ["周六", "星期六"]),
    WeekdayRow(weekday: .sunday, english: ["sun", "sunday"], chinese: ["周日", "星期日"]),
  ]

  /// The weekday of a spelling, nil for other names.
  package static func weekday(spelled spelling: String, in dialect: Dialect) -> Weekday? {
    rows.first { $0.spellings(in: dialect).contains(spelling) }?.weekday
  }
}

import PledgeTime
import Testing

/// The calendars of the tables, by name.
enum CalendarFixtures {
  /// The calendar with the default readings of its table: day ends at close, late is the next working day.
  static func rules(
    _ name: String, dayEnd: DayEnd? = .close, lateArrival: LateArrival? = .nextWorkingDay
  ) throws -> CalendarRules {
    CalendarRules(hours: try hours(of: name), dayEnd: dayEnd, lateArrival: lateArrival)
  }

  private static func hours(of name: String) throws -> CalendarHours {
    switch name {
    case "china": return .own(try china())
    case "berlin office": return try weekdays("Europe/Berlin", "09:00-17:00")
    case "berlin sundays": return try weekly("Europe/Berlin", ["", "", "", "", "", "", "00:00-24:00"])
    case "berlin nights": return try daily("Europe/Berlin", "22:00-06:00")
    case "berlin worknights": return try weekdays("Europe/Berlin", "22:00-06:00")
    case "berlin 02-03": return try daily("Europe/Berlin", "02:00-03:00")
    case "berlin 02:30-04": return try daily("Europe/Berlin", "02:30-04:00")
    case "berlin 00-02:30": return try daily("Europe/Berlin", "00:00-02:30")
    case "berlin always": return try daily("Europe/Berlin", "00:00-24:00")
    case "new york always": return try daily("America/New_York", "00:00-24:00")
    case "sao paulo always": return try daily("America/Sao_Paulo", "00:00-24:00")
    case "sao paulo early": return try daily("America/Sao_Paulo", "00:00-08:00")
    case "sao paulo half past": return try daily("America/Sao_Paulo", "00:30-08:00")
    case "tehran always": return try daily("Asia/Tehran", "00:00-24:00")
    case "lord howe always": return try daily("Australia/Lord_Howe", "00:00-24:00")
    case "lord howe 01-03": return try daily("Australia/Lord_Howe", "01:00-03:00")
    case "apia office": return try weekdays("Pacific/Apia", "09:00-17:00")
    case "apia always": return try daily("Pacific/Apia", "00:00-24:00")
    case "london working": return try weekdays("Europe/London", "00:00-24:00")
    case "christmas": return .own(try christmas())
    case "summer": return .own(try summer())
    case "office without lunch":
      return .minus(try weekdays("Europe/Berlin", "09:00-17:00"), try daily("Europe/Berlin", "12:00-13:00"))
    case "office or saturday":
      return .or(
        try weekdays("Europe/Berlin", "09:00-17:00"),
        try weekly("Europe/Berlin", ["", "", "", "", "", "10:00-14:00", ""]))
    case "both offices":
      return .and(
        try weekdays("Europe/Berlin", "09:00-17:00"), try weekdays("America/New_York", "09:00-17:00"))
    default:
      Issue.record("no calendar \(name)")
      return try daily("UTC", "")
    }
  }

  static func weekly(_ zoneName: String, _ days: [String]) throws -> CalendarHours {
    .own(OpeningHours(zone: try zone(zoneName), weekly: try days.map { try PledgeTimeTests.hours($0) }))
  }

  static func daily(_ zone: String, _ text: String) throws -> CalendarHours {
    try weekly(zone, Array(repeating: text, count: 7))
  }

  static func weekdays(_ zone: String, _ text: String) throws -> CalendarHours {
    try weekly(zone, Array(repeating: text, count: 5))
  }

  /// The calendar of the reference job: the State Council's holidays and make-up days of 2025 and 2026.
  static func china(beyond: BeyondCoverage = .unknown) throws -> OpeningHours {
    let closed = [
      ("2025-01-01", 1), ("2025-01-28", 8), ("2025-04-04", 3), ("2025-05-01", 5), ("2025-05-31", 3),
      ("2025-10-01", 8), ("2026-01-01", 3), ("2026-02-15", 9), ("2026-04-04", 3), ("2026-05-01", 5),
      ("2026-06-19", 3), ("2026-09-25", 3), ("2026-10-01", 7),
    ]
    let worked = [
      "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11", "2026-01-04", "2026-02-14",
      "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
    ]
    let day = try PledgeTimeTests.hours("09:00-12:00, 13:30-18:00")
    return OpeningHours(
      zone: try zone("Asia/Shanghai"), weekly: [day, day, day, day, day],
      holidays: try closed.flatMap { first, count in
        try (0..<count).map { try #require(try date(first).adding(days: $0)) }
      },
      workingDates: try worked.map { WorkingDate(date: try date($0)) },
      coverage: DateRange(first: try date("2025-01-01"), last: try date("2026-12-31")),
      beyondCoverage: beyond)
  }

  /// A half day on Christmas Eve, a holiday after it, New Year's Eve closed.
  private static func christmas() throws -> OpeningHours {
    let day = try PledgeTimeTests.hours("09:00-17:00")
    let eve = try date("2026-12-24")
    let lastDay = try date("2026-12-31")
    return OpeningHours(
      zone: try zone("Europe/Berlin"), weekly: [day, day, day, day, day],
      changes: [
        HoursChange(
          dates: DateRange(first: eve, last: eve), hours: try PledgeTimeTests.hours("09:00-13:00")),
        HoursChange(dates: DateRange(first: lastDay, last: lastDay), hours: []),
      ],
      holidays: [try date("2026-12-25")])
  }

  /// Shorter hours from July to August, Monday to Friday.
  private static func summer() throws -> OpeningHours {
    let day = try PledgeTimeTests.hours("09:00-17:00")
    return OpeningHours(
      zone: try zone("Europe/Berlin"), weekly: [day, day, day, day, day],
      changes: [
        HoursChange(
          dates: DateRange(first: try date("2026-07-01"), last: try date("2026-08-31")),
          weekdays: [1, 2, 3, 4, 5].reduce(into: Weekdays()) { $0.insert(Weekdays(weekday: $1)) },
          hours: try PledgeTimeTests.hours("08:00-14:00"))
      ],
      holidays: [try date("2026-08-12")])
  }
}

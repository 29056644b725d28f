import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// Reads the value of a parameter as `--set PARAM=VALUE` gives it: as the policy would write it.
package enum ParameterSetting {
  /// The constant that a text means for a type; nil where it means none. Texts are added to the pool.
  package static func constant(
    _ text: String, as type: ExpressionType, zone: Zone, pool: inout TextPool
  ) -> Constant? {
    switch type {
    case .truth: return ["yes": .truth(true), "no": .truth(false)][text]
    case .integer: return number(text).flatMap { $0.isWhole ? .number($0) : nil }
    case .decimal: return number(text).map { .number($0) }
    case .percent: return percent(text).map { .number($0) }
    case .money(let currency): return money(text, currency).map { .number($0) }
    case .duration: return duration(text).map { .duration($0) }
    case .calendarLength: return calendarLength(text).map { .calendarLength($0) }
    case .workingLength: return workingDays(text).map { .workingDays($0) }
    case .instant: return instant(text, zone).map { .instant($0) }
    case .date:
      guard case .success(let date) = CivilDate.parse(text) else { return nil }
      return .date(date)
    case .timeOfDay:
      guard case .success(let time) = WallTime.parse(text) else { return nil }
      return .timeOfDay(time)
    case .text: return .text(pool.intern(text))
    case .key: return .text(pool.intern(text))
    case .choice(let members): return members.firstIndex(of: text).map { .choice($0) }
    }
  }

  /// How a value of a type is written, for messages.
  package static func example(_ type: ExpressionType) -> String {
    switch type {
    case .truth: "yes or no"
    case .integer: "a whole number such as 3"
    case .decimal: "a number such as 2.5"
    case .percent: "a percent such as 5%"
    case .money(let currency): "an amount such as 12.50 \(currency.code)"
    case .duration: "a duration such as `1 h 30 min`"
    case .calendarLength: "a length such as `2 months` or `5 calendar days`"
    case .workingLength: "a length such as `2 working days`"
    case .instant: "an instant such as 2026-03-02T10:00:00+08:00"
    case .date: "a date such as 2026-03-02"
    case .timeOfDay: "a time of day such as 16:00"
    case .text, .key: "a text"
    case .choice(let members): "one of \(members.joined(separator: ", "))"
    }
  }

  /// An instant; a time without offset and a date are those of `zone`.
  package static func instant(_ text: String, _ zone: Zone) -> Instant? {
    switch Timestamp.parse(text) {
    case .success(.instant(let instant)): instant
    case .success(.civil(let date, let time)): zone.instant(date, time)
    case .success(.date(let date)): zone.startOfDay(date)
    case .failure: nil
    }
  }

  private static func number(_ text: some StringProtocol) -> Rational? {
    guard case .success(let decimal) = Decimal.parse(String(text)) else { return nil }
    return decimal.rational
  }

  private static func percent(_ text: String) -> Rational? {
    guard text.hasSuffix("%"), let number = number(text.dropLast()) else { return nil }
    return number.divided(by: Rational(100))
  }

  private static func money(_ text: String, _ currency: Currency) -> Rational? {
    let words = text.split(separator: " ")
    guard let first = words.first, words.count <= 2 else { return nil }
    guard words.count == 1 || words[1] == currency.code else { return nil }
    return number(first)
  }

  private static func duration(_ text: String) -> Duration? {
    let units: [Substring: Int64] = [
      "h": 3_600_000_000, "min": 60_000_000, "s": 1_000_000, "ms": 1000, "us": 1,
    ]
    let words = text.split(separator: " ")
    guard !words.isEmpty, words.count % 2 == 0 else { return nil }
    var total = Duration.zero
    for index in stride(from: 0, to: words.count, by: 2) {
      guard let unit = units[words[index + 1]], let count = number(words[index]),
        let exact = count.multiplied(by: Rational(unit)), exact.isWhole,
        let microseconds = Int64(exactly: exact.numerator),
        let sum = total.adding(Duration(microseconds: microseconds))
      else { return nil }
      total = sum
    }
    return total
  }

  private static func calendarLength(_ text: String) -> CalendarLength? {
    let words = text.split(separator: " ")
    if words.count == 3, words[1] == "calendar", words[2] == "days" || words[2] == "day" {
      return Int(words[0]).map { CalendarLength(days: $0) }
    }
    guard words.count == 2, let count = Int(words[0]) else { return nil }
    let months: [Substring: Int] = [
      "month": 1, "months": 1, "quarter": 3, "quarters": 3, "year": 12, "years": 12,
    ]
    if words[1] == "week" || words[1] == "weeks" { return CalendarLength(days: 7).multiplied(by: count) }
    return months[words[1]].flatMap { CalendarLength(months: $0).multiplied(by: count) }
  }

  private static func workingDays(_ text: String) -> Int? {
    let words = text.split(separator: " ")
    guard words.count == 3, words[1] == "working", words[2] == "days" || words[2] == "day" else { return nil }
    return Int(words[0])
  }
}

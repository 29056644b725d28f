import PledgeTime
import Testing

@Suite struct CivilDateTests {
  @Test func everyDateOfTheSupportedYearsFollowsTheOneBefore() throws {
    var expected = CivilDate.earliest.dayNumber
    var weekday = CivilDate.earliest.weekday
    var failures = 0
    for year in -9999...9999 {
      for month in 1...12 {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        if CivilDate(year: year, month: month, day: length + 1) != nil { failures += 1 }
        for day in [1, 2, 15, 28, length] {
          let number = expected + Int32(day - 1)
          let date = CivilDate(year: year, month: month, day: day)
          if date?.dayNumber != number { failures += 1 }
          let fields = CivilDate(dayNumber: number).fields
          if fields != (year, month, day) { failures += 1 }
          if date?.weekday != (weekday - 1 + day - 1) % 7 + 1 { failures += 1 }
        }
        expected += Int32(length)
        weekday = (weekday - 1 + length) % 7 + 1
      }
    }
    #expect(failures == 0)
    #expect(expected == CivilDate.latest.dayNumber + 1)
  }

  @Test func knownDatesHaveTheirNumberAndWeekday() throws {
    #expect(try date("1970-01-01").dayNumber == 0)
    #expect(try date("1970-01-01").weekday == 4)
    #expect(try date("2026-03-02").weekday == 1)
    #expect(try date("2000-02-29").dayNumber == 11_016)
    #expect(try date("0000-03-01").dayNumber == -719_468)
  }

  @Test(arguments: [
    (2025, 2, 29), (1900, 2, 29), (2026, 0, 1), (2026, 13, 1), (2026, 4, 31), (2026, 1, 0), (10_000, 1, 1),
  ])
  func thereAreNoOtherDates(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28", "2026-03-01"), ("2024-01-31", 1, "2024-02-29", "2024-03-01"),
    ("2026-01-31", 2, "2026-03-31", "2026-03-31"), ("2026-03-31", -1, "2026-02-28", "2026-03-01"),
    ("2024-02-29", 12, "2025-02-28", "2025-03-01"), ("2024-02-29", 48, "2028-02-29", "2028-02-29"),
    ("2026-12-15", 1, "2027-01-15", "2027-01-15"), ("2026-01-15", -1, "2025-12-15", "2025-12-15"),
    ("2026-08-31", 1, "2026-09-30", "2026-10-01"), ("2026-01-01", -24_312, "0000-01-01", "0000-01-01"),
  ])
  func monthsAreAddedByTheStatedRule(from: String, months: Int, last: String, next: String) throws {
    #expect(try date(from).adding(months: months, .lastDay) == date(last))
    #expect(try date(from).adding(months: months, .nextDay) == date(next))
  }

  @Test func arithmeticBeyondTheSupportedYearsIsNil() throws {
    #expect(CivilDate.latest.adding(days: 1) == nil)
    #expect(CivilDate.earliest.adding(days: -1) == nil)
    #expect(CivilDate.latest.adding(days: .max) == nil)
    #expect(CivilDate.latest.adding(months: 1, .lastDay) == nil)
    #expect(CivilDate.earliest.adding(months: .min, .lastDay) == nil)
    #expect(CivilDate.latest.adding(months: .max, .lastDay) == nil)
    #expect(CivilDate.earliest.text == "-9999-01-01")
  }

  @Test func extremeDayNumbersHaveFields() {
    #expect(CivilDate(dayNumber: .max).fields.month >= 1)
    #expect(CivilDate(dayNumber: .min).fields.month >= 1)
    #expect(CivilDate(dayNumber: .min).weekday >= 1)
  }
}

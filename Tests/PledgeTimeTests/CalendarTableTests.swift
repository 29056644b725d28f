import PledgeTime
import Testing

/// Counting and adding, each expected value derived by hand; times are local to the calendar.
@Suite struct CalendarTableTests {
  struct Counting: Sendable, CustomTestStringConvertible {
    let calendar, from, to, open: String
    init(_ calendar: String, _ from: String, _ to: String, _ open: String) {
      (self.calendar, self.from, self.to, self.open) = (calendar, from, to, open)
    }
    var testDescription: String { "\(calendar): \(from) to \(to) is \(open)" }
  }

  static let counting: [Counting] = [
    // Breaks and edges: 3 h before noon and 4 h 30 min after it.
    Counting("china", "2026-03-02T09:00", "2026-03-02T18:00", "7 h 30 min"),
    Counting("china", "2026-03-02T08:00", "2026-03-02T20:00", "7 h 30 min"),
    Counting("china", "2026-03-02T11:00", "2026-03-02T14:00", "1 h 30 min"),  // 11-12 and 13:30-14
    Counting("china", "2026-03-02T12:00", "2026-03-02T13:30", "0 s"),  // the break
    Counting("china", "2026-03-02T11:59:59.999999", "2026-03-02T12:30", "1 us"),  // the last microsecond
    Counting("china", "2026-03-02T18:00", "2026-03-02T09:00", "0 s"),  // the wrong way round
    // Weekend: an hour on Friday, an hour on Monday.
    Counting("china", "2026-03-06T17:00", "2026-03-09T10:00", "2 h"),
    // Spring Festival 15 to 23 February; Saturday the 14th is worked: 1 h + 7 h 30 min + 1 h.
    Counting("china", "2026-02-13T17:00", "2026-02-24T10:00", "9 h 30 min"),
    Counting("china", "2026-02-28T00:00", "2026-03-01T00:00", "7 h 30 min"),  // a worked Saturday
    Counting("china", "2026-02-16T00:00", "2026-02-21T00:00", "0 s"),  // Monday to Friday, all holidays
    Counting("china", "2026-04-30T17:30", "2026-05-06T09:30", "1 h"),  // 1 to 5 May between
    Counting("china", "2026-05-09T11:59", "2026-05-09T13:31", "2 min"),  // a minute each side of the break
    Counting("china", "2026-10-10T00:00", "2026-10-12T00:00", "7 h 30 min"),  // worked Saturday, free Sunday
    // Sunday 26 January is worked, Monday the 27th is ordinary, then holidays: 7.5 h + 7.5 h + 0.5 h.
    Counting("china", "2025-01-26T09:00", "2025-02-05T09:30", "15 h 30 min"),
    // 261 weekdays - 19 holidays on weekdays + 6 make-up days = 248 days of 7.5 h.
    Counting("china", "2026-01-01T00:00", "2027-01-01T00:00", "1860 h"),
    // Clock changes outside the hours do not matter.
    Counting("berlin office", "2026-03-27T09:00", "2026-03-30T17:00", "16 h"),
    // Open all day while the clock changes: 25 and 23 hours of real time.
    Counting("berlin sundays", "2026-10-25T00:00", "2026-10-26T00:00", "25 h"),
    Counting("berlin sundays", "2026-03-29T00:00", "2026-03-30T00:00", "23 h"),
    // Nights over a clock change, and an ordinary one.
    Counting("berlin nights", "2026-03-28T22:00", "2026-03-29T06:00", "7 h"),
    Counting("berlin nights", "2026-10-24T22:00", "2026-10-25T06:00", "9 h"),
    Counting("berlin nights", "2026-06-01T12:00", "2026-06-02T12:00", "8 h"),
    // The night of Friday reaches into Saturday; the hours before Monday's dawn would be Sunday's.
    Counting("berlin worknights", "2026-06-05T12:00", "2026-06-08T12:00", "8 h"),
    // 02:00 is skipped and moves to 03:00, where the hours end: nothing left.
    Counting("berlin 02-03", "2026-03-29T00:00", "2026-03-30T00:00", "0 s"),
    // From the first 02:00 to the only 03:00: two hours.
    Counting("berlin 02-03", "2026-10-25T00:00", "2026-10-26T00:00", "2 h"),
    // 02:30 moves to 03:30; 04:00 stays.
    Counting("berlin 02:30-04", "2026-03-29T00:00", "2026-03-30T00:00", "30 min"),
    // Closing at 02:30 is the first 02:30.
    Counting("berlin 00-02:30", "2026-10-25T00:00", "2026-10-26T00:00", "2 h 30 min"),
    Counting("new york always", "2026-03-08T00:00", "2026-03-09T00:00", "23 h"),
    Counting("new york always", "2026-11-01T00:00", "2026-11-02T00:00", "25 h"),
    // The clock goes from 24:00 to 01:00 at the beginning of 16 October, and back to 23:00 of 18 February.
    Counting("sao paulo always", "2016-10-16T00:00", "2016-10-17T00:00", "23 h"),
    Counting("sao paulo always", "2017-02-18T00:00", "2017-02-19T00:00", "25 h"),
    Counting("sao paulo early", "2016-10-16T00:00", "2016-10-17T00:00", "7 h"),  // 01:00 to 08:00
    Counting("sao paulo half past", "2016-10-16T00:00", "2016-10-17T00:00", "6 h 30 min"),  // 00:30 is 01:30
    Counting("tehran always", "2022-03-22T00:00", "2022-03-23T00:00", "23 h"),  // 00:00 to 01:00 skipped
    Counting("tehran always", "2022-09-21T00:00", "2022-09-22T00:00", "25 h"),  // 23:00 twice
    Counting("lord howe always", "2026-10-04T00:00", "2026-10-05T00:00", "23 h 30 min"),  // half an hour
    Counting("lord howe always", "2026-04-05T00:00", "2026-04-06T00:00", "24 h 30 min"),
    Counting("lord howe 01-03", "2026-10-04T00:00", "2026-10-05T00:00", "1 h 30 min"),  // 02:00-02:30 skipped
    Counting("lord howe 01-03", "2026-04-05T00:00", "2026-04-06T00:00", "2 h 30 min"),  // 01:30-02:00 twice
    // Friday 30 December 2011 never was: Thursday and Monday are left.
    Counting("apia office", "2011-12-29T00:00", "2012-01-03T00:00", "16 h"),
    Counting("apia always", "2011-12-29T00:00", "2011-12-31T00:00", "24 h"),
    // 124 years and 30 leap days after 2026 are 22 weeks of days more: the same weekdays, by the footer rule.
    Counting("berlin sundays", "2150-10-25T00:00", "2150-10-26T00:00", "25 h"),
    Counting("berlin sundays", "2150-03-29T00:00", "2150-03-30T00:00", "23 h"),
    Counting("new york always", "2426-03-08T00:00", "2426-03-09T00:00", "23 h"),  // 400 years on
    // An hour on Wednesday, a half day of 4 h, a holiday, a weekend, an hour on Monday.
    Counting("christmas", "2026-12-23T16:00", "2026-12-28T10:00", "6 h"),
    Counting("christmas", "2026-12-30T16:00", "2027-01-01T10:00", "2 h"),  // 31 December closed
    Counting("summer", "2026-06-30T16:00", "2026-07-02T09:00", "8 h"),  // 1 h, 6 h of a summer day, 1 h
    Counting("summer", "2026-08-31T13:00", "2026-09-01T10:00", "2 h"),  // until 14:00, from 09:00
    Counting("summer", "2026-08-11T13:00", "2026-08-13T09:00", "2 h"),  // a holiday in summer stays closed
    Counting("office without lunch", "2026-03-02T00:00", "2026-03-03T00:00", "7 h"),
    Counting("office or saturday", "2026-03-06T16:00", "2026-03-09T10:00", "6 h"),  // 1 + 4 + 1
    Counting("both offices", "2026-01-12T00:00", "2026-01-13T00:00", "2 h"),  // New York opens at 15:00
    Counting("both offices", "2026-03-16T00:00", "2026-03-17T00:00", "3 h"),  // at 14:00: only it has moved
  ]

  @Test(arguments: counting)
  func openTimeIsCounted(row: Counting) throws {
    let index = CalendarIndex(try CalendarFixtures.rules(row.calendar))
    let zone = index.rules.zone
    let outcome = index.openTime(from: try instant(row.from, zone), to: try instant(row.to, zone))
    #expect(outcome.value?.text == row.open)
  }

  struct Adding: Sendable, CustomTestStringConvertible {
    let calendar, from: String
    let minutes: Int64
    let end: String
    init(_ calendar: String, _ from: String, _ minutes: Int64, _ end: String) {
      (self.calendar, self.from, self.minutes, self.end) = (calendar, from, minutes, end)
    }
    var testDescription: String { "\(calendar): \(from) and \(minutes) min is \(end)" }
  }

  static let adding: [Adding] = [
    Adding("china", "2026-03-02T09:00", 180, "2026-03-02T12:00"),  // at closing time it stays there
    Adding("china", "2026-03-02T09:00", 181, "2026-03-02T13:31"),
    Adding("china", "2026-03-06T17:30", 30, "2026-03-06T18:00"),  // Friday's close
    Adding("china", "2026-03-06T17:30", 31, "2026-03-09T09:01"),  // over the weekend
    Adding("china", "2026-02-13T17:00", 120, "2026-02-14T10:00"),  // into a worked Saturday
    Adding("china", "2026-02-14T17:00", 120, "2026-02-24T10:00"),  // over nine holidays
    Adding("china", "2026-03-07T12:00", 0, "2026-03-07T12:00"),  // nothing to add, even when closed
    Adding("china", "2026-03-07T12:00", 1, "2026-03-09T09:01"),
    Adding("china", "2026-03-04T10:00", 900, "2026-03-06T10:00"),  // 6.5 h, 7.5 h, 1 h
    Adding("china", "2026-03-04T18:00", 900, "2026-03-06T18:00"),  // two whole days
    Adding("china", "2026-09-24T17:00", 90, "2026-09-28T09:30"),  // 25 to 27 September are holidays
    Adding("berlin sundays", "2026-10-25T00:00", 1500, "2026-10-26T00:00"),  // 25 h
    Adding("berlin sundays", "2026-10-25T00:00", 1440, "2026-10-25T23:00"),
    Adding("berlin sundays", "2026-03-29T00:00", 1380, "2026-03-30T00:00"),  // 23 h
    Adding("berlin sundays", "2026-03-29T00:00", 1440, "2026-04-05T01:00"),  // the 24th is next Sunday's
    Adding("berlin nights", "2026-03-28T22:00", 420, "2026-03-29T06:00"),  // a night of 7 h
    Adding("berlin nights", "2026-03-28T22:00", 480, "2026-03-29T23:00"),
    Adding("berlin nights", "2026-10-24T22:00", 480, "2026-10-25T05:00"),  // 8 of 9 h
    Adding("berlin worknights", "2026-06-06T05:00", 120, "2026-06-08T23:00"),  // Friday's last hour
    Adding("berlin office", "2026-03-27T16:00", 120, "2026-03-30T10:00"),
    Adding("new york always", "2026-03-07T12:00", 1440, "2026-03-08T13:00"),
    Adding("new york always", "2026-10-31T12:00", 1440, "2026-11-01T11:00"),
    Adding("sao paulo always", "2016-10-15T23:30", 60, "2016-10-16T01:30"),
    Adding("sao paulo early", "2016-10-15T07:00", 120, "2016-10-16T02:00"),  // the 16th begins at 01:00
    Adding("tehran always", "2022-03-21T23:00", 120, "2022-03-22T02:00"),
    Adding("lord howe always", "2026-10-04T01:30", 60, "2026-10-04T03:00"),
    Adding("apia office", "2011-12-29T16:00", 120, "2012-01-02T10:00"),  // no Friday
    Adding("apia always", "2011-12-29T12:00", 1440, "2011-12-31T12:00"),
    Adding("berlin sundays", "2150-10-25T00:00", 1500, "2150-10-26T00:00"),  // by the footer rule
    Adding("christmas", "2026-12-24T12:00", 120, "2026-12-28T10:00"),  // the half day ends at 13:00
    Adding("christmas", "2026-12-24T12:00", 60, "2026-12-24T13:00"),
    Adding("berlin office", "2026-01-05T09:00", 120_000, "2026-12-18T17:00"),  // 250 days are 50 weeks
    Adding("office without lunch", "2026-03-02T11:00", 120, "2026-03-02T14:00"),
    Adding("office or saturday", "2026-03-06T16:30", 60, "2026-03-07T10:30"),
    Adding("both offices", "2026-03-13T16:00", 120, "2026-03-16T15:00"),  // 1 h on Friday, 14 to 15 on Monday
  ]

  @Test(arguments: adding)
  func openTimeIsAdded(row: Adding) throws {
    let index = CalendarIndex(try CalendarFixtures.rules(row.calendar))
    let zone = index.rules.zone
    let start = try instant(row.from, zone)
    let outcome = index.instant(after: .minutes(row.minutes), from: start)
    #expect(try outcome == .value(instant(row.end, zone)))
    let end = try #require(outcome.value)
    #expect(index.openTime(from: start, to: end) == .value(.minutes(row.minutes)))
  }

  @Test func theTableIsLongEnough() {
    #expect(Self.counting.count + Self.adding.count >= 60)
  }
}

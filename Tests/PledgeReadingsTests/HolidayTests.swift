import PledgeTime
import Testing

@testable import PledgeReadings

@Suite struct HolidayTests {
  static let yaml = """
    source: "General Office of the State Council"
    covers: {from: 2025-01-01, to: 2026-12-31}
    holidays:
      - {from: 2025-01-28, to: 2025-02-04, name: "春节"}
      - {date: 2025-01-01, name: "元旦"}
    working:
      - {date: 2025-01-26, name: "春节调休"}
    """

  static let csv = """
    # covers 2025-01-01..2026-12-31
    # source General Office of the State Council
    date,to,kind,name
    2025-01-28,2025-02-04,holiday,春节
    2025-01-01,,holiday,元旦
    2025-01-26,,working,春节调休
    """

  static let calendar = """
    BEGIN:VCALENDAR\r
    X-WR-CALNAME:General Office of the State\r
      Council\r
    X-PLEDGE-COVERS:2025-01-01..2026-12-31\r
    BEGIN:VEVENT\r
    DTSTART;VALUE=DATE:20250128\r
    DTEND;VALUE=DATE:20250205\r
    SUMMARY:春节\r
    END:VEVENT\r
    BEGIN:VEVENT\r
    DTSTART;VALUE=DATE:20250101\r
    SUMMARY:元旦\r
    END:VEVENT\r
    BEGIN:VEVENT\r
    DTSTART;VALUE=DATE:20250126\r
    SUMMARY:春节调休\r
    CATEGORIES:WORKING\r
    END:VEVENT\r
    END:VCALENDAR\r

    """

  @Test func `the three formats say the same`() throws {
    let expected = try HolidayFile.parse(Array(Self.yaml.utf8), file: "h.yaml").get()
    #expect(expected.holidays.map(\.name) == ["春节", "元旦"])
    #expect(expected.holidays[0].to.dayNumber - expected.holidays[0].from.dayNumber == 7)
    #expect(expected.working.map(\.name) == ["春节调休"])
    #expect(try HolidayFile.parse(Array(Self.csv.utf8), file: "h.csv").get() == expected)
    #expect(try HolidayFile.parse(Array(Self.calendar.utf8), file: "h.ics").get() == expected)
  }

  @Test(arguments: [
    (
      "h.yaml", "holidays: []",
      "h.yaml:1:1: a holiday file states the dates that it covers, `covers: {from: …, to: …}`"
    ),
    (
      "h.yaml", "covers: {from: 2025-01-01, to: 2025-12-31}\nholidays:\n  - {date: 2026-01-01}",
      "h.yaml:3:5: `` is outside of the dates covered"
    ),
    (
      "h.yaml", "covers: {from: 2025-01-01, to: 2025-12-31}\nholiday: []",
      "h.yaml:2:1: a holiday file has no key `holiday`; known are source, covers, holidays, working"
    ),
    (
      "h.csv", "date\n2025-01-01",
      "h.csv:1:1: it must begin with the dates covered, `# covers 2025-01-01..2026-12-31`"
    ),
    (
      "h.csv", "# covers 2025-01-01..2025-12-31\ndate,kind\n2025-01-01,feast",
      "h.csv:3:1: `feast` is neither `holiday` nor `working`"
    ),
    (
      "h.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR",
      "h.ics:1:1: it does not say which dates it covers: X-PLEDGE-COVERS:2025-01-01..2026-12-31"
    ),
    ("h.txt", "", "h.txt: holidays are read from .yaml, .csv and .ics files"),
  ])
  func `a wrong file says where`(name: String, text: String, message: String) {
    #expect(throws: ReadingProblems.self) { try HolidayFile.parse(Array(text.utf8), file: name).get() }
    if case .failure(let problems) = HolidayFile.parse(Array(text.utf8), file: name) {
      #expect(problems.description == message)
    }
  }
}

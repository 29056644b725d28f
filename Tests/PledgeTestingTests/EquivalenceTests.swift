import PledgeChecker
import PledgeDiagnostics
import PledgePolicy
import PledgeTime
import Testing

@testable import PledgeTesting

/// What is proved to change no decision, and near it what does.
@Suite struct EquivalenceTests {
  /// One edit of a policy: a text that stands in it once, and what stands there afterwards.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let policy: String
    let before: String
    let after: String
    let reasons: [EquivalenceReason]?

    var testDescription: String { name }
  }

  @Test("What is equal is told, with its reason, and what is near it is not", arguments: rows)
  func tells(_ row: Row) throws {
    let file = SourceFile(name: "a.pledge", text: row.policy)
    let checked = Self.check(file)
    let policy = try #require(checked.policy, "\(checked.diagnostics)")
    let run = MutationRun(file, policy)
    let (bytes, word) = (file.bytes, Array(row.before.utf8))
    let starts = bytes.indices.filter { bytes[$0...].starts(with: word) }
    let start = try #require(starts.count == 1 ? starts.first : nil, "\(starts.count) places")
    let edit = TextEdit(
      range: SourceRange(file: file.id, start: start, end: start + word.count), replacement: row.after)
    let verdict = run.verdict(of: Mutant(operation: "edit", edit: edit)) { Self.check($0) }
    #expect(verdict == row.reasons.map { .equivalent($0) } ?? .survived)
  }

  @Test("Each reason is shown by a row and has a sentence of its own")
  func isComplete() {
    #expect(Set(Self.rows.flatMap { $0.reasons ?? [] }) == Set(EquivalenceReason.allCases))
    #expect(Set(EquivalenceReason.allCases.map(\.sentence)).count == EquivalenceReason.allCases.count)
  }

  @Test("Two mistakes at once have a reason each")
  func pairs() throws {
    let text = Self.desk("  round half up to 0.01 EUR\n")
      .replacing("let x = 1", with: "let x = if sent > due then sent - due else 0.00 EUR")
    let file = SourceFile(name: "a.pledge", text: text)
    let policy = try #require(Self.check(file).policy)
    let run = MutationRun(file, policy, operators: ["comparison-edge", "rounding-dropped"], withPairs: true)
    let verdicts = run.mutants.map { run.verdict(of: $0) { Self.check($0) } }
    #expect(
      verdicts == [
        .equivalent([.sameEdge]), .equivalent([.writtenDefault]), .equivalent([.writtenDefault, .sameEdge]),
      ])
  }

  private static func check(_ file: SourceFile) -> CheckResult {
    Checker.check(
      file,
      environment: CheckerEnvironment(
        zone: { _ in .zone(.utc) }, holidays: { _, _ in .unreadable(reason: "none") }))
  }

  // MARK: Policies

  private static let head = """
    pledge 1
    policy "Desk" {
      id desk; version "1"; effective from 2026-01-01; governed by opened; timezone UTC; currency EUR
    }

    """

  /// A desk whose refund has further lines.
  private static func desk(_ lines: String) -> String {
    head + """
      ticket {
        sent   money
        due    money
        early  money optional
        event  opened once
        event  closed
      }
      let x = 1
      target solve { clock from opened until closed; within 60 min }
      refund late {
        when solve is breached
        pay 5.00 EUR per started 1 h over
      \(lines)}
      """
  }

  private static func choice(_ value: String) -> String {
    desk("").replacing("let x = 1", with: "let x = \(value)")
  }

  /// A desk whose limits stand in a table.
  private static func table(_ rows: String, team: String = "one of red, blue, green") -> String {
    head + """
      register circuits by circuit {
        level    one of AAA, AA, A
        product  one of line, vpn
        spare    one of line, vpn optional
      }
      ticket {
        circuit  key of circuits
        team     \(team)
        event    opened once
        event    closed, held
      }
      let hurried = closed before opened + 5 min
      table limits {
      \(rows)
      }
      target solve { clock from opened until closed; within limits.limit }
      """
  }

  private static let levels = """
      circuit.level | circuit.product -> limit
      AAA | any -> 60 min
      AA | vpn -> 120 min
      AA | line -> 90 min
      A | vpn -> 240 min
      A | line -> 180 min
    """

  private static func calendar(_ lines: String, _ bound: String) -> String {
    head + """
      ticket { event opened once; event closed }
      calendar office {
      \(lines)
      }
      target solve { clock from opened until closed; \(bound) }
      """
  }

  private static let days = """
      mon..fri 00:00-24:00
      2026-05-01 closed
      day ends at midnight, late arrival counts as today
    """

  // MARK: Rows

  static let rows = words + tables + lines + edges + calendars + claims + periods

  private static let words = [
    Row(
      name: "60 min are 1 h", policy: desk(""), before: "60 min", after: "1 h", reasons: [.sameWords]),
    Row(name: "60 min are not 61", policy: desk(""), before: "60 min", after: "61 min", reasons: nil),
  ]

  private static let tables = [
    Row(
      name: "the rows above take what a row gains", policy: table(levels), before: "AA | line",
      after: "AA | any", reasons: [.sameTable]),
    Row(
      name: "the rows above take what the last row gains", policy: table(levels), before: "\n  A | line",
      after: "\n  any | line", reasons: [.sameTable]),
    Row(
      name: "a row above another takes its cases from it", policy: table(levels), before: "AA | vpn",
      after: "AA | any", reasons: nil),
    Row(
      name: "a row that names another member", policy: table(levels), before: "\n  A | line",
      after: "\n  A | vpn, line",
      reasons: [.sameTable]),
    Row(
      name: "rows that share no case may change their places", policy: table(levels),
      before: "AA | line -> 90 min\n  A | vpn -> 240 min", after: "A | vpn -> 240 min\n  AA | line -> 90 min",
      reasons: [.sameTable]),
    Row(
      name: "a row below has the same result",
      policy: table("  team -> limit\n  red -> 1 h\n  blue -> 2 h\n  green -> 2 h\n"), before: "blue -> 2 h",
      after: "not red -> 2 h", reasons: [.sameTable]),
    Row(
      name: "a row below has another result",
      policy: table("  team -> limit\n  red -> 1 h\n  blue -> 2 h\n  green -> 3 h\n"), before: "blue -> 2 h",
      after: "not red -> 2 h", reasons: nil),
    Row(
      name: "a required field is never missing",
      policy: table(
        "  team | hurried -> limit\n  red | yes -> 1 h\n  red | no -> 2 h\n  blue | any -> 4 h\n  green | any -> 8 h"
      ), before: "red | no", after: "red | any", reasons: [.sameTable]),
    Row(
      name: "where it is not known which of two rows applies, a row for any value may apply too",
      policy: table(
        "  team | hurried -> limit\n  red | yes -> 1 h\n  red | no -> 2 h\n  blue | any -> 4 h\n  green | any -> 8 h"
      ), before: "green | any", after: "any | any", reasons: nil),
    Row(
      name: "where a field may be missing, fewer rows may apply",
      policy: table(
        "  team | hurried -> limit\n  red | yes -> 1 h\n  red | no -> 2 h\n  blue | any -> 4 h\n  green | any -> 8 h",
        team: "one of red, blue, green optional"), before: "red | no", after: "any | no", reasons: nil),
    Row(
      name: "columns of one row are missing together",
      policy: table(
        "  circuit.level | circuit.product -> limit\n  AAA | any -> 1 h\n  AA | any -> 2 h\n  A | vpn -> 3 h\n  A | line -> 4 h"
      ), before: "A | line", after: "A | any", reasons: [.sameTable]),
    Row(
      name: "a column that may be missing by itself is another case",
      policy: table(
        "  circuit.level | circuit.spare -> limit\n  AAA | line -> 1 h\n  AAA | vpn -> 2 h\n  AA | any -> 3 h\n  any | any -> 4 h"
      ), before: "AA | any", after: "AA | line, vpn", reasons: nil),
  ]

  private static let lines = [
    Row(
      name: "rounding to a cent", policy: desk("  round half up to 0.01 EUR\n"),
      before: "  round half up to 0.01 EUR\n", after: "", reasons: [.writtenDefault]),
    Row(
      name: "rounding half even", policy: desk("  round half even to 0.01 EUR\n"),
      before: "  round half even to 0.01 EUR\n", after: "", reasons: nil),
    Row(
      name: "rounding to five cents", policy: desk("  round half up to 0.05 EUR\n"),
      before: "  round half up to 0.05 EUR\n", after: "", reasons: nil),
    Row(
      name: "counted by the governing event",
      policy: desk("  cap 9.00 EUR each month\n  counted by opened\n"),
      before: "  counted by opened\n", after: "", reasons: [.writtenDefault]),
    Row(
      name: "counted by another event",
      policy: desk("  cap 9.00 EUR each month\n  counted by first closed\n"),
      before: "  counted by first closed\n", after: "", reasons: nil),
  ]

  private static func leave(_ days: Int) -> String {
    desk("").replacing("let x = 1", with: "")
      + """

      right leave {
        when    solve is breached
        grants  "leave"
        use within 30 calendar days after opened
        claim   first closed until opened + \(days) calendar days
      }
      """
  }

  private static let claims = [
    Row(
      name: "a claim until after the right's own end", policy: leave(30), before: "opened + 30",
      after: "opened + 31", reasons: [.laterClaim]),
    Row(
      name: "a claim until before it", policy: leave(30), before: "opened + 30", after: "opened + 29",
      reasons: nil),
    Row(
      name: "a claim that goes on less, and is later still", policy: leave(32), before: "opened + 32",
      after: "opened + 31", reasons: [.laterClaim]),
    Row(
      name: "a month is not thirty days", policy: leave(30), before: "opened + 30 calendar days",
      after: "opened + 1 month", reasons: nil),
  ]

  private static let visits =
    head + """
      register lines by line { signed instant }
      ticket { line key of lines; event opened once }
      target visits per line each quarter from line.signed for 9 months { measure count of tickets; at least 1 }
      """

  private static let periods = [
    Row(
      name: "the third quarter begins in eight months, too", policy: visits, before: "9 months",
      after: "8 months", reasons: [.samePeriods]),
    Row(
      name: "a fourth quarter begins in ten months", policy: visits, before: "9 months", after: "10 months",
      reasons: nil),
    Row(
      name: "it does not begin in six", policy: visits, before: "9 months", after: "6 months", reasons: nil),
    Row(
      name: "another length of the periods", policy: visits, before: "each quarter", after: "each month",
      reasons: nil),
  ]

  private static let edges = [
    Row(
      name: "the difference is nothing at the edge",
      policy: choice("if sent > due then sent - due else 0.00 EUR"), before: "sent > due",
      after: "sent >= due",
      reasons: [.sameEdge]),
    Row(
      name: "the greater of two", policy: choice("if sent < due then due else sent"), before: "sent < due",
      after: "sent <= due", reasons: [.sameEdge]),
    Row(
      name: "a cent is not nothing", policy: choice("if sent > due then sent - due else 0.01 EUR"),
      before: "sent > due", after: "sent >= due", reasons: nil),
    Row(
      name: "a field that may be missing where the other branch is known",
      policy: choice("if sent > due then early else sent"), before: "sent > due", after: "sent >= due",
      reasons: nil),
    Row(
      name: "turned around", policy: choice("if sent > due then sent - due else 0.00 EUR"),
      before: "sent > due", after: "sent < due", reasons: nil),
  ]

  private static let calendars = [
    Row(
      name: "the minute at which a day opens",
      policy: calendar(days, "by end of 2nd working day after opened"),
      before: "00:00-24:00", after: "00:01-24:00", reasons: [.workingDatesOnly]),
    Row(
      name: "a day that is no longer closed",
      policy: calendar(days, "by end of 2nd working day after opened"),
      before: "  2026-05-01 closed\n", after: "", reasons: nil),
    Row(
      name: "a Saturday that is closed already",
      policy: calendar(
        days.replacing("2026-05-01", with: "2026-05-02"), "by end of 2nd working day after opened"),
      before: "  2026-05-02 closed\n", after: "", reasons: [.workingDatesOnly]),
    Row(
      name: "days that end at close",
      policy: calendar(days.replacing("midnight", with: "close"), "by end of 2nd working day after opened"),
      before: "00:00-24:00", after: "00:00-23:59", reasons: nil),
    Row(
      name: "a late arrival that is one of the next day",
      policy: calendar(
        days.replacing("today", with: "next working day"), "by end of 2nd working day after opened"),
      before: "00:00-24:00", after: "00:00-23:59", reasons: nil),
    Row(
      name: "hours are counted", policy: calendar(days, "on office; within 8 h"), before: "00:00-24:00",
      after: "00:01-24:00", reasons: nil),
    Row(
      name: "nobody asks for a working day",
      policy: calendar(
        "  mon..fri 08:00-18:00\n  day is 10 h, late arrival counts as today", "on office; within 8 h"),
      before: "day is 10 h", after: "day is 9 h", reasons: [.dayUnread]),
    Row(
      name: "a limit in working days",
      policy: calendar(
        "  mon..fri 08:00-18:00\n  day is 10 h, late arrival counts as today",
        "on office; within 2 working days"),
      before: "day is 10 h", after: "day is 9 h", reasons: nil),
  ]
}

import Foundation
import Testing

@Suite("Several versions of a policy")
struct VersionTests {
  private static let first = """
    pledge 1
    policy "Desk" {
      id desk; version "1"; effective from 2026-01-01 until 2026-07-01; timezone UTC; currency EUR
    }
    ticket { team text; event opened, closed }
    target solve { clock from opened until closed; within 60 min }
    refund late { when solve is breached; pay 5.00 EUR }
    """

  private static let second = """
    pledge 1
    policy "Desk" { id desk; version "2"; effective from 2026-07-01; timezone UTC; currency EUR }
    ticket { team text; urgent truth = no; event opened, paused, closed }
    target respond { clock from opened until paused; within 10 min }
    target solve { clock from opened until closed; within 30 min }
    refund late { when solve is breached; pay 7.00 EUR }
    """

  private static func line(_ id: String, _ team: String, _ opened: String, _ rest: String = "") -> String {
    #"{"id":"\#(id)","team":"\#(team)","events":[{"at":"\#(opened)","type":"opened"}\#(rest)]}"# + "\n"
  }

  private static func event(_ type: String, _ at: String) -> String {
    #",{"at":"\#(at)","type":"\#(type)"}"#
  }

  /// In 2025: outside. At the first instant of July: 45 min, breached. In June: 45 min, met; 61 min,
  /// breached, with an event that only the second version knows.
  private static let tickets = [
    line("out", "a", "2025-12-31T23:59:59Z", event("closed", "2026-01-01T12:00:00Z")),
    line("july", "a", "2026-07-01T00:00:00Z", event("closed", "2026-07-01T00:45:00Z")),
    line("june", "a", "2026-06-30T23:59:00Z", event("closed", "2026-07-01T00:44:00Z")),
    line(
      "late", "b", "2026-06-01T00:00:00Z",
      event("paused", "2026-06-01T00:05:00Z") + event("closed", "2026-06-01T01:01:00Z")),
    line("bad", "b", "2026-08-01T00:00:00Z", event("clsed", "2026-08-01T01:00:00Z")),
  ].joined()

  private struct Inputs {
    let folder = try? TemporaryFolder()
    let policies: [String]
    let options: [String]

    init() throws {
      let folder = try #require(folder)
      policies = [
        try folder.file("second.pledge", VersionTests.second),
        try folder.file("first.pledge", VersionTests.first),
      ]
      options = [
        "--tickets", try folder.file("tickets.ndjson", VersionTests.tickets), "--as-of", "2026-09-01",
      ]
    }

    func run(_ command: String, _ more: [String] = []) throws -> Command {
      try Command([command] + policies + options + more)
    }
  }

  @Test("The version in force at the first event decides, and each decision names it")
  func decisions() throws {
    let run = try Inputs().run("eval", ["--format", "ndjson"])
    #expect(run.status == 0, "\(run.complaint)")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 6, "\(run.output)")
    let expected = [
      [#""id":"out","version":null"#, #""solve":{"verdict":"not applicable""#, "not in force"],
      [#""id":"july","version":"2""#, #""solve":{"verdict":"breached""#, #""amount":"7.00""#],
      [#""id":"june","version":"1""#, #""solve":{"verdict":"met""#, #""late":{"state":"none"}"#],
      [#""id":"late","version":"1""#, #""solve":{"verdict":"breached""#, #""amount":"5.00""#],
      ["rejected", "clsed"], [#""versions":["#],
    ]
    for (line, parts) in zip(lines, expected) {
      for part in parts { #expect(line.contains(part), "\(part) in \(line)") }
    }
  }

  @Test("Totals of one name are added over the versions", arguments: ["1", "3"])
  func totals(jobs: String) throws {
    let run = try Inputs().run("simulate", ["--by", "team", "--by", "urgent", "--jobs", jobs])
    #expect(run.status == 0, "\(run.complaint)")
    for part in [
      "desk, versions 1, 2", "5 in = 4 decided + 1 rejected", "12.00 EUR", "first.pledge", "second.pledge",
    ] {
      #expect(run.output.contains(part), "\(part) in \(run.output)")
    }
    let rows = run.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    // met 1, breached 2, and one ticket outside of all versions.
    #expect(rows.contains(["solve", "1", "2", "0", "0", "1", "0", "33.33%"]), "\(run.output)")
    #expect(rows.contains { $0.starts(with: ["respond", "0", "1"]) }, "\(run.output)")
  }

  @Test("Decisions of a run stand in the order of the history and name their version")
  func order() throws {
    let inputs = try Inputs()
    let folder = try #require(inputs.folder)
    let run = try inputs.run("simulate", ["--decisions", folder.path("decisions.csv")])
    #expect(run.status == 0, "\(run.complaint)")
    let rows = try folder.text("decisions.csv").split(separator: "\n").map(String.init)
    #expect(rows[0].hasSuffix(",version"))
    var ids: [String] = []
    for row in rows.dropFirst() {
      let id = String(row.prefix { $0 != "," })
      if ids.last != id { ids.append(id) }
    }
    #expect(ids == ["out", "july", "june", "late"])
    #expect(rows.contains { $0.hasPrefix("july,target,solve,breached") && $0.hasSuffix(",2") })
    #expect(rows.contains { $0.hasPrefix("out,target,solve,not applicable") && $0.hasSuffix(",") })
  }

  @Test("An explanation names the version")
  func explanation() throws {
    let run = try Inputs().run("eval", ["--explain"])
    #expect(run.output.contains("decided by version 2") && run.output.contains("decided by version 1"))
  }

  @Test("Files of two policies are no versions, and an overlap is said")
  func problems() throws {
    let inputs = try Inputs()
    let folder = try #require(inputs.folder)
    let other = try folder.file(
      "other.pledge", Self.second.replacingOccurrences(of: "id desk", with: "id shop"))
    let two = try Command(["eval", inputs.policies[1], other] + inputs.options)
    #expect(two.status == 1 && two.complaint.contains("`desk`") && two.complaint.contains("`shop`"))
    let open = try folder.file(
      "first.pledge", Self.first.replacingOccurrences(of: " until 2026-07-01", with: ""))
    let check = try Command(["check", inputs.policies[0], open])
    #expect(check.status == 2 && check.output.contains("P0740"), "\(check.output)")
    #expect(try Command(["eval", inputs.policies[0], open] + inputs.options).status == 1)
  }
}

import Foundation
import Testing

@Suite("Periods and steps over several versions")
struct VersionPeriodTests {
  private static func policy(_ version: String, _ effective: String, _ body: String) -> String {
    """
    pledge 1
    policy "Lines" { id lines; version "\(version)"; effective \(effective); timezone UTC; currency EUR }
    ticket { line text; event opened, closed, told { role text } }
    span outage = from opened until closed
    role lead, boss
    action notify
    \(body)
    """
  }

  private static let first = policy(
    "1", "from 2026-01-01 until 2026-06-15",
    """
    target available per line each month { measure availability of outage; at least 99.9% }
    target solve { clock from opened until closed; within 8 h }
    refund credit per line each month { when available is breached; pay 5.00 EUR }
    escalation chain { clock from opened until closed; at 1 h notify lead }
    """)

  /// Another target comes first, so that no place is the same.
  private static let second = policy(
    "2", "from 2026-06-15",
    """
    target respond { clock from opened until closed; within 30 min }
    target solve { clock from opened until closed; within 4 h }
    target faults per line each month { measure count of outage; at most 3 }
    target available per line each month { measure availability of outage; at least 99% }
    refund credit per line each month { when available is breached; pay 7.00 EUR }
    escalation alarm { clock from opened until closed; at 10 min notify lead }
    escalation chain { clock from opened until closed; at 2 h notify boss }
    """)

  /// 44 min of June, which allow 43 min 12 s under the first version, and 8 h of July.
  private static let tickets = """
    {"id":"A","line":"L-1","events":[{"at":"2026-06-14T23:30:00Z","type":"opened"},{"at":"2026-06-15T00:14:00Z","type":"closed"}]}
    {"id":"B","line":"L-1","events":[{"at":"2026-07-01T00:00:00Z","type":"opened"},{"at":"2026-07-01T08:00:00Z","type":"closed"}]}
    {"id":"C","line":"L-2","events":[{"at":"2026-06-14T23:59:59Z","type":"opened"}]}
    {"id":"D","line":"L-3","events":[{"at":"2026-06-15T00:00:00Z","type":"opened"}]}

    """

  private let folder: TemporaryFolder
  private let inputs: [String]

  init() throws {
    folder = try TemporaryFolder()
    inputs = [
      try folder.file("second.pledge", Self.second), try folder.file("first.pledge", Self.first), "--tickets",
      try folder.file("tickets.ndjson", Self.tickets), "--as-of",
    ]
  }

  private func run(_ command: String, _ asOf: String, _ more: String...) throws -> Command {
    let run = try Command([command] + inputs + [asOf] + more)
    #expect(run.status == 0, "\(run.complaint)")
    return run
  }

  private static func json(_ text: some StringProtocol) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
  }

  @Test("Each record of a period names the version in which it began", arguments: ["1", "3"])
  func periods(jobs: String) throws {
    _ = try run("simulate", "2026-08-01", "--periods", folder.path("periods.ndjson"), "--jobs", jobs)
    let lines = try folder.text("periods.ndjson").split(separator: "\n").map { try Self.json($0) }
    let schema = try Schema.named("period-1")
    for line in lines { #expect(try schema.faults(line) == [], "\(line)") }
    let told = lines.filter { $0["key"] as? [String] == ["L-1"] }.map { line in
      "\(line["target"] ?? line["refund"] ?? "") \(line["period"] ?? "") \(line["version"] ?? "") "
        + "\(line["verdict"] ?? line["state"] ?? "") \(line["amount"] ?? "")"
    }
    #expect(
      told == [
        "credit 2026-06 1 owed 5.00", "credit 2026-07 2 owed 7.00", "faults 2026-06 2 met ",
        "faults 2026-07 2 met ", "available 2026-06 1 breached ", "available 2026-07 2 breached ",
      ])
  }

  @Test("CSV has a column for the version")
  func table() throws {
    _ = try run("simulate", "2026-08-01", "--periods", folder.path("periods.csv"))
    let rows = try folder.text("periods.csv").split(separator: "\n")
    #expect(rows[0].hasSuffix(",used,version"))
    #expect(rows.contains { $0.hasPrefix("available,L-1,2026-06,") && $0.hasSuffix(",1") })
    #expect(rows.contains { $0.hasPrefix("available,L-1,2026-07,") && $0.hasSuffix(",2") })
  }

  @Test("A report of tickets shows the periods of all versions, and explains each by its own text")
  func report() throws {
    let text = try run("eval", "2026-08-01").output
    #expect(text.contains("2026-06 (version 1)") && text.contains("2026-07 (version 2)"), "\(text)")
    let explained = try run("eval", "2026-08-01", "--explain").output
    #expect(explained.contains("target available  L-1, 2026-06\n  decided by version 1\n"), "\(explained)")
    #expect(explained.contains("target available  L-1, 2026-07\n  decided by version 2\n"))
    let value = try Self.json(run("eval", "2026-08-01", "--explain", "--format", "json").output)
    #expect(try Schema.named("eval-1").faults(value) == [])
    #expect((value["periods"] as? [Any])?.isEmpty == false)
  }

  @Test("Totals count the periods and steps of all versions")
  func totals() throws {
    let value = try Self.json(run("simulate", "2026-08-01", "--format", "json").output)
    #expect(try Schema.named("simulate-1").faults(value) == [])
    let text = try run("simulate", "2026-08-01").output
    let rows = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    // L-1 and L-2 are breached in June and July; L-3 too.
    #expect(rows.contains { $0.starts(with: ["available", "0", "6"]) }, "\(text)")
    // Steps at 1 h and 2 h of the two tickets that run, at 2 h of B and none of A.
    #expect(rows.contains { $0.first == "chain" } && rows.contains { $0.first == "alarm" }, "\(text)")
  }

  @Test("What falls due next is that of each ticket's version")
  func due() throws {
    let run = try run("due", "2026-06-15T00:05:00Z", "--format", "json")
    let value = try Self.json(run.output)
    #expect(try Schema.named("due-1").faults(value) == [])
    let told = (value["due"] as? [[String: Any]] ?? []).map { entry in
      "\(entry["ticket"] ?? "") \(entry["version"] ?? "") \(entry["target"] ?? entry["escalation"] ?? "") "
        + "\(entry["due"] ?? "") \(entry["roles"] ?? "")"
    }
    #expect(
      told.filter { !$0.hasPrefix("A") } == [
        #"D 2 alarm 2026-06-15T00:10:00+00:00 ["lead"]"#, "D 2 respond 2026-06-15T00:30:00+00:00 ",
        #"C 1 chain 2026-06-15T00:59:59+00:00 ["lead"]"#, #"D 2 chain 2026-06-15T02:00:00+00:00 ["boss"]"#,
        "D 2 solve 2026-06-15T04:00:00+00:00 ", "C 1 solve 2026-06-15T07:59:59+00:00 ",
      ])
    #expect(try self.run("due", "2026-06-15T00:05:00Z").output.contains("D (version 2)"))
    #expect(try self.run("due", "2026-06-15T00:05:00Z", "-f", "csv").output.contains(",version\n"))
  }

  @Test("The plan of versions says what a run of all of them needs")
  func plan() throws {
    let check = try Command(["check", "--plan"] + inputs.prefix(2))
    #expect(check.status == 0, "\(check.output)")
    #expect(
      check.output.contains("plan of lines, versions 2, 1 together\npass 1  collect"), "\(check.output)")
    #expect(check.output.contains("once more where a version looks at the tickets of others"))
    let value = try Self.json(Command(["check", "--plan", "--format", "json"] + inputs.prefix(2)).output)
    #expect(try Schema.named("check-1").faults(value) == [])
    #expect((value["together"] as? [Any])?.count == 1)
  }
}

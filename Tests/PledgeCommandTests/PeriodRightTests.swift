import Foundation
import Testing

/// The rights of keys and periods in every output, by the example of chronic outages.
@Suite("Rights of keys and periods")
struct PeriodRightTests {
  private static let example = "examples/chronic-outage/"

  private static func path(_ name: String) -> String {
    Command.root.appending(path: example + name).path
  }

  private static let inputs = [
    path("chronic-outage.pledge"), "--register", "lines=" + path("lines.csv"), "--as-of", "2026-07-01",
    "--tickets",
  ]

  private func run(_ command: String, _ arguments: String...) throws -> Command {
    let run = try Command([command] + Self.inputs + [Self.path("tickets.ndjson")] + arguments)
    #expect(run.status == 0, "\(run.complaint)")
    return run
  }

  @Test("The JSON of eval lists them, by its schema", arguments: [[], ["--explain"]])
  func json(options: [String]) throws {
    let run = try Command(["eval"] + Self.inputs + [Self.path("tickets.ndjson"), "-f", "json"] + options)
    let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    #expect(try Schema.named("eval-1").faults(value) == [])
    let rights = (value as? [String: Any])?["period_rights"] as? [[String: Any]] ?? []
    let granted = rights.filter { $0["state"] as? String != "none" }
    #expect(granted.map { $0["period"] as? String ?? "" }.first == "2026-03-10")
    #expect(granted.allSatisfy { ($0["explanation"] != nil) == !options.isEmpty })
    let used = granted.first { $0["state"] as? String == "used" }
    #expect(used?["used"] as? String == "2026-05-11T09:00:00+08:00")
    #expect(used?["use_until"] as? String == "2026-06-09T00:00:00+08:00")
  }

  @Test("No ticket has one", arguments: ["text", "json", "csv"])
  func ofNoTicket(form: String) throws {
    let output = try run("eval", "-f", form).output
    #expect(!output.contains(#""rights":{"#) && !output.contains(",right,leave"))
    let shown = output.split(separator: "\n").filter { $0.hasPrefix("T-") && $0.contains("leave") }
    #expect(shown.isEmpty)
  }

  private func periods(_ form: String, jobs: Int, reversed: Bool) throws -> [String] {
    let folder = try TemporaryFolder()
    let lines = try String(contentsOfFile: Self.path("tickets.ndjson"), encoding: .utf8)
      .split(separator: "\n")
    let tickets = (reversed ? lines.reversed() : lines).joined(separator: "\n") + "\n"
    let path = try folder.file("periods.\(form)", "")
    let run = try Command(
      ["simulate"] + Self.inputs + [
        try folder.file("t.ndjson", tickets), "--jobs", "\(jobs)", "--periods", path,
      ])
    #expect(run.status == 0, "\(run.complaint)")
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  @Test(
    "The file of the periods holds them, the same for any number of jobs and order of tickets",
    arguments: ["csv", "ndjson"])
  func periods(form: String) throws {
    let one = try periods(form, jobs: 1, reversed: false)
    #expect(try periods(form, jobs: 2, reversed: true) == one)
    let used = one.filter { $0.contains("2026-05-11T09:00:00+08:00") && $0.contains("leave") }
    #expect(used.count == 1)
  }

  @Test("Each line of the file follows its schema, rights before targets")
  func schema() throws {
    let schema = try Schema.named("period-1")
    var kinds: [String] = []
    for line in try periods("ndjson", jobs: 1, reversed: false) {
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
      #expect(try schema.faults(value) == [], "\(line)")
      let kind = ["right", "target"].first { (value as? [String: Any])?[$0] != nil } ?? ""
      if kinds.last != kind { kinds.append(kind) }
    }
    #expect(kinds == ["right", "target"])
  }

  // Of L-2 the rights of 10 March and 9 April have expired, that of 9 May was used, that of 8 June can be
  // used; of L-4 that of 12 April has expired.
  @Test("Totals count them, and no group does")
  func totals() throws {
    let json = try run("simulate", "--by", "cause", "-f", "json").output
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
    #expect(try Schema.named("simulate-1").faults(value) == [])
    let rights = (value as? [String: Any])?["rights"] as? [[String: Any]]
    let count = rights?.first?["count"] as? [String: Int]
    #expect(count?["used"] == 1 && count?["usable"] == 1 && count?["expired"] == 3 && count?["granted"] == 0)
    let text = try run("simulate", "--by", "cause").output
    #expect(text.contains("in no group, because it belongs to no ticket: right of a period leave"))
    let csv = try run("simulate", "--by", "cause", "-f", "csv").output
    #expect(csv.contains("all,,,leave,used,1,") && !csv.contains("by,cause,provider,leave"))
  }
}

import Foundation
import Testing

/// The refunds of keys and periods in every output, by the example of a provider of databases.
@Suite("Refunds of keys and periods")
struct PeriodRefundTests {
  private static let example = "examples/cloud-availability/"

  private static func path(_ name: String) -> String {
    Command.root.appending(path: example + name).path
  }

  private static let inputs = [
    path("cloud-availability.pledge"), "--register", "databases=" + path("databases.csv"), "--register",
    "maintenance=" + path("maintenance.csv"), "--as-of", "2026-05-31", "--tickets",
  ]

  private func run(_ command: String, _ arguments: String...) throws -> Command {
    let run = try Command([command] + Self.inputs + [Self.path("tickets.ndjson")] + arguments)
    #expect(run.status == 0, "\(run.complaint)")
    return run
  }

  /// The lines that begin with some cells, with one blank between cells.
  private func lines(_ head: String, _ output: String) -> [String] {
    let all = output.split(separator: "\n").map {
      $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    return all.filter { $0.hasPrefix(head) }
  }

  // 432 of 43 200 min are 99%: 10% of 1200. 60 of 43 200 min: 10% of 900, not claimed. 12 h of 720 h are
  // 98.33…%: 25% of 4 is not above 1.
  @Test("The table says which key, which month, how much, and until when")
  func table() throws {
    let output = try run("eval").output
    #expect(lines("credit db-1 2026-04", output) == ["credit db-1 2026-04 owed 120.00 USD –"])
    #expect(
      lines("credit db-2 2026-04", output) == ["credit db-2 2026-04 claimable 90.00 USD 2026-07-01 00:00"])
    #expect(lines("credit db-3 2026-04", output).first?.contains("below minimum") == true)
    #expect(lines("credit db-3 2026-05", output).first?.contains("`availability` is pending") == true)
  }

  // On 1 June May is over: the customer's own doing excuses db-1, the others are met.
  @Test("What comes to nothing is counted, and not listed")
  func nothing() throws {
    let inputs = Self.inputs.map { $0 == "2026-05-31" ? "2026-06-01" : $0 }
    let output = try Command(["eval"] + inputs + [Self.path("tickets.ndjson")]).output
    #expect(lines("credit db-1 2026-05", output).isEmpty)
    #expect(output.contains("refunds of a period that come to nothing: 3\n"), "\(output)")
  }

  @Test("Each step to the amount is shown, with the figure that the target reached")
  func explanation() throws {
    let output = try run("eval", "--explain").output
    let block =
      output.components(separatedBy: "\n\n").first {
        $0.hasPrefix("refund credit \"service credit\"  db-1, 2026-04")
      } ?? ""
    for part in [
      "owed        120.00 USD", "by          availability breached, reached 99%",
      "(at least 99% -> 10%)", "availability.reached = 99%", #"above 1.00 USD of "North", 2026-04"#,
      "claimed Mon 2026-05-04 09:00", "amount      120.00 USD",
    ] {
      #expect(block.contains(part), "\(part) in \(block)")
    }
  }

  @Test("The JSON of eval lists them, by its schema", arguments: [[], ["--explain"]])
  func json(options: [String]) throws {
    let run = try Command(
      ["eval"] + Self.inputs + [Self.path("tickets.ndjson"), "-f", "json"] + options)
    let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    #expect(try Schema.named("eval-1").faults(value) == [])
    let refunds = (value as? [String: Any])?["period_refunds"] as? [[String: Any]] ?? []
    let first = refunds.first { $0["period"] as? String == "2026-04" }
    #expect(first?["amount"] as? String == "120.00" && first?["key"] as? [String] == ["db-1"])
    #expect((first?["explanation"] != nil) == !options.isEmpty)
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
    let owed = one.filter { $0.contains("120.00") && $0.contains("db-1") && $0.contains("2026-04") }
    #expect(owed.count == 1)
  }

  @Test("Each line of the file follows its schema, and one that is of neither kind does not")
  func schema() throws {
    let schema = try Schema.named("period-1")
    let lines = try periods("ndjson", jobs: 1, reversed: false)
    var kinds: [String: Int] = [:]
    for line in lines {
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
      #expect(try schema.faults(value) == [], "\(line)")
      for kind in ["refund", "target"] where (value as? [String: Any])?[kind] != nil {
        kinds[kind, default: 0] += 1
      }
    }
    #expect(kinds["refund"] == kinds["target"] && !kinds.isEmpty)
    #expect(try !schema.faults(["refund": "credit"]).isEmpty)
  }

  @Test("A group has no zero of a refund that belongs to no ticket")
  func groups() throws {
    let text = try run("simulate", "--by", "cause").output
    #expect(text.contains("in no group, because it belongs to no ticket: refund of a period credit"))
    #expect(lines("credit 1 120.00 USD", text).count == 1 && !text.contains("by cause  refund"))
    let csv = try run("simulate", "--by", "cause", "-f", "csv").output
    #expect(!csv.contains("by,cause,provider,credit") && csv.contains("all,,,credit,amount owed,120.00,USD"))
  }

  @Test("What could be claimed is added up, apart from what is owed")
  func claimable() throws {
    let json = try run("simulate", "-f", "json").output
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
    #expect(try Schema.named("simulate-1").faults(value) == [])
    let refunds = (value as? [String: Any])?["refunds"] as? [[String: Any]]
    #expect(refunds?.first?["owed"] as? String == "120.00")
    #expect(refunds?.first?["claimable"] as? String == "90.00")
    #expect(try run("simulate").output.contains("90.00 USD"))
  }
}

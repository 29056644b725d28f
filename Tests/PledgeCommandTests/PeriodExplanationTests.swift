import Foundation
import Testing

@Suite("Explanations of keys and periods")
struct PeriodExplanationTests {
  private static let policy = """
    pledge 1
    policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone Asia/Shanghai }
    ticket {
      site   text
      cause  one of ours, theirs optional
      users  integer
      event  down, up
    }
    calendar office { mon..sun 09:00-18:00 }
    span outage = from down until up
    exclusion relief for all targets { when cause is theirs }
    target solve { clock outage; within 60 min }
    target lost per site each month { measure total of outage; on office; at most 5 h }
    target kept per site each month { measure share of solve met; at least 90% }
    target hurt per site each month { measure mean of users; at most 10 }
    target whole per site each month {
      measure   availability of outage weighted by users of 40
      at least  99.9%
    }
    target again per site rolling 30 calendar days { measure count of outage; at most 2 }
    """

  private static func ticket(_ id: String, _ fields: String, _ down: String, _ up: String) -> String {
    #"{"id":"\#(id)",\#(fields),"events":[{"at":"2026-04-\#(down):00+08:00","type":"down"},"#
      + #"{"at":"2026-04-\#(up):00+08:00","type":"up"}]}"# + "\n"
  }

  private static let tickets = [
    ticket("T-1", #""site":"S","cause":"ours","users":4"#, "01T08:00", "01T10:00"),
    ticket("T-2", #""site":"S","cause":"ours","users":8"#, "02T10:00", "02T10:30"),
    ticket("T-3", #""site":"S","users":30"#, "03T12:00", "03T15:00"),
  ]

  private func run(_ arguments: String...) throws -> Command {
    let folder = try TemporaryFolder()
    return try Command(
      [
        "eval", try folder.file("desk.pledge", Self.policy), "--tickets",
        try folder.file("desk.ndjson", Self.tickets.joined()), "--as-of", "2026-05-01", "--explain",
      ] + arguments)
  }

  /// The block of a target.
  private func block(_ target: String, _ output: String) -> String {
    output.components(separatedBy: "\n\n").first { $0.hasPrefix("target \(target)  S") } ?? ""
  }

  // 08:00 to 09:00 is closed: 1 h, 30 min and 3 h are counted, 4 h 30 min of 5 h.
  @Test("Time is shown with what became of it, and the allowance")
  func time() throws {
    let lost = block("lost", try run().output)
    for part in [
      "Wed 2026-04-01 08:00  to 09:00     1 h  not counted: closed", "4 h 30 min counted",
      "total       4 h 30 min", "allowed     5 h, 30 min left",
    ] {
      #expect(lost.contains(part), "\(part) in \(lost)")
    }
  }

  // (4 + 8 + 30) / 3 = 14; without the third, of which it is not known whether it counts, 6. Of the share
  // the third is out where it is excused.
  @Test("Counts and values are shown ticket by ticket")
  func values() throws {
    let output = try run().output
    let hurt = block("hurt", output)
    #expect(hurt.contains("undecided   reached 14") && hurt.contains("mean        42 / 3 = 14"))
    #expect(hurt.contains("T-3      30  not known: the ticket has no `cause`"))
    let kept = block("kept", output)
    #expect(kept.contains("T-1      1  not what is asked") && kept.contains("1 of 2 for certain"))
  }

  // 120 min of 10%, 30 of 20% and 180 of 75% are 12 + 6 + 135 = 153 min of 43 200.
  @Test("Weights are shown, and the sum of a share")
  func weights() throws {
    let whole = block("whole", try run().output)
    #expect(
      whole.contains("weighs 75%") && whole.contains("1 - 153 min / 43200 min = 99.645833…%"), "\(whole)")
    #expect(whole.contains("0.1% of 43200 min = 43 min 12 s, 1 h 49 min 48 s more than that"))
  }

  @Test("The JSON form follows its schema")
  func schema() throws {
    let value = try JSONSerialization.jsonObject(with: Data(run("-f", "json").output.utf8))
    #expect(try Schema.named("eval-1").faults(value) == [])
  }

  @Test(
    "What `--periods` writes is the same for any number of jobs and order of tickets",
    arguments: ["csv", "ndjson"])
  func periods(form: String) throws {
    let folder = try TemporaryFolder()
    let policy = try folder.file("desk.pledge", Self.policy)
    func written(_ tickets: [String], jobs: Int) throws -> String {
      let name = "periods\(jobs).\(form)"
      let path = try folder.file(name, "")
      let run = try Command([
        "simulate", policy, "--tickets", try folder.file("desk\(jobs).ndjson", tickets.joined()), "--as-of",
        "2026-05-01", "--jobs", "\(jobs)", "--periods", path,
      ])
      #expect(run.status == 0)
      return try String(contentsOfFile: path, encoding: .utf8)
    }
    let one = try written(Self.tickets, jobs: 1)
    #expect(try written(Self.tickets.reversed(), jobs: 2) == one)
    // Four targets of April, and the windows that end on the 1st, the 2nd, and from the 3rd to the 30th.
    #expect(one.split(separator: "\n").count == (form == "csv" ? 1 : 0) + 4 + 3)
  }
}

import Foundation
import Testing

@Suite("What falls due next")
struct DueTests {
  private static let policy = """
    pledge 1
    policy "Duty" { id duty; version "1"; effective from 2026-01-01; timezone Asia/Shanghai; currency CNY }
    ticket {
      event reported, restored, held, resumed
      event notified { role text }
    }
    span hold = from held until resumed
    role lead, manager
    action notify
    target restore { clock from reported until restored; pause hold; within 4 h }
    escalation chain {
      clock from reported until restored
      at 30 min           notify lead done when notified within 10 min where role is lead
      every 1 h after 1 h notify lead then manager
    }
    test "told" {
      2026-03-02 10:00  reported
      2026-03-02 10:40  notified with role "lead"
      expect chain step 1 done
    }
    """

  private static func ticket(_ id: String, _ events: String...) -> String {
    let list = events.map { event in
      let words = event.split(separator: " ")
      let role = words.count > 2 ? #","role":"\#(words[2])""# : ""
      return #"{"at":"2026-03-02T\#(words[0])+08:00","type":"\#(words[1])"\#(role)}"#
    }
    return #"{"id":"\#(id)","events":[\#(list.joined(separator: ","))]}"# + "\n"
  }

  private func run(_ tickets: String, asOf: String, _ arguments: String...) throws -> Command {
    let folder = try TemporaryFolder()
    let inputs = [
      "due", try folder.file("duty.pledge", Self.policy), "--tickets",
      try folder.file("open.ndjson", tickets), "--as-of", "2026-03-02T\(asOf)+08:00",
    ]
    return try Command(inputs + arguments)
  }

  /// The entries of the CSV form as `due ticket name`.
  private func entries(_ run: Command) -> [String] {
    run.output.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return "\(cells[0].dropFirst(11).prefix(8)) \(cells[4]) \(cells[6])"
    }
  }

  private static let two =
    ticket("T-2", "10:00:00 reported") + ticket("T-1", "10:00:00 reported", "10:05:00 notified lead")

  @Test("Entries are in order of instant, ticket and name, and what is done is left out")
  func order() throws {
    let run = try run(Self.two, asOf: "10:10:00", "-f", "csv")
    #expect(run.status == 0)
    #expect(
      entries(run) == [
        "10:30:00 T-2 chain 1", "12:00:00 T-1 chain 2.1", "12:00:00 T-2 chain 2.1", "14:00:00 T-1 restore",
        "14:00:00 T-2 restore",
      ])
  }

  @Test("The end of the time asked for is included")
  func horizon() throws {
    let exactly = try run(Self.two, asOf: "10:10:00", "-f", "csv", "--within", "1", "h", "50", "min")
    #expect(entries(exactly).count == 3)
    let less = try run(Self.two, asOf: "10:10:00", "-f", "csv", "--within", "1 h 49 min 59 s")
    #expect(entries(less).count == 1)
    let wrong = try run(Self.two, asOf: "10:10:00", "--within", "soon")
    #expect(wrong.status == 1 && wrong.complaint.contains("--within"))
  }

  @Test("A limit leaves the first entries, and says how many there are")
  func limit() throws {
    let many = (0..<100).map { Self.ticket("T-\(1000 - $0)", "10:00:00 reported") }.joined()
    let run = try run(many, asOf: "10:10:00", "-f", "csv", "--limit", "3")
    #expect(entries(run) == ["10:30:00 T-1000 chain 1", "10:30:00 T-901 chain 1", "10:30:00 T-902 chain 1"])
    let text = try self.run(many, asOf: "10:10:00", "--limit", "3").output
    #expect(text.contains("due      300, the first 3 are shown"))
  }

  @Test("Behind its instant but still in time, a step stands at the end of that time")
  func grace() throws {
    let tickets = Self.ticket("T-1", "10:00:00 reported")
    for (asOf, first) in [
      ("10:30:00", "10:30:00 T-1 chain 1"), ("10:30:01", "10:40:00 T-1 chain 1"),
      ("10:40:00", "10:40:00 T-1 chain 1"), ("10:40:01", "12:00:00 T-1 chain 2.1"),
    ] {
      #expect(entries(try run(tickets, asOf: asOf, "-f", "csv")).first == first, "\(asOf)")
    }
  }

  @Test("A pause leaves more time on the wall than on the clock")
  func pause() throws {
    let tickets = Self.ticket("T-1", "10:00:00 reported", "10:30:00 held", "11:00:00 resumed")
    let text = try run(tickets, asOf: "11:00:00").output
    #expect(text.contains("Mon 2026-03-02 14:30  3 h 30 min  3 h 30 min  T-1     restore"), "\(text)")
    let held = try run(
      Self.ticket("T-1", "10:00:00 reported", "10:30:00 held"), asOf: "11:00:00", "-f", "csv")
    #expect(entries(held).contains("14:30:00 T-1 restore"))
  }

  @Test("A ticket that is closed or broken off has nothing to come")
  func closed() throws {
    let tickets = Self.ticket("T-1", "10:00:00 reported", "10:20:00 restored") + "{\"id\":3\n"
    let run = try run(tickets, asOf: "11:00:00", "--fail-on", "rejected")
    #expect(run.status == 2)
    #expect(run.output.contains("nothing falls due"))
    #expect(run.output.contains("2 in = 1 decided + 1 rejected, 0 with something to come"))
  }

  @Test("JSON follows its schema, each line of NDJSON is an entry")
  func schemas() throws {
    let json = try run(Self.two, asOf: "10:10:00", "-f", "json")
    let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    #expect(try Schema.named("due-1").faults(value) == [])
    let lines = try run(Self.two, asOf: "10:10:00", "-f", "ndjson").output.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines[0].contains(#""roles":["lead"]"#))
    #expect(lines[5].contains(#""instant_unknown":0"#))
  }

  @Test("Steps stand in the decisions and totals, as their schemas have them")
  func decisions() throws {
    let folder = try TemporaryFolder()
    let policy = try folder.file("duty.pledge", Self.policy)
    let inputs = ["--tickets", try folder.file("t.ndjson", Self.two), "--as-of", "2026-03-02T12:10+08:00"]
    for (schema, arguments) in [
      ("eval-1", ["eval", policy, "--explain"]), ("simulate-1", ["simulate", policy, "--by", ".id"]),
    ] {
      let run = try Command(arguments + inputs + ["-f", "json"])
      #expect(run.status == 0, "\(run.complaint)")
      let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
      #expect(try Schema.named(schema).faults(value) == [])
    }
    let totals = try Command(["simulate", policy] + inputs)
    // Each ticket: the first step; the second has come once and comes next.
    #expect(totals.output.contains("steps of  scheduled  pending  done  late  missed"), "\(totals.output)")
    #expect(totals.output.contains("chain             4        0     1     0       1"), "\(totals.output)")
    let rows = try Command(["eval", policy] + inputs + ["-f", "csv"]).output
    #expect(
      rows.contains("T-1,step,chain 1,done,2026-03-02T10:30:00+08:00,,,,,,,,,,2026-03-02T10:05:00+08:00,"))
  }
}

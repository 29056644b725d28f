import Foundation
import Testing

/// Inputs that are read without a fault and are hardly what was meant.
@Suite("What looks wrong about an input is said")
struct InputWarningTests {
  private static let policy = """
    pledge 1
    policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC }
    register desks by desk { size integer }
    ticket { desk key of desks; event opened, closed }
    span work = from opened until closed
    target solve { clock work; within 60 min }
    target lost per desk each month { measure total of work; at most 1 h }
    """

  private static func ticket(_ id: String) -> String {
    #"{"id":"\#(id)","desk":"D","events":[{"at":"2026-03-02T10:00:00Z","type":"opened"},"#
      + #"{"at":"2026-03-02T10:30:00Z","type":"closed"}]}"# + "\n"
  }

  private let folder: TemporaryFolder
  private let files: [String]

  init() throws {
    folder = try TemporaryFolder()
    files = [
      try folder.file("desk.pledge", Self.policy), "--register",
      "desks=" + (try folder.file("desks.csv", "desk,size\nD,3\n")),
    ]
  }

  private func run(_ command: String, _ tickets: [String], asOf: String = "2026-04-01", _ more: String...)
    throws
    -> Command
  {
    var arguments = [command] + files + ["--as-of", asOf]
    for (index, text) in tickets.enumerated() {
      arguments += ["--tickets", try folder.file("tickets-\(index).ndjson", text)]
    }
    return try Command(arguments + more)
  }

  // MARK: Ids

  @Test("Tickets with the id of the ticket before them", arguments: ["simulate", "eval"])
  func repeated(_ command: String) throws {
    let three = ["A", "A", "B", "B", "B", "A"].map(Self.ticket).joined()
    let found = try run(command, [three])
    #expect(found.status == 0)
    #expect(
      found.complaint.contains(
        "warning: 3 tickets have the id of the ticket before and count again; the first is `A`"),
      "\(found.complaint)")
    let one = try run(command, [Self.ticket("A") + Self.ticket("A")])
    #expect(one.complaint.contains("warning: a ticket has the id of the ticket before"), "\(one.complaint)")
  }

  @Test("The last ticket of a file and the first of the next")
  func betweenFiles() throws {
    let found = try run(
      "simulate", [Self.ticket("B") + Self.ticket("A"), Self.ticket("A") + Self.ticket("C")])
    #expect(found.complaint.contains("a ticket has the id of the ticket before"), "\(found.complaint)")
  }

  @Test("Not of others, and not where they are rejected", arguments: ["simulate", "eval"])
  func unique(_ command: String) throws {
    let apart = try run(command, [["A", "B", "A"].map(Self.ticket).joined()])
    #expect(apart.complaint.isEmpty, "\(apart.complaint)")
    let rejected = try run(command, [["A", "A"].map(Self.ticket).joined()], "--unique")
    #expect(!rejected.complaint.contains("warning"), "\(rejected.complaint)")
  }

  @Test("The number of threads does not change what is said")
  func threads() throws {
    let many = (0..<20_000).map { Self.ticket("T\($0 / 2)") }.joined()
    let complaints = try ["1", "2", "5"].map { try run("simulate", [many], "--jobs", $0).complaint }
    #expect(complaints[0].contains("10000 tickets have the id of the ticket before"), "\(complaints[0])")
    #expect(Set(complaints).count == 1)
  }

  @Test("One file under two names")
  func twice() throws {
    let found = try run(
      "simulate", [Self.ticket("A") + Self.ticket("B"), Self.ticket("A") + Self.ticket("B")])
    #expect(found.complaint.contains("has the same tickets as"), "\(found.complaint)")
  }

  // MARK: Empty files

  @Test("A register without a row")
  func noRow() throws {
    _ = try folder.file("desks.csv", "desk,size\n")
    let found = try run("simulate", [Self.ticket("A")])
    #expect(found.status == 0)
    #expect(found.complaint.contains("desks.csv: the register `desks` has no row"), "\(found.complaint)")
  }

  @Test("A CSV file without a header is refused")
  func noHeader() throws {
    _ = try folder.file("desks.csv", "")
    let register = try run("simulate", [Self.ticket("A")])
    #expect(register.status == 1)
    #expect(register.complaint.contains("desks.csv: it is empty"), "\(register.complaint)")
    _ = try folder.file("desks.csv", "desk,size\nD,3\n")
    let tickets = try folder.file("none.csv", "")
    let found = try Command(["simulate"] + files + ["--as-of", "2026-04-01", "--tickets", tickets])
    #expect(found.status == 1 && found.complaint.contains("none.csv: it is empty"), "\(found.complaint)")
  }

  // MARK: As of

  @Test("An as-of instant more than a hundred years behind the history", arguments: ["simulate", "eval"])
  func tooFar(_ command: String) throws {
    let found = try run(command, [Self.ticket("A")], asOf: "9999-12-31")
    #expect(found.status == 1)
    #expect(found.complaint.contains("more than a hundred years before"), "\(found.complaint)")
    let near = try run(command, [Self.ticket("A")], asOf: "2126-03-01")
    #expect(near.status == 0, "\(near.complaint)")
  }

  // MARK: Run sheets

  @Test("The sheet beside an output is no input and no other output")
  func sheets() throws {
    let out = folder.path("out.csv")
    let sheet = try folder.file("out.csv.run.json", Self.ticket("A"))
    let input = try Command(
      ["simulate"] + files + ["--as-of", "2026-04-01", "--tickets", sheet, "--decisions", out])
    #expect(input.status == 1 && input.complaint.contains("it is read by this run"), "\(input.complaint)")
    #expect(try folder.text("out.csv.run.json") == Self.ticket("A"))
    let outputs = try run("simulate", [Self.ticket("A")], "--decisions", out, "--periods", out + ".run.json")
    #expect(outputs.status == 1 && outputs.complaint.contains("one file"), "\(outputs.complaint)")
  }
}

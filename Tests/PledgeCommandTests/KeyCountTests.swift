import Foundation
import Testing

@Suite("How many keys a span asks for is a parameter of a run")
struct KeyCountTests {
  private static let policy = """
    pledge 1
    policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC }
    param crowd = 2
    ticket { desk text; event opened, closed }
    span work = from opened until closed
    span crowded = at least crowd desk of work
    target busy each month { measure total of crowded; at most 30 min }
    """

  // A is open from 10:00 to 12:00, B from 11:00 to 12:00: one at least for 2 h, two for 1 h, three never.
  private static let tickets = ["A": "10", "B": "11"].sorted { $0.key < $1.key }.map { desk, hour in
    #"{"id":"\#(desk)","desk":"\#(desk)","events":[{"at":"2026-03-02T\#(hour):00:00Z","type":"opened"},"#
      + #"{"at":"2026-03-02T12:00:00Z","type":"closed"}]}"# + "\n"
  }.joined()

  private func run(_ settings: String...) throws -> Command {
    let folder = try TemporaryFolder()
    return try Command(
      [
        "eval", try folder.file("desk.pledge", Self.policy), "--tickets",
        try folder.file("tickets.ndjson", Self.tickets), "--as-of", "2026-04-01",
      ] + settings.flatMap { ["--set", $0] })
  }

  @Test(
    "It is set like any other",
    arguments: [("1", "breached  2 h"), ("2", "breached  1 h"), ("3", "met  0 s")])
  func settings(_ count: String, _ outcome: String) throws {
    let output = try run("crowd=" + count).output
    let line = output.split(separator: "\n").first { $0.hasPrefix("busy") } ?? ""
    let words = line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    #expect(words.contains(outcome.replacingOccurrences(of: "  ", with: " ")), "\(output)")
  }

  @Test("It is one at least", arguments: ["0", "-1", "1.5", "5%"])
  func refused(_ count: String) throws {
    let run = try run("crowd=" + count)
    #expect(
      run.status == 1 && run.complaint.contains("`\(count)` is no value for `crowd`"), "\(run.complaint)")
  }
}

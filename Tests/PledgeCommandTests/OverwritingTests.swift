import Foundation
import Testing

@Suite("What is read is never written over")
struct OverwritingTests {
  private static let policy = """
    pledge 1
    policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC }
    ticket { event opened, closed }
    target solve { clock from opened until closed; within 60 min }
    """
  private static let ticket = #"{"id":"1","events":[{"at":"2026-03-02T10:00:00Z","type":"opened"}]}"# + "\n"

  @Test(
    "Neither the tickets nor the policy",
    arguments: [
      ["eval", "--rejects"], ["due", "--rejects"], ["simulate", "--rejects"], ["simulate", "--decisions"],
    ])
  func inputs(_ words: [String]) throws {
    let folder = try TemporaryFolder()
    let policy = try folder.file("desk.pledge", Self.policy)
    let tickets = try folder.file("tickets.ndjson", Self.ticket)
    for output in [tickets, policy] {
      let run = try Command(
        [words[0], policy, "--tickets", tickets, "--as-of", "2026-03-03", words[1], output])
      #expect(run.status == 1 && run.complaint.contains("it is read by this run"), "\(run.complaint)")
    }
    #expect(try String(contentsOfFile: tickets, encoding: .utf8) == Self.ticket)
    #expect(try String(contentsOfFile: policy, encoding: .utf8) == Self.policy)
  }

  @Test("Two outputs do not go into one file")
  func outputs() throws {
    let folder = try TemporaryFolder()
    let policy = try folder.file("desk.pledge", Self.policy)
    let tickets = try folder.file("tickets.ndjson", Self.ticket)
    let output = try folder.file("out.ndjson", "")
    let run = try Command(
      [
        "simulate", policy, "--tickets", tickets, "--as-of", "2026-03-03", "--decisions", output, "--rejects",
        output,
      ])
    #expect(run.status == 1 && run.complaint.contains("one file"), "\(run.complaint)")
  }
}

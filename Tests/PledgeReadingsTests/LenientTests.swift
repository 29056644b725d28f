import PledgeTickets
import Testing

@testable import PledgeReadings

/// How a version of a policy reads the tickets of another one.
@Suite struct LenientTests {
  private let vocabulary = Vocabulary(
    fields: [
      FieldDeclaration(name: "kind", type: .choice(members: ["branch", "pon"])),
      FieldDeclaration(name: "users", type: .integer),
    ],
    events: [
      EventDeclaration(name: "opened", once: true),
      EventDeclaration(
        name: "told", attributes: [FieldDeclaration(name: "by", type: .choice(members: ["a", "b"]))]),
    ])

  private func reading(_ text: String, isLenient: Bool) throws -> Reading {
    let pool = TextPool()
    let ready = try plan(vocabulary)
    let reader = try HistoryReader(
      source: MemorySource(name: "t.ndjson", bytes: Array(text.utf8)), plan: ready,
      options: HistoryReader.Options())
    let decoder = RecordDecoder(plan: ready, pool: pool, isLenient: isLenient)
    return try read(reader, decoder, ready, pool)
  }

  private let whole =
    #"{"id":"T","kind":"pon","users":3,"events":[{"at":"1970-01-01T00:00:00Z","type":"opened"}]}"#

  @Test(arguments: [
    (#"{"id":"T","users":3,"events":[]}"#, "T: missing 3e-0 |  | "),
    (#"{"id":"T","kind":"fibre","users":"x","events":[]}"#, "T: missing missing |  | "),
    (
      #"{"id":"T","kind":"pon","users":3,"events":[{"at":"1970-01-01T00:00:00Z","type":"told","by":"c"}]}"#,
      "T: #1 3e-0 |  | told@0/missing"
    ),
    (
      #"{"id":"T","kind":"pon","users":3,"events":[{"at":"1970-01-01T00:00:00Z","type":"opened","set":{"kind":"z"}}]}"#,
      "T: #1 3e-0 |  | opened@0 kind@0=missing"
    ),
    (
      #"{"id":"T","kind":"pon","users":3,"events":[{"at":"1970-01-01T00:00:00Z","type":"opened"},"#
        + #"{"at":"1970-01-01T00:00:00Z","type":"opened"}]}"#, "T: #1 3e-0 |  | opened@0 opened@0"
    ),
  ])
  func `a value that cannot be read is missing, and rejects nothing`(record: String, ticket: String) throws {
    let lenient = try reading(record + "\n" + whole, isLenient: true)
    #expect(lenient.tickets == [ticket, "T: #1 3e-0 |  | opened@0"])
    #expect(lenient.rejections == [])
    #expect(try reading(record + "\n" + whole, isLenient: false).rejections.count == 1)
  }

  @Test func `what is no ticket at all is rejected`() throws {
    for record in [
      #"{"kind":"pon","users":3,"events":[]}"#, #"{"id":"T","events":[{"type":"opened"}]}"#, "[]",
    ] {
      #expect(try reading(record, isLenient: true).rejections.count == 1, "\(record)")
    }
  }
}

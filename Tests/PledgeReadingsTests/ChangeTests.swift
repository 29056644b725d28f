import PledgeTickets
import Testing

@testable import PledgeReadings

/// Fields that events change, in each format.
@Suite struct ChangeTests {
  private let vocabulary = Vocabulary(
    fields: [
      FieldDeclaration(name: "priority", type: .choice(members: ["P1", "P2"])),
      FieldDeclaration(name: "note", type: .text, presence: .optional),
    ],
    events: [EventDeclaration(name: "opened"), EventDeclaration(name: "changed")])

  private let expected =
    "T-1: #1 missing |  | opened@0 changed@60000000 changed@120000000"
    + " priority@60000000=#0 note@120000000='x' priority@120000000=#1"

  @Test func `an object in an event of JSON`() throws {
    let reading = try read(
      """
      {"id":"T-1","priority":"P2","events":[{"at":"1970-01-01T00:00:00Z","type":"opened"},\
      {"type":"changed","set":{"priority":"P1","other":3},"at":"1970-01-01T00:01:00Z"},\
      {"at":"1970-01-01T00:02:00Z","type":"changed","set":{"note":"x","priority":"P2"}}]}
      """, "t.ndjson", try plan(vocabulary))
    #expect(reading.rejections == [])
    #expect(sorted(reading.tickets) == sorted([expected]))
  }

  @Test func `a mapping in an event of YAML`() throws {
    let reading = try read(
      """
      - id: T-1
        priority: P2
        events:
          - {at: 1970-01-01T00:00:00Z, type: opened}
          - {at: 1970-01-01T00:01:00Z, type: changed, set: {priority: P1}}
          - {at: 1970-01-01T00:02:00Z, type: changed, set: {note: x, priority: P2}}
      """, "t.yaml", try plan(vocabulary))
    #expect(reading.rejections == [])
    #expect(sorted(reading.tickets) == sorted([expected]))
  }

  @Test func `columns of a row that is an event`() throws {
    let mapping = """
      mapping: 1
      rows: many
      fields: {priority: {row: first}}
      events:
        - {type: type, at: at}
      """
    let reading = try read(
      """
      id,priority,type,at,set.priority,set.note
      T-1,P2,opened,1970-01-01T00:00:00Z,,
      T-1,P2,changed,1970-01-01T00:01:00Z,P1,
      T-1,P2,changed,1970-01-01T00:02:00Z,P2,x
      """, "t.csv", try plan(vocabulary, mapping: mapping))
    #expect(reading.rejections == [])
    #expect(sorted(reading.tickets) == sorted([expected]))
  }

  @Test func `a value taken away, and what cannot be`() throws {
    let reading = try read(
      """
      {"id":"T-1","priority":"P2","events":[{"at":"1970-01-01T00:00:00Z","type":"opened",\
      "set":{"note":null}}]}
      {"id":"T-2","priority":"P2","events":[{"at":"1970-01-01T00:00:00Z","type":"opened",\
      "set":{"priority":null}}]}
      {"id":"T-3","priority":"P2","events":[{"at":"1970-01-01T00:00:00Z","type":"opened"}]}
      """, "t.ndjson", try plan(vocabulary))
    #expect(
      reading.tickets == [
        "T-1: #1 missing |  | opened@0 note@0=missing", "T-3: #1 missing |  | opened@0",
      ])
    #expect(reading.rejections.map(\.field) == ["priority"])
  }

  /// The changes of one event stand in the order of the fields.
  private func sorted(_ lines: [String]) -> [[String]] {
    lines.map { $0.split(separator: " ").map(String.init).sorted() }
  }
}

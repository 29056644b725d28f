import PledgeTickets
import Testing

@testable import PledgeReadings

/// Events that have a time and a type only are read in one go where they are written compactly. A blank more
/// takes them the long way, which must come to the same.
@Suite struct PlainEventTests {
  private static let vocabulary = Vocabulary(
    fields: [],
    events: ["opened", "waiting for the customer", "closed", "back\\slash"].map { EventDeclaration(name: $0) }
  )

  private static let lists: [String] = [
    #"{"at":"2026-03-02T10:00:00+08:00","type":"opened"}"#,
    #"{"at":"2026-03-02T10:00:00+08:00","type":"opened"},{"at":"2026-03-02T10:00:01Z","type":"closed"}"#,
    #"{"at":"2026-03-02T10:00:00+08:00","type":"waiting for the customer"},{"at":"2026-03-03T00:00:00+08:00","type":"closed"}"#,
    #"{"at":"2026-03-02T10:00:00+08:00","type":"waiting for the custom"}"#,
    #"{"at":"2026-03-02T10:00:00+08:00","type":"opened","type":"closed"}"#,
    #"{"at":"2026-03-02T10:00:00+08:00","type":"opened","by":"me"},{"at":"2026-03-02T10:00:00.5+08:00","type":"closed"}"#,
    #"{"at":"2026-03-02T10:00:00+08:00","type":"open\u0065d"}"#,
    #"{"at":"2026-03-02T10:00:00+08:00","type":"back\slash"}"#,
    #"{"at":"2026-03-02T10:00:00+08:00","type":"back\\slash"}"#,
    #"{"at":"2026-03-02T10:00:00+08:00","type":""}"#,
    #"{"at":"2026-03-02T10:00:00+08:00","type":"opened""#,
    #"{"at":"2026-03-02T10:00:00+08:00","type":"opened"},"#,
    #"{"at":"2026-03-02T10:00:00+08:00","type":"opened}"#,
    #"{"at":"2026-02-30T10:00:00+08:00","type":"opened"}"#,
    #"\#t{"type":"opened","at":"2026-03-02T10:00:00+08:00"}"#,
    #"{"at":"2026-03-02T10:00:00+08:00","type":null}"#,
  ]

  @Test(arguments: lists.indices)
  func `an event comes to the same in one go as the long way`(index: Int) throws {
    let plan = try plan(Self.vocabulary)
    let compact = try read(record(Self.lists[index]), "t.ndjson", plan)
    let spaced = try read(record(Self.lists[index].replacing("{", with: "{ ")), "t.ndjson", plan)
    #expect(compact.tickets == spaced.tickets)
    #expect(compact.rejections.map(\.reason) == spaced.rejections.map(\.reason))
    #expect(compact.lines.count == 2)
  }

  @Test(
    arguments: [
      ("at", "type"), ("t", "e"), ("timestamp", "event"), ("a_time_of_some_length", "kind"),
      ("when", "a_type_of_some_length"), ("事件时间", "类型"),
    ])
  func `the keys may have any length`(at: String, type: String) throws {
    let mapping = "mapping: 1\nevents: {list: events, at: \(at), type: \(type)}\n"
    let plan = try plan(Self.vocabulary, mapping: mapping)
    let events = ["opened", "closed", "opened"].enumerated().map { second, name in
      #"{"\#(at)":"2026-03-02T10:00:0\#(second)+08:00","\#(type)":"\#(name)"}"#
    }
    let reading = try read(record(events.joined(separator: ",")), "t.ndjson", plan)
    let seconds = [0, 1, 2].map { 1_772_416_800_000_000 + $0 * 1_000_000 }
    let expected = zip(["opened", "closed", "opened"], seconds).map { "\($0)@\($1)" }
    #expect(reading.tickets.first == "T-1:  |  | " + expected.joined(separator: " "))
    #expect(reading.lines.count == 2)
  }

  @Test(arguments: [1, 63, 64, 65, 127, 128, 129, 300])
  func `a list may have any number of events`(count: Int) throws {
    let plan = try plan(Self.vocabulary)
    let events = (0..<count).map { number in
      let second = String(number % 60 + 100).dropFirst()
      return #"{"at":"2026-03-02T10:0\#(number / 60):\#(second)+08:00","type":"opened"}"#
    }
    let list = events.joined(separator: ",")
    let compact = try read(record(list), "t.ndjson", plan)
    let spaced = try read(record(list.replacing("{", with: "{ ")), "t.ndjson", plan)
    #expect(compact.tickets == spaced.tickets)
    #expect(compact.tickets.first?.split(separator: " ").count { $0.hasPrefix("opened@") } == count)
    #expect(compact.lines.count == 2)
  }

  @Test(arguments: [1, 64, 65, 80])
  func `an event that is declared once stands once, in a vocabulary of any size`(size: Int) throws {
    let names = (0..<size).map { "event \($0)" }
    for once in [0, size - 1] {
      let vocabulary = Vocabulary(
        fields: [], events: names.indices.map { EventDeclaration(name: names[$0], once: $0 == once) })
      let event = { (name: String) in #"{"at":"2026-03-02T10:00:00+08:00","type":"\#(name)"}"# }
      for (number, name) in names.enumerated() {
        let text = #"{"id":"T-1","events":[\#(event(name)),\#(event(name))]}"# + "\n"
        let reading = try read(text, "t.ndjson", try plan(vocabulary))
        #expect(reading.rejections.map(\.reason) == (number == once ? [.eventTwice(event: name)] : []))
      }
    }
  }

  /// The record and one behind it, which must stay whole.
  private func record(_ events: String) -> String {
    #"{"id":"T-1","events":[\#(events)]}"# + "\n"
      + #"{"id":"T-2","events":[{"at":"2026-03-02T10:00:00+08:00","type":"closed"}]}"# + "\n"
  }
}

/// Texts that nobody reads.
@Suite struct UnreadFieldTests {
  @Test func `a text that nobody reads has to be there, and is not kept`() throws {
    let vocabulary = Vocabulary(
      fields: [
        FieldDeclaration(name: "name", type: .text),
        FieldDeclaration(name: "level", type: .choice(members: ["low"])),
      ], events: [])
    let records = [
      #"{"id":"1","name":"a","level":"low"}"#, #"{"id":"2","level":"low"}"#,
      #"{"id":"3","name":7,"level":"low"}"#,
      #"{"id":"4","name":"","level":"low"}"#, #"{"id":"5","name":"a","level":"high"}"#,
      #"{"id":"6","name":"\ud800","level":"low"}"#, #"{"id":"7","name":null,"level":"low"}"#,
    ]
    let rows = ["id,name,level", "1,a,low", "2,,low", "3,\"a \"\"b\"\"\",low"]
    for (name, lines) in [("t.ndjson", records), ("t.csv", rows)] {
      let kept = try read(lines, name, vocabulary, unread: [])
      let unread = try read(lines, name, vocabulary, unread: [0, 1])
      #expect(kept.rejections == unread.rejections)
      #expect(kept.tickets.count == unread.tickets.count)
      #expect(unread.tickets.first == "1: missing #0 |  | ")
    }
  }

  private func read(
    _ lines: [String], _ name: String, _ vocabulary: Vocabulary, unread: Set<Int>
  ) throws -> Reading {
    let plan = try plan(vocabulary)
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    let reader = try HistoryReader(source: MemorySource(name: name, bytes: bytes), plan: plan)
    let decoder = RecordDecoder(plan: plan, pool: TextPool(), unreadFields: unread)
    return try PledgeReadingsTests.read(reader, decoder, plan, TextPool())
  }
}

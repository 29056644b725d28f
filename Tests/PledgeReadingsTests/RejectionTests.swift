import PledgeTickets
import Testing

@testable import PledgeReadings

/// Every way in which a record can be bad has its place and its reason, and the run goes on behind it.
@Suite struct RejectionTests {
  static let events = "\"events\":[]"

  static let fields: [(String, String, String)] = [
    ("\"truth\":\"yes\"", "truth", "expected a truth value, found a text"),
    ("\"truth\":1", "truth", "expected a truth value, found a number"),
    ("\"integer\":2.5", "integer", "expected a whole number, found `2.5`"),
    ("\"integer\":1234567890123456789012", "integer", "the number `1234567890123456789012` is too large"),
    ("\"decimal\":\"12,5\"", "decimal", "expected a number, found `12,5`"),
    ("\"decimal\":[1]", "decimal", "expected a number, found a list or an object"),
    ("\"percent\":99.95", "percent", "expected a percentage such as \"99.95%\", found a number without %"),
    ("\"percent\":\"99.95\"", "percent", "expected a percentage such as \"99.95%\", found `99.95`"),
    ("\"money\":\"3000.00 USD\"", "money", "`3000.00 USD` is not an amount in CNY"),
    ("\"money\":true", "money", "expected an amount in CNY, found a truth value"),
    ("\"duration\":\"1 day\"", "duration", "expected a duration such as \"1 h 30 min\", found `1 day`"),
    ("\"duration\":\"99999999999999 h\"", "duration", "the number `99999999999999 h` is too large"),
    (
      "\"duration\":\"5 min 1 h\"", "duration",
      "expected a duration such as \"1 h 30 min\", found `5 min 1 h`"
    ),
    (
      "\"instant\":\"2026-03-02T10:00:00\"", "instant",
      "the time `2026-03-02T10:00:00` has no offset, and no zone is declared for such times"
    ),
    (
      "\"instant\":\"2026-03-02T10:00:00.1234567Z\"", "instant",
      "the time `2026-03-02T10:00:00.1234567Z` has more than six digits behind the second"
    ),
    ("\"instant\":\"2026-12-31T23:59:60Z\"", "instant", "the time `2026-12-31T23:59:60Z` has a second 60"),
    ("\"instant\":\"2026-02-30T10:00:00Z\"", "instant", "there is no time `2026-02-30T10:00:00Z`"),
    (
      "\"instant\":\"tomorrow\"", "instant",
      "expected a time such as 2026-03-02T10:00:00+08:00, found `tomorrow`"
    ),
    ("\"date\":\"2026-02-30\"", "date", "there is no date `2026-02-30`"),
    ("\"text\":5", "text", "expected a text, found a number"),
    ("\"text\":\"\\ud800\"", "text", "bytes that are not text of the stated character set"),
    ("\"choice\":\"lead\"", "choice", "`lead` is not one of `gold`, `silver`, `青铜`"),
    ("\"text\":\"a\",\"text\":\"a\"", "text", "the field stands twice"),
  ]

  @Test(arguments: fields)
  func `a bad value names its field and why`(member: String, field: String, reason: String) throws {
    let good = "{\"id\":\"ok\",\(Self.events)}\n"
    let reading = try read("\(good){\"id\":\"bad\",\(member),\(Self.events)}\n\(good)", "t.ndjson", plan())
    #expect(reading.tickets.count == 2)
    #expect(reading.rejections.map(\.reason.text) == [reason])
    #expect(reading.rejections.map(\.field) == [field])
    #expect(reading.rejections.map(\.ticket) == ["bad"])
    #expect(reading.rejections.map(\.line) == [2])
  }

  static let records: [(String, String)] = [
    ("{\"id\":\"x\",\"events\":[}", "malformed JSON"), ("{\"id\":\"x\"", "malformed JSON"),
    ("{\"id\":\"x\",}", "malformed JSON"), ("{\"id\":\"x\",\"events\":[]} 1", "malformed JSON"),
    ("{\"id\":\"x\",\"events\":[]}}", "malformed JSON"),
    ("{\"a\":01,\"id\":\"x\",\"events\":[]}", "malformed JSON"),
    ("{\"a\":\"\\x\",\"id\":\"x\",\"events\":[]}", "malformed JSON"), ("[]", "expected a record"),
    ("null", "expected a record"), ("{\"events\":[]}", "a required value is missing"),
    ("{\"id\":null,\"events\":[]}", "a required value is missing"),
    ("{\"id\":\"\",\"events\":[]}", "a required"),
    ("{\"id\":{},\"events\":[]}", "expected an id"), ("{\"id\":\"x\"}", "a required value is missing"),
    ("{\"id\":\"x\",\"events\":\"none\"}", "expected a list of events"),
    ("{\"id\":\"x\",\"events\":[1]}", "expected an event"),
    (
      "{\"id\":\"x\",\"events\":[{\"at\":\"2026-03-02T10:00:00Z\",\"type\":\"exploded\"}]}",
      "the event `exploded`"
    ),
    ("{\"id\":\"x\",\"events\":[{\"at\":\"2026-03-02T10:00:00Z\"}]}", "a required value is missing"),
    ("{\"id\":\"x\",\"events\":[{\"type\":\"opened\"}]}", "a required value is missing"),
    ("{\"id\":\"x\",\"events\":[{\"at\":5,\"type\":\"opened\"}]}", "expected a time"),
    (
      "{\"id\":\"x\",\"events\":[{\"at\":\"2026-03-02T10:00:00Z\",\"type\":\"notified\"}]}",
      "a required value"
    ),
    (
      "{\"id\":\"x\",\"events\":[{\"at\":\"2026-03-02T10:00:00Z\",\"type\":\"opened\"},"
        + "{\"at\":\"2026-03-02T10:00:00Z\",\"type\":\"opened\"}]}", "the event `opened` is declared `once`"
    ),
    (
      "{\"id\":\"x\",\"deep\":" + String(repeating: "[", count: 200) + "}",
      "a nesting beyond the limit of 128"
    ),
  ]

  @Test(arguments: records)
  func `a bad record is rejected alone`(record: String, reason: String) throws {
    let good = "{\"id\":\"ok\",\(Self.events)}\n"
    let reading = try read("\(good)\(record)\n\(good)", "t.ndjson", plan())
    #expect(reading.tickets.count == 2)
    #expect(reading.rejections.count == 1)
    #expect(reading.rejections.first?.reason.text.hasPrefix(reason) == true, "\(reading.lines)")
    #expect(reading.rejections.first?.line == 2)
    // As an element of a list it is rejected as well, and where its brackets do not match, the list with it.
    let list = try read("[\(good),\n\(record)]", "t.json", plan())
    #expect(list.tickets.count >= 1)
    #expect(!list.rejections.isEmpty)
  }

  @Test func `invalid UTF-8 rejects its line`() throws {
    let good = Array("{\"id\":\"ok\",\(Self.events)}\n".utf8)
    let bad = Array("{\"id\":\"b\",\"text\":\"".utf8) + [0xc3, 0x28] + Array("\",\(Self.events)}\n".utf8)
    let reading = try read(good + bad + good, "t.ndjson", plan())
    #expect(reading.tickets.count == 2)
    #expect(reading.rejections.map(\.reason) == [.invalidText])
    #expect(reading.rejections.first?.column == 19)
  }

  @Test func `a ragged row, an open quote and an empty id are rejected`() throws {
    let plan = try plan(mapping: "mapping: 1\nevents: {event: opened, at: opened}\n")
    let reading = try read(
      "id,text,opened\n1,a\n2,b,,\n,c,\n4,d,2026-03-02T10:00:00Z\n5,\"e\"x,\n6,\"f\n", "t.csv", plan)
    #expect(reading.tickets.count == 1)
    #expect(
      reading.rejections.map { "\($0.line) \($0.reason.code)" } == [
        "2 ragged-row", "3 ragged-row", "4 missing-value", "6 malformed", "7 malformed",
      ])
  }

  @Test func `a broken row rejects its ticket once`() throws {
    let text =
      "id,at,type\n1,2026-03-02T10:00:00Z,opened\n1,2026-03-02T25:00:00Z,closed\n1,x\n2,2026-03-02T10:00:00Z,opened\n"
    let plan = try plan(mapping: ConformanceTests.rows)
    for size in [1, 40, 1000] {
      let reading = try read(Array(text.utf8), "t.csv", plan, chunkSize: size)
      #expect(reading.tickets.count == 1)
      #expect(reading.rejections.map { "\($0.line) \($0.ticket ?? "") \($0.field ?? "")" } == ["3 1 at"])
    }
  }

  @Test func `a record beyond the limit is skipped`() throws {
    let good = "{\"id\":\"ok\",\(Self.events)}\n"
    let long = "{\"id\":\"x\",\"text\":\"" + String(repeating: "a", count: 500) + "\"}\n"
    let reading = try read(
      Array((good + long + good).utf8), "t.ndjson", plan(), chunkSize: 16, recordLimit: 256)
    #expect(reading.tickets.count == 2)
    #expect(reading.rejections.map(\.reason.code) == ["too-large"])
    #expect(reading.rejections.map(\.line) == [2])
  }

  @Test func `a document that breaks off says so`() throws {
    let good = "{\"id\":\"ok\",\(Self.events)}"
    for text in ["[\(good)", "[\(good),", "[\(good),{\"id\":", "", "[\(good)] x", "[\(good)\(good)]"] {
      let reading = try read(text, "t.json", plan())
      #expect(reading.rejections.map(\.reason.code) == ["malformed"], "\(text)")
    }
  }

  @Test func `the first broken place ends a YAML file, aliases stay bounded`() throws {
    let good = "- {id: a, events: []}\n"
    let broken = try read(good + "- {id: b, events: [}\n", "t.yaml", plan())
    #expect(broken.tickets.count == 1)
    #expect(broken.rejections.map(\.reason.code) == ["malformed"])
    var bomb = "- id: a\n  events: []\n  x0: &x0 [lol, lol, lol, lol]\n"
    for level in 1..<40 {
      bomb += "  x\(level): &x\(level) [*x\(level - 1), *x\(level - 1), *x\(level - 1)]\n"
    }
    let bombed = try read(bomb, "t.yaml", plan())
    #expect(bombed.rejections.map(\.reason.code) == ["too-large"])
    let repeated = try read(
      "- id: a\n  events: &e [{at: 2026-03-02T10:00:00Z, type: opened}]\n- {id: b, events: *e}\n", "t.yaml",
      plan())
    #expect(repeated.tickets.count == 2)
  }
}

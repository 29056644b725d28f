import Glibc
import PledgeTestSupport
import PledgeTickets
import Testing

@testable import PledgeReadings

/// The same tickets in every format that tickets are read from.
@Suite struct ConformanceTests {
  static let ndjson = """
    {"id":"T-1","truth":true,"integer":3,"decimal":2.50,"percent":"99.95%","money":1008.58,"duration":"1 h 30 min",\
    "instant":"2026-03-02T10:00:00+08:00","date":"2026-03-02","text":"北京 \\"x\\", y\\nz","choice":"青铜","key":"K,1",\
    "level":"high","events":[{"at":"2026-03-02T10:00:00+08:00","type":"opened"},\
    {"at":"2026-03-02T11:00:00Z","type":"notified","role":"known","rank":2},\
    {"at":"2026-03-02T10:30:00.25+08:00","type":"closed"}]}
    {"id":"T-2","truth":false,"money":"-3000.00 CNY","text":"plain","events":[{"at":"2026-03-02 10:00:00+0800","type":"opened"}]}

    """

  static let csv = """
    id,truth,integer,decimal,percent,money,duration,instant,date,text,choice,key,level,at,type,role,rank\r
    T-1,true,3,2.50,99.95%,1008.58,1 h 30 min,2026-03-02T10:00:00+08:00,2026-03-02,"北京 ""x"", y\nz",青铜,"K,1",high,2026-03-02T10:00:00+08:00,opened,,\r
    T-1,true,3,2.50,99.95%,1008.58,1 h 30 min,2026-03-02T10:00:00+08:00,2026-03-02,"北京 ""x"", y\nz",青铜,"K,1",high,2026-03-02T11:00:00Z,notified,known,2\r
    T-1,true,3,2.50,99.95%,1008.58,1 h 30 min,2026-03-02T10:00:00+08:00,2026-03-02,"北京 ""x"", y\nz",青铜,"K,1",high,2026-03-02T10:30:00.25+08:00,closed,,\r
    T-2,no,,,,-3000.00 CNY,,,,plain,,,,2026-03-02 10:00:00+0800,opened,,\r

    """

  static let yaml = """
    - id: T-1
      truth: yes
      integer: 3
      decimal: 2.50
      percent: 99.95%
      money: 1008.58
      duration: 1 h 30 min
      instant: 2026-03-02T10:00:00+08:00
      date: 2026-03-02
      text: "北京 \\"x\\", y\\nz"
      choice: 青铜
      key: K,1
      level: high
      events:
        - {at: 2026-03-02T10:00:00+08:00, type: opened}
        - {at: 2026-03-02T11:00:00Z, type: notified, role: known, rank: 2}
        - {at: 2026-03-02T10:30:00.25+08:00, type: closed}
    - id: T-2
      truth: no
      integer: ~
      money: -3000.00 CNY
      text: plain
      events: [{at: "2026-03-02 10:00:00+0800", type: opened}]

    """

  static let rows = "mapping: 1\nrows: many\nevents: {type: type, at: at}\n"

  /// The list inside of a document, with keys around it.
  static var json: String {
    let records = ndjson.split(separator: "\n").joined(separator: ",\n  ")
    return
      "{\"meta\": {\"n\": [1, {}]}, \"result\": {\"more\": null, \"items\": [\n \(records) ], \"end\": 1}, \"x\": \"]\"}\n"
  }

  static let list = "mapping: 1\nrecords: result.items\n"

  static var array: String { "[" + ndjson.split(separator: "\n").joined(separator: " , ") + "]" }

  func expected() throws -> Reading { try read(Self.ndjson, "t.ndjson", plan()) }

  @Test func `a ticket has the values that its text states`() throws {
    let reading = try expected()
    #expect(reading.rejections.map(describe) == [])
    #expect(
      reading.tickets == [
        "T-1: true 3e-0 250e-2 9995e-4 100858e-2 1 h 30 min @1772416800000000 d20514 '北京 \"x\", y\nz' #2 'K,1' #1 |  | "
          + "opened@1772416800000000 closed@1772418600250000 notified@1772449200000000/'known'/2e-0",
        "T-2: false missing missing missing -300000e-2 missing missing missing 'plain' missing missing #0 |  | "
          + "opened@1772416800000000",
      ])
  }

  @Test(arguments: [
    Input("t.json", array), Input("t.json", json, list), Input("t.json", ndjson), Input("t.csv", csv, rows),
    Input("t.yaml", yaml), Input("t.yaml", json, list), Input("-", ndjson), Input("-", array),
  ])
  func `every format gives the same tickets`(input: Input) throws {
    let reading = try read(input.text, input.name, plan(mapping: input.mapping))
    #expect(reading.rejections.map(describe) == [])
    #expect(reading.tickets == (try expected().tickets))
  }

  @Test(arguments: [
    Input("t.ndjson", ndjson), Input("t.json", array), Input("t.json", json, list), Input("t.csv", csv, rows),
    Input("t.yaml", yaml),
  ])
  func `a chunk may be cut anywhere`(input: Input) throws {
    let (name, text) = (input.name, input.text)
    let plan = try plan(mapping: input.mapping)
    let tickets = try expected().tickets
    for size in 1...(text.utf8.count + 1) {
      let reading = try read(Array(text.utf8), name, plan, chunkSize: size, step: 1 + size % 7)
      #expect(reading.tickets == tickets, "\(size)")
      #expect(reading.rejections.isEmpty, "\(size)")
    }
  }

  @Test func `a byte order mark is no text`() throws {
    for (name, text, mapping) in [
      ("t.ndjson", Self.ndjson, nil), ("t.csv", Self.csv, Self.rows), ("t.yaml", Self.yaml, nil),
    ] {
      let reading = try read([0xef, 0xbb, 0xbf] + Array(text.utf8), name, plan(mapping: mapping))
      #expect(reading.tickets == (try expected().tickets), "\(name)")
    }
  }

  @Test func `GB18030 gives the same texts`() throws {
    // 北京 and 青铜 in GB18030.
    let words: [(String, [UInt8])] = [("北京", [0xb1, 0xb1, 0xbe, 0xa9]), ("青铜", [0xc7, 0xe0, 0xcd, 0xad])]
    var bytes = Array(Self.csv.utf8)
    for (word, encoded) in words {
      bytes = bytes.replacing(Array(word.utf8), with: encoded)
    }
    let plan = try plan(mapping: Self.rows + "charset: GB18030\n")
    for step in [1, 2, 3, 1000] {
      let reading = try read(bytes, "t.csv", plan, step: step)
      #expect(reading.rejections.map(describe) == [])
      #expect(reading.tickets == (try expected().tickets))
    }
  }

  @Test func `bytes that the character set does not have reject their record alone`() throws {
    let plan = try plan(mapping: "mapping: 1\ncharset: GB18030\n")
    let good = "{\"id\":\"1\",\"events\":[]}\n"
    let reading = try read(
      Array(good.utf8) + Array("{\"id\":\"2\",\"text\":\"".utf8) + [0xb1, 0x20, 0xff]
        + Array("\",\"events\":[]}\n".utf8) + Array(good.utf8), "t.ndjson", plan)
    #expect(reading.tickets.count == 2)
    #expect(reading.rejections.map(\.reason) == [.invalidText])
    #expect(reading.rejections.map(\.line) == [2])
  }

  @Test func `keys may stand in any order with any space between`() throws {
    var random = SeededGenerator(seed: 7)
    let plan = try plan()
    let pieces = [
      "\"id\":\"T-9\"", "\"text\":\"a\\u00e9\\ud83d\\ude00\"", "\"integer\":7",
      "\"extra\":{\"a\":[1,\"]\",{\"b\":null}]}",
      "\"ch\\u006fice\":\"silver\"",
      "\"events\":[{\"type\":\"opened\",\"at\":\"2026-03-02T10:00:00+08:00\"},{\"x\":1,\"at\":\"2026-03-02T10:00:01+08:00\",\"type\":\"closed\"}]",
      "\"money\":\"12.5\"",
    ]
    let expected = try read("{" + pieces.joined(separator: ",") + "}", "t.ndjson", plan)
    #expect(expected.tickets.count == 1)
    for _ in 0..<200 {
      var text = "{" + pieces.shuffled(using: &random).joined(separator: ",") + "}"
      var spaced = ""
      var isQuoted = false
      var last: Character = " "
      for character in text {
        if character == "\"", last != "\\" { isQuoted.toggle() }
        if !isQuoted, ":,{}[]".contains(character) {
          spaced += [" ", "\t", "", "  "].randomElement(using: &random) ?? ""
          spaced.append(character)
          spaced += [" ", "\r", ""].randomElement(using: &random) ?? ""
        } else {
          spaced.append(character)
        }
        last = character
      }
      text = spaced
      #expect(try read(text, "t.ndjson", plan).lines == expected.lines, "\(text)")
    }
  }

  @Test func `packed files are read as what is packed`() throws {
    // printf 'ab' | gzip -n; two members and zeros behind them.
    let member: [UInt8] = [
      0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x4b, 0x4c, 2, 0, 0x6d, 0x48, 0x83, 0x9e, 2, 0, 0, 0,
    ]
    let source = { (bytes: [UInt8], step: Int) in
      try InputFile.decoded(MemorySource(name: "x.gz", bytes: bytes, step: step)).readAll(limit: 100)
    }
    for step in [1, 5, 100] {
      #expect(try source(member, step) == Array("ab".utf8))
      #expect(try source(member + member + [0, 0], step) == Array("abab".utf8))
    }
    #expect(throws: SourceError(file: "x.gz", reason: "the gzip data is cut off")) {
      try source(Array(member.dropLast()), 3)
    }
    #expect(throws: SourceError(file: "x.gz", reason: "there is something else behind the gzip data")) {
      try source(member + [7], 3)
    }
    #expect(throws: SourceError(file: "x.gz", reason: "it is named .gz, but holds no gzip data")) {
      try source([1, 2, 3], 3)
    }
  }

  @Test func `bytes are counted alike at any place and length`() {
    let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 28 & 3) }
    let text = StableBytes(bytes)
    let same = StableBytes([UInt8](repeating: 3, count: 10_000))
    // Sixteen bytes are looked at together, and 255 times sixteen are counted side by side.
    for size in [0, 1, 15, 16, 17, 255, 4079, 4080, 4081, 4096, 8160, 8177, 9990] {
      for start in 0..<8 {
        let expected = bytes[start..<start + size].count { $0 == 3 }
        #expect(Words.count(3, text.start + start, text.start + start + size) == expected)
        #expect(Words.count(3, same.start + start, same.start + start + size) == size)
      }
    }
  }

  @Test func `a missing file names itself`() {
    #expect(throws: SourceError(file: "/no/such", reason: "cannot open: No such file or directory")) {
      try FileSource(path: "/no/such")
    }
    #expect(throws: SourceError(file: "/tmp", reason: "cannot read: it is a directory")) {
      try FileSource(path: "/tmp")
    }
  }
}

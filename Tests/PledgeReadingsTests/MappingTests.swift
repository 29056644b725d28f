import PledgeNumbers
import PledgeTickets
import PledgeTime
import Testing

@testable import PledgeReadings

@Suite struct MappingTests {
  @Test func `fields are renamed, translated, defaulted and marked as missing`() throws {
    let plan = try plan(
      mapping: """
        mapping: 1
        missing: ["?", "n/a"]
        id: meta.number
        times: {zone: Asia/Shanghai, formats: ["d/M/yyyy HH:mm"]}
        fields:
          choice: {from: [meta, "a.b"], values: {Au: gold, Ag: silver}}
          text: {value: fixed}
          money: {missing: "-", otherwise: "5.00"}
          integer: meta.n
        events:
          - {list: log, at: when, type: what, names: {Offen: opened}, ignore: [note], attributes: {role: who}}
          - {event: closed, at: meta.closed}
        """, captures: ["recorded.made_sla", "recorded.note"])
    let reading = try read(
      """
      {"meta":{"number":17,"a.b":"Ag","n":"?","closed":"2/3/2026 11:00"},"money":"-","recorded":{"made_sla":true,"note":"x"},\
      "log":[{"when":"2/3/2026 10:00","what":"Offen"},{"when":"x","what":"note"},\
      {"when":"2026-03-02 10:05","what":"notified","who":"boss"}]}
      """, "t.ndjson", plan)
    #expect(
      reading.lines == [
        "17: missing missing missing missing 500e-2 missing missing missing 'fixed' #1 missing #0 | true 'x' | "
          + "opened@1772416800000000 notified@1772417100000000/'boss'/missing closed@1772420400000000"
      ])
  }

  @Test func `changes of a column give events in the stated order`() throws {
    let plan = try plan(
      mapping: """
        mapping: 1
        rows: many
        times: {zone: UTC}
        fields: {text: {from: state, row: first}}
        events:
          - {event: opened, at: at, change: state, from: ~}
          - {event: closed, at: at, change: state, to: done}
          - {event: notified, at: at, change: state, from: done, to: {not: [~, done]}, with: {role: r}}
        """)
    let text =
      "id,state,at\na,new,2026-03-02 10:00\na,new,2026-03-02 10:01\na,done,2026-03-02 10:02\na,new,2026-03-02 10:03\na,,2026-03-02 10:04\nb,done,2026-03-02 10:05\n"
    for size in [1, 30, 1000] {
      let reading = try read(Array(text.utf8), "t.csv", plan, chunkSize: size)
      #expect(
        reading.lines.map { $0.replacing("missing ", with: "") } == [
          "a: 'new' missing #0 |  | opened@1772445600000000 closed@1772445720000000 notified@1772445780000000/'r'/missing"
            .replacing("missing ", with: ""),
          "b: 'done' missing #0 |  | opened@1772445900000000 closed@1772445900000000".replacing(
            "missing ", with: ""),
        ])
    }
  }

  @Test(arguments: [
    ("fields: {}", "m.yaml:1:1: a mapping file states its version, `mapping: 1`"),
    ("mapping: 1\nfeilds: {}", "m.yaml:2:1: a mapping file has no key `feilds`"),
    ("mapping: 1\nformat: xml", "m.yaml:2:9: `xml` is no format; known are ndjson, json, csv, yaml"),
    ("mapping: 1\ncharset: klingon", "m.yaml:2:10: the character set `klingon` is not known to iconv"),
    ("mapping: 1\ntimes: {formats: [dd.MM]}", "m.yaml:2:18: `dd.MM` is no format of times"),
    ("mapping: 1\nevents: {at: x}", "m.yaml:2:9: a source of events has one of `list`, `type` and `event`"),
    (
      "mapping: 1\nevents: {event: opened, change: s, row: last, at: x}",
      "m.yaml:2:41: a change has no key `row`"
    ),
    ("mapping: 1\nfields: {a: {value: x, from: y}}", "m.yaml:2:13: a field with `value` has no other key"),
    ("mapping: 1\nmapping: 1", "m.yaml:2:1: malformed YAML: the key `mapping` stands twice"),
    ("mapping: [1", "m.yaml:2:1: malformed YAML"),
  ])
  func `a wrong mapping names the line`(text: String, message: String) {
    guard case .failure(let problems) = TicketMapping.parse(Array(text.utf8), file: "m.yaml") else {
      Issue.record("accepted")
      return
    }
    #expect(problems.description.hasPrefix(message), "\(problems)")
  }

  @Test(arguments: [
    ("fields: {colour: c}", "m.yaml:2:10: the policy declares no field `colour`"),
    ("events: {event: exploded, at: x}", "m.yaml:2:9: the policy declares no event `exploded`"),
    ("times: {zone: Mars/Olympus}", "m.yaml:2:15: the time zone `Mars/Olympus` is not in the tz database"),
    ("times: {zone: ../../etc/passwd}", "m.yaml:2:15: `../../etc/passwd` is not the name of a time zone"),
    ("events: {type: t, at: x}", "m.yaml:2:9: events of one row each need `rows: many`"),
    ("as-of: soon", "m.yaml: `as-of` must be an instant"),
  ])
  func `a mapping that does not fit the policy names the line`(line: String, message: String) throws {
    let mapping = try TicketMapping.parse(Array("mapping: 1\n\(line)\n".utf8), file: "m.yaml").get()
    guard case .failure(let problems) = RecordPlan.compile(vocabulary: everyType, mapping: mapping) else {
      Issue.record("accepted")
      return
    }
    #expect(problems.description.hasPrefix(message), "\(problems)")
  }

  @Test(arguments: [
    ("d/M/yyyy HH:mm", "29/2/2016 04:40", true), ("d/M/yyyy HH:mm", "29/02/2016 04:40", true),
    ("d/M/yyyy HH:mm", "29/2/2015 04:40", false), ("d/M/yyyy HH:mm", "29/2/2016 4:40", false),
    ("yyyyMMdd'T'HHmmss", "20260302T101112", true), ("yyyy-MM-dd HH:mm:ss.S", "2026-03-02 10:11:12.5", true),
    ("yyyy-MM-dd HH:mm:ssXXX", "2026-03-02 10:11:12+0800", true),
  ])
  func `patterns read what they say`(pattern: String, text: String, fits: Bool) throws {
    let pattern = try #require(TimePattern(pattern))
    var text = text
    let reading = text.withUTF8 { pattern.read($0) }
    switch reading {
    case .civil, .instant: #expect(fits)
    case .other, .impossible, .leapSecond, .tooFine: #expect(!fits)
    }
  }

  @Test func `a header without a column that is needed is the file's error`() throws {
    let plan = try plan(mapping: ConformanceTests.rows)
    #expect(throws: SourceError(file: "t.csv", reason: "its header has no column `type`")) {
      try read("id,at\n", "t.csv", plan)
    }
    #expect(throws: SourceError(file: "t.csv", reason: "its header has two columns `id`")) {
      try read("id,id,at,type\n", "t.csv", plan)
    }
  }

  static let circuits = RegisterDeclaration(
    name: "circuits", keys: [FieldDeclaration(name: "circuit", type: .text)],
    columns: [
      FieldDeclaration(name: "level", type: .choice(members: ["AAA", "AA"])),
      FieldDeclaration(
        name: "fee", type: Currency("CNY").map { .money($0) } ?? .decimal, presence: .optional),
    ])

  @Test(arguments: [
    ("r.csv", "circuit,level,fee\nC-1,AA,8000.00\nC-2,AAA,\n"),
    (
      "r.json",
      "[{\"circuit\":\"C-1\",\"level\":\"AA\",\"fee\":8000.00},{\"level\":\"AAA\",\"circuit\":\"C-2\"}]"
    ),
    ("r.yaml", "- {circuit: C-1, level: AA, fee: 8000.00 CNY}\n- {circuit: C-2, level: AAA}\n"),
  ])
  func `registers are read from every format`(name: String, text: String) throws {
    var pool = TextPool()
    let source = MemorySource(name: name, bytes: Array(text.utf8))
    let register = try RegisterReader.read(source, declaration: Self.circuits, pool: &pool)
    #expect(register.rowCount == 2)
    let row = try #require(register.row(.text(pool.intern("C-2"))))
    #expect(register.cell(row: row, column: 0) == .choice(0))
    #expect(register.cell(row: row, column: 1) == .missing)
    #expect(register.row(.text(pool.intern("C-3"))) == nil)
  }

  @Test(arguments: [
    ("circuit,level\nC-1,AA\nC-1,AA\n", "r.csv: register `circuits`: the key `C-1` stands twice or is empty"),
    ("circuit,level\nC-1,B\n", "r.csv:2:5: `level`: `B` is not one of `AAA`, `AA`"),
    ("circuit,level\n,AA\n", "r.csv:2:1: `circuit`: a required value is missing"),
  ])
  func `a wrong register names the row`(text: String, message: String) throws {
    var pool = TextPool()
    do {
      _ = try RegisterReader.read(
        MemorySource(name: "r.csv", bytes: Array(text.utf8)), declaration: Self.circuits, pool: &pool)
      Issue.record("accepted")
    } catch let problems as ReadingProblems {
      #expect(problems.description == message)
    }
  }

  static let prices = RegisterDeclaration(
    name: "prices",
    keys: [
      FieldDeclaration(name: "product", type: .text),
      FieldDeclaration(name: "region", type: .choice(members: ["north", "south"])),
    ],
    columns: [FieldDeclaration(name: "lines", type: .integer)])

  @Test(arguments: [
    ("p.csv", "lines,region,product\n1,north,A\n2,south,A\n3,north,B\n"),
    (
      "p.json",
      "[{\"product\":\"A\",\"region\":\"north\",\"lines\":1},{\"region\":\"south\",\"product\":\"A\",\"lines\":2},"
        + "{\"product\":\"B\",\"region\":\"north\",\"lines\":3}]"
    ),
    (
      "p.yaml",
      "- {product: A, region: north, lines: 1}\n- {product: A, region: south, lines: 2}\n"
        + "- {product: B, region: north, lines: 3}\n"
    ),
  ])
  func `several keys name a row together in every format`(name: String, text: String) throws {
    var pool = TextPool()
    let source = MemorySource(name: name, bytes: Array(text.utf8))
    let register = try RegisterReader.read(source, declaration: Self.prices, pool: &pool)
    func lines(_ product: String, _ region: Int32) -> Int64? {
      let key = register.key([.text(pool.intern(product)), .choice(region)])
      guard let row = key.flatMap({ register.row($0) }),
        case .number(let number) = register.cell(row: row, column: 0)
      else { return nil }
      return number.coefficient
    }
    #expect(lines("A", 0) == 1)
    #expect(lines("A", 1) == 2)
    #expect(lines("B", 0) == 3)
    #expect(lines("B", 1) == nil)
    #expect(lines("C", 0) == nil)
    #expect(
      register.keys.indices.map { Array(register.values(ofKeyAt: $0)).last } == [
        .choice(0), .choice(1), .choice(0),
      ])
  }

  @Test(arguments: [
    (
      "product,region,lines\nA,north,1\nA,north,2\n",
      "p.csv: register `prices`: the key `A, north` stands twice or is empty"
    ),
    ("product,region,lines\nA,,1\n", "p.csv:2:3: `region`: a required value is missing"),
    ("product,region,lines\nA,east,1\n", "p.csv:2:3: `region`: `east` is not one of `north`, `south`"),
    ("product,lines\nA,1\n", "p.csv: its header has no column `region`"),
  ])
  func `a row that does not say all its keys is an error`(text: String, message: String) throws {
    var pool = TextPool()
    do {
      _ = try RegisterReader.read(
        MemorySource(name: "p.csv", bytes: Array(text.utf8)), declaration: Self.prices, pool: &pool)
      Issue.record("accepted")
    } catch let problems as ReadingProblems {
      #expect(problems.description == message)
    } catch let problem as SourceError {
      #expect(problem.description == message)
    }
  }
}

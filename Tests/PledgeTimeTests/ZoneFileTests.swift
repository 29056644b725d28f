import Foundation
import PledgeTestSupport
import PledgeTime
import Testing

@Suite struct ZoneFileTests {
  /// A version 2 file with these transitions, types (offset only) and rule.
  static func file(
    _ transitions: [(Int64, UInt8)] = [], types: [Int32] = [0], rule: String, version: String = "2"
  ) -> [UInt8] {
    func header(_ times: Int, _ types: Int, _ names: Int) -> [UInt8] {
      Array("TZif\(version)".utf8) + Array(repeating: 0, count: 15)
        + [0, 0, 0, times, types, names].flatMap { bytes(UInt32($0)) }
    }
    func bytes<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
      withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }
    // The first block is for readers of version 1 and as small as it may be.
    var file = header(0, 1, 1) + Array(repeating: 0, count: 6) + [0]
    file += header(transitions.count, types.count, 1)
    file += transitions.flatMap { bytes($0.0) } + transitions.map(\.1)
    file += types.flatMap { bytes($0) + [0, 0] } + [0]
    return file + Array("\n\(rule)\n".utf8)
  }

  static func zone(_ rule: String) throws -> Zone { try Zone.parse(file(rule: rule), name: "rule").get() }

  @Test(
    arguments: [
      ("UTC0", "2026-07-01T00:00:00Z", 0), ("<+03>-3", "2026-07-01T00:00:00Z", 10_800),
      ("<-0330>3:30", "2026-07-01T00:00:00Z", -12_600), ("ABC-5:45:30", "2026-07-01T00:00:00Z", 20_730),
      ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T00:59:59Z", 3600),
      ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T01:00:00Z", 7200),
      ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25T00:59:59Z", 7200),
      ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25T01:00:00Z", 3600),
      // Dublin: winter is the exception, an hour behind the standard.
      ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-01-01T00:00:00Z", 0),
      ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-07-01T00:00:00Z", 3600),
      // The southern summer lies around the new year.
      ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-01-01T00:00:00Z", 39_600),
      ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-07-01T00:00:00Z", 36_000),
      // Extended hours (Nuuk): the Saturday before the last Sunday at 22:00 is that Sunday at -2 h.
      ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T00:59:59Z", -7200),
      ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T01:00:00Z", -3600),
      // 167 hours after Sunday midnight is Saturday 23:00.
      ("AAA0BBB,M3.1.0/167,M10.1.0/-167", "2026-03-07T22:59:59Z", 0),
      ("AAA0BBB,M3.1.0/167,M10.1.0/-167", "2026-03-07T23:00:00Z", 3600),
      // J60 is 1 March in every year, 59 without J is 29 February in a leap year.
      ("AAA0BBB,J60/0,J300/0", "2024-02-29T23:59:59Z", 0),
      ("AAA0BBB,J60/0,J300/0", "2024-03-01T00:00:00Z", 3600),
      ("AAA0BBB,59/0,300/0", "2024-02-29T00:00:00Z", 3600),
      ("AAA0BBB,59/0,300/0", "2025-02-28T23:59:59Z", 0),
      // Daylight saving time all year (RFC 9636, 3.3.1): each year's end is the next year's start.
      ("EST5EDT,0/0,J365/25", "2026-01-01T05:00:00Z", -14_400),
      ("EST5EDT,0/0,J365/25", "2025-12-31T23:00:00Z", -14_400),
      ("EST5EDT,0/0,J365/25", "2026-07-01T00:00:00Z", -14_400),
    ] as [(String, String, Int32)])
  func rulesOfTheFooterAreFollowed(rule: String, at text: String, offset: Int32) throws {
    #expect(try Self.zone(rule).offset(at: instant(text)) == offset)
  }

  @Test(arguments: [
    "U0", "UTC", "UTC25", "UTC-26", "<+03-3", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
    "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J1", "CET-1CEST,J366,J1",
    "CET-1CEST,366,1", "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0x", "CET-1:60",
    "CET-1CEST,,",
    "CET--1", "\u{e9}\u{e9}\u{e9}0", "CET-1CEST,M3.5.0/2:60,M10.5.0",
  ])
  func malformedRulesAreRefused(rule: String) {
    #expect(Zone.parse(Self.file(rule: rule), name: "x") == .failure(.malformedRule))
  }

  @Test func thePartsAreChecked() {
    func fault(_ bytes: [UInt8]) -> ZoneFault? {
      if case .failure(let fault) = Zone.parse(bytes, name: "x") { return fault }
      return nil
    }
    #expect(fault([]) == .truncated)
    #expect(fault(Array(repeating: 0, count: 44)) == .notTZif)
    #expect(fault(Self.file(rule: "", version: "1")) == .unknownVersion)
    #expect(fault(Self.file([(5, 0), (5, 0)], rule: "")) == .transitionsOutOfOrder)
    #expect(fault(Self.file([(5, 1)], rule: "")) == .inconsistent)
    #expect(fault(Self.file([(5, 0)], types: [93_600], rule: "")) == .offsetOutOfRange)
    #expect(fault(Self.file(rule: "", version: "3")) == nil)
    #expect(fault(Self.file(rule: "", version: "4")) == nil)
  }

  @Test func transitionsBeyondAllNamedInstantsAreTheBeginningAndEndOfTime() throws {
    let file = Self.file([(.min, 1), (.min + 1, 0), (0, 1), (.max, 0)], types: [0, 3600], rule: "")
    let zone = try Zone.parse(file, name: "x").get()
    #expect(zone.offset(at: .earliest) == 0)
    #expect(zone.offset(at: .epoch) == 3600)
    #expect(zone.offset(at: Instant(microseconds: -1)) == 0)
  }

  @Test func aFileOfVersion1HasNoRule() throws {
    let old = Array("TZif".utf8) + Array(repeating: 0, count: 16)
    let counts: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1]
    let data: [UInt8] = [0, 0, 0, 9, 0] + [0, 0, 0x0e, 0x10, 0, 0] + [0]
    let zone = try Zone.parse(old + counts + data, name: "old").get()
    #expect(zone.offset(at: .latest) == 3600)
  }

  @Test func everyTruncationIsRefusedOrRead() throws {
    for name in ["Europe/Berlin", "Asia/Shanghai", "Africa/Casablanca"] {
      let bytes = [UInt8](try #require(FileManager.default.contents(atPath: "/usr/share/zoneinfo/" + name)))
      for count in 0..<bytes.count {
        #expect(throws: ZoneFault.self) { try Zone.parse(Array(bytes[..<count]), name: name).get() }
      }
    }
  }

  @Test func mutatedFilesGiveAZoneThatAnswersOrAFault() throws {
    let seed: UInt64 = 9636
    var generator = SeededGenerator(seed: seed)
    let names = ["Europe/Berlin", "America/Sao_Paulo", "Asia/Shanghai", "Africa/Casablanca"]
    for round in 0..<4000 {
      let path = "/usr/share/zoneinfo/" + names[round % names.count]
      var bytes = [UInt8](try #require(FileManager.default.contents(atPath: path)))
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        // Headers and the rule are where a changed byte matters most.
        let tail = Bool.random(using: &generator)
        let place =
          tail
          ? Int.random(in: max(0, bytes.count - 40)..<bytes.count, using: &generator)
          : Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = .random(in: .min ... .max, using: &generator)
      }
      guard case .success(let zone) = Zone.parse(bytes, name: "hostile") else { continue }
      for instant in [PledgeTime.Instant.earliest, .epoch, .latest] { _ = zone.local(instant) }
      for _ in 0..<5 {
        let instant = Instant(microseconds: .random(in: .min ... .max, using: &generator))
        let local = zone.local(instant)
        _ = zone.instant(local.date, .endOfDay)
        _ = zone.startOfDay(local.date)
      }
    }
  }
}

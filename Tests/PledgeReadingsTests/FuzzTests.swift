import PledgeTestSupport
import Testing

@testable import PledgeReadings

/// Seeded mutations of good inputs: nothing traps, and nothing is lost.
@Suite struct FuzzTests {
  private func mutate(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      guard !bytes.isEmpty else { break }
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: at)
      case 2: bytes.insert(Array("\"{}[],:\\\n\r0-e.".utf8).randomElement(using: &random) ?? 0, at: at)
      case 3: bytes.removeLast(bytes.count - at)
      default:
        let end = min(bytes.count, at + Int.random(in: 1...20, using: &random))
        bytes.insert(contentsOf: Array(bytes[at..<end]), at: Int.random(in: 0...bytes.count, using: &random))
      }
    }
    return bytes
  }

  @Test(arguments: [
    Input("t.ndjson", ConformanceTests.ndjson), Input("t.json", ConformanceTests.array),
    Input("t.json", ConformanceTests.json, ConformanceTests.list),
    Input("t.csv", ConformanceTests.csv, ConformanceTests.rows), Input("t.yaml", ConformanceTests.yaml),
  ])
  func `mutated files are read without a trap, whole or in pieces`(input: Input) throws {
    let plan = try plan(mapping: input.mapping)
    for seed in 0..<400 {
      var random = SeededGenerator(seed: UInt64(seed))
      let bytes = mutate(Array(input.text.utf8), &random)
      do {
        let whole = try read(bytes, input.name, plan)
        let cut = try read(bytes, input.name, plan, chunkSize: Int.random(in: 1...300, using: &random))
        for (left, right) in zip(whole.lines + ["end"], cut.lines + ["end"]) where left != right {
          Issue.record("seed \(seed): \(left.prefix(150)) <> \(right.prefix(150))")
          return
        }
      } catch is SourceError {
        // A header that is broken is the file's fault.
      }
    }
  }

  @Test func `mutated mappings and holidays give problems at worst`() throws {
    let mapping = try FileSource(path: repositoryFile("Tests/PledgeReadingsTests/Fixtures/incident-log.yaml"))
      .readAll(limit: 1 << 20)
    let calendar = Array(HolidayTests.calendar.utf8)
    for seed in 0..<500 {
      var random = SeededGenerator(seed: UInt64(seed))
      if case .success(let parsed) = TicketMapping.parse(mutate(mapping, &random), file: "m.yaml") {
        _ = RecordPlan.compile(vocabulary: everyType, mapping: parsed)
      }
      _ = HolidayFile.parse(mutate(calendar, &random), file: "h.ics")
      _ = HolidayFile.parse(mutate(Array(HolidayTests.yaml.utf8), &random), file: "h.yaml")
      _ = HolidayFile.parse(mutate(Array(HolidayTests.csv.utf8), &random), file: "h.csv")
    }
  }
}

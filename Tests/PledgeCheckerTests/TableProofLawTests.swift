import PledgePolicy
import PledgeTestSupport
import Testing

@testable import PledgeChecker

@Suite("What is proved about tables")
struct TableProofLawTests {
  /// Tables a run looks at, in so many parts that are run side by side.
  private static let tables: UInt64 = 100_000
  private static let parts: UInt64 = 8

  @Test("100 000 small tables: what is proved is what trying every point finds", arguments: 0..<parts)
  func againstEveryPoint(part: UInt64) throws {
    let size = Self.tables / Self.parts
    var found = Findings()
    for seed in part * size..<(part + 1) * size {
      var dice = SeededGenerator(seed: seed)
      let table = SmallTable(&dice)
      let proved = try #require(Findings(proving: table), "seed \(seed)")
      let tried = Findings(trying: table)
      // An expectation a table would take longer than all that it is about.
      if proved != tried {
        #expect(proved == tried, "seed \(seed): \(table.rows)")
        break
      }
      found.add(proved)
    }
    #expect(found.hasAll, "each finding has to occur")
  }

  /// What is found about a table, rows as bits.
  private struct Findings: Equatable {
    var hasHole = false
    var idle: UInt8 = 0
    var takers: [UInt8] = []
    var repeating: UInt8 = 0
    var crossings: Set<Int> = []
    var gaps: Set<Int> = []

    init() {}

    init?(proving table: SmallTable) {
      let kinds = table.kinds
      let cases = TableCases(
        table.declared, parameters: [], words: { _, _ in "" },
        reach: { column in
          guard case .field(let index) = column.kind else { return .everything }
          return kinds[index].reach
        })
      guard let proof = TableProof(cases) else { return nil }
      hasHole = proof.hole != nil
      takers = table.rows.map { _ in 0 }
      for needless in proof.idle {
        idle |= 1 << needless.row
        for other in needless.others { takers[needless.row] |= 1 << other }
      }
      for needless in proof.repeating { repeating |= 1 << needless.row }
      for gap in TableGaps(cases).gaps { gaps.insert(gap.below * 8 + gap.above) }
      for crossing in TableCrossings(cases).crossings {
        crossings.insert(crossing.first * 8 + crossing.second)
      }
    }

    init(trying table: SmallTable) {
      let tried = TriedTable(table)
      hasHole = tried.hasHole
      idle = ((1 << table.rows.count) - 1) & ~tried.reached
      takers = table.rows.indices.map { idle & (1 << $0) == 0 ? 0 : tried.takers[$0] }
      repeating = tried.repeating
      crossings = tried.sharing
      gaps = tried.gaps
    }

    mutating func add(_ other: Findings) {
      hasHole = hasHole || other.hasHole
      idle |= other.idle
      repeating |= other.repeating
      crossings.formUnion(other.crossings)
      gaps.formUnion(other.gaps)
    }

    var hasAll: Bool { hasHole && idle != 0 && repeating != 0 && !crossings.isEmpty && !gaps.isEmpty }
  }
}

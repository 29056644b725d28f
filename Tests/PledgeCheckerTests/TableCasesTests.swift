import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeTestSupport
import Testing

@testable import PledgeChecker

@Suite("Cases of tables")
struct TableCasesTests {
  private static let place = SourceRange(file: FileID(index: 0), start: 0, end: 0)
  private static let members = ["a", "b", "c"]

  /// A cell of the column of members: any, some of them, or none of some.
  private static func choiceCell(_ dice: inout SeededGenerator) -> DecisionTable.Cell {
    if dice.once(in: 3) { return .any }
    var items: [DecisionTable.Item] = []
    for member in members.indices where dice.once(in: 2) { items.append(.value(.choice(member))) }
    if items.isEmpty { items = [.value(.choice(0))] }
    return dice.once(in: 3) ? .excludes(items) : .matches(items)
  }

  /// A cell of the column of numbers: any, a value, or a range with ends from 0 to 4.
  private static func numberCell(_ dice: inout SeededGenerator) -> DecisionTable.Cell {
    let low = dice.number(0...3)
    let high = low + 1 + dice.number(0...1)
    func end(_ number: Int, _ dice: inout SeededGenerator) -> DecisionTable.End {
      DecisionTable.End(value: .number(Rational(number)), included: dice.once(in: 2))
    }
    switch dice.number(0...4) {
    case 0: return .any
    case 1: return .matches([.value(.number(Rational(low)))])
    case 2: return .matches([.range(lower: nil, upper: end(high, &dice))])
    case 3: return .matches([.range(lower: end(low, &dice), upper: nil)])
    case _: return .matches([.range(lower: end(low, &dice), upper: end(high, &dice))])
    }
  }

  private static func table(_ dice: inout SeededGenerator) -> DecisionTable {
    let columns = [
      Expression(.field(0), type: .choice(members: members), origin: place),
      Expression(.field(1), type: .decimal, origin: place),
    ]
    let rows = (0..<1 + dice.number(0...4)).map { _ in
      DecisionTable.Row(
        cells: [choiceCell(&dice), numberCell(&dice)],
        results: [
          Expression(.constant(.number(Rational(dice.number(0...1)))), type: .integer, origin: place)
        ], isOtherwise: false, origin: place)
    }
    return DecisionTable(
      name: "t", title: nil, columns: columns, results: [], rows: rows, citations: [], origin: place)
  }

  private static func holds(_ cell: DecisionTable.Cell, member: Int, number: Rational) -> Bool {
    func holds(_ item: DecisionTable.Item) -> Bool {
      switch item {
      case .value(.choice(let wanted)): return wanted == member
      case .value(.number(let wanted)): return wanted == number
      case .value: return false
      case .range(let lower, let upper):
        if case .number(let end)? = lower?.value, number < end || (number == end && lower?.included == false)
        {
          return false
        }
        if case .number(let end)? = upper?.value, number > end || (number == end && upper?.included == false)
        {
          return false
        }
        return true
      }
    }
    switch cell {
    case .any: return true
    case .matches(let items): return items.contains { holds($0) }
    case .excludes(let items): return !items.contains { holds($0) }
    }
  }

  @Test("Holes and needless rows are those that trying all values finds", arguments: 1...300)
  func againstAllValues(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    let table = Self.table(&dice)
    let proof = try #require(TableProof(TableCases(table) { _, _ in "" }))
    var reached: Set<Int> = []
    var hasHole = false
    var takers: [Int: Set<Int>] = [:]
    var repeating = Set(table.rows.indices)
    // Halves from -1 to 7 meet every bound and every gap.
    for half in -2...14 {
      let number = try #require(Rational(numerator: Int128(half), denominator: 2))
      for member in Self.members.indices {
        let rows = table.rows.indices.filter { row in
          Self.holds(table.rows[row].cells[0], member: member, number: number)
            && Self.holds(table.rows[row].cells[1], member: member, number: number)
        }
        guard let first = rows.first else {
          hasHole = true
          continue
        }
        reached.insert(first)
        for row in rows.dropFirst() { takers[row, default: []].insert(first) }
        let next = rows.dropFirst().first
        if next.map({ !table.rows[$0].results[0].isSame(as: table.rows[first].results[0]) }) ?? true {
          repeating.remove(first)
        }
      }
    }
    #expect((proof.hole != nil) == hasHole, "seed \(seed)")
    #expect(Set(proof.idle.map(\.row)) == Set(table.rows.indices).subtracting(reached), "seed \(seed)")
    for idle in proof.idle { #expect(Set(idle.others) == takers[idle.row] ?? [], "seed \(seed)") }
    #expect(Set(proof.repeating.map(\.row)) == repeating.intersection(reached), "seed \(seed)")
  }
}

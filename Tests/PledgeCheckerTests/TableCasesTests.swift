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
    for member in members.indices where dice.once(in: 2) {
      items.append(.value(.written(.choice(member))))
    }
    if items.isEmpty { items = [.value(.written(.choice(0)))] }
    return dice.once(in: 3) ? .excludes(items) : .matches(items)
  }

  /// A number as it is written, or as a parameter: the parameters have the values 0 to 5.
  private static func number(_ number: Int, _ dice: inout SeededGenerator) -> DecisionTable.CellValue {
    dice.once(in: 2) ? .written(.number(Rational(number))) : .parameter(number)
  }

  private static let parameters = (0...5).map { Constant.number(Rational($0)) }

  /// A cell of the column of numbers: any, a value, or a range with ends from 0 to 4.
  private static func numberCell(_ dice: inout SeededGenerator) -> DecisionTable.Cell {
    let low = dice.number(0...3)
    let high = low + 1 + dice.number(0...1)
    func end(_ number: Int, _ dice: inout SeededGenerator) -> DecisionTable.End {
      DecisionTable.End(value: Self.number(number, &dice), included: dice.once(in: 2))
    }
    switch dice.number(0...4) {
    case 0: return .any
    case 1: return .matches([.value(Self.number(low, &dice))])
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
    func value(_ value: DecisionTable.CellValue) -> Constant {
      switch value {
      case .written(let constant): constant
      case .parameter(let index): parameters[index]
      }
    }
    func holds(_ item: DecisionTable.Item) -> Bool {
      switch item {
      case .value(let wanted): return [.choice(member), .number(number)].contains(value(wanted))
      case .range(let lower, let upper):
        if let lower, case .number(let end) = value(lower.value) {
          if number < end || (number == end && !lower.included) { return false }
        }
        if let upper, case .number(let end) = value(upper.value) {
          if number > end || (number == end && !upper.included) { return false }
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
    let cases = TableCases(table, parameters: Self.parameters) { _, _ in "" }
    let proof = try #require(TableProof(cases))
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

import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeTestSupport
import PledgeTime

/// A small table written at random, and the points at which trying its rows tells all of its cases apart.
struct SmallTable {
  private static let place = SourceRange(file: FileID(index: 0), start: 0, end: 0)

  /// What a column's values are.
  enum Kind: CaseIterable {
    case members, tiers, truth, integer, percent, money, duration, microseconds, date, count

    var type: ExpressionType {
      switch self {
      case .members: .choice(members: ["line", "vpn", "other"])
      case .tiers: .choice(members: ["gold", "silver", "bronze"])
      case .truth: .truth
      case .integer, .count: .integer
      case .percent: .percent
      case .money: .money(.absent)
      case .duration, .microseconds: .duration
      case .date: .date
      }
    }

    var isOrdered: Bool {
      switch self {
      case .members, .tiers, .truth: false
      case .integer, .percent, .money, .duration, .microseconds, .date, .count: true
      }
    }

    /// Whether gaps are looked for along the column.
    var hasSteps: Bool {
      switch self {
      case .tiers, .integer, .percent, .money, .duration, .microseconds, .count: true
      case .members, .truth, .date: false
      }
    }

    /// Whether a bound of the column is some units apart from the next.
    private var unitsApart: Int {
      switch self {
      case .members, .tiers, .truth, .integer, .microseconds, .date, .count: 1
      case .percent, .money, .duration: 2
      }
    }

    /// The value at a number of units: the bounds that cells name are two apart where something lies between.
    func value(_ units: Int) -> Constant {
      switch self {
      case .members, .tiers: .choice(units)
      case .truth: .truth(units == 1)
      case .integer, .count: .number(Rational(units))
      case .percent, .money: .number(Rational(numerator: Int128(units), denominator: 2) ?? .zero)
      case .duration: .duration(Duration(microseconds: Int64(units) * 1_800_000_000))
      case .microseconds: .duration(Duration(microseconds: Int64(units)))
      case .date: .date(CivilDate(dayNumber: Int32(units)))
      }
    }

    /// The units of a bound.
    func bound(_ number: Int) -> Int { number * unitsApart }

    /// The units of all points: each bound, and a unit around it.
    var points: ClosedRange<Int> {
      switch self {
      case .members, .tiers: 0...2
      case .truth: 0...1
      case .count: 0...7
      case .integer, .microseconds, .date: -1...7
      case .percent, .money, .duration: -1...13
      }
    }

    var reach: ValueReach { self == .count ? ValueReach(low: .number(.zero)) : .everything }
  }

  /// What a cell asks, by units.
  struct Cell {
    /// The units that an item takes.
    var items: [ClosedRange<Int>]
    var isNegated = false
    var isAny = false
    var hasRange = false
    var written: DecisionTable.Cell

    func takes(_ units: Int) -> Bool { isAny || items.contains { $0.contains(units) } != isNegated }
  }

  let kinds: [Kind]
  private(set) var rows: [(cells: [Cell], result: Int)] = []
  let hasOtherwise: Bool

  init(_ dice: inout SeededGenerator) {
    let columns = [1, 1, 2, 2, 2, 3][dice.below(6)]
    kinds = (0..<columns).map { _ in Kind.allCases[dice.below(Kind.allCases.count)] }
    hasOtherwise = dice.once(in: 3)
    for _ in 0..<1 + dice.below(4) {
      rows.append((cells: kinds.map { SmallTable.cell($0, &dice) }, result: dice.below(3)))
    }
    if hasOtherwise {
      let any = Cell(items: [], isAny: true, written: .any)
      rows.append((cells: kinds.map { _ in any }, result: dice.below(3)))
    }
  }

  // MARK: Cells

  private static func cell(_ kind: Kind, _ dice: inout SeededGenerator) -> Cell {
    if dice.once(in: 5) { return Cell(items: [], isAny: true, written: .any) }
    var cell = Cell(items: [], written: .any)
    var items: [DecisionTable.Item] = []
    for _ in 0..<(dice.once(in: 4) ? 2 : 1) {
      let low = kind.isOrdered ? kind.bound(dice.below(5)) : dice.below(kind.points.count)
      guard kind.isOrdered, !dice.once(in: 4) else {
        items.append(.value(.written(kind.value(low))))
        cell.items.append(low...low)
        continue
      }
      guard let range = range(kind, from: low, &dice) else { continue }
      items.append(range.written)
      cell.items.append(range.units)
      cell.hasRange = true
    }
    guard !items.isEmpty else { return Cell(items: [], isAny: true, written: .any) }
    cell.isNegated = dice.once(in: 6)
    cell.written = cell.isNegated ? .excludes(items) : .matches(items)
    return cell
  }

  /// A bound or a range whose lower end is `low`; nil where no unit lies in it.
  private static func range(
    _ kind: Kind, from low: Int, _ dice: inout SeededGenerator
  ) -> (written: DecisionTable.Item, units: ClosedRange<Int>)? {
    let high = low + kind.bound(1 + dice.below(2))
    let (hasLow, hasHigh) = [(true, true), (true, false), (false, true)][dice.below(3)]
    let (isLowIn, isHighIn) = (dice.once(in: 2), dice.once(in: 2))
    let first = hasLow ? (isLowIn ? low : low + 1) : -99
    let last = hasHigh ? (isHighIn ? high : high - 1) : 99
    guard first <= last else { return nil }
    func end(_ units: Int, _ included: Bool) -> DecisionTable.End {
      DecisionTable.End(value: .written(kind.value(units)), included: included)
    }
    return (
      .range(lower: hasLow ? end(low, isLowIn) : nil, upper: hasHigh ? end(high, isHighIn) : nil),
      first...last
    )
  }

  /// The table as the analyses read it.
  var declared: DecisionTable {
    let columns = kinds.enumerated().map { index, kind in
      Expression(.field(index), type: kind.type, origin: SmallTable.place)
    }
    let written = rows.enumerated().map { index, row in
      DecisionTable.Row(
        cells: row.cells.map(\.written),
        results: [
          Expression(.constant(.number(Rational(row.result))), type: .integer, origin: SmallTable.place)
        ], isOtherwise: hasOtherwise && index == rows.count - 1, origin: SmallTable.place)
    }
    return DecisionTable(
      name: "t", title: nil, columns: columns, results: [], rows: written, citations: [],
      origin: SmallTable.place)
  }
}

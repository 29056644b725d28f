import PledgePolicy
import PledgeTickets

/// What the evaluator may know of a column of a table, as its cells tell values apart.
struct TableColumn {
  /// Why a value is not known.
  enum Cause: Hashable {
    /// The column's value itself is missing, by the column's place.
    case column(Int)
    /// A row of a register is missing, by the number of the row that columns share.
    case row(Int)
  }

  /// A value of one part, or one that is not known, which lies in a run of parts.
  struct State {
    var parts: CaseScale.Places
    var causes: Set<Cause>
    /// The row of a register that the column reads.
    var row: Int?
  }

  /// What a cell asks for: of each item the parts that it takes.
  struct Test {
    fileprivate var items: [[CaseScale.Places]]
    fileprivate var isNegated: Bool
    fileprivate var isOrdered: Bool

    /// Whether a value in a state fits; nil where that depends on what is not known.
    func takes(_ state: State) -> Bool? {
      if state.causes.isEmpty {
        return items.contains { $0.contains { $0.contains(state.parts.lowerBound) } } != isNegated
      }
      guard isOrdered else { return nil }
      var isOpen = false
      for item in items {
        if item.contains(where: { $0.clamped(to: state.parts) == state.parts }) { return !isNegated }
        if item.contains(where: { $0.overlaps(state.parts) }) { isOpen = true }
      }
      return isOpen ? nil : isNegated
    }
  }

  private let scale: CaseScale
  /// All states, those with known values first.
  let states: [State]

  /// The columns of a table.
  static func all(of cases: TableCases, in policy: Policy) -> [TableColumn] {
    var keys: [(register: Int, key: Expression)] = []
    return cases.table.columns.enumerated().map { place, column in
      var row: Int?
      if case .column(let register, let key, _) = policy.unnamed(column).kind {
        row = keys.firstIndex { $0.register == register && $0.key.isSame(as: key) } ?? keys.count
        if row == keys.count { keys.append((register, key)) }
      }
      return TableColumn(policy.unnamed(column), cases.scales[place], place, row: row, in: policy)
    }
  }

  private init(_ column: Expression, _ scale: CaseScale, _ place: Int, row: Int?, in policy: Policy) {
    self.scale = scale
    var states = scale.reach.map { State(parts: $0..<$0 + 1, causes: [], row: row) }
    let all = 0..<scale.texts.count
    func addUnknown(_ cause: Cause) { states.append(State(parts: all, causes: [cause], row: row)) }
    switch column.kind {
    case .field(let field):
      if policy.vocabulary.fields[field].presence == .optional { addUnknown(.column(place)) }
    case .column(let register, _, let index):
      if let row { addUnknown(.row(row)) }
      if policy.registers[register].columns[index].presence == .optional { addUnknown(.column(place)) }
    case .constant, .rowKey, .rowColumn, .parameter, .derived, .tableResult, .event, .attribute, .extreme,
      .isKnown, .not, .all, .any, .compare, .oneOf, .sum, .difference, .product, .quotient, .negation, .share,
      .perUnit, .perDate, .graded, .datesOver, .choice, .verdict, .figure, .measure, .overlaps, .ticketCount,
      .during, .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled, .periodBoundary,
      .periodVerdict, .periodFigure:
      let runs = scale.isOrdered ? all.flatMap { low in (low..<all.upperBound).map { low..<$0 + 1 } } : [all]
      states += runs.map { State(parts: $0, causes: [.column(place)], row: nil) }
    }
    self.states = states
  }

  /// What a cell asks for; nil where it takes all.
  func test(_ cell: DecisionTable.Cell) -> Test? {
    switch cell {
    case .any: nil
    case .matches(let items): test(items, isNegated: false)
    case .excludes(let items): test(items, isNegated: true)
    }
  }

  private func test(_ items: [DecisionTable.Item], isNegated: Bool) -> Test {
    Test(
      items: items.map { scale.places(.matches([$0])) ?? [] }, isNegated: isNegated,
      isOrdered: scale.isOrdered)
  }

  /// Whether columns that read one row of a register agree on whether there is that row.
  static func canStandTogether(_ states: [State]) -> Bool {
    var isMissing: [Int: Bool] = [:]
    for state in states {
      guard let row = state.row else { continue }
      let isWithout = state.causes.contains(.row(row))
      if let known = isMissing[row], known != isWithout { return false }
      isMissing[row] = isWithout
    }
    return true
  }
}

extension Policy {
  /// What a name stands for.
  func unnamed(_ expression: Expression) -> Expression {
    var result = expression
    while case .derived(let index) = result.kind { result = derivedValues[index].value }
    return result
  }
}

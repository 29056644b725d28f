import PledgePolicy

/// Two tables over the same columns, held against each other in every state of these.
///
/// A state says of each column of which part its value is, or that it is not known. Of an ordered column that
/// is not known, the evaluator may know between which ends it lies: each run of parts is a state. Columns of
/// one row of a register are missing together where there is no such row. States that no ticket can come to
/// may be among them, so that two tables that agree in all of them decide alike.
struct TableComparison {
  private let cases: TableCases
  private let columns: [TableColumn]
  /// The rows of both tables, those of the first before those of the second.
  private let rows: [[TableColumn.Test?]]
  private let firstCount: Int
  private let areComplete: (first: Bool, second: Bool)
  private let resultTypes: [ExpressionType]

  /// More states are not looked at.
  private static let limit = 100_000

  /// Nil where the tables have other columns, where a cell names a parameter, which a run may set, or where
  /// the states are too many.
  init?(_ first: DecisionTable, _ second: DecisionTable, in policy: Policy) {
    guard !first.hasParameters, !second.hasParameters,
      PolicySameness.description(ofPart: first.columns) == PolicySameness.description(ofPart: second.columns),
      PolicySameness.description(ofPart: first.results) == PolicySameness.description(ofPart: second.results)
    else { return nil }
    var both = first
    both.rows += second.rows
    let cases = TableCases(both, parameters: [], words: { _, _ in "" }, reach: { policy.reach(of: $0) })
    let columns = TableColumn.all(of: cases, in: policy)
    var count = 1
    for column in columns {
      count *= column.states.count
      guard count * (both.rows.count + 1) <= Self.limit else { return nil }
    }
    self.cases = cases
    self.columns = columns
    rows = both.rows.map { row in zip(row.cells, columns).map { $1.test($0) } }
    firstCount = first.rows.count
    areComplete = (first.isComplete, second.isComplete)
    resultTypes = first.results.map(\.type)
  }

  /// Whether both come to the same in all states.
  var areSame: Bool {
    var places = columns.map { _ in 0 }
    repeat {
      let state = zip(columns, places).map { $0.states[$1] }
      guard TableColumn.canStandTogether(state) else { continue }
      guard areSame(outcome(state, isFirst: true), outcome(state, isFirst: false)) else { return false }
    } while advance(&places)
    return true
  }

  private func advance(_ places: inout [Int]) -> Bool {
    for column in places.indices.reversed() {
      places[column] += 1
      if places[column] < columns[column].states.count { return true }
      places[column] = 0
    }
    return false
  }

  // MARK: Outcomes

  /// What the evaluator comes to in a state: the rows that may apply, and why it is not known which of them
  /// does.
  private struct Outcome {
    var rows: [Int] = []
    var causes: Set<TableColumn.Cause> = []
    /// Whether it may be that no row applies.
    var hasNone = false
  }

  private func outcome(_ state: [TableColumn.State], isFirst: Bool) -> Outcome {
    var result = Outcome()
    for row in isFirst ? 0..<firstCount : firstCount..<rows.count {
      guard let causes = causes(of: row, state) else { continue }
      result.rows.append(row)
      result.causes.formUnion(causes)
      if causes.isEmpty { return result }
    }
    result.hasNone = result.causes.isEmpty || !(isFirst ? areComplete.first : areComplete.second)
    return result
  }

  /// Why it is not known whether a row applies, nothing where it does; nil where it does not.
  private func causes(of row: Int, _ state: [TableColumn.State]) -> Set<TableColumn.Cause>? {
    var causes: Set<TableColumn.Cause> = []
    for (test, state) in zip(rows[row], state) {
      guard let test else { continue }
      switch test.takes(state) {
      case true?: continue
      case false?: return nil
      case nil: causes.formUnion(state.causes)
      }
    }
    return causes
  }

  private func areSame(_ first: Outcome, _ second: Outcome) -> Bool {
    if first.hasNone || second.hasNone {
      return first.hasNone == second.hasNone && first.causes == second.causes
    }
    return resultTypes.indices.allSatisfy { column in
      areSame(
        results(first, column), results(second, column), isOrdered: resultTypes[column].isOrdered,
        haveSameCauses: first.causes == second.causes)
    }
  }

  /// The different results that rows may give, in their order.
  private func results(_ outcome: Outcome, _ column: Int) -> [Expression] {
    var found: [Expression] = []
    for row in outcome.rows {
      let result = cases.table.rows[row].results[column]
      if !found.contains(where: { $0.isSame(as: result) }) { found.append(result) }
    }
    return found
  }

  /// Whether possible results are one for whoever reads them: a value on which all agree is known; else it is
  /// known why it is not, and of written amounts between which ends they lie.
  private func areSame(
    _ first: [Expression], _ second: [Expression], isOrdered: Bool, haveSameCauses: Bool
  ) -> Bool {
    let (some, others) = (first.compactMap(\.written), second.compactMap(\.written))
    guard some.count == first.count, others.count == second.count else {
      return haveSameCauses && first.count == second.count
        && zip(first, second).allSatisfy { $0.isSame(as: $1) }
    }
    if some.count == 1 || others.count == 1 { return some == others }
    guard haveSameCauses, isOrdered else { return haveSameCauses }
    let ends = [some, others].map { constants in
      let sorted = constants.sorted { CaseScale.compare($0, $1) < 0 }
      return [sorted.first, sorted.last]
    }
    return ends[0] == ends[1]
  }
}

extension Expression {
  /// The constant where it is one.
  fileprivate var written: Constant? {
    if case .constant(let constant) = kind { constant } else { nil }
  }
}

extension ExpressionType {
  /// Whether the evaluator knows ends of values of this type that are not known themselves.
  fileprivate var isOrdered: Bool {
    switch self {
    case .integer, .decimal, .percent, .money, .duration, .workingLength, .instant, .date, .timeOfDay: true
    case .truth, .calendarLength, .text, .choice, .key: false
    }
  }
}

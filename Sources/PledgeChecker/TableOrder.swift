import PledgePolicy

/// Results of a table that run one way and then the other along the steps of a column: a limit that is longer
/// for the second tier than for the third, say.
struct TableOrder {
  /// Where a result turns against the other rows.
  struct Turn {
    /// The result column.
    var result: Int
    /// The row whose result is held against the one of `from`.
    var row: Int
    var from: Int
    /// Whether it goes up here, and down in the other rows.
    var rises: Bool
  }

  private let cases: TableCases
  /// In the order in which they were found, each result and row once.
  private(set) var turns: [Turn] = []

  init(_ cases: TableCases) {
    self.cases = cases
    guard cases.isSmall else { return }
    for (column, scale) in cases.scales.enumerated() {
      guard let steps = TableOrder.steps(scale) else { continue }
      for rows in cases.lines(along: column, steps) {
        // A row for any value says nothing of a step.
        look(at: rows.filter { cases.places[$0][column] != nil })
      }
    }
  }

  /// The parts of a column from first to last; nil where they are no steps of one scale.
  private static func steps(_ scale: CaseScale) -> [Int]? {
    if case .choice(let members) = scale.type { return TierNames.order(members) }
    return scale.isAmount ? Array(scale.texts.indices) : nil
  }

  private mutating func look(at rows: [Int]) {
    guard rows.count > 2 else { return }
    for result in cases.table.results.indices { look(at: result, of: rows) }
  }

  /// Notes where the results of rows turn against the way that most of their steps go, else against that from
  /// the first row to the last, else against the first step.
  private mutating func look(at result: Int, of rows: [Int]) {
    var changes: [(from: Int, row: Int, order: Int)] = []
    for (from, row) in zip(rows, rows.dropFirst()) {
      guard let order = order(result, from, row) else { return }
      if order != 0 { changes.append((from, row, order)) }
    }
    let most = changes.reduce(0) { $0 + $1.order }
    let whole = rows.first.flatMap { first in rows.last.flatMap { order(result, first, $0) } } ?? 0
    let usual = most != 0 ? most.signum() : whole != 0 ? whole : changes.first?.order ?? 0
    guard let turn = changes.first(where: { $0.order != usual }) else { return }
    guard !turns.contains(where: { $0.result == result && $0.row == turn.row }) else { return }
    turns.append(Turn(result: result, row: turn.row, from: turn.from, rises: turn.order > 0))
  }

  /// Whether a result goes up (1) or down (-1) from one row to another; nil where that cannot be said.
  private func order(_ result: Int, _ from: Int, _ row: Int) -> Int? {
    guard case .constant(let first) = cases.table.rows[from].results[result].kind,
      case .constant(let second) = cases.table.rows[row].results[result].kind
    else { return nil }
    if case .calendarLength(let left) = first, case .calendarLength(let right) = second {
      if left.days == right.days { return (right.months - left.months).signum() }
      return left.months == right.months ? (right.days - left.days).signum() : nil
    }
    guard cases.table.rows[row].results[result].type.isOrdered else { return nil }
    return CaseScale.compare(second, first)
  }
}

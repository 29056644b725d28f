import PledgePolicy

/// Results of a table that run one way and then the other along the steps of a column: a limit that is longer
/// for the second tier than for the third, say.
package struct TableOrder {
  /// Where a result turns against the other rows.
  package struct Turn: Sendable {
    /// The result column.
    package var result: Int
    /// The row whose result is held against the one of `from`.
    package var row: Int
    package var from: Int
    /// Whether it goes up here, and down in the other rows.
    package var rises: Bool
    /// A case of `from` and one of `row` that differ in the column alone.
    package var examples: [[Int]]
  }

  private let cases: TableCases
  private let policy: Policy
  /// In the order in which they were found, each result and row once.
  package private(set) var turns: [Turn] = []

  package init(_ cases: TableCases, of policy: Policy) {
    self.cases = cases
    self.policy = policy
    guard cases.isSmall else { return }
    for (column, scale) in cases.scales.enumerated() {
      guard let steps = TableOrder.steps(scale) else { continue }
      for line in cases.lines(along: column, steps) {
        look(at: line.compactMap { stretch in step(stretch, column) })
      }
    }
  }

  /// A row and a case that it takes.
  private typealias Step = (row: Int, case: [Int])

  /// The parts of a column from first to last; nil where they are no steps of one scale.
  static func steps(_ scale: CaseScale) -> [Int]? {
    if case .choice(let members) = scale.type { return TierNames.order(members) }
    return scale.isAmount ? Array(scale.reach) : nil
  }

  /// A row for any value says nothing of a step.
  private func step(_ stretch: TableCases.Stretch, _ column: Int) -> Step? {
    guard let row = stretch.row, cases.places[row][column] != nil else { return nil }
    return (row, stretch.case)
  }

  private mutating func look(at steps: [Step]) {
    guard steps.count > 2 else { return }
    for result in cases.table.results.indices { look(at: result, of: steps) }
  }

  /// Notes where the results of rows turn against the way that most of their steps go, else against that from
  /// the first row to the last, else against the first step.
  private mutating func look(at result: Int, of steps: [Step]) {
    var changes: [(from: Step, to: Step, order: Int)] = []
    for (from, to) in zip(steps, steps.dropFirst()) {
      guard let order = order(result, from.row, to.row) else { return }
      if order != 0 { changes.append((from, to, order)) }
    }
    let most = changes.reduce(0) { $0 + $1.order }
    let whole = steps.first.flatMap { first in steps.last.flatMap { order(result, first.row, $0.row) } } ?? 0
    let usual = most != 0 ? most.signum() : whole != 0 ? whole : changes.first?.order ?? 0
    guard let turn = changes.first(where: { $0.order != usual }) else { return }
    guard !turns.contains(where: { $0.result == result && $0.row == turn.to.row }) else { return }
    turns.append(
      Turn(
        result: result, row: turn.to.row, from: turn.from.row, rises: turn.order > 0,
        examples: [turn.from.case, turn.to.case]))
  }

  /// Whether a result goes up (1) or down (-1) from one row to another; nil where that cannot be said.
  private func order(_ result: Int, _ from: Int, _ row: Int) -> Int? {
    let before = cases.table.rows[from].results[result]
    let after = cases.table.rows[row].results[result]
    guard case .constant(let first) = before.kind, case .constant(let second) = after.kind else {
      return amountOrder(before, after)
    }
    if case .calendarLength(let left) = first, case .calendarLength(let right) = second {
      if left.days == right.days { return (right.months - left.months).signum() }
      return left.months == right.months ? (right.days - left.days).signum() : nil
    }
    guard after.type.isOrdered else { return nil }
    return CaseScale.compare(second, first)
  }

  /// The same of shares of one figure: `5% of fee` and `10% of fee`.
  private func amountOrder(_ before: Expression, _ after: Expression) -> Int? {
    guard case .money = after.type, let first = PaidRange(before, in: policy),
      let second = PaidRange(after, in: policy), first.isComparable(with: second), first.low == first.high,
      second.low == second.high
    else { return nil }
    return first.low < second.low ? 1 : first.low == second.low ? 0 : -1
  }
}

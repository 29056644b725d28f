import PledgeNumbers
import PledgeTime

/// The cases of a table: for each column a value of every part into which the cells cut it.
///
/// Enumerations and truth have their values; numbers, percents, money, durations, dates and times have each
/// bound that a cell names and a value in each gap between two bounds. Two values of one part meet the same
/// cells, so looking at one of each is exact.
///
/// **Invariant**: every value of the table's cells is written.
package struct TableCases {
  /// How many cases are looked through at most.
  package static let limit = 200_000

  package let table: DecisionTable
  let columns: [[Point]]

  /// A place on a column's scale: at a bound, or in the open gap behind the bound of that rank.
  struct Point: Hashable {
    /// Twice the rank for a bound, one more for the gap behind it; -1 for the gap before all.
    var position: Int
    /// How a message names it.
    var text: String
  }

  /// The cases of a table with these values of the policy's parameters; nil where a column has a type without
  /// cases (texts, lengths of the calendar).
  package init?(_ declared: DecisionTable, parameters: [Constant]) {
    let table = declared.settled(parameters)
    self.table = table
    var columns: [[Point]] = []
    for (index, column) in table.columns.enumerated() {
      guard let points = TableCases.points(column.type, TableCases.bounds(table, index)) else { return nil }
      columns.append(points)
    }
    self.columns = columns
  }

  /// The number of cases; nil where it is beyond the limit.
  package var count: Int? {
    var product = 1
    for points in columns {
      product *= points.count
      if product > TableCases.limit { return nil }
    }
    return product
  }

  /// The first case for which no row applies, as a place on each column's scale, and the rows that apply
  /// first to some case.
  package func walk() -> (hole: [Int]?, reached: Set<Int>) {
    var hole: [Int]?
    var reached: Set<Int> = []
    let ranks = columns.indices.map { TableCases.bounds(table, $0) }
    var position = Array(repeating: 0, count: columns.count)
    while true {
      if let row = row(at: position, ranks) {
        reached.insert(row)
      } else if hole == nil {
        hole = position
      }
      guard advance(&position) else { return (hole, reached) }
    }
  }

  /// How a message names a case.
  package func words(_ position: [Int]) -> [String] {
    position.indices.map { columns[$0][position[$0]].text }
  }

  /// The rows between which a case lies: those that take the next value below and above it in one column
  /// whose values have an order.
  package func neighbours(of position: [Int]) -> (below: Int?, above: Int?) {
    let ranks = columns.indices.map { TableCases.bounds(table, $0) }
    for column in columns.indices where !ranks[column].isEmpty {
      guard isOrdered(table.columns[column].type) else { continue }
      let below = row(beside: position, column, -1, ranks)
      let above = row(beside: position, column, 1, ranks)
      if below != nil || above != nil { return (below, above) }
    }
    return (nil, nil)
  }

  private func row(beside position: [Int], _ column: Int, _ step: Int, _ ranks: [[Constant]]) -> Int? {
    var other = position
    other[column] += step
    return columns[column].indices.contains(other[column]) ? row(at: other, ranks) : nil
  }

  /// The first row that applies to a case.
  private func row(at position: [Int], _ ranks: [[Constant]]) -> Int? {
    let points = position.indices.map { columns[$0][position[$0]] }
    return table.rows.indices.first { applies(table.rows[$0], points, ranks) }
  }

  private func isOrdered(_ type: ExpressionType) -> Bool {
    switch type {
    case .integer, .decimal, .percent, .money, .duration, .instant, .date, .timeOfDay, .workingLength: true
    case .truth, .choice, .text, .key, .calendarLength: false
    }
  }

  private func advance(_ position: inout [Int]) -> Bool {
    var column = position.count - 1
    while column >= 0 {
      position[column] += 1
      if position[column] < columns[column].count { return true }
      position[column] = 0
      column -= 1
    }
    return false
  }

  private func applies(_ row: DecisionTable.Row, _ points: [Point], _ ranks: [[Constant]]) -> Bool {
    for (index, cell) in row.cells.enumerated() {
      let point = points[index]
      switch cell {
      case .any: continue
      case .matches(let items): if !items.contains(where: { holds($0, point, ranks[index]) }) { return false }
      case .excludes(let items): if items.contains(where: { holds($0, point, ranks[index]) }) { return false }
      }
    }
    return true
  }

  private func holds(_ item: DecisionTable.Item, _ point: Point, _ bounds: [Constant]) -> Bool {
    switch item {
    case .value(let value): return point.position == TableCases.rank(value, bounds)
    case .range(let lower, let upper):
      if let lower {
        let bound = TableCases.rank(lower.value, bounds)
        if point.position < bound || (point.position == bound && !lower.included) { return false }
      }
      if let upper {
        let bound = TableCases.rank(upper.value, bounds)
        if point.position > bound || (point.position == bound && !upper.included) { return false }
      }
      return true
    }
  }

  // MARK: Columns

  private static func rank(_ value: DecisionTable.CellValue, _ bounds: [Constant]) -> Int {
    guard let constant = value.written else { return 0 }
    switch constant {
    case .choice(let member): return member * 2
    case .truth(let truth): return truth ? 2 : 0
    case .number, .duration, .instant, .date, .timeOfDay, .workingDays, .calendarLength, .text:
      return (bounds.firstIndex { compare($0, constant) == 0 } ?? 0) * 2
    }
  }

  /// The bounds that a column's cells name, ascending, each once.
  private static func bounds(_ table: DecisionTable, _ column: Int) -> [Constant] {
    var found: [Constant] = []
    for row in table.rows where column < row.cells.count {
      found += row.cells[column].values.compactMap(\.written)
    }
    var result: [Constant] = []
    for constant in found.sorted(by: { compare($0, $1) < 0 })
    where result.last.map({ compare($0, constant) != 0 }) ?? true {
      result.append(constant)
    }
    return result
  }

  private static func points(_ type: ExpressionType, _ bounds: [Constant]) -> [Point]? {
    switch type {
    case .choice(let members):
      return members.enumerated().map { Point(position: $0.offset * 2, text: $0.element) }
    case .truth: return [Point(position: 0, text: "no"), Point(position: 2, text: "yes")]
    case .integer, .decimal, .percent, .money, .duration, .instant, .date, .timeOfDay, .workingLength:
      guard let first = bounds.first else { return [Point(position: -1, text: "anything")] }
      var points = [Point(position: -1, text: "under \(text(first, type))")]
      for (rank, bound) in bounds.enumerated() {
        points.append(Point(position: rank * 2, text: text(bound, type)))
        if type == .integer, rank + 1 < bounds.count, follows(bounds[rank + 1], bound) { continue }
        points.append(Point(position: rank * 2 + 1, text: "over \(text(bound, type))"))
      }
      return points
    case .text, .key, .calendarLength: return nil
    }
  }

  /// Whether no integer lies between two.
  private static func follows(_ next: Constant, _ bound: Constant) -> Bool {
    guard case .number(let low) = bound, case .number(let high) = next else { return false }
    return low.adding(.one) == high
  }

  /// The order of two constants of one ordered type; 0 also for those without an order.
  package static func compare(_ left: Constant, _ right: Constant) -> Int {
    switch (left, right) {
    case (.number(let a), .number(let b)): a < b ? -1 : a == b ? 0 : 1
    case (.duration(let a), .duration(let b)): a < b ? -1 : a == b ? 0 : 1
    case (.instant(let a), .instant(let b)): a < b ? -1 : a == b ? 0 : 1
    case (.date(let a), .date(let b)): a < b ? -1 : a == b ? 0 : 1
    case (.timeOfDay(let a), .timeOfDay(let b)): a < b ? -1 : a == b ? 0 : 1
    case (.workingDays(let a), .workingDays(let b)): a < b ? -1 : a == b ? 0 : 1
    case (_, _): 0
    }
  }

  /// Whether no value lies between two ends.
  package static func isEmpty(_ lower: DecisionTable.End, _ upper: DecisionTable.End) -> Bool {
    guard let low = lower.value.written, let high = upper.value.written else { return false }
    let order = compare(low, high)
    return order > 0 || (order == 0 && !(lower.included && upper.included))
  }

  private static func text(_ constant: Constant, _ type: ExpressionType) -> String {
    switch constant {
    case .number(let number):
      switch type {
      case .percent: number.percentText
      case .money(let currency): Money(amount: number, currency: currency).text
      case .truth, .integer, .decimal, .duration, .calendarLength, .workingLength, .instant, .date,
        .timeOfDay,
        .text, .choice, .key:
        number.text
      }
    case .duration(let duration): duration.text
    case .date(let date): date.text
    case .timeOfDay(let time): time.text
    case .workingDays(let days): "\(days) working days"
    case .instant(let instant): instant.text(in: .utc)
    case .truth(let truth): truth ? "yes" : "no"
    case .calendarLength, .text, .choice: ""
    }
  }
}

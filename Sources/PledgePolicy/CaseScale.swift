import PledgeDiagnostics
import PledgeNumbers
import PledgeTickets
import PledgeTime

/// The values of one column of a table, or of one subject of a condition, cut into parts: two values of one
/// part meet the same cells and comparisons, so looking at one of each is exact.
///
/// Enumerations and truth have their values. Numbers, money, lengths and times have each bound that is named
/// and a value in each gap between two of them. Texts and keys have each value that is named and one other.
package struct CaseScale {
  /// A run of parts.
  package typealias Places = Range<Int>

  /// The type of the values.
  package let type: ExpressionType
  /// How a message names a value of each part, in the order of the values.
  package private(set) var texts: [Term] = []
  /// Where each named value has its part.
  private var places: [Constant: Int] = [:]

  /// A scale of a type, cut where `named` says; `words` is how a message writes a constant.
  package init(_ type: ExpressionType, named: [Constant], words: (Constant, ExpressionType) -> String) {
    self.type = type
    switch type {
    case .choice(let members):
      texts = members.map { .constant($0) }
      for member in members.indices { places[.choice(member)] = member }
    case .truth:
      texts = [.constant("no"), .constant("yes")]
      places = [.truth(false): 0, .truth(true): 1]
    case .integer, .decimal, .percent, .money, .duration, .instant, .date, .timeOfDay, .workingLength:
      addOrdered(named, words)
    case .text, .key, .calendarLength: addUnordered(named, words)
    }
  }

  private mutating func addOrdered(_ named: [Constant], _ words: (Constant, ExpressionType) -> String) {
    let bounds = Set(named).sorted { CaseScale.compare($0, $1) < 0 }
    guard let first = bounds.first else {
      texts = [.anything]
      return
    }
    texts.append(.under(words(first, type)))
    for (rank, bound) in bounds.enumerated() {
      places[bound] = texts.count
      texts.append(.constant(words(bound, type)))
      if type == .integer, rank + 1 < bounds.count, CaseScale.follows(bounds[rank + 1], bound) { continue }
      texts.append(.over(words(bound, type)))
    }
  }

  private mutating func addUnordered(_ named: [Constant], _ words: (Constant, ExpressionType) -> String) {
    for constant in named where places[constant] == nil {
      places[constant] = texts.count
      texts.append(.constant(words(constant, type)))
    }
    texts.append(named.isEmpty ? .anything : .anyOtherValue)
  }

  /// Whether the values run from less to more, so that the results of a table can run with them.
  package var isAmount: Bool {
    switch type {
    case .integer, .decimal, .percent, .money, .duration, .workingLength: true
    case .instant, .date, .timeOfDay, .truth, .choice, .text, .key, .calendarLength: false
    }
  }

  /// Whether a part has neighbours.
  package var isOrdered: Bool {
    switch type {
    case .integer, .decimal, .percent, .money, .duration, .workingLength, .instant, .date, .timeOfDay: true
    case .truth, .choice, .text, .key, .calendarLength: false
    }
  }

  // MARK: Places

  /// The parts that a cell takes, in order; nil for all.
  package func places(_ cell: DecisionTable.Cell) -> [Places]? {
    switch cell {
    case .any: nil
    case .matches(let items): united(items.map(place))
    case .excludes(let items): others(united(items.map(place)))
    }
  }

  /// The parts of which a comparison with a constant holds.
  package func places(_ comparison: Comparison, _ constant: Constant) -> [Places] {
    guard let at = places[constant] else { return [] }
    let end = texts.count
    return switch comparison {
    case .equal: [at..<at + 1]
    case .notEqual: others([at..<at + 1])
    case .less: [0..<at]
    case .atMost: [0..<at + 1]
    case .greater: [at + 1..<end]
    case .atLeast: [at..<end]
    }
  }

  private func place(_ item: DecisionTable.Item) -> Places {
    switch item {
    case .value(let value):
      let at = place(value)
      return at..<at + 1
    case .range(let lower, let upper):
      let start = lower.map { end in place(end.value) + (end.included ? 0 : 1) } ?? 0
      let end = upper.map { end in place(end.value) + (end.included ? 1 : 0) } ?? texts.count
      return start..<max(start, end)
    }
  }

  private func place(_ value: DecisionTable.CellValue) -> Int {
    value.written.flatMap { places[$0] } ?? 0
  }

  private func united(_ runs: [Places]) -> [Places] {
    var result: [Places] = []
    for run in runs.sorted(by: { $0.lowerBound < $1.lowerBound }) where !run.isEmpty {
      if let last = result.last, run.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, run.upperBound)
      } else {
        result.append(run)
      }
    }
    return result
  }

  /// The parts outside of runs that are in order.
  private func others(_ runs: [Places]) -> [Places] {
    var result: [Places] = []
    var start = 0
    for run in runs {
      if start < run.lowerBound { result.append(start..<run.lowerBound) }
      start = run.upperBound
    }
    if start < texts.count { result.append(start..<texts.count) }
    return result
  }

  // MARK: Constants

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
}

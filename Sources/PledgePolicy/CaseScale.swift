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
  /// The named values of an ordered scale, from less to more.
  private var bounds: [Constant] = []
  /// The parts in which values can lie: no count is below zero, whatever a cell says.
  package private(set) var reach: Places = 0..<0
  /// Between what the values lie.
  private let limits: ValueReach

  /// A scale of a type, cut where `named` says; `words` is how a message writes a constant.
  package init(
    _ type: ExpressionType, named: [Constant], within reach: ValueReach = .everything,
    words: (Constant, ExpressionType) -> String
  ) {
    self.type = type
    limits = reach
    addParts(named, words)
    self.reach = parts(within: reach)
  }

  private mutating func addParts(_ named: [Constant], _ words: (Constant, ExpressionType) -> String) {
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
    bounds = Set(named).sorted { CaseScale.compare($0, $1) < 0 }
    guard let first = bounds.first else {
      texts = [.anything]
      return
    }
    texts.append(.under(words(first, type)))
    for (rank, bound) in bounds.enumerated() {
      places[bound] = texts.count
      texts.append(.constant(words(bound, type)))
      if rank + 1 < bounds.count, step(bound, 1) == bounds[rank + 1] { continue }
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

  /// The parts in which values of a reach lie.
  private func parts(within reach: ValueReach) -> Places {
    var start = 0
    if let low = reach.low {
      let below = bounds.last { CaseScale.compare($0, low) < 0 }
      start = places[low] ?? below.flatMap { places[$0] }.map { $0 + 1 } ?? 0
    }
    var end = texts.count
    if let high = reach.high {
      let above = bounds.first { CaseScale.compare($0, high) > 0 }
      end = places[high].map { $0 + 1 } ?? above.flatMap { places[$0] } ?? texts.count
    }
    return start..<max(start, end)
  }

  /// A value of a part; nil where any value will do that no cell names.
  package func value(of part: Int) -> Constant? {
    if let named = places.first(where: { $0.value == part })?.key { return named }
    guard isOrdered else { return nil }
    let below = bounds.last { (places[$0] ?? part) < part } ?? limits.low
    let above = bounds.first { (places[$0] ?? part) > part } ?? limits.high
    switch (below, above) {
    case (let below?, let above?): return between(below, above)
    case (let below?, nil): return below.moved(1)
    case (nil, let above?): return above.moved(-1)
    case (nil, nil): return nil
    }
  }

  /// A value between two that do not follow each other, as even as can be.
  private func between(_ low: Constant, _ high: Constant) -> Constant? {
    switch (low, high) {
    case (.number(let a), .number(let b)):
      guard let middle = a.adding(b)?.divided(by: Rational(2)) else { return nil }
      return type == .integer ? .number(Rational(middle.rounded(.down))) : .number(middle)
    case (.duration(let a), .duration(let b)):
      return .duration(Duration(microseconds: CaseScale.middle(a.microseconds, b.microseconds)))
    case (.instant(let a), .instant(let b)):
      return .instant(Instant(microseconds: CaseScale.middle(a.microseconds, b.microseconds)))
    case (.date(let a), .date(let b)):
      return .date(CivilDate(dayNumber: CaseScale.middle(a.dayNumber, b.dayNumber)))
    case (.timeOfDay(let a), .timeOfDay(let b)):
      return WallTime(microseconds: CaseScale.middle(a.microseconds, b.microseconds)).map { .timeOfDay($0) }
    case (.workingDays(let a), .workingDays(let b)): return .workingDays(CaseScale.middle(a, b))
    case (_, _): return nil
    }
  }

  /// A whole number between two that do not follow each other; their sum may not fit.
  private static func middle<Number: FixedWidthInteger>(_ low: Number, _ high: Number) -> Number {
    low / 2 + high / 2 + (low % 2 + high % 2) / 2
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

  /// What of a run lies where values can.
  package func reachable(_ run: Places) -> Places? {
    let inside = run.clamped(to: reach)
    return inside.isEmpty ? nil : inside
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

  /// The next value above a constant (1) or below it (-1), where the values of the type are counted one by
  /// one: whole numbers, dates, and times, which are whole microseconds.
  package func step(_ constant: Constant, _ by: Int) -> Constant? {
    switch constant {
    case .number(let number): type == .integer ? number.adding(Rational(by)).map { .number($0) } : nil
    case .duration(let length): length.adding(Duration(microseconds: Int64(by))).map { .duration($0) }
    case .instant(let instant): instant.adding(Duration(microseconds: Int64(by))).map { .instant($0) }
    case .date(let date): date.adding(days: by).map { .date($0) }
    case .timeOfDay(let time): WallTime(microseconds: time.microseconds + Int64(by)).map { .timeOfDay($0) }
    case .workingDays(let days): .workingDays(days &+ by)
    case .truth, .calendarLength, .text, .choice: nil
    }
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

extension Constant {
  /// An even value above (1) or below (-1) an amount or a time; nil of what has no order.
  fileprivate func moved(_ by: Int) -> Constant? {
    switch self {
    case .number(let number): number.adding(Rational(by)).map { .number($0) }
    case .duration(let length):
      Duration(minutes: Int64(by)).flatMap { length.adding($0) }.map { .duration($0) }
    case .instant(let instant): Duration(hours: Int64(by)).flatMap { instant.adding($0) }.map { .instant($0) }
    case .date(let date): date.adding(days: by).map { .date($0) }
    case .timeOfDay(let time):
      WallTime(microseconds: time.microseconds + Int64(by) * 60_000_000).map { .timeOfDay($0) }
    case .workingDays(let days): .workingDays(days &+ by)
    case .truth, .calendarLength, .text, .choice: nil
    }
  }
}

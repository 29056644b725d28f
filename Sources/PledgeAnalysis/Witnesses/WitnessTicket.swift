import PledgeChecker
import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// A ticket, with the rows of registers that it joins, in which a message is seen.
///
/// It follows from what the witness demands: fields and columns are set, derived values and conditions are
/// solved for the fields that they are made of, figures of clocks become instants of events. What cannot be
/// solved in this way has no ticket.
package struct WitnessTicket {
  package let policy: Policy
  /// Tells the tickets of one witness apart.
  package let number: Int
  /// What the fields hold, by index; those that nothing demands have a value that is as good as any.
  private(set) var fields: [Int: ProofWitness.Value] = [:]
  /// What the columns of each register's row hold.
  private(set) var columns: [Int: [Int: ProofWitness.Value]] = [:]
  /// When events happen, by index.
  private(set) var events: [Int: Instant] = [:]
  /// Events that must not happen, since clocks go on running.
  private(set) var avoided: Set<Int> = []
  /// When the first events happen.
  let start: Instant
  /// How often demands have led to others: longer chains are not followed.
  private var depth = 0
  private static let depthLimit = 30

  /// A ticket that meets demands; nil where they cannot be solved.
  package init?(_ demands: [ProofWitness.Demand], number: Int, in policy: Policy) {
    self.policy = policy
    self.number = number
    start = WitnessTicket.start(of: policy)
    // Figures say when events happen; verdicts are content with any instants that fit.
    for demand in demands.filter({ !$0.isOfVerdict }) + demands.filter(\.isOfVerdict) {
      guard solve(demand.expression, demand.value) else { return nil }
    }
    fillClocks()
    var joined: Set<Int> = []
    for field in policy.vocabulary.fields { joinRow(of: field.type, &joined) }
  }

  /// Ten o'clock on the first Monday a month behind the day on which the policy takes effect.
  private static func start(of policy: Policy) -> Instant {
    let zone = policy.header.zone
    var date = CivilDate(year: 2026, month: 3, day: 1) ?? CivilDate(dayNumber: 20_500)
    if let from = policy.header.validity?.from, let instant = Policy.written(from, in: zone) {
      date = zone.date(at: instant).adding(months: 1, .lastDay) ?? date
    }
    while date.weekday != 1, let next = date.adding(days: 1) { date = next }
    return zone.instant(date, WallTime(hour: 10, minute: 0) ?? .startOfDay)
  }

  /// Behind the last event, and behind every limit that is of use.
  package var asOf: Instant {
    let last = events.values.max() ?? start
    return last.adding(Duration(microseconds: 60 * WallTime.microsecondsPerDay)) ?? last
  }

  /// The key of the row that the ticket joins in each register.
  var key: String { "K-\(number)" }

  // MARK: Solving

  /// Makes an expression have a value; false where that is not possible or cannot be seen.
  mutating func solve(_ expression: Expression, _ value: ProofWitness.Value) -> Bool {
    depth += 1
    defer { depth -= 1 }
    guard depth < WitnessTicket.depthLimit else { return false }
    switch expression.kind {
    case .field(let field): return set(field, value)
    case .column(let register, let key, let column):
      guard join(key, register) else { return false }
      return set(column, of: register, value)
    case .derived(let index): return solve(policy.derivedValues[index].value, value)
    case .constant(let constant): return value == .known(constant)
    case .parameter(let index): return value == .known(policy.parameters[index].value)
    case .isKnown(let operand): return solveKnown(operand, value)
    case .not(let operand):
      guard case .known(.truth(let truth)) = value else { return false }
      return solve(operand, .known(.truth(!truth)))
    case .all, .any, .compare, .oneOf, .verdict: return solveCondition(expression, value)
    case .choice(let branches, let otherwise): return solve(branches, otherwise, value)
    case .tableResult(let table, let column): return solve(policy.tables[table], column, value)
    case .figure(let target, let figure): return solve(figure, of: target, value)
    case .timeOfDay(let operand): return solveTime(operand, value)
    case .dateOf(let operand): return solveDate(operand, value)
    case .sum(let left, let right):
      return solve(left, right, value, left: { $0.subtracting($1) }, right: { $0.subtracting($1) })
    case .difference(let left, let right):
      return solve(left, right, value, left: { $0.adding($1) }, right: { $1.subtracting($0) })
    case .product(let left, let right), .share(let left, of: let right):
      return solve(left, right, value, left: { $0.divided(by: $1) }, right: { $0.divided(by: $1) })
    case .rowKey, .rowColumn, .event, .attribute, .extreme, .quotient, .negation, .perUnit, .perDate, .graded,
      .datesOver, .measure, .overlaps, .ticketCount, .during, .moved, .startOf, .endOf, .dayOf, .timeOn,
      .sampled, .periodBoundary, .periodVerdict, .periodFigure:
      return false
    }
  }

  private mutating func set(_ field: Int, _ value: ProofWitness.Value) -> Bool {
    if let old = fields[field] { return old == value }
    if value == .missing, policy.vocabulary.fields[field].presence == .required { return false }
    fields[field] = value
    return true
  }

  private mutating func set(_ column: Int, of register: Int, _ value: ProofWitness.Value) -> Bool {
    if let old = columns[register]?[column] { return old == value }
    if value == .missing, policy.registers[register].columns[column].presence == .required { return false }
    columns[register, default: [:]][column] = value
    return true
  }

  /// Makes a key name the ticket's row of a register.
  private mutating func join(_ key: Expression, _ register: Int) -> Bool {
    guard !policy.registers[register].isMany else { return false }
    if columns[register] == nil { columns[register] = [:] }
    switch key.kind {
    case .field(let field): return set(field, .other)
    case .column(let other, let outer, let column):
      return join(outer, other) && set(column, of: other, .other)
    case .rowKey: return false
    case .constant, .rowColumn, .parameter, .derived, .tableResult, .event, .attribute, .extreme, .isKnown,
      .not, .all, .any, .compare, .oneOf, .sum, .difference, .product, .quotient, .negation, .share, .perUnit,
      .perDate, .graded, .datesOver, .choice, .verdict, .figure, .measure, .overlaps, .ticketCount, .during,
      .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled, .periodBoundary,
      .periodVerdict, .periodFigure:
      return false
    }
  }

  /// The row that a key of a ticket or of a row names is there, with those that it names itself.
  private mutating func joinRow(of type: ValueType, _ joined: inout Set<Int>) {
    guard case .key(let register) = type, joined.insert(register).inserted else { return }
    if columns[register] == nil { columns[register] = [:] }
    for column in policy.registers[register].columns { joinRow(of: column.type, &joined) }
  }

  /// When an event happens; false where it happens at another instant already.
  mutating func place(_ event: Int, at instant: Instant) -> Bool {
    if let old = events[event] { return old == instant }
    guard !avoided.contains(event) else { return false }
    events[event] = instant
    return true
  }

  /// Leaves events out; false where one of them happens already.
  mutating func avoid(_ others: [Int]) -> Bool {
    avoided.formUnion(others)
    return others.allSatisfy { events[$0] == nil }
  }
}

extension ProofWitness.Demand {
  fileprivate var isOfVerdict: Bool {
    if case .verdict = expression.kind { true } else { false }
  }
}

extension Policy {
  /// An instant that is written, or the start of a date that is; nil of anything else.
  static func written(_ expression: Expression, in zone: Zone) -> Instant? {
    switch expression.kind {
    case .constant(.instant(let instant)): instant
    case .constant(.date(let date)): zone.startOfDay(date)
    case .startOf(let date): written(date, in: zone)
    case .constant, .field, .column, .rowKey, .rowColumn, .parameter, .derived, .tableResult, .event,
      .attribute, .extreme, .isKnown, .not, .all, .any, .compare, .oneOf, .sum, .difference, .product,
      .quotient, .negation, .share, .perUnit, .perDate, .graded, .datesOver, .choice, .verdict, .figure,
      .measure, .overlaps, .ticketCount, .during, .moved, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf,
      .sampled, .periodBoundary, .periodVerdict, .periodFigure:
      nil
    }
  }
}

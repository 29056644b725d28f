import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// Builds a policy value by value, as the checker would hand it over.
struct PolicyBuilder {
  var policy: Policy

  static let cny: Currency = {
    guard let currency = Currency("CNY") else { preconditionFailure("CNY is a currency") }
    return currency
  }()

  init(zone: Zone = .utc) {
    policy = Policy(
      header: PolicyHeader(title: "", id: "test", zoneName: zone.name, zone: zone, origin: .nowhere))
    policy.header.currency = PolicyBuilder.cny
  }

  /// Declares events in this order; their codes are their positions.
  init(events: String..., zone: Zone = .utc) {
    self.init(zone: zone)
    for name in events { declare(name) }
  }

  @discardableResult
  mutating func declare(_ name: String, ifRecorded: Bool = false) -> Int {
    policy.vocabulary.events.append(EventDeclaration(name: name, ifRecorded: ifRecorded))
    return policy.vocabulary.events.count - 1
  }

  func code(_ name: String) -> Int {
    guard let code = policy.vocabulary.events.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("no event \(name)")
    }
    return code
  }

  mutating func field(_ name: String, _ type: ValueType, presence: FieldDeclaration.Presence = .optional)
    -> Int
  {
    policy.vocabulary.fields.append(FieldDeclaration(name: name, type: type, presence: presence))
    return policy.vocabulary.fields.count - 1
  }

  mutating func calendar(_ rules: CalendarRules) -> Int {
    policy.calendars.append(
      CalendarDeclaration(name: "c", title: nil, rules: rules, citations: [], origin: .nowhere))
    return policy.calendars.count - 1
  }

  mutating func span(_ span: SpanExpression) -> Int {
    policy.spans.append(SpanDeclaration(name: "s", title: nil, span: span, citations: [], origin: .nowhere))
    return policy.spans.count - 1
  }

  /// `from A until B`: names of events, several separated by blanks.
  func pair(
    _ starts: String, _ ends: String, upTo: Duration? = nil, longerThan: Duration? = nil,
    atLeast: Duration? = nil
  ) -> SpanExpression {
    func points(_ names: String) -> [EventPoint] {
      names.split(separator: " ").map { EventPoint(event: code(String($0)), occurrence: .every) }
    }
    let length =
      longerThan.map { LengthTest(length: $0, inclusive: false) }
      ?? atLeast.map { LengthTest(length: $0, inclusive: true) }
    return SpanExpression(
      .pairing(Pairing(starts: points(starts), ends: points(ends), atMost: upTo, length: length)),
      origin: .nowhere)
  }

  mutating func exclusion(when condition: Expression? = nil, during span: SpanExpression? = nil) -> Int {
    var exclusion = Exclusion(name: "e", title: nil, appliesToAllTargets: true, origin: .nowhere)
    exclusion.condition = condition
    exclusion.span = span
    policy.exclusions.append(exclusion)
    return policy.exclusions.count - 1
  }

  @discardableResult
  mutating func target(
    _ clock: SpanExpression, _ bound: Target.Bound, on calendar: Int? = nil, pause: [Int] = [],
    exclude: [Int] = [], extendedBy: [Int] = [], when condition: Expression? = nil,
    round: CountRounding? = nil
  ) -> Int {
    var target = Target(name: "t", title: nil, clock: clock, bound: bound, origin: .nowhere)
    target.calendar = calendar
    target.pauses = pause
    target.exclusions = exclude
    target.extensions = extendedBy
    target.condition = condition
    target.rounding = round
    policy.targets.append(target)
    return policy.targets.count - 1
  }

  @discardableResult
  mutating func refund(
    when condition: Expression, pay amount: Expression, cap: [Expression] = [],
    round: Refund.AmountRounding? = nil, minimum: Refund.Minimum? = nil, reads targets: [Int] = [0]
  ) -> Int {
    var refund = Refund(
      name: "r", title: nil, basis: .pay(when: condition, amount: amount), currency: PolicyBuilder.cny,
      origin: .nowhere)
    refund.caps = cap
    refund.rounding = round
    refund.minimum = minimum
    refund.targets = targets
    policy.refunds.append(refund)
    return policy.refunds.count - 1
  }

  /// A derived value, so that a test can look at an expression.
  @discardableResult
  mutating func value(_ expression: Expression) -> Int {
    policy.derivedValues.append(
      DerivedValue(name: "v", title: nil, value: expression, citations: [], origin: .nowhere))
    return policy.derivedValues.count - 1
  }

  @discardableResult
  mutating func register(key: ValueType, columns: [ValueType]) -> Int {
    policy.registers.append(
      RegisterDeclaration(
        name: "r", keys: [FieldDeclaration(name: "k", type: key)],
        columns: columns.map { FieldDeclaration(name: "c", type: $0, presence: .optional) }))
    return policy.registers.count - 1
  }

  @discardableResult
  mutating func table(
    _ columns: [Expression], results: [ExpressionType], _ rows: [([DecisionTable.Cell], [Expression])]
  ) -> Int {
    policy.tables.append(
      DecisionTable(
        name: "t", title: nil, columns: columns,
        results: results.map { DecisionTable.ResultColumn(name: "r", type: $0) },
        rows: rows.map { DecisionTable.Row(cells: $0, results: $1, isOtherwise: false, origin: .nowhere) },
        citations: [], origin: .nowhere))
    return policy.tables.count - 1
  }

  // MARK: Expressions that need names

  func event(
    _ name: String, _ occurrence: EventPoint.Occurrence = .nth(1), offset: Duration = .zero
  ) -> Expression {
    Expression(
      .event(EventPoint(event: code(name), occurrence: occurrence, offset: offset)), type: .instant,
      origin: .nowhere)
  }
}

extension SourceRange {
  static let nowhere = SourceRange(file: FileID(index: 0), start: 0, end: 0)
}

extension SpanExpression {
  static func named(_ index: Int) -> SpanExpression { SpanExpression(.named(index), origin: .nowhere) }
  static func calendar(_ index: Int) -> SpanExpression { SpanExpression(.calendar(index), origin: .nowhere) }
  static func between(_ from: Expression, _ until: Expression) -> SpanExpression {
    SpanExpression(.between(from, until), origin: .nowhere)
  }
  static func whenever(_ condition: Expression) -> SpanExpression {
    SpanExpression(.whenever(condition), origin: .nowhere)
  }
  func or(_ other: SpanExpression) -> SpanExpression { SpanExpression(.union(self, other), origin: .nowhere) }
  func and(_ other: SpanExpression) -> SpanExpression {
    SpanExpression(.intersection(self, other), origin: .nowhere)
  }
  func minus(_ other: SpanExpression) -> SpanExpression {
    SpanExpression(.minus(self, other), origin: .nowhere)
  }
}

extension Target.Bound {
  static func within(_ length: Duration) -> Target.Bound {
    .within(.duration(length), strict: false, workingCalendar: nil)
  }
  static func under(_ length: Duration) -> Target.Bound {
    .within(.duration(length), strict: true, workingCalendar: nil)
  }
}

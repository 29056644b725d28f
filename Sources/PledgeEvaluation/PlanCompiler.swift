import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// Turns a policy's expressions into the flat nodes of a plan, one node for equal subterms.
struct PlanCompiler {
  var plan: Plan
  /// What a delay is taken for while the amount of one band is compiled.
  var assumed: AssumedDelay?
  private var known: [Node: Int32] = [:]
  private var constantIndex: [Value: Int32] = [:]
  private var parameterNodes: [Int: Int32] = [:]
  private var lists: [[Int32]: Node.List] = [:]
  private var pointIndex: [EventPointPlan: Int32] = [:]
  /// Named values and spans are compiled once, so that doubling them again and again costs nothing.
  var derivedNodes: [Int: Int32] = [:]
  var spanNodes: [Int: Int32] = [:]
  var keyedSpans: [Int: Int] = [:]
  /// The keys of the period target that is being compiled.
  var frameKeys: [Int32] = []
  /// Whether tables of enumerations find their row by an index.
  var indexesTables = true

  init(plan: Plan) { self.plan = plan }

  var policy: Policy { plan.policy }

  mutating func compile() {
    if policy.registers.contains(where: \.isDated) {
      plan.datedRegisters = policy.registers.map { register in
        guard register.isDated else { return nil }
        return DatedColumns(from: Int32(register.validFrom ?? -1), to: Int32(register.validTo ?? -1))
      }
    }
    for index in policy.spans.indices { plan.namedSpans.append(compileNamed(index)) }
    // Tables may name each other, so the columns of all come first.
    for (index, table) in policy.tables.enumerated() {
      let columns = list(table.columns)
      plan.tables.append(
        TablePlan(columns: columns, rows: .empty, isComplete: table.isComplete, origin: Int32(index)))
    }
    for (index, table) in policy.tables.enumerated() {
      let rows = table.rows.map { row in
        RowPlan(
          cells: append(zip(row.cells, table.columns).map { compile($0, type: $1.type) }, to: \.cells),
          results: append(row.results.map { compile($0) }, to: \.operands), isIdle: row.isIdle)
      }
      plan.tables[index].rows = append(rows, to: \.rows)
      makeIndex(of: index, table)
    }
    for exclusion in policy.exclusions {
      plan.exclusions.append(
        ExclusionPlan(
          condition: exclusion.condition.map { compile($0) } ?? -1,
          span: exclusion.span.map { compile($0) } ?? -1,
          reason: exclusion.reason.map { compile($0) } ?? -1,
          needs: append(exclusion.needs.map { compile($0) }, to: \.operands)))
    }
    for target in policy.targets { plan.targets.append(compile(target)) }
    compilePeriodTargets()
    compileRefunds()
    compileEscalations()
    plan.derivedValues = policy.derivedValues.map { compile($0.value) }
    plan.settlement = policy.header.settlement.map { compile($0) } ?? -1
    if !policy.fixedFields.isEmpty {
      plan.fixedBefore = policy.vocabulary.fields.indices.map { policy.fixedFields[$0].map { Value($0) } }
    }
    plan.governing = policy.header.governingEvent.map { compile($0) } ?? -1
    plan.validFrom = policy.header.validity.map { compile($0.from) } ?? -1
    plan.validUntil = policy.header.validity?.until.map { compile($0) } ?? -1
  }

  mutating func compile(probes: [Expression]) { plan.probes = probes.map { compile($0) } }

  mutating func compile(watches: [Watch]) {
    plan.watches = watches.map { watch in
      WatchPlan(asked: compile(watch.asked), parts: watch.parts.map { compile($0) })
    }
  }

  /// Marks the spans of conditions that follow the log, once all are compiled.
  mutating func markTimedConditions() {
    for index in plan.spans.indices {
      if case .whenever(let condition) = plan.spans[index], plan.readsLog(condition) {
        plan.timedConditions.insert(Int32(index))
      }
    }
  }

  private mutating func compile(_ target: Target) -> TargetPlan {
    var result = TargetPlan(clock: compile(target.clock))
    result.condition = target.condition.map { compile($0) } ?? -1
    result.calendar = Int32(target.calendar ?? -1)
    result.pauses = append(target.pauses.map { plan.namedSpans[$0] }, to: \.operands)
    result.exclusions = append(target.exclusions.map { Int32($0) }, to: \.operands)
    result.extensions = append(target.extensions.map { plan.namedSpans[$0] }, to: \.operands)
    result.roll = target.roll
    result.isEachCycle = target.isEachCycle
    result.stops = plan.stops(of: result.clock)
    if target.isEachCycle, case .pairing(let pairing) = plan.spans[Int(result.clock)] {
      plan.pairings[Int(pairing)].keepsCycles = true
    }
    result.roundingUnit = target.rounding?.unit
    result.roundingMode = target.rounding?.mode ?? .up
    switch target.bound {
    case .within(let limit, let strict, let calendar):
      result.limit = compile(limit)
      result.isStrict = strict
      result.workingCalendar = Int32(calendar ?? -1)
    case .by(let deadline):
      result.deadline = compile(deadline)
    }
    result.plainClock = plan.plainClock(of: result)
    return result
  }

  mutating func compile(_ expression: Expression) -> Int32 {
    let node = compileKind(expression)
    if plan.meanings[Int(node)] == nil {
      plan.meanings[Int(node)] = Meaning(origin: expression.origin, type: expression.type)
    }
    return node
  }

  private mutating func compileKind(_ expression: Expression) -> Int32 {
    switch expression.kind {
    case .constant(let constant): return add(constant)
    case .field(let index): return add(.field(Int32(index)))
    case .column(let register, let key, let column):
      return add(.column(register: Int32(register), key: compile(key), column: Int32(column)))
    case .rowKey(let register, let values):
      return add(.rowKey(register: Int32(register), list(values)))
    case .rowColumn(let register, let column):
      return add(.rowColumn(register: Int32(register), column: Int32(column)))
    case .parameter(let index): return parameter(index)
    case .derived(let index): return compileDerived(index)
    case .tableResult(let table, let column):
      return add(.tableResult(table: self.table(table), column: Int32(column)))
    case .event(let point): return add(.event(add(point)))
    case .attribute(let event, let index):
      return add(.attribute(event: Int32(event), index: Int32(index)))
    case .extreme(.smallest, let operands): return add(.smallest(list(operands)))
    case .extreme(.greatest, let operands): return add(.greatest(list(operands)))
    case .isKnown(let operand): return add(.isKnown(compile(operand)))
    case .not(let operand):
      // `x not in (…)` and `x is missing` are one phrase: what they deny has no words of its own.
      let isOnePhrase = operand.origin == expression.origin
      return add(.not(isOnePhrase ? compileKind(operand) : compile(operand)))
    case .all(let operands): return add(.all(list(operands)))
    case .any(let operands): return add(.any(list(operands)))
    case .compare(let comparison, let left, let right):
      return self.comparison(comparison, compile(left), compile(right))
    case .ticketCount(let condition): return add(.ticketCount(compile(condition)))
    case .oneOf(let subject, let values): return compile(subject, oneOf: values)
    case .sum(let left, let right): return add(.sum(compile(left), compile(right)))
    case .difference(let left, let right): return add(.difference(compile(left), compile(right)))
    case .product(let left, let right), .share(let left, let right):
      return add(.product(compile(left), compile(right)))
    case .quotient(let left, let right): return add(.quotient(compile(left), compile(right)))
    case .negation(let operand): return add(.negation(compile(operand)))
    case .choice(let branches, let otherwise):
      let operands = branches.flatMap { [$0.condition, $0.value] } + [otherwise]
      return add(.choice(list(operands)))
    case .periodBoundary(.start): return add(.periodStart)
    case .periodBoundary(.end): return add(.periodEnd)
    case .periodVerdict(let target, let verdicts):
      return add(.periodVerdict(target: Int32(target), mask: mask(verdicts)))
    case .periodFigure(let target, let figure):
      return add(.periodFigure(target: Int32(target), figure))
    case .perUnit, .perDate, .verdict, .figure, .measure, .overlaps, .during, .moved, .startOf, .endOf,
      .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled, .graded, .datesOver:
      return compileOfTime(expression.kind)
    }
  }

  private mutating func compileOfTime(_ kind: Expression.Kind) -> Int32 {
    switch kind {
    case .perUnit(let amount, let rounding, let unit, let length):
      return add(.perUnit(amount: compile(amount), rounding, unit: unit, in: compile(length)))
    case .perDate(let amount, let rounding, let dates, let target):
      return add(
        .perDate(
          amount: compile(amount), rounding, calendar: calendar(of: dates), target: Int32(target)))
    case .graded(let pay): return compile(pay)
    case .datesOver(let dates, let target):
      if let assumed, assumed.target == target { return add(assumed.value) }
      return add(.datesOver(calendar: calendar(of: dates), target: Int32(target)))
    case .verdict(let target, let verdicts):
      return add(.verdict(target: Int32(target), mask: mask(verdicts)))
    case .figure(let target, .over) where assumed?.target == target:
      return add(assumed?.value ?? .duration(.zero))
    case .figure(let target, let figure): return add(.figure(target: Int32(target), figure))
    case .measure(let measure, let span): return add(.measure(measure, span: compile(span)))
    case .overlaps(let left, let right): return add(.overlaps(compile(left), compile(right)))
    case .during(let instant, let span): return add(.during(compile(instant), span: compile(span)))
    case .moved(let instant, let length, let calendar, let negated):
      return add(
        .moved(compile(instant), by: compile(length), calendar: Int32(calendar ?? -1), negated: negated))
    case .startOf(let date): return add(.startOfDate(compile(date)))
    case .endOf(let day): return compile(endOf: day)
    case .dayOf(let day): return compile(day)
    case .timeOn(let time, let date, let calendar):
      return add(.timeOn(compile(time), date: compile(date), calendar: Int32(calendar ?? -1)))
    case .timeOfDay(let operand): return add(.timeOfDay(compile(operand)))
    case .dateOf(let operand): return add(.dateOf(compile(operand)))
    case .sampled(let value, let instant): return add(.sample(compile(value), at: compile(instant)))
    case .constant, .field, .column, .rowKey, .parameter, .derived, .tableResult, .event, .attribute,
      .extreme,
      .rowColumn,
      .isKnown, .not,
      .all,
      .any, .compare, .oneOf, .sum, .difference, .product, .share, .quotient, .negation, .choice,
      .periodBoundary, .periodVerdict, .periodFigure, .ticketCount:
      preconditionFailure("invariant: `compile` handles the kinds that are not of time")
    }
  }

  private mutating func compile(endOf day: DayReference) -> Int32 {
    switch day {
    case .date(let date): return add(.endOfDate(compile(date)))
    case .workingDay(let number, let after, let calendar):
      return add(
        .endOfWorkingDay(number: Int32(clamping: number), after: compile(after), calendar: Int32(calendar)))
    case .calendarDay(let number, let after):
      return add(.endOfCalendarDay(number: Int32(clamping: number), after: compile(after)))
    case .unit(let unit, let number, let after):
      return add(.endOfUnit(unit, number: Int32(clamping: number), after: compile(after)))
    }
  }

  /// A day as a date; the checker makes none of a unit that is no day.
  private mutating func compile(_ day: DayReference) -> Int32 {
    switch day {
    case .date(let date), .unit(_, _, let date): return add(.dateOf(compile(date)))
    case .workingDay(let number, let after, let calendar):
      return add(
        .workingDay(number: Int32(clamping: number), after: compile(after), calendar: Int32(calendar)))
    case .calendarDay(let number, let after):
      return add(.calendarDay(number: Int32(clamping: number), after: compile(after)))
    }
  }

  private mutating func compileDerived(_ index: Int) -> Int32 {
    if let node = derivedNodes[index] { return node }
    let node = compile(policy.derivedValues[index].value)
    derivedNodes[index] = node
    return node
  }

  private mutating func compile(_ subject: Expression, oneOf values: [Expression]) -> Int32 {
    let left = compile(subject)
    let tests = values.map { add(.compare(.equal, left, compile($0))) }
    return tests.count == 1 ? tests[0] : add(.any(list(nodes: tests)))
  }

  // MARK: Adding

  /// Puts elements behind those of one of the plan's arrays.
  mutating func append<Element>(_ elements: [Element], to array: WritableKeyPath<Plan, [Element]>)
    -> Node.List
  {
    let start = plan[keyPath: array].count
    plan[keyPath: array].append(contentsOf: elements)
    return Node.List(start: Int32(start), count: Int32(elements.count))
  }

  mutating func add(_ node: Node) -> Int32 {
    if let index = known[node] { return index }
    let index = Int32(plan.nodes.count)
    plan.nodes.append(node)
    plan.meanings.append(nil)
    known[node] = index
    return index
  }

  /// A parameter's own node: another of the same value, or a figure, keeps its own name in an explanation.
  private mutating func parameter(_ index: Int) -> Int32 {
    if let node = parameterNodes[index] { return node }
    plan.constants.append(Value(plan.parameters[index]))
    let node = add(.constant(Int32(plan.constants.count - 1)))
    parameterNodes[index] = node
    return node
  }

  mutating func add(_ constant: Constant) -> Int32 {
    let value = Value(constant)
    if let index = constantIndex[value] { return add(.constant(index)) }
    let index = Int32(plan.constants.count)
    plan.constants.append(value)
    constantIndex[value] = index
    return add(.constant(index))
  }

  private mutating func add(_ point: EventPoint) -> Int32 {
    let ready = EventPointPlan(point)
    if let index = pointIndex[ready] { return index }
    let index = Int32(plan.points.count)
    plan.points.append(ready)
    pointIndex[ready] = index
    return index
  }

  mutating func list(_ expressions: [Expression]) -> Node.List {
    list(nodes: expressions.map { compile($0) })
  }

  mutating func list(nodes: [Int32]) -> Node.List {
    if let known = lists[nodes] { return known }
    let list = Node.List(start: Int32(plan.operands.count), count: Int32(nodes.count))
    plan.operands.append(contentsOf: nodes)
    lists[nodes] = list
    return list
  }

  // MARK: Words

  func mask(_ verdicts: [Verdict]) -> UInt8 {
    verdicts.reduce(UInt8(0)) { $0 | (1 << $1.rawValue) }
  }
}

import PledgeNumbers
import PledgePolicy
import PledgeTime

/// A delay that is taken for known while an amount is compiled.
struct AssumedDelay {
  var target: Int
  /// A duration, or a number of dates.
  var value: Constant
  /// The tables compiled for it, by their index in the policy.
  var tables: [Int: Int32] = [:]
}

extension PlanCompiler {
  mutating func compileRefunds() {
    for refund in policy.refunds { plan.refunds.append(compile(refund)) }
    for (index, refund) in policy.refunds.enumerated() {
      for component in refund.components { plan.refunds[component].combinedBy = Int32(index) }
    }
    plan.hasCombinations = plan.refunds.contains(where: \.isComponent)
    compileGroups()
    for right in policy.rights { plan.rights.append(compile(right)) }
  }

  private mutating func compile(_ refund: Refund) -> RefundPlan {
    let minor = Money.minorUnit(of: refund.currency)
    var result = RefundPlan(
      roundingMode: refund.rounding?.mode ?? .halfUp, roundingUnit: refund.rounding?.unit ?? minor,
      minorUnit: minor)
    result.payees = max(refund.payees.count, 1)
    switch refund.basis {
    case .pay(let condition, let amount):
      result.condition = compile(condition)
      result.amount = compile(amount)
      result.figures = append(targetsWithFigures(in: amount).map { Int32($0) }, to: \.operands)
    case .combination(let operation, let components):
      result.combination = operation
      result.components = append(components.map { Int32($0) }, to: \.operands)
    }
    result.claims = compile(refund.claims)
    if let scope = refund.scope {
      result.frame = compileFrame(
        scope, condition(of: refund), refund.periodTargets, amounts: amounts(of: refund),
        isCombination: result.combination != nil)
    }
    result.countedBy = refund.countedBy.map { compile($0) } ?? -1
    result.caps = append(refund.caps.map { compile($0) }, to: \.operands)
    result.minimum = refund.minimum?.amount
    result.minimumIncluded = refund.minimum?.inclusive ?? true
    result.targets = append(refund.targets.map { Int32($0) }, to: \.operands)
    let cyclic = refund.targets.first { policy.targets[$0].isEachCycle }
    if refund.isPerCycle, let cyclic { result.cyclesOf = Int32(cyclic) }
    return result
  }

  /// When a refund is paid: a combination when one of its items is.
  private func condition(of refund: Refund) -> Expression {
    switch refund.basis {
    case .pay(let condition, _): condition
    case .combination(_, let components):
      Expression(
        .any(components.map { condition(of: policy.refunds[$0]) }), type: .truth, origin: refund.origin)
    }
  }

  /// What is paid, and what limits it.
  private func amounts(of refund: Refund) -> [Expression] {
    switch refund.basis {
    case .pay(_, let amount): [amount] + refund.caps
    case .combination(_, let components): components.flatMap { amounts(of: policy.refunds[$0]) } + refund.caps
    }
  }

  private mutating func compileGroups() {
    for group in policy.groups { plan.groups.append(compile(group)) }
    guard !policy.groups.isEmpty else { return }
    let names = policy.refunds.map(\.name).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    for index in plan.refunds.indices {
      let own = policy.groups.indices.filter { policy.groups[$0].members.contains(index) }
      plan.refunds[index].groups = append(own.map { Int32($0) }, to: \.operands)
      plan.refunds[index].rank = Int32(names.firstIndex(of: policy.refunds[index].name) ?? 0)
    }
  }

  private mutating func compile(_ group: PaymentGroup) -> GroupPlan {
    let currency = group.members.first.map { policy.refunds[$0].currency }
    var result = GroupPlan(
      isPerTicket: group.scope == nil, minorUnit: currency.map { Money.minorUnit(of: $0) } ?? .one)
    if let scope = group.scope {
      result.keys = append(scope.keys.map { compile($0) }, to: \.operands)
      result.filter = scope.filter.map { compile($0) } ?? -1
      switch scope.period?.kind {
      case .calendar(let unit)?: result.period = .calendar(unit)
      case .anchored(let length, .frame(let anchor), let lasting)?:
        result.period = .anchored(length, compile(anchor), ofTickets: false, lasting: lasting)
      case .anchored(let length, .earliestOfTickets(let anchor), let lasting)?:
        result.period = .anchored(length, compile(anchor), ofTickets: true, lasting: lasting)
      case .rolling?, nil: break
      }
    }
    switch group.limit {
    case .cap(let amount): result.cap = compile(amount)
    case .minimum(let minimum):
      result.minimum = minimum.amount
      result.minimumIncluded = minimum.inclusive
    }
    return result
  }

  private mutating func compile(_ right: Right) -> RightPlan {
    var result = RightPlan(condition: compile(right.condition))
    if let window = right.window {
      result.start = compile(window.start)
      result.end = compile(window.end)
    }
    result.claims = compile(right.claims)
    result.frame = right.scope.map { compileFrame($0, right.condition, right.periodTargets) }
    return result
  }

  private mutating func compile(_ claims: [Claim]) -> Node.List {
    let ready = claims.map { claim in
      ClaimPlan(
        event: EventPointPlan(claim.event), from: claim.from.map { compile($0) } ?? -1,
        until: compile(claim.until))
    }
    return append(ready, to: \.claims)
  }

  // MARK: Rates that change with the delay

  /// Compiles the amount once for each band of units between the bounds that it names.
  mutating func compile(_ pay: GradedPay) -> Int32 {
    let starts = bandStarts(of: pay)
    var amounts: [Int32] = []
    for start in starts {
      guard let delay = delay(of: start, pay.unit) else { break }
      let outside = (assumed, derivedNodes)
      assumed = AssumedDelay(target: pay.target, value: delay)
      derivedNodes = [:]
      amounts.append(compile(pay.amount))
      (assumed, derivedNodes) = outside
    }
    var grade = GradePlan(
      starts: append(Array(starts.prefix(amounts.count)), to: \.bandStarts), amounts: list(nodes: amounts),
      units: pay.rounding, length: nil, calendar: -1, target: Int32(pay.target),
      isReached: pay.rate == .reached)
    switch pay.unit {
    case .length(let length): grade.length = length
    case .dates(let dates): grade.calendar = calendar(of: dates)
    }
    plan.grades.append(grade)
    return add(.graded(Int32(plan.grades.count - 1)))
  }

  func calendar(of dates: DateKind) -> Int32 {
    switch dates {
    case .calendarDay: -1
    case .workingDay(let index): Int32(index)
    }
  }

  /// The table as it stands, or as it stands for the assumed delay.
  mutating func table(_ index: Int) -> Int32 {
    guard assumed != nil else { return Int32(index) }
    if let known = assumed?.tables[index] { return known }
    let table = policy.tables[index]
    let own = plan.tables[index]
    let columns = list(table.columns)
    var rows: [RowPlan] = []
    for (position, row) in table.rows.enumerated() {
      let cells = plan.rows[own.rows.range.lowerBound + position].cells
      rows.append(
        RowPlan(
          cells: cells, results: append(row.results.map { compile($0) }, to: \.operands), isIdle: row.isIdle))
    }
    plan.tables.append(
      TablePlan(
        columns: columns, rows: append(rows, to: \.rows), isComplete: own.isComplete, origin: own.origin))
    let compiled = Int32(plan.tables.count - 1)
    assumed?.tables[index] = compiled
    return compiled
  }

  /// The units at which the amount may change: the first of all, and the first at or behind each bound.
  private func bandStarts(of pay: GradedPay) -> [Int64] {
    let readings = DelayReadings(policy, amount: pay.amount, target: pay.target, unit: pay.unit)
    var starts: Set<Int64> = [1]
    for bound in readings.bounds {
      guard let units = self.units(at: bound, pay.unit) else { continue }
      for start in [units.ceiling, units.floor + 1] where start > 1 && start < Int128(Int64.max) {
        starts.insert(Int64(start))
      }
    }
    return starts.sorted()
  }

  /// How many units a bound is away; nil for what is no bound of this unit.
  private func units(at bound: Expression, _ unit: GradedPay.Unit) -> Rational? {
    var constant: Constant?
    if case .constant(let written) = bound.kind { constant = written }
    if case .parameter(let index) = bound.kind { constant = plan.parameters[index] }
    guard let constant else { return nil }
    switch (constant, unit) {
    case (.duration(let bound), .length(let length)):
      return Rational(numerator: Int128(bound.microseconds), denominator: Int128(length.microseconds))
    case (.number(let dates), .dates): return dates
    case (_, _): return nil
    }
  }

  /// The delay at the end of a unit; nil where it is too long to be.
  private func delay(of number: Int64, _ unit: GradedPay.Unit) -> Constant? {
    switch unit {
    case .length(let length):
      let (delay, overflow) = length.microseconds.multipliedReportingOverflow(by: number)
      return overflow ? nil : .duration(Duration(microseconds: delay))
    case .dates: return .number(Rational(number))
    }
  }
}

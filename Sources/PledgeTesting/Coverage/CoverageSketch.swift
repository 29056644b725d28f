import PledgeDiagnostics
import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTime

/// All that the tests of a policy should meet, and what a plan has to keep in view to tell whether they do.
///
/// It follows from the policy alone. `plan` is made for it; runs that decide tickets by the million have
/// another, which looks at nothing.
package struct CoverageSketch: Sendable {
  package let policy: Policy
  package internal(set) var items: [CoverageItem] = []
  var watches: [WatchedPlace] = []
  var thresholds: [Threshold] = []
  /// The number of each choice by the place of its text.
  var choices: [SourceRange: Int] = [:]
  /// What has been looked at: the place and the sort of an expression, as one text may be several.
  private var seen: Set<Seen> = []
  private let sources: SourceSet

  /// A watch of the plan and what is read from it.
  struct WatchedPlace: Sendable {
    var watch: Watch
    var role: Role

    enum Role: Sendable {
      case choice(Int)
      case comparison(threshold: Int)
      case columns(table: Int)
    }
  }

  private struct Seen: Hashable {
    var origin: SourceRange
    var comparison: Comparison?
  }

  /// `sources` has the policy's text, for names.
  package init(_ policy: Policy, sources: SourceSet) {
    self.policy = policy.settled(policy.parameterValues())
    self.sources = sources
    addTargets()
    addPeriodTargets()
    addTables()
    addExclusions()
    addRefunds()
    addRights()
    addSteps()
    for expression in expressions { look(at: expression) }
    addLimits()
    items = CoverageItem.Kind.allCases.flatMap { kind in
      items.filter { $0.kind == kind }.sorted { place($0) < place($1) }
    }
  }

  /// A plan that keeps what the sketch asks about in view.
  package var plan: Plan { plan(of: policy) }

  /// The same of the policy with further derived values.
  func plan(of policy: Policy) -> Plan { Plan(policy, watches: watches.map(\.watch)) }

  /// The words of a place on one line.
  func text(_ range: SourceRange) -> String {
    sources.text(in: range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The order of items in the text; those of one place keep theirs.
  private func place(_ item: CoverageItem) -> (UInt32, Int) { (item.origin.file.index, item.origin.start) }

  mutating func add(
    _ kind: CoverageItem.Kind, _ goal: CoverageGoal, _ name: CoverageName, _ origin: SourceRange
  ) {
    items.append(CoverageItem(kind: kind, goal: goal, called: name, origin: origin))
  }

  // MARK: Choices and comparisons

  /// Everything in which a choice or a comparison may stand, and in which figures are named.
  package var expressions: [Expression] {
    var result = policy.derivedValues.map(\.value)
    result += policy.spans.flatMap { $0.span.operands }
    for table in policy.tables { result += table.columns + table.rows.flatMap(\.results) }
    for exclusion in policy.exclusions {
      result += [exclusion.condition].compactMap { $0 } + (exclusion.span?.operands ?? [])
    }
    for target in policy.targets {
      result += [target.condition].compactMap { $0 } + target.clock.operands
      switch target.bound {
      case .within(let limit, _, _): result.append(limit)
      case .by(let deadline): result.append(deadline)
      }
    }
    for target in policy.periodTargets { result += operands(of: target) }
    for refund in policy.refunds { result += operands(of: refund) }
    for right in policy.rights {
      result.append(right.condition)
      if let window = right.window { result += [window.start, window.end] }
      result += right.claims.flatMap { [$0.from, $0.until].compactMap { $0 } }
    }
    for group in policy.groups { if case .cap(let cap) = group.limit { result.append(cap) } }
    for escalation in policy.escalations {
      result += [escalation.condition].compactMap { $0 } + (escalation.clock?.span.operands ?? [])
      for step in escalation.steps { result += [step.condition, step.evidence?.condition].compactMap { $0 } }
    }
    return result
  }

  private func operands(of target: PeriodTarget) -> [Expression] {
    var result =
      [target.condition, target.measure.condition, target.scope.filter, target.outOf]
      .compactMap { $0 } + target.bounds.map(\.limit)
    switch target.measure.kind {
    case .availability(let span, _), .total(let span, _), .longest(let span), .starts(let span):
      result += span.operands
    case .mean(let value), .maximum(let value), .sum(let value, _): result.append(value)
    case .tickets, .share, .run: break
    }
    return result
  }

  private func operands(of refund: Refund) -> [Expression] {
    var result = refund.caps + refund.claims.flatMap { [$0.from, $0.until].compactMap { $0 } }
    if case .pay(let condition, let amount) = refund.basis { result += [condition, amount] }
    return result + [refund.scope?.filter].compactMap { $0 }
  }

  /// Finds the choices and comparisons in an expression; what it names is looked at in its own place.
  private mutating func look(at expression: Expression) {
    for operand in expression.operands { look(at: operand) }
    switch expression.kind {
    case .choice(let branches, let otherwise):
      guard seen.insert(Seen(origin: expression.origin, comparison: nil)).inserted else { return }
      add(expression, branches, otherwise)
    case .compare(let comparison, let left, let right):
      guard seen.insert(Seen(origin: expression.origin, comparison: comparison)).inserted else { return }
      add(expression, comparison, left, right)
    case .constant, .field, .column, .rowKey, .rowColumn, .parameter, .derived, .tableResult, .event,
      .attribute, .extreme, .isKnown, .not, .all, .any, .oneOf, .sum, .difference, .product, .quotient,
      .negation, .share, .perUnit, .perDate, .graded, .datesOver, .verdict, .figure, .measure, .overlaps,
      .ticketCount, .during, .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled,
      .periodBoundary, .periodVerdict, .periodFigure:
      return
    }
  }

  private mutating func add(
    _ choice: Expression, _ branches: [Expression.Branch], _ otherwise: Expression
  ) {
    let number = choices.count
    choices[choice.origin] = number
    watches.append(
      WatchedPlace(watch: Watch(choice, parts: branches.map(\.condition)), role: .choice(number)))
    for (index, branch) in branches.enumerated() {
      add(
        .branches, .branch(choice: number, branch: index),
        .branch(value: text(branch.value.origin), condition: text(branch.condition.origin)),
        branch.value.origin)
    }
    add(
      .branches, .branch(choice: number, branch: branches.count),
      .branch(value: text(otherwise.origin), condition: nil), otherwise.origin)
  }

  /// A comparison that a written figure decides; whether one event comes before another has no unit.
  private mutating func add(
    _ expression: Expression, _ comparison: Comparison, _ left: Expression, _ right: Expression
  ) {
    switch comparison {
    case .equal, .notEqual: return
    case .less, .atMost, .greater, .atLeast: break
    }
    guard let figure = firstFigure(in: right) ?? firstFigure(in: left) else { return }
    let constant = constant(of: right) ?? constant(of: left)
    guard let unit = ThresholdUnit.constant(left.type, constant ?? figure),
      let measure = ThresholdUnit.measure(unit)
    else { return }
    watches.append(
      WatchedPlace(
        watch: Watch(expression, parts: [left, right]), role: .comparison(threshold: thresholds.count)))
    let isMirrored = self.constant(of: right) == nil && self.constant(of: left) != nil
    addBoundary(
      Threshold(place: .comparison, unit: measure, isTime: unit.isTime, origin: expression.origin), constant,
      left.type, unit: unit, isMirrored: isMirrored, name: .comparison(text(expression.origin)))
  }

  // MARK: Boundaries

  /// Adds the three sides of a threshold, but for those on which no value can stand: under nothing, over the
  /// whole.
  mutating func addBoundary(
    _ threshold: Threshold, _ figure: Constant?, _ type: ExpressionType, unit: Constant,
    isMirrored: Bool = false, name: CoverageName.ThresholdName
  ) {
    let number = thresholds.count
    thresholds.append(threshold)
    let words = policy.words(unit, unitType(type))
    for side in CoverageGoal.Side.allCases {
      let beyond = isMirrored ? side.mirrored : side
      if beyond == .below, figure == .number(.zero) || figure == .duration(.zero) { continue }
      if beyond == .above, type == .percent, figure == .number(.one) { continue }
      add(
        .boundaries, .boundary(number, side), .boundary(name, beyond, unit: words), threshold.origin)
    }
  }

  /// The type in which the unit of a type is written.
  private func unitType(_ type: ExpressionType) -> ExpressionType {
    switch type {
    case .instant, .timeOfDay, .workingLength, .calendarLength: .duration
    case .date: .integer
    case .truth, .integer, .decimal, .percent, .money, .duration, .text, .choice, .key: type
    }
  }

  /// The first written figure or parameter in an expression, also behind a name; nil where there is none.
  private func firstFigure(in expression: Expression) -> Constant? {
    switch expression.kind {
    case .constant(let constant): return constant.isFigure ? constant : nil
    case .parameter(let index): return policy.parameters[index].value
    case .derived(let index): return firstFigure(in: policy.derivedValues[index].value)
    case .tableResult(let table, let column):
      for row in policy.tables[table].rows {
        if let found = firstFigure(in: row.results[column]) { return found }
      }
      return nil
    case .field, .column, .rowKey, .rowColumn, .event, .attribute, .extreme, .isKnown, .not, .all, .any,
      .compare, .oneOf, .sum, .difference, .product, .quotient, .negation, .share, .perUnit, .perDate,
      .graded, .datesOver, .choice, .verdict, .figure, .measure, .overlaps, .ticketCount, .during, .moved,
      .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled, .periodBoundary, .periodVerdict,
      .periodFigure:
      for operand in expression.operands { if let found = firstFigure(in: operand) { return found } }
      return nil
    }
  }

  /// The constant that an expression is, by whatever name.
  func constant(of expression: Expression) -> Constant? {
    switch expression.kind {
    case .constant(let constant): constant
    case .parameter(let index): policy.parameters[index].value
    case .derived(let index): constant(of: policy.derivedValues[index].value)
    case .field, .column, .rowKey, .rowColumn, .tableResult, .event, .attribute, .extreme, .isKnown, .not,
      .all, .any, .compare, .oneOf, .sum, .difference, .product, .quotient, .negation, .share, .perUnit,
      .perDate, .graded, .datesOver, .choice, .verdict, .figure, .measure, .overlaps, .ticketCount, .during,
      .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled, .periodBoundary,
      .periodVerdict, .periodFigure:
      nil
    }
  }
}

extension Constant {
  /// Whether it is a length of time.
  var isTime: Bool {
    switch self {
    case .duration: true
    case .truth, .number, .calendarLength, .workingDays, .instant, .date, .timeOfDay, .text, .choice: false
    }
  }

  /// Whether it is an amount or a time, which a value can be under or over.
  fileprivate var isFigure: Bool {
    switch self {
    case .number, .duration, .calendarLength, .workingDays, .instant, .date, .timeOfDay: true
    case .truth, .text, .choice: false
    }
  }
}

import PledgeDiagnostics
import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// Reads from the decisions of a test which goals it meets.
struct GoalReading {
  let sketch: CoverageSketch
  let decided: DecidedTest
  /// What somebody looks at: an outcome that no test expects anything of shows nothing.
  let asked: AskedOutcomes

  private var policy: Policy { sketch.policy }

  /// All that is met.
  var met: MetGoals {
    var result = MetGoals()
    for (index, decision) in decided.tickets.enumerated() {
      let own = goals(seenIn: decided.sightings[index])
      result.add(own)
      for target in policy.targets.indices where asked.holds(.target(index, target)) {
        addTarget(target, decision, own, &result)
      }
      for refund in policy.refunds.indices where asked.holds(.refund(index, refund)) {
        addRefund(refund, decision.refunds[refund], decision.explanations.refunds[refund], &result)
      }
      for right in policy.rights.indices where asked.holds(.right(index, right)) {
        addRight(right, decision.rights[right], &result)
      }
      for (escalation, steps) in decision.steps.enumerated() {
        for step in steps where asked.holds(.step(index, escalation, step.line)) {
          result.goals.insert(.step(escalation: escalation, line: step.line, step.state))
        }
      }
    }
    addShared(&result)
    return result
  }

  /// What keys and periods come to.
  private func addShared(_ result: inout MetGoals) {
    result.add(goals(seenIn: decided.sharedSightings))
    for decision in decided.periods where asked.holds(.period(decision.outcome.target)) {
      addPeriod(decision, &result)
    }
    for frame in decided.frames {
      switch frame {
      case .refund(let refund) where asked.holds(.frameRefund(refund.refund)):
        addRefund(refund.refund, refund.outcome, refund.explanation, &result)
      case .right(let right) where asked.holds(.frameRight(right.right)):
        addRight(right.right, right.outcome, &result)
      case .refund, .right: continue
      }
    }
  }

  // MARK: Outcomes

  private func addTarget(
    _ index: Int, _ decision: ExplainedTicket, _ own: MetGoals, _ result: inout MetGoals
  ) {
    let explanation = decision.explanations.targets[index]
    result.goals.insert(.target(index, decision.targets[index].verdict))
    if let exclusion = decision.targets[index].exclusion { result.goals.insert(.exclusion(exclusion)) }
    for segment in explanation.segments {
      switch segment.treatment {
      case .paused(let span): result.goals.insert(.pause(span: span, target: index))
      case .excluded(let exclusion): result.goals.insert(.exclusion(exclusion))
      case .counted, .closed, .tooShort, .uncertain: continue
      }
    }
    let outcomes = explanation.cycles.isEmpty ? [decision.targets[index]] : explanation.cycles
    for outcome in outcomes {
      for (number, threshold) in sketch.thresholds.enumerated() {
        guard case .target(index, let leaf) = threshold.place, leaf.needs.isSubset(of: own.goals),
          let distance = distance(of: outcome, leaf)
        else { continue }
        addSide(distance, number, &result)
      }
    }
  }

  /// How far the count of a target lies above its limit, or its stop behind the deadline, in microseconds.
  private func distance(of outcome: TargetOutcome, _ leaf: LimitLeaf) -> Rational? {
    switch outcome.verdict {
    case .met, .breached, .excused: break
    case .pending, .notApplicable, .undecided: return nil
    }
    guard outcome.doubt == nil, outcome.dueDoubt == nil else { return nil }
    guard let limit = outcome.limit else {
      guard let due = outcome.due, let end = outcome.stop ?? (outcome.isRunning ? decided.asOf : nil) else {
        return nil
      }
      return Rational(end.microseconds).subtracting(Rational(due.microseconds))
    }
    guard outcome.isCountKnown, isLimit(leaf, limit) else { return nil }
    return Rational(outcome.counted.microseconds).subtracting(Rational(limit.microseconds))
  }

  /// Whether a figure is the limit at hand, as far as it is a length that can be told.
  private func isLimit(_ leaf: LimitLeaf, _ limit: Duration) -> Bool {
    guard case .duration(let written)? = sketch.constant(of: leaf.expression) else { return true }
    return written == limit
  }

  private func addPeriod(_ decision: PeriodDecision, _ result: inout MetGoals) {
    let outcome = decision.outcome
    result.goals.insert(.periodTarget(outcome.target, outcome.verdict))
    if let exclusion = outcome.exclusion { result.goals.insert(.exclusion(exclusion)) }
    for segment in decision.explanation?.segments ?? [] {
      switch segment.treatment {
      case .paused(let span): result.goals.insert(.periodPause(span: span, target: outcome.target))
      case .excluded(let exclusion): result.goals.insert(.exclusion(exclusion))
      case .counted, .closed, .tooShort, .uncertain: continue
      }
    }
    for contribution in decision.explanation?.contributions ?? [] {
      if case .excluded(let exclusion) = contribution.standing { result.goals.insert(.exclusion(exclusion)) }
    }
    guard let reached = outcome.reached, outcome.doubt == nil else { return }
    for (number, threshold) in sketch.thresholds.enumerated() {
      guard case .periodTarget(outcome.target, let leaf) = threshold.place,
        leaf.needs.isSubset(of: result.goals),
        let limit = figure(of: leaf, outcome), let distance = reached.subtracting(limit)
      else { continue }
      if case .share = policy.periodTargets[outcome.target].measure.kind {
        addTickets(distance, decision, number, &result)
      } else {
        addSide(distance, number, &result)
      }
    }
  }

  /// The written limit, or the one that decided where it is not written as a figure.
  private func figure(of leaf: LimitLeaf, _ outcome: PeriodOutcome) -> Rational? {
    sketch.constant(of: leaf.expression).flatMap { Rational(ordered: Value($0)) } ?? outcome.limit
  }

  private func addRefund(
    _ index: Int, _ outcome: RefundOutcome, _ explanation: RefundExplanation?,
    _ result: inout MetGoals
  ) {
    switch outcome.state {
    case .owed, .accruing, .claimable, .combined: result.goals.insert(.refund(index, .owed))
    case .lapsed: result.goals.insert(.refund(index, .lapsed))
    case .belowMinimum: result.goals.insert(.refund(index, .belowMinimum))
    case .none, .pending, .undecided: break
    }
    guard let explanation else { return }
    for (place, cap) in explanation.caps.enumerated() where cap.isReached {
      result.goals.insert(.refund(index, .capReached(place)))
    }
    for step in explanation.groups {
      if let limit = step.limit, step.total == limit { result.goals.insert(.groupCap(step.group)) }
    }
  }

  private func addRight(_ index: Int, _ outcome: RightOutcome, _ result: inout MetGoals) {
    switch outcome.state {
    case .granted, .usable, .used, .expired: result.goals.insert(.right(index))
    case .none, .pending, .undecided: return
    }
  }

  // MARK: Sightings

  /// The rows, branches and thresholds that were met on the way.
  private func goals(seenIn sightings: [Sighting]) -> MetGoals {
    var result = MetGoals()
    for sighting in sightings {
      for (table, row) in sighting.rows { result.goals.insert(.row(table: table, row: row)) }
      for (place, values) in zip(sketch.watches, sighting.parts) {
        guard let values else { continue }
        switch place.role {
        case .choice(let number):
          if let branch = branch(values) { result.goals.insert(.branch(choice: number, branch: branch)) }
        case .comparison(let threshold):
          guard let left = figure(values[0]), let right = figure(values[1]),
            let distance = left.subtracting(right)
          else { continue }
          addSide(distance, threshold, &result)
        case .columns(let table): addCells(table, values, &result)
        }
      }
    }
    return result
  }

  private func figure(_ value: Value?) -> Rational? { value.flatMap { Rational(ordered: $0) } }

  /// The first branch whose condition holds; nil where that is not known.
  private func branch(_ conditions: [Value?]) -> Int? {
    for (index, condition) in conditions.enumerated() {
      guard case .truth(let holds)? = condition else { return nil }
      if holds { return index }
    }
    return conditions.count
  }

  /// The bounds of a table's cells beside which a value stands, in a row whose other cells hold.
  private func addCells(_ table: Int, _ values: [Value?], _ result: inout MetGoals) {
    for (number, threshold) in sketch.thresholds.enumerated() {
      guard case .cell(table, let column, let written) = threshold.place,
        let value = figure(values[column]), let bound = Rational(ordered: Value(written)),
        let distance = value.subtracting(bound)
      else { continue }
      let isAsked = policy.tables[table].rows.contains { row in
        row.cells[column].values.contains { $0.written == written }
          && row.cells.indices.allSatisfy { $0 == column || CellTest.holds(row.cells[$0], values[$0]) }
      }
      if isAsked { addSide(distance, number, &result) }
    }
  }

  // MARK: Sides

  private func addSide(_ distance: Rational, _ threshold: Int, _ result: inout MetGoals) {
    result.note(distance, threshold)
    if let side = side(distance, sketch.thresholds[threshold].unit) {
      result.goals.insert(.boundary(threshold, side))
    }
  }

  /// On which side of a threshold a value stands that is at most one unit away.
  private func side(_ distance: Rational, _ unit: Rational) -> CoverageGoal.Side? {
    if distance.isZero { return .at }
    guard let size = distance.absolute(), size <= unit else { return nil }
    return distance.isNegative ? .below : .above
  }

  /// A share of tickets stands beside its limit where just one ticket more or less would meet it exactly.
  private func addTickets(
    _ distance: Rational, _ decision: PeriodDecision, _ threshold: Int, _ result: inout MetGoals
  ) {
    guard let whole = decision.explanation?.whole, let tickets = distance.multiplied(by: whole) else {
      return
    }
    if tickets.isZero {
      result.goals.insert(.boundary(threshold, .at))
    } else if tickets.absolute() == .one {
      result.goals.insert(.boundary(threshold, tickets.isNegative ? .below : .above))
    }
  }
}

/// The goals that decisions meet, and how near they come to thresholds.
package struct MetGoals: Sendable {
  package var goals: Set<CoverageGoal> = []
  /// For each threshold by its number how far the nearest value lies above it, in the measure of the value.
  package private(set) var distances: [Int: Rational] = [:]

  fileprivate mutating func note(_ distance: Rational, _ threshold: Int) {
    guard let size = distance.absolute() else { return }
    if let known = distances[threshold]?.absolute(), known <= size { return }
    distances[threshold] = distance
  }

  fileprivate mutating func add(_ other: MetGoals) {
    goals.formUnion(other.goals)
    // Each threshold keeps the nearest, whatever the order.
    for (threshold, distance) in other.distances { note(distance, threshold) }
  }
}

/// Whether a cell of a table takes a value.
package enum CellTest {
  /// Whether it takes a value of a ticket or register.
  package static func takes(_ cell: DecisionTable.Cell, _ scalar: Scalar) -> Bool {
    holds(cell, Value(scalar))
  }

  static func holds(_ cell: DecisionTable.Cell, _ value: Value?) -> Bool {
    switch cell {
    case .any: true
    case .matches(let items): items.contains { holds($0, value) }
    case .excludes(let items): value != nil && !items.contains { holds($0, value) }
    }
  }

  private static func holds(_ item: DecisionTable.Item, _ value: Value?) -> Bool {
    switch item {
    case .value(let written): return value != nil && value == written.written.map { Value($0) }
    case .range(let lower, let upper):
      guard let figure = value.flatMap({ Rational(ordered: $0) }) else { return false }
      return isAbove(figure, lower) && isBelow(figure, upper)
    }
  }

  private static func isAbove(_ figure: Rational, _ end: DecisionTable.End?) -> Bool {
    guard let end else { return true }
    guard let bound = end.value.written.flatMap({ Rational(ordered: Value($0)) }) else { return false }
    return end.included ? figure >= bound : figure > bound
  }

  private static func isBelow(_ figure: Rational, _ end: DecisionTable.End?) -> Bool {
    guard let end else { return true }
    guard let bound = end.value.written.flatMap({ Rational(ordered: Value($0)) }) else { return false }
    return end.included ? figure <= bound : figure < bound
  }
}

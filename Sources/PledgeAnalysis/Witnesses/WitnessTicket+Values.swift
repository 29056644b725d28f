import PledgeChecker
import PledgeNumbers
import PledgePolicy
import PledgeTime

// Values that are made of others: solved for what they are made of.

extension WitnessTicket {
  mutating func solveKnown(_ operand: Expression, _ value: ProofWitness.Value) -> Bool {
    guard case .known(.truth(let isKnown)) = value else { return false }
    if case .event(let point) = operand.kind {
      return isKnown ? place(point.event, at: start) : events[point.event] == nil
    }
    if isKnown { return true }
    return solve(operand, .missing)
  }

  /// A condition holds, or does not, for values of what it asks for.
  mutating func solveCondition(_ condition: Expression, _ value: ProofWitness.Value) -> Bool {
    guard case .known(.truth(let truth)) = value else { return false }
    if case .verdict(let target, let verdicts) = condition.kind { return solve(verdicts, of: target, truth) }
    let found =
      truth
      ? ConditionCases.example([condition], in: policy)
      : ConditionCases.example([], not: [condition], in: policy)
    return meet(found)
  }

  private mutating func meet(_ demands: [ProofWitness.Demand]?) -> Bool {
    guard let demands else { return false }
    for demand in demands {
      guard solve(demand.expression, demand.value) else { return false }
    }
    return true
  }

  /// The first branch that has a value, its condition holding and those above not.
  mutating func solve(
    _ branches: [Expression.Branch], _ otherwise: Expression, _ value: ProofWitness.Value
  ) -> Bool {
    let before = self
    var above: [Expression] = []
    for branch in branches {
      let demands = ConditionCases.example([branch.condition], not: above, in: policy)
      if meet(demands), solve(branch.value, value) { return true }
      self = before
      above.append(branch.condition)
    }
    if meet(ConditionCases.example([], not: above, in: policy)), solve(otherwise, value) { return true }
    self = before
    return false
  }

  /// The first row that has a value as its result.
  mutating func solve(_ table: DecisionTable, _ column: Int, _ value: ProofWitness.Value) -> Bool {
    let before = self
    let cases = TableCases(table, of: policy, parameters: policy.parameterValues())
    for row in table.rows.indices where value.isPossible(table.rows[row].results[column]) {
      if meet(cases.example(of: row)), solve(table.rows[row].results[column], value) { return true }
      self = before
    }
    return false
  }

  /// One side of a sum, a difference or a product whose other side is written: what it has to be follows from
  /// the whole and the other side.
  mutating func solve(
    _ left: Expression, _ right: Expression, _ value: ProofWitness.Value,
    left leftOf: (_ whole: Rational, _ right: Rational) -> Rational?,
    right rightOf: (_ whole: Rational, _ left: Rational) -> Rational?
  ) -> Bool {
    guard case .known(let constant) = value, let whole = WitnessTicket.amount(constant) else { return false }
    if let known = written(left) { return solve(right, amounting: rightOf(whole, known)) }
    if let known = written(right) { return solve(left, amounting: leftOf(whole, known)) }
    return false
  }

  private mutating func solve(_ side: Expression, amounting amount: Rational?) -> Bool {
    guard let amount else { return false }
    guard side.type == .duration else {
      if side.type == .integer, amount.denominator != 1 { return false }
      return solve(side, .known(.number(amount)))
    }
    guard amount.denominator == 1, let length = Int64(exactly: amount.numerator) else { return false }
    return solve(side, .known(.duration(Duration(microseconds: length))))
  }

  private func written(_ expression: Expression) -> Rational? {
    if case .constant(let constant) = expression.kind { return WitnessTicket.amount(constant) }
    if case .parameter(let index) = expression.kind {
      return WitnessTicket.amount(policy.parameters[index].value)
    }
    return nil
  }

  /// Numbers as they are, lengths in microseconds.
  static func amount(_ constant: Constant) -> Rational? {
    switch constant {
    case .number(let number): number
    case .duration(let length): Rational(length.microseconds)
    case .truth, .calendarLength, .workingDays, .instant, .date, .timeOfDay, .text, .choice: nil
    }
  }
}

extension ProofWitness.Value {
  /// Whether an expression can have the value: one that is written has its own alone.
  fileprivate func isPossible(_ expression: Expression) -> Bool {
    guard case .constant(let constant) = expression.kind else { return true }
    return self == .known(constant)
  }
}

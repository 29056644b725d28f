import PledgeNumbers
import PledgePolicy
import PledgeTime

extension EquivalenceProof {
  /// A choice whose branches come to the same where its comparison is at its edge: `if paid > due then paid -
  /// due else 0.00 CNY` with `>=` for `>`.
  ///
  /// The two sides are inputs or written figures, so that either their values are known, and the comparisons
  /// differ only where they are equal, or the comparison is not known for the same reasons. The branches are
  /// one of the sides, their difference or a written figure: no other input, and nothing too large.
  static let sameEdge = EquivalenceProof(.sameEdge) { policy, mutant in
    guard policy.derivedValues.count == mutant.derivedValues.count else { return false }
    var isChanged = false
    for index in policy.derivedValues.indices {
      let (own, other) = (policy.derivedValues[index].value, mutant.derivedValues[index].value)
      guard let edge = EdgedChoice(own), let moved = EdgedChoice(other), edge.isSame(as: moved) else {
        continue
      }
      mutant.derivedValues[index].value = own
      isChanged = true
    }
    return isChanged
  }
}

/// `if a < b then … else …`, where both branches come to the same for `a` equal to `b`.
private struct EdgedChoice {
  private let comparison: Comparison
  private let left: Expression
  private let right: Expression
  private let then: Expression
  private let otherwise: Expression

  /// Nil where the branches may differ at the edge.
  init?(_ expression: Expression) {
    guard case .choice(let branches, let otherwise) = expression.kind, branches.count == 1,
      case .compare(let comparison, let left, let right) = branches[0].condition.kind,
      left.isInput, right.isInput
    else { return nil }
    self.comparison = comparison
    self.left = left
    self.right = right
    then = branches[0].value
    self.otherwise = otherwise
    guard let first = atEdge(then), first == atEdge(otherwise) else { return nil }
  }

  /// Whether the two differ at most in taking the edge in or out.
  func isSame(as other: EdgedChoice) -> Bool {
    switch (comparison, other.comparison) {
    case (.less, .atMost), (.atMost, .less), (.greater, .atLeast), (.atLeast, .greater):
      left.isSame(as: other.left) && right.isSame(as: other.right) && then.isSame(as: other.then)
        && otherwise.isSame(as: other.otherwise)
    case (_, _): false
    }
  }

  /// What a branch comes to where both sides are equal.
  private enum Value: Equatable {
    case side
    case written(Constant)
  }

  private func atEdge(_ branch: Expression) -> Value? {
    if branch.isSame(as: left) || branch.isSame(as: right) { return side }
    switch branch.kind {
    case .constant(let constant): return .written(constant)
    case .difference(let first, let second):
      let isOfSides =
        first.isSame(as: left) && second.isSame(as: right)
        || first.isSame(as: right) && second.isSame(as: left)
      return isOfSides ? zero(branch.type).map { .written($0) } : nil
    case .field, .column, .rowKey, .rowColumn, .parameter, .derived, .tableResult, .event, .attribute,
      .extreme, .isKnown, .not, .all, .any, .compare, .oneOf, .sum, .product, .quotient, .negation, .share,
      .perUnit, .perDate, .graded, .datesOver, .choice, .verdict, .figure, .measure, .overlaps, .ticketCount,
      .during, .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled, .periodBoundary,
      .periodVerdict, .periodFigure:
      return nil
    }
  }

  /// A side at the edge: the written figure where the other is one.
  private var side: Value {
    for one in [left, right] {
      if case .constant(let constant) = one.kind { return .written(constant) }
    }
    return .side
  }

  private func zero(_ type: ExpressionType) -> Constant? {
    switch type {
    case .integer, .decimal, .percent, .money: .number(.zero)
    case .duration: .duration(.zero)
    case .truth, .calendarLength, .workingLength, .instant, .date, .timeOfDay, .text, .choice, .key: nil
    }
  }
}

extension Expression {
  /// Whether it is an input of the ticket or a written figure, of which nothing is known between known and
  /// missing.
  fileprivate var isInput: Bool {
    switch kind {
    case .constant, .field, .column: true
    case .rowKey, .rowColumn, .parameter, .derived, .tableResult, .event, .attribute, .extreme, .isKnown,
      .not,
      .all, .any, .compare, .oneOf, .sum, .difference, .product, .quotient, .negation, .share, .perUnit,
      .perDate, .graded, .datesOver, .choice, .verdict, .figure, .measure, .overlaps, .ticketCount, .during,
      .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled, .periodBoundary,
      .periodVerdict, .periodFigure:
      false
    }
  }
}

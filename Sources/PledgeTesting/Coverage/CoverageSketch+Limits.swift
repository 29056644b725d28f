import PledgeChecker
import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeTime

// The figures that a target's limit may come to: each of them is a threshold of its own.

extension CoverageSketch {
  /// How many figures of one limit are looked at.
  private static let leafLimit = 200

  mutating func addLimits() {
    for (index, target) in policy.targets.enumerated() {
      let limit =
        switch target.bound {
        case .within(let limit, _, _): limit
        case .by(let deadline): deadline
        }
      for leaf in leaves(of: limit, [target.condition]) {
        addBoundary(leaf, type: .duration, of: target.name) { .target(index, $0) }
      }
    }
    for (index, target) in policy.periodTargets.enumerated() {
      for bound in target.bounds {
        for leaf in leaves(of: bound.limit, [target.condition, target.scope.filter]) {
          addBoundary(leaf, type: target.measure.type, of: target.name) { .periodTarget(index, $0) }
        }
      }
    }
  }

  private mutating func addBoundary(
    _ leaf: LimitLeaf, type: ExpressionType, of name: String, _ place: (LimitLeaf) -> Threshold.Place
  ) {
    let figure = constant(of: leaf.expression)
    guard let unit = ThresholdUnit.constant(type, figure), let measure = ThresholdUnit.measure(unit) else {
      return
    }
    addBoundary(
      Threshold(place: place(leaf), unit: measure, isTime: unit.isTime, origin: leaf.expression.origin),
      figure, type, unit: unit,
      name: .limit(target: name, figure: text(leaf.expression.origin)))
  }

  /// The figures that a limit may come to, each with the rows and branches by which it does; without those
  /// that it never comes to, because what the target is about and the row do not go together.
  private func leaves(of limit: Expression, _ conditions: [Expression?]) -> [LimitLeaf] {
    var result: [LimitLeaf] = []
    addLeaves(LimitLeaf(expression: limit, conditions: conditions.compactMap { $0 }), to: &result)
    return result.filter { leaf in
      leaf.needs.isEmpty
        || !ConditionCases.neverHold(leaf.conditions, not: leaf.excluded, in: policy)
    }
  }

  private func addLeaves(_ leaf: LimitLeaf, to result: inout [LimitLeaf]) {
    guard result.count < Self.leafLimit else { return }
    switch leaf.expression.kind {
    case .derived(let index):
      var named = leaf
      named.expression = policy.derivedValues[index].value
      addLeaves(named, to: &result)
    case .tableResult(let table, let column):
      let cells = policy.tables[table].rows.map { policy.tables[table].condition(of: $0) }
      for (row, declared) in policy.tables[table].rows.enumerated() {
        addLeaves(
          leaf.narrowed(
            to: declared.results[column], by: .row(table: table, row: row), where: [cells[row]],
            not: Array(cells[..<row])), to: &result)
      }
    case .choice(let branches, let otherwise):
      guard let choice = choices[leaf.expression.origin] else { return }
      let conditions = branches.map(\.condition)
      for (index, value) in (branches.map(\.value) + [otherwise]).enumerated() {
        addLeaves(
          leaf.narrowed(
            to: value, by: .branch(choice: choice, branch: index),
            where: Array(conditions[index...].prefix(1)), not: Array(conditions[..<index])), to: &result)
      }
    case .constant, .field, .column, .rowKey, .rowColumn, .parameter, .event, .attribute, .extreme, .isKnown,
      .not, .all, .any, .compare, .oneOf, .sum, .difference, .product, .quotient, .negation, .share,
      .perUnit, .perDate, .graded, .datesOver, .verdict, .figure, .measure, .overlaps, .ticketCount, .during,
      .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled, .periodBoundary,
      .periodVerdict, .periodFigure:
      result.append(leaf)
    }
  }
}

extension DecisionTable {
  /// That all cells of a row take their columns' values, as a condition.
  fileprivate func condition(of row: Row) -> Expression {
    func truth(_ kind: Expression.Kind) -> Expression { Expression(kind, type: .truth, origin: row.origin) }
    func item(_ item: Item, _ column: Expression) -> Expression {
      func compare(_ comparison: Comparison, _ value: CellValue) -> Expression? {
        value.written.map {
          truth(
            .compare(comparison, column, Expression(.constant($0), type: column.type, origin: row.origin)))
        }
      }
      let ends: [Expression?] =
        switch item {
        case .value(let value): [compare(.equal, value)]
        case .range(let lower, let upper):
          [
            lower.flatMap { compare($0.included ? .atLeast : .greater, $0.value) },
            upper.flatMap { compare($0.included ? .atMost : .less, $0.value) },
          ]
        }
      return truth(.all(ends.compactMap { $0 }))
    }
    return truth(
      .all(
        zip(row.cells, columns).map { cell, column in
          switch cell {
          case .any: truth(.constant(.truth(true)))
          case .matches(let items): truth(.any(items.map { item($0, column) }))
          case .excludes(let items): truth(.not(truth(.any(items.map { item($0, column) }))))
          }
        }))
  }
}

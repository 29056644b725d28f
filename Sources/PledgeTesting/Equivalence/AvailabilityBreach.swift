import PledgeChecker
import PledgePolicy

/// The breach of an availability as the condition of a refund, and whether it can be where the columns of a
/// table have certain values.
struct AvailabilityBreach {
  private let policy: Policy
  private let target: Int
  private let bound: Expression

  /// Nil where the condition asks for anything else.
  init?(condition: Expression, policy: Policy) {
    guard case .periodVerdict(let index, [.breached]) = policy.unnamed(condition).kind else { return nil }
    let asked = policy.periodTargets[index]
    guard case .availability(_, weight: nil) = asked.measure.kind, asked.bounds.count == 1,
      asked.bounds[0].kind == .atLeast
    else { return nil }
    self.policy = policy
    target = index
    bound = policy.unnamed(asked.bounds[0].limit)
  }

  /// Whether there is no breach; `parts` are those of the columns' scales.
  ///
  /// What is reached goes without the exclusions that are known to apply, and a breach is one also with all
  /// that may: so where there is a breach, the figure reached is short of the bound.
  func isNever(_ cases: TableCases, _ parts: [Int]) -> Bool {
    let known = KnownColumns(cases, parts)
    guard let reached = cases.table.columns.first(where: { isReached($0) }), let limits = limits(known)
    else { return false }
    return limits.allSatisfy { limit in
      let short = Expression(.compare(.less, reached, limit), type: .truth, origin: bound.origin)
      return known.decides(short, in: policy) == false
    }
  }

  private func isReached(_ column: Expression) -> Bool {
    if case .periodFigure(target, .reached) = column.kind { true } else { false }
  }

  /// The written figures that the bound may be; nil where it may be another.
  private func limits(_ known: KnownColumns) -> [Expression]? {
    var values: [Expression] = []
    var isDecided = false
    if case .choice(let branches, let otherwise) = bound.kind {
      for branch in branches where !isDecided {
        let holds = known.decides(branch.condition, in: policy)
        if holds != false { values.append(branch.value) }
        isDecided = holds == true
      }
      if !isDecided { values.append(otherwise) }
    } else {
      values = [bound]
    }
    return values.allSatisfy { if case .constant = $0.kind { true } else { false } } ? values : nil
  }
}

/// Columns of a table of whose values a part is known, each as conditions that hold.
struct KnownColumns {
  private let columns: [Expression]
  private let asks: [Expression]

  init(_ cases: TableCases, _ parts: [Int]) {
    let table = cases.table
    columns = table.columns
    asks = table.columns.indices.flatMap { place in
      let named = table.rows.flatMap { $0.cells[place].values.compactMap(\.written) }
      return KnownColumns.asks(table.columns[place], cases.scales[place], parts[place], Set(named))
    }
  }

  /// Whether a comparison of a column with a written figure holds; nil of any other condition, and where the
  /// column's part does not say it.
  func decides(_ condition: Expression, in policy: Policy) -> Bool? {
    let subject: Expression
    switch condition.kind {
    case .compare(_, let left, let right):
      guard case .constant = right.kind else { return nil }
      subject = left
    case .oneOf(let left, _): subject = left
    case .constant, .field, .column, .rowKey, .rowColumn, .parameter, .derived, .tableResult, .event,
      .attribute, .extreme, .isKnown, .not, .all, .any, .sum, .difference, .product, .quotient, .negation,
      .share, .perUnit, .perDate, .graded, .datesOver, .choice, .verdict, .figure, .measure, .overlaps,
      .ticketCount, .during, .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled,
      .periodBoundary, .periodVerdict, .periodFigure:
      return nil
    }
    guard columns.contains(where: { $0.isSame(as: subject) }) else { return nil }
    if ConditionCases.neverHold([condition] + asks, in: policy) { return false }
    return ConditionCases.neverHold(asks, not: [condition], in: policy) ? true : nil
  }

  /// What is so of a column whose value is of a part, which named values cut.
  private static func asks(
    _ column: Expression, _ scale: CaseScale, _ part: Int, _ named: Set<Constant>
  ) -> [Expression] {
    func ask(_ comparison: Comparison, _ constant: Constant) -> Expression {
      let figure = Expression(.constant(constant), type: column.type, origin: column.origin)
      return Expression(.compare(comparison, column, figure), type: .truth, origin: column.origin)
    }
    switch scale.type {
    case .choice: return [ask(.equal, .choice(part))]
    case .truth: return [ask(.equal, .truth(part == 1))]
    case .integer, .decimal, .percent, .money, .duration, .workingLength, .instant, .date, .timeOfDay, .text,
      .key, .calendarLength:
      return named.compactMap { constant in
        guard let place = scale.places(.equal, constant).first?.lowerBound else { return nil }
        if place == part { return ask(.equal, constant) }
        guard scale.isOrdered else { return ask(.notEqual, constant) }
        return ask(place < part ? .greater : .less, constant)
      }
    }
  }
}

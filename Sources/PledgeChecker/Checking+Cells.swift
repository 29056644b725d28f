import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

// The cells left of a table's `->`: values, bounds and ranges, written or of a parameter.

extension Checking {
  /// What a cell asks of its column's value, or nil with a message.
  func cell(_ view: CellView, _ column: Expression) -> DecisionTable.Cell? {
    if view.isAny { return .any }
    var items: [DecisionTable.Item] = []
    for item in view.items {
      guard let checked = self.item(item, column) else { return nil }
      items.append(checked)
    }
    return items.isEmpty ? nil : view.isNegated ? .excludes(items) : .matches(items)
  }

  private func item(_ view: CellItem, _ column: Expression) -> DecisionTable.Item? {
    switch view {
    case .name(let name): return named(name, column).map { .value($0) }
    case .truth(let truth):
      guard column.type == .truth else {
        report(.type(.mismatch(found: .anyCode(["yes", "no"]), needed: column.type.words)), at: truth.range)
        return nil
      }
      return .value(.written(.truth(truth.isYes)))
    case .value(let literal): return constant(literal, column).map { .value(.written($0)) }
    case .bound(let bound):
      guard let word = bound.bound, let limit = bound.limit.flatMap({ self.limit($0, column) }) else {
        return nil
      }
      return item(word, limit)
    case .range(let range): return item(range, column)
    case .missing: return nil
    }
  }

  /// A member of the column's enumeration, or a parameter.
  private func named(_ name: NameView, _ column: Expression) -> DecisionTable.CellValue? {
    guard case .choice(let members) = column.type else { return parameter(name, column) }
    if let index = members.firstIndex(of: name.name) { return .written(.choice(index)) }
    report(
      .name(
        .unknownMember(
          name: name.name, members: members, suggestion: Suggestion.nearest(to: name.name, among: members))),
      at: name.range)
    return nil
  }

  private func parameter(_ name: NameView, _ column: Expression) -> DecisionTable.CellValue? {
    guard case .parameter(let index)? = scope[name] else {
      report(.type(.mismatch(found: .word, needed: column.type.words)), at: name.range)
      return nil
    }
    guard resolve(name) != nil, !brokenParameters.contains(index) else { return nil }
    let found = policy.parameters[index].type
    if case .datesOver(let dates, _) = column.kind {
      let number = numberOfDates(policy.parameters[index].value, dates, found, at: name.range, of: column)
      return number == nil ? nil : .parameter(index)
    }
    if found.fits(column.type) || (found.isNumber && column.type.isNumber) { return .parameter(index) }
    incomparable(column, found, at: name.range)
    return nil
  }

  private func limit(_ view: CellLimit, _ column: Expression) -> DecisionTable.CellValue? {
    switch view {
    case .literal(let literal): constant(literal, column).map { .written($0) }
    case .name(let name): parameter(name, column)
    }
  }

  private func constant(_ literal: LiteralView, _ column: Expression) -> Constant? {
    let type = column.type
    guard let (constant, found) = constant(literal, expecting: type) else { return nil }
    if case .datesOver(let dates, _) = column.kind {
      return numberOfDates(constant, dates, found, at: literal.range, of: column)
    }
    if found.fits(type) || (found.isNumber && type.isNumber) { return constant }
    if case .number = literal, !type.isNumber {
      report(.type(.missingUnit(needed: type.words)), at: literal.range)
    } else {
      incomparable(column, found, at: literal.range)
    }
    return nil
  }

  /// Says that what stands in a cell cannot be held against its column, and shows both.
  private func incomparable(_ column: Expression, _ found: ExpressionType, at range: SourceRange) {
    report(
      .type(differing(column.type, found)), at: range,
      labels: [SecondaryLabel(.operand(column.type.words), at: column.origin)])
  }

  /// What is wrong with two values of which one is held against the other.
  private func differing(_ left: ExpressionType, _ right: ExpressionType) -> TypeFact {
    if case .money(let first) = left, case .money(let second) = right {
      return .currencies(left: first.code, right: second.code)
    }
    return .comparison(left: left.words, right: right.words, advice: left.advice(with: right))
  }

  // MARK: Bounds and ranges

  private func item(_ word: BoundWord, _ limit: DecisionTable.CellValue) -> DecisionTable.Item? {
    switch word {
    case .atLeast: .range(lower: DecisionTable.End(value: limit, included: true), upper: nil)
    case .moreThan, .above: .range(lower: DecisionTable.End(value: limit, included: false), upper: nil)
    case .atMost, .within: .range(lower: nil, upper: DecisionTable.End(value: limit, included: true))
    case .under: .range(lower: nil, upper: DecisionTable.End(value: limit, included: false))
    }
  }

  private func item(_ range: RangeItem, _ column: Expression) -> DecisionTable.Item? {
    guard column.type.isOrdered else {
      report(.type(.unordered(type: column.type.words)), at: range.range)
      return nil
    }
    var lower: DecisionTable.End?
    var upper: DecisionTable.End?
    if let low = range.low {
      guard let value = limit(low, column) else { return nil }
      lower = DecisionTable.End(value: value, included: !range.isLowExcluded)
    }
    if let high = range.high {
      guard let value = limit(high, column) else { return nil }
      upper = DecisionTable.End(value: value, included: !range.isHighExcluded)
    }
    let item = DecisionTable.Item.range(lower: lower, upper: upper)
    guard !item.settled(policy.parameterValues(), in: column).isEmpty else {
      report(.table(.emptyRange), at: range.range)
      return nil
    }
    return item
  }
}

extension Policy {
  /// Whether an expression, or anything that its value is made of, is of such a kind; names are followed,
  /// each once.
  package func reads(_ expression: Expression, _ isSuch: (Expression.Kind) -> Bool) -> Bool {
    var waiting = [expression]
    var (tables, values): (Set<Int>, Set<Int>) = ([], [])
    while let next = waiting.popLast() {
      if isSuch(next.kind) { return true }
      waiting += next.operands
      if case .derived(let index) = next.kind, values.insert(index).inserted {
        waiting.append(derivedValues[index].value)
      }
      if case .tableResult(let table, _) = next.kind, tables.insert(table).inserted {
        waiting += self.tables[table].columns + self.tables[table].rows.flatMap(\.results)
      }
    }
    return false
  }

  /// Whether the value of an expression of a frame may differ from period to period, whatever the figures of
  /// targets: it asks when the period begins, or for a row that is dated.
  package func differsByPeriod(_ expression: Expression) -> Bool {
    reads(expression) { kind in
      switch kind {
      case .periodBoundary: true
      case .column(let register, _, _): registers[register].isDated
      case .constant, .field, .rowKey, .parameter, .tableResult, .event, .attribute, .extreme, .isKnown, .not,
        .all,
        .any, .compare, .oneOf, .sum, .difference, .product, .quotient, .negation, .share, .perUnit, .perDate,
        .graded, .datesOver, .choice, .verdict, .figure, .measure, .overlaps, .during, .moved, .startOf,
        .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled, .rowColumn, .periodVerdict, .periodFigure,
        .ticketCount,
        .derived:
        false
      }
    }
  }
  /// Whether the value of an expression of a frame may differ from window to window: it reads what targets
  /// come to there, or differs by itself.
  package func differsByWindow(_ expression: Expression) -> Bool {
    differsByPeriod(expression)
      || reads(expression) { kind in
        if case .periodFigure = kind { return true }
        if case .periodVerdict = kind { return true }
        return false
      }
  }
}

import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeTime

extension Checking {
  /// Whether a figure, as far as it is written out, is not below zero; a message where it is. Of a table it
  /// is each result.
  func isNotNegative(_ figure: Expression, _ what: Term) -> Bool {
    for written in written(figure) where isNegative(written) {
      report(.clause(.negative(what: what)), at: written.origin)
      return false
    }
    return true
  }

  /// The figures that an expression may come to, as far as it is made of them alone.
  func written(_ figure: Expression) -> [Expression] {
    switch figure.kind {
    case .tableResult(let table, let column):
      return policy.tables[table].rows.compactMap { row in
        row.results.indices.contains(column) ? row.results[column] : nil
      }
    case .choice(let branches, let otherwise): return branches.map(\.value) + [otherwise]
    case .extreme(.greatest, _): return []
    case .extreme(.smallest, let operands): return operands
    case .perUnit(let amount, _, _, _), .perDate(let amount, _, _, _): return written(amount)
    case .graded(let pay): return written(pay.amount)
    case .share(let factor, _): return written(factor)
    case .parameter(let index):
      return [Expression(.constant(policy.parameters[index].value), type: figure.type, origin: figure.origin)]
    case .constant, .negation, .field, .column, .rowKey, .rowColumn, .derived, .event, .attribute, .isKnown,
      .not,
      .all, .any,
      .compare, .oneOf, .sum, .difference, .product, .quotient, .verdict, .figure, .measure, .overlaps,
      .during, .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled, .datesOver,
      .periodBoundary,
      .periodVerdict, .periodFigure, .ticketCount:
      return [figure]
    }
  }

  func isNegative(_ figure: Expression) -> Bool {
    switch figure.kind {
    case .constant(let constant): return constant.isBelowZero
    case .negation(let operand): return isPositive(operand)
    case .field, .column, .rowKey, .rowColumn, .parameter, .derived, .tableResult, .event,
      .attribute,
      .extreme, .isKnown, .not, .all, .any, .compare, .oneOf, .sum, .difference, .product, .quotient, .share,
      .perUnit, .perDate, .choice, .verdict, .figure, .measure, .overlaps, .during, .moved, .startOf, .endOf,
      .dayOf, .timeOn,
      .timeOfDay, .dateOf, .sampled, .graded, .datesOver, .periodBoundary, .periodVerdict, .periodFigure,
      .ticketCount:
      return false
    }
  }

  private func isPositive(_ figure: Expression) -> Bool {
    guard case .constant(let constant) = figure.kind else { return false }
    switch constant {
    case .number(let number): return number > .zero
    case .duration(let length): return length > .zero
    case .calendarLength(let length): return length.months > 0 || length.days > 0
    case .workingDays(let days): return days > 0
    case .truth, .instant, .date, .timeOfDay, .text, .choice: return false
    }
  }
}

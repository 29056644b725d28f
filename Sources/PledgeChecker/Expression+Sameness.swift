import PledgePolicy

extension Expression {
  /// Whether another expression says the same wherever it stands, as far as that can be seen from the text:
  /// two of which this holds always have one value.
  package func isSame(as other: Expression) -> Bool {
    guard let head, head == other.head, operands.count == other.operands.count else { return false }
    return zip(operands, other.operands).allSatisfy { $0.isSame(as: $1) }
  }

  /// What an expression does with its operands.
  private enum Head: Hashable {
    case constant(Constant, ExpressionType)
    case field(Int)
    case column(register: Int, column: Int)
    case rowKey(register: Int)
    case rowColumn(register: Int, column: Int)
    case parameter(Int)
    case derived(Int)
    case tableResult(table: Int, column: Int)
    case event(EventPoint)
    case attribute(event: Int, attribute: Int)
    case figure(target: Int, TargetFigure)
    case periodFigure(target: Int, PeriodFigure)
    case periodBoundary(PeriodBoundary)
    case timeOfDay, dateOf, startOf, negation, sum, difference, product, quotient, share
  }

  /// Nil of what is not compared.
  private var head: Head? {
    switch kind {
    case .constant(let constant): .constant(constant, type)
    case .field(let field): .field(field)
    case .column(let register, _, let column): .column(register: register, column: column)
    case .rowKey(let register, _): .rowKey(register: register)
    case .rowColumn(let register, let column): .rowColumn(register: register, column: column)
    case .parameter(let parameter): .parameter(parameter)
    case .derived(let derived): .derived(derived)
    case .tableResult(let table, let column): .tableResult(table: table, column: column)
    case .event(let point): .event(point)
    case .attribute(let event, let attribute): .attribute(event: event, attribute: attribute)
    case .figure(let target, let figure): .figure(target: target, figure)
    case .periodFigure(let target, let figure): .periodFigure(target: target, figure)
    case .periodBoundary(let boundary): .periodBoundary(boundary)
    case .timeOfDay: .timeOfDay
    case .dateOf: .dateOf
    case .startOf: .startOf
    case .negation: .negation
    case .sum: .sum
    case .difference: .difference
    case .product: .product
    case .quotient: .quotient
    case .share: .share
    case .extreme, .isKnown, .not, .all, .any, .compare, .oneOf, .perUnit, .perDate, .graded, .datesOver,
      .choice, .verdict, .measure, .overlaps, .ticketCount, .during, .moved, .endOf, .dayOf, .timeOn,
      .sampled, .periodVerdict:
      nil
    }
  }
}

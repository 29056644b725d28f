/// Finds the class of what is written from all that it reads, through names, each followed once.
struct ClassSearch {
  private let policy: Policy
  private var derived: Set<Int> = []
  private var tables: Set<Int> = []
  private var spans: Set<Int> = []
  private var targets: Set<Int> = []

  init(_ policy: Policy) { self.policy = policy }

  /// The highest class among expressions and spans; that of one ticket where they read nothing beyond it.
  static func result(
    _ policy: Policy, _ expressions: [Expression?], spans: [SpanExpression] = []
  ) -> EvaluationClass {
    var search = ClassSearch(policy)
    return max(search.highest(expressions.compactMap { $0 }), search.highest(spans: spans))
  }

  private mutating func highest(_ expressions: [Expression]) -> EvaluationClass {
    expressions.reduce(.ticket) { max($0, evaluationClass($1)) }
  }

  private mutating func highest(spans: [SpanExpression]) -> EvaluationClass {
    spans.reduce(.ticket) { max($0, evaluationClass($1)) }
  }

  private mutating func evaluationClass(_ expression: Expression) -> EvaluationClass {
    max(own(expression), max(highest(expression.operands), highest(spans: expression.spans)))
  }

  /// What an expression needs beside its operands.
  private mutating func own(_ expression: Expression) -> EvaluationClass {
    switch expression.kind {
    case .periodVerdict, .periodFigure, .periodBoundary: return .final
    case .ticketCount: return .global
    case .derived(let index):
      return derived.insert(index).inserted ? evaluationClass(policy.derivedValues[index].value) : .ticket
    case .tableResult(let index, _):
      guard tables.insert(index).inserted else { return .ticket }
      let table = policy.tables[index]
      return highest(table.columns + table.rows.flatMap(\.results))
    case .verdict(let index, _), .figure(let index, _):
      guard targets.insert(index).inserted else { return .ticket }
      let target = policy.targets[index]
      return max(highest(target.operands), highest(spans: target.spans(in: policy)))
    case .constant, .field, .column, .rowColumn, .parameter, .event, .attribute, .extreme, .isKnown, .not,
      .all, .any, .compare, .oneOf, .sum, .difference, .product, .quotient, .negation, .share, .perUnit,
      .perDate, .graded, .datesOver, .choice, .measure, .overlaps, .during, .moved, .startOf, .endOf,
      .timeOfDay, .dateOf, .sampled:
      return .ticket
    }
  }

  private mutating func evaluationClass(_ span: SpanExpression) -> EvaluationClass {
    // What several tickets make is found before any of them is decided.
    if span.isOverlap || span.names.contains(where: { policy.spans[$0].keys != nil }) { return .global }
    return max(
      highest(span.operands),
      highest(
        spans: span.names.filter { spans.insert($0).inserted }.map {
          policy.spans[$0].span
        }))
  }
}

extension Target {
  /// The expressions that stand in a target, those of its exclusions left out.
  package var operands: [Expression] {
    let bound =
      switch bound {
      case .within(let limit, _, _): limit
      case .by(let deadline): deadline
      }
    return [condition, bound].compactMap { $0 } + clock.operands
  }

  /// All spans that a target counts or leaves out.
  package func spans(in policy: Policy) -> [SpanExpression] {
    [clock] + (pauses + extensions).map { policy.spans[$0].span }
      + exclusions.compactMap { policy.exclusions[$0].span }
  }
}

extension SpanExpression {
  /// Whether some part of it is an overlap of several keys.
  package var isOverlap: Bool {
    switch kind {
    case .overlap: true
    case .named, .pairing, .calendar, .between, .whenever, .register: false
    case .limited(let source, _): source.isOverlap
    case .union(let left, let right), .intersection(let left, let right), .minus(let left, let right):
      left.isOverlap || right.isOverlap
    }
  }

  /// The declared spans that stand in this one, by index.
  package var names: [Int] {
    switch kind {
    case .named(let index): [index]
    case .pairing(let pairing): (pairing.spanStarts + pairing.spanEnds).map(\.span)
    case .calendar, .between, .whenever, .register: []
    case .limited(let source, _): source.names
    case .overlap(let overlap): overlap.span.names
    case .union(let left, let right), .intersection(let left, let right), .minus(let left, let right):
      left.names + right.names
    }
  }
}

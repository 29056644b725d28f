import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

// What may be asked of a frame, a key and a period: what follows from the key, the period itself, and figures
// of period targets with the same scope.

extension Checking {
  /// An expression of a frame, or nil with a message; `body` checks it.
  func ofFrame(_ scope: PledgePolicy.Scope, _ body: () -> Expression?) -> Expression? {
    let outer = asking
    asking = .frame
    let checked = body()
    asking = outer
    guard let checked else { return nil }
    guard let offence = offence(against: scope, in: checked) else { return checked }
    report(.scope(offence.fact), at: offence.isNamed ? checked.origin : offence.origin)
    return nil
  }

  /// Checks what may be asked of a ticket or a frame.
  func askingOfEither<Result>(_ body: () -> Result) -> Result {
    let outer = asking
    asking = .either
    defer { asking = outer }
    return body()
  }

  /// What in an expression does not follow from a key and a period.
  struct Offence {
    var fact: ScopeFact
    var origin: SourceRange
    /// Whether it stands behind a name, in a `let` or table.
    var isNamed = false
  }

  /// The first part of an expression that does not follow from the keys and the period of a scope.
  func offence(against scope: PledgePolicy.Scope, in expression: Expression) -> Offence? {
    var search = FrameSearch(scope: scope, keys: Set(scope.keys.compactMap { identity($0) }))
    return offence(&search, expression, isNamed: false)
  }

  private struct FrameSearch {
    let scope: PledgePolicy.Scope
    let keys: Set<String>
    var seen: Set<Entity> = []
  }

  private func offence(
    _ search: inout FrameSearch, _ expression: Expression, isNamed: Bool
  ) -> Offence? {
    if let identity = identity(expression), search.keys.contains(identity) { return nil }
    switch expression.kind {
    case .field, .event, .verdict, .figure, .perDate, .graded, .datesOver, .overlaps, .during, .ticketCount,
      .attribute:
      return notOfTheKey(search, expression, isNamed)
    case .derived(let index):
      guard search.seen.insert(.derived(index)).inserted else { return nil }
      return offence(&search, policy.derivedValues[index].value, isNamed: true)
    case .tableResult(let table, _):
      guard search.seen.insert(.table(table)).inserted else { return nil }
      let parts = policy.tables[table].columns + policy.tables[table].rows.flatMap(\.results)
      let isNamed = isNamed || policy.tables[table].name != nil
      for part in parts {
        if let found = offence(&search, part, isNamed: isNamed) { return found }
      }
      return nil
    case .periodVerdict(let target, _), .periodFigure(let target, _):
      return otherScope(search, target, expression, isNamed)
    case .measure(_, let span):
      if case .calendar = span.kind { return nil }
      return notOfTheKey(search, expression, isNamed)
    case .rowKey(_, let values):
      for value in values {
        if let found = offence(&search, value, isNamed: true) { return found }
      }
      return nil
    case .constant, .column, .parameter, .extreme, .isKnown, .not, .all, .any, .compare, .oneOf, .sum,
      .difference, .product, .quotient, .negation, .share, .perUnit, .choice, .moved, .startOf, .endOf,
      .dayOf, .timeOn,
      .timeOfDay, .dateOf, .sampled, .rowColumn, .periodBoundary:
      for operand in expression.operands {
        if let found = offence(&search, operand, isNamed: isNamed) { return found }
      }
      return nil
    }
  }

  private func notOfTheKey(_ search: FrameSearch, _ expression: Expression, _ isNamed: Bool) -> Offence {
    let keys = search.scope.keys.map { text(in: $0.origin) }
    let words: Term = keys.isEmpty ? .wholePortfolio : .keys(keys)
    return Offence(
      fact: .notOfTheKey(name: text(in: expression.origin), keys: words), origin: expression.origin,
      isNamed: isNamed)
  }

  private func otherScope(
    _ search: FrameSearch, _ target: Int, _ expression: Expression, _ isNamed: Bool
  ) -> Offence? {
    let other = policy.periodTargets[target].scope
    guard !isSame(other, search.scope) else { return nil }
    return Offence(
      fact: .otherScope(
        target: policy.periodTargets[target].name, found: .given(text(in: other.origin)),
        needed: .given(text(in: search.scope.origin))), origin: expression.origin, isNamed: isNamed)
  }

  /// Whether two scopes have the same frames, apart from their filters.
  func isSame(_ first: PledgePolicy.Scope, _ second: PledgePolicy.Scope) -> Bool {
    guard first.keys.map({ identity($0) }) == second.keys.map({ identity($0) }) else { return false }
    switch (first.period?.kind, second.period?.kind) {
    case (.calendar(let unit)?, .calendar(let other)?): return unit == other
    case (
      .anchored(let length, let from, let lasting)?, .anchored(let other, let otherFrom, let otherLasting)?
    ):
      return length == other && lasting == otherLasting && isSame(from.instant, otherFrom.instant)
    case (.rolling(let length, let byMonth)?, .rolling(let other, let otherByMonth)?):
      return byMonth == otherByMonth && isSame(length, other)
    case (nil, nil): return true
    case (_, _): return false
    }
  }

  private func isSame(_ first: Expression, _ second: Expression) -> Bool {
    if let identity = identity(first) { return identity == self.identity(second) }
    switch (first.kind, second.kind) {
    case (.constant(let left), .constant(let right)): return left == right
    case (.parameter(let left), .parameter(let right)): return left == right
    case (.event(let left), .event(let right)): return left == right
    case (.startOf(let left), .startOf(let right)): return isSame(left, right)
    case (_, _): return false
    }
  }

  // MARK: Periods in expressions

  /// `period.start` and `period.end`.
  func periodBoundary(_ name: NameView, _ member: MemberExpression) -> Expression? {
    guard let boundary = PeriodBoundary(rawValue: name.name) else {
      let known = PeriodBoundary.allCases.map(\.rawValue)
      report(
        .name(
          .unknownColumn(
            name: name.name, owner: "period", columns: known,
            suggestion: Suggestion.nearest(to: name.name, among: known))), at: name.range)
      return nil
    }
    let found = Expression(.periodBoundary(boundary), type: .instant, origin: member.range)
    return isOfTicket(found, named: text(in: member.range)) ? found : nil
  }

  /// `availability.reached` and the other figures of a period target.
  func periodFigure(_ target: Int, _ name: NameView, _ member: MemberExpression) -> Expression? {
    guard let measured = checkMeasure(target) else { return nil }
    let countsTime = policy.periodTargets[target].measure.kind.countsTime
    let figures = PeriodFigure.allCases.filter { $0 != .counted || countsTime }
    guard let figure = PeriodFigure(word: name.name), figures.contains(figure) else {
      let known = figures.map(\.word)
      report(
        .name(
          .unknownColumn(
            name: name.name, owner: policy.periodTargets[target].name, columns: known,
            suggestion: Suggestion.nearest(to: name.name, among: known))), at: name.range)
      return nil
    }
    let type: ExpressionType =
      switch figure {
      case .reached, .short, .over: measured
      case .counted: .duration
      case .run: .integer
      }
    let found = Expression(
      .periodFigure(target: target, figure), type: type, origin: member.range)
    return isOfTicket(found, named: text(in: member.range)) ? found : nil
  }

  /// The period target of a name; nil where it is another declaration.
  func periodTargetNamed(_ name: NameView) -> Int? {
    guard case .periodTarget(let index)? = scope[name] else { return nil }
    dependencies.note(.periodTarget(index))
    return index
  }

  /// `availability is breached`.
  func periodVerdict(
    _ target: Int, _ words: [NameView], _ name: NameView, negated: Bool, _ range: SourceRange
  ) -> Expression? {
    guard let verdicts = verdicts(words),
      let holds = periodVerdict(target, verdicts, name, range)
    else { return nil }
    return negated ? Expression(.not(holds), type: .truth, origin: range) : holds
  }

  /// Whether a period target has one of these verdicts.
  func periodVerdict(
    _ target: Int, _ verdicts: [Verdict], _ name: NameView, _ range: SourceRange
  ) -> Expression? {
    let found = Expression(.periodVerdict(target: target, verdicts), type: .truth, origin: range)
    return isOfTicket(found, named: name.name) ? found : nil
  }

  /// Whether an expression can be asked of a ticket, where one is asked; a message where it cannot.
  func isOfTicket(_ expression: Expression, named name: String) -> Bool {
    guard case .ticket = asking, policy.reads(expression, { $0.isOfPeriod }) else { return true }
    // A target that is none of a period by mistake has been reported.
    if case .periodVerdict(let target, _) = expression.kind, periodStates[target] == .failed { return false }
    if case .periodFigure(let target, _) = expression.kind, periodStates[target] == .failed { return false }
    report(.scope(.notOfATicket(name: name)), at: expression.origin)
    return false
  }
}

extension Expression.Kind {
  /// Whether it is a period's own boundary, or what a target came to in one.
  fileprivate var isOfPeriod: Bool {
    switch self {
    case .periodBoundary, .periodVerdict, .periodFigure: true
    case .constant, .field, .column, .rowKey, .parameter, .derived, .tableResult, .event, .attribute,
      .extreme,
      .isKnown, .not, .all, .any, .compare, .oneOf, .sum, .difference, .product, .quotient, .negation, .share,
      .perUnit, .perDate, .choice, .verdict, .figure, .measure, .overlaps, .during, .moved, .startOf, .endOf,
      .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled, .graded, .datesOver, .ticketCount, .rowColumn:
      false
    }
  }
}

extension PeriodRule.Anchor {
  /// The instant.
  package var instant: Expression {
    switch self {
    case .frame(let instant), .earliestOfTickets(let instant): instant
    }
  }
}

extension PeriodFigure {
  /// The word behind the target's name.
  package var word: String {
    switch self {
    case .reached: "reached"
    case .short: "short"
    case .over: "over"
    case .counted: "counted"
    case .run: "run"
    }
  }

  /// The figure of a word.
  package init?(word: String) {
    guard let figure = PeriodFigure.allCases.first(where: { $0.word == word }) else { return nil }
    self = figure
  }
}

import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

extension Checking {
  /// Checks the declared spans.
  func checkSpans(_ declarations: [DeclarationView]) {
    let views: [PledgeSyntax.SpanDeclaration] = declarations.compactMap {
      if case .span(let view) = $0 { view } else { nil }
    }
    // Whether a span is one of a key has to be known wherever it is named.
    for (index, view) in views.enumerated() {
      dependencies.enter(.span(index))
      policy.spans[index].keys = keys(of: view)
      dependencies.leave()
    }
    for (index, view) in views.enumerated() {
      dependencies.enter(.span(index))
      if let span = span(view.definition) { policy.spans[index].span = span }
      dependencies.leave()
    }
    for span in policy.spans {
      if let keys = span.keys { checkSpan(span.span, ofKeys: keys) } else { checkOverlaps(in: span.span) }
    }
    areSpansChecked = true
  }

  /// The span of an expression, or nil with a message.
  func span(_ view: ExpressionView) -> PledgePolicy.SpanExpression? {
    switch view {
    case .name(let name): return span(named: name)
    case .span(let span): return pairing(span)
    case .during(let during): return self.during(during.condition, until: during.until, during.range)
    case .and(let pair): return combined(pair.left, pair.right, view) { .intersection($0, $1) }
    case .or(let pair): return combined(pair.left, pair.right, view) { .union($0, $1) }
    case .arithmetic(let pair) where pair.operation == .spanMinus:
      return combined(pair.left, pair.right, view) { .minus($0, $1) }
    case .overlap(let overlap): return self.overlap(overlap)
    case .missing: return nil
    case .member(let member):
      if case .this = member.base, let name = member.name { return spanOfThis(name, at: member.range) }
      return valueAsSpan(view)
    case .literal, .truth, .this, .call, .ordinal, .sample, .share, .arithmetic, .perUnit,
      .comparison,
      .equality, .applicability, .membership, .window, .relation, .not, .conditional, .choice, .endOf,
      .unitAfter:
      return valueAsSpan(view)
    }
  }

  private func valueAsSpan(_ view: ExpressionView) -> PledgePolicy.SpanExpression? {
    if let value = check(view, expecting: nil) {
      report(.type(.valueAsSpan(found: value.type.words)), at: view.range)
    }
    return nil
  }

  private func span(named name: NameView) -> PledgePolicy.SpanExpression? {
    guard let entity = resolve(name, among: names(isTimes)) else { return nil }
    switch entity {
    case .span(let index): return PledgePolicy.SpanExpression(.named(index), origin: name.range)
    case .calendar(let index):
      return checkCalendar(index) ? PledgePolicy.SpanExpression(.calendar(index), origin: name.range) : nil
    case .register(let index):
      return windows(index, name).map { PledgePolicy.SpanExpression(.register($0), origin: name.range) }
    case .field, .event, .parameter, .derived, .table, .exclusion, .target, .periodTarget, .refund, .right,
      .role, .action, .other, .escalation:
      wrongSort(name, entity, asked: .span)
      return nil
    }
  }

  /// Whether an entity is a set of times that has a name.
  private func isTimes(_ entity: Entity) -> Bool {
    switch entity {
    case .span, .calendar, .register: true
    case .field, .event, .parameter, .derived, .table, .exclusion, .target, .periodTarget, .refund, .right,
      .role, .action, .other, .escalation:
      false
    }
  }

  /// Whether an expression is the name of a set of times.
  func isTimes(_ view: ExpressionView) -> Bool {
    guard case .name(let name) = view, let entity = scope[name] else { return false }
    return isTimes(entity)
  }

  /// The declared span of a name, or nil with a message. A calendar, or a register of windows, is a span by
  /// its name.
  func spanNamed(_ name: NameView) -> Int? {
    guard let entity = resolve(name, among: names(isTimes)) else { return nil }
    if case .span(let index) = entity { return index }
    if let index = spansOfNames[name.name] { return index }
    let index = policy.spans.count
    dependencies.enter(.span(index))
    let found = span(named: name)
    dependencies.leave()
    guard let found else { return nil }
    policy.spans.append(
      PledgePolicy.SpanDeclaration(
        name: name.name, title: nil, span: found, citations: [], origin: name.range))
    dependencies.note(.span(index))
    spansOfNames[name.name] = index
    return index
  }

  private func combined(
    _ left: ExpressionView, _ right: ExpressionView, _ view: ExpressionView,
    _ combine: (PledgePolicy.SpanExpression, PledgePolicy.SpanExpression) -> PledgePolicy.SpanExpression.Kind
  ) -> PledgePolicy.SpanExpression? {
    let first = span(left)
    let second = span(right)
    guard let first, let second else { return nil }
    return PledgePolicy.SpanExpression(combine(first, second), origin: view.range)
  }

  private func pairing(_ view: PledgeSyntax.SpanExpression) -> PledgePolicy.SpanExpression? {
    let before = diagnostics.count
    var pairing = Pairing(starts: [], ends: [])
    let openings = view.openings.map {
      side($0, &pairing.starts, &pairing.computedStarts, &pairing.spanStarts)
    }
    let closings = view.closings.map {
      side($0, &pairing.ends, &pairing.computedEnds, &pairing.spanEnds)
    }
    guard diagnostics.count == before, !openings.isEmpty, !(openings + closings).contains(false) else {
      return nil
    }
    guard haveOne(view.limits.map(\.range)), haveOne(view.lengths.map(\.range)) else { return nil }
    if let literal = view.limits.first {
      guard let limit = positiveDuration(literal, .longestTime) else { return nil }
      pairing.atMost = limit
    }
    if let length = view.lengths.first {
      guard let limit = length.limit.flatMap({ positiveDuration($0, .length, orZero: true) }) else {
        return nil
      }
      pairing.length = LengthTest(length: limit, inclusive: !length.isLongerThan)
    }
    return PledgePolicy.SpanExpression(.pairing(pairing), origin: view.range)
  }

  /// Whether at most one length of a sort is written; a message that shows the first two where more are.
  private func haveOne(_ lengths: [SourceRange]) -> Bool {
    guard lengths.count > 1 else { return true }
    let (first, second) = (lengths[0], lengths[1])
    report(
      .clause(.secondLength(first: text(in: first), second: text(in: second))), at: second,
      labels: [SecondaryLabel(.firstGivenHere, at: first)])
    return false
  }

  /// Adds a side of a span to its plain or its computed points, or to those that are spans; false where it is
  /// damaged.
  private func side(
    _ view: EventView, _ points: inout [EventPoint], _ computed: inout [ComputedPoint],
    _ spans: inout [SpanPoint]
  ) -> Bool {
    if let name = view.name, view.arguments.isEmpty, case .span? = scope[name] {
      guard let point = spanPoint(view, name) else { return false }
      spans.append(point)
    } else if view.arguments.isEmpty {
      guard let point = point(view) else { return false }
      points.append(point)
    } else {
      guard let point = computedPoint(view) else { return false }
      computed.append(point)
    }
    return true
  }

  /// A span at a side of another one: each of its times counts, so that none of them is chosen.
  private func spanPoint(_ view: EventView, _ name: NameView) -> SpanPoint? {
    guard view.ordinal == nil, view.within == nil else {
      report(
        .clause(
          .conflict(
            first: view.ordinal.map { text(in: $0.range) } ?? "within", second: name.name,
            advice: .spanAlone(name: name.name))),
        at: view.range)
      return nil
    }
    guard case .named(let index)? = span(named: name)?.kind, let offset = offset(view) else { return nil }
    return SpanPoint(span: index, offset: offset)
  }

  /// A written duration, or nil with a message.
  func duration(_ literal: LiteralView) -> Duration? {
    guard let (constant, type) = constant(literal, expecting: nil) else { return nil }
    if case .duration(let duration) = constant { return duration }
    if case .number = literal {
      report(.type(.missingUnit(needed: .forExample(["min", "h"]))), at: literal.range)
    } else {
      report(.type(.mismatch(found: type.words, needed: .suchAs(.duration, ["4 h"]))), at: literal.range)
    }
    return nil
  }

  /// `during SPAN`, `during CONDITION`, `during DATE until DATE`.
  func during(
    _ view: ExpressionView, until: LiteralView?, _ range: SourceRange
  ) -> PledgePolicy.SpanExpression? {
    if let until, isTimes(view) {
      let times = text(in: view.range)
      let end = text(in: until.range)
      report(
        .clause(
          .conflict(
            first: "until \(end)", second: "during \(times)",
            advice: .untilOfInstant(times: times, end: end))), at: range)
      return nil
    }
    if let until {
      guard let from = instant(view), let (constant, type) = constant(until, expecting: .instant) else {
        return nil
      }
      guard type == .instant else {
        report(.type(.mismatch(found: type.words, needed: .anyOf([.date, .instant]))), at: until.range)
        return nil
      }
      if case .constant(.instant(let first)) = from.kind, case .instant(let last) = constant, last <= first {
        refuseEmptySpan(from: view.range, until: until.range, at: range)
        return nil
      }
      let end = Expression(.constant(constant), type: type, origin: until.range)
      return PledgePolicy.SpanExpression(.between(from, end), origin: range)
    }
    if isCondition(view) {
      return check(view, as: .truth).map { PledgePolicy.SpanExpression(.whenever($0), origin: range) }
    }
    return span(view)
  }

  /// Whether an expression asks something, rather than naming times.
  private func isCondition(_ view: ExpressionView) -> Bool {
    switch view {
    case .comparison, .equality, .applicability, .membership, .window, .relation, .not, .truth: return true
    case .and(let pair): return isCondition(pair.left)
    case .or(let pair): return isCondition(pair.left)
    case .name(let name):
      if case .field(let index)? = scope[name] { return policy.vocabulary.fields[index].type == .truth }
      if case .derived? = scope[name] { return true }
      return false
    case .literal, .this, .call, .ordinal, .member, .sample, .share, .arithmetic, .perUnit, .span, .during,
      .overlap, .conditional, .choice, .endOf, .unitAfter, .missing:
      return false
    }
  }
}

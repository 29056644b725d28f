import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax

// Spans that several tickets make together: `span storm per service, city = …` and
// `at least 3 circuit of outage`. They are known before any ticket is decided, so that they ask of a ticket
// only what does not depend on others.

extension Checking {
  /// The keys behind `per`; nil for a span of one ticket.
  func keys(of view: PledgeSyntax.SpanDeclaration) -> [Expression]? {
    guard !view.keys.isEmpty else { return nil }
    refuseRepeated(view.keys)
    let keys = view.keys.compactMap { key(.name($0)) }
    return keys.filter(isKnownToSpans)
  }

  /// `at least 3 circuit of outage where circuit.level is AAA`.
  func overlap(_ view: OverlapExpression) -> PledgePolicy.SpanExpression? {
    guard let count = count(of: view), let name = view.key, let key = key(.name(name)), let named = view.span,
      let span = span(.name(named))
    else { return nil }
    var condition: Expression?
    if let written = view.condition {
      guard let checked = check(written, as: .truth) else { return nil }
      condition = checked
    }
    let overlap = KeyOverlap(count: count, key: key, span: span, condition: condition)
    let result = PledgePolicy.SpanExpression(.overlap(overlap), origin: view.range)
    if areSpansChecked { checkOverlaps(in: result) }
    return result
  }

  /// How many keys: a number or a parameter, of one at least; nil with a message.
  private func count(of view: OverlapExpression) -> KeyOverlap.Count? {
    guard let name = view.parameter else {
      if !view.count.isEmpty, !view.count.allSatisfy({ $0.isNumber || $0 == "_" }) {
        report(.type(.mismatch(found: .decimal, needed: .wholeNumberOfKeys)), at: view.range)
        return nil
      }
      if let count = Int(view.count.filter { $0 != "_" }), count > 0 { return .number(count) }
      report(.clause(.notPositive(what: .numberOfKeys)), at: view.range)
      return nil
    }
    guard let entity = resolve(name, among: names { if case .parameter = $0 { true } else { false } }) else {
      return nil
    }
    guard case .parameter(let index) = entity else {
      wrongSort(name, entity, asked: .anyOf([.wholeNumber, .parameterWord]))
      return nil
    }
    guard !brokenParameters.contains(index) else { return nil }
    let parameter = policy.parameters[index]
    guard parameter.type == .integer, case .number(let value) = parameter.value else {
      report(.type(.mismatch(found: parameter.type.words, needed: .wholeNumber)), at: name.range)
      return nil
    }
    guard value >= .one else {
      report(
        .clause(.notPositive(what: .numberOfKeys)), at: name.range,
        labels: [SecondaryLabel(.declaredHere(name: parameter.name), at: parameter.origin.firstByte)])
      return nil
    }
    policy.parameters[index].countsKeys = true
    return .parameter(index)
  }

  /// Checks what a span of keys is made of, once all spans are known.
  func checkSpan(
    _ span: PledgePolicy.SpanExpression, ofKeys keys: [Expression], isDirect: Bool = true
  ) {
    switch span.kind {
    case .named(let index):
      guard let others = policy.spans[index].keys else {
        return checkSpan(policy.spans[index].span, ofKeys: keys, isDirect: false)
      }
      let known = Set(keys.compactMap { identity($0) })
      guard !others.allSatisfy({ identity($0).map(known.contains) ?? false }) else { return }
      report(
        .scope(.otherKeys(span: policy.spans[index].name, found: words(others), needed: words(keys))),
        at: span.origin)
    case .overlap(let overlap):
      guard isKnownToSpans(overlap.key) else { return }
      if let condition = overlap.condition, !isKnownToSpans(condition) { return }
      checkSpan(overlap.span, ofKeys: keys + [overlap.key], isDirect: false)
    case .pairing(let pairing):
      for operand in span.operands where !isKnownToSpans(operand) { return }
      if isDirect {
        checkSides(of: pairing, ofKeys: keys, at: span.origin)
      } else {
        _ = isOfTicketsAlone(span)
      }
    case .calendar, .between, .whenever, .register:
      for operand in span.operands where !isKnownToSpans(operand) { return }
    case .limited(let limited, _): checkSpan(limited, ofKeys: keys, isDirect: isDirect)
    case .intersection(let left, let right), .minus(let left, let right):
      if let name = [left, right].contains(where: isCondition) ? spanOfKey(in: span) : nil {
        report(.count(.asksKeySpan(span: name)), at: span.origin)
        return
      }
      checkSpan(left, ofKeys: keys, isDirect: isDirect)
      checkSpan(right, ofKeys: keys, isDirect: isDirect)
    case .union(let left, let right):
      checkSpan(left, ofKeys: keys, isDirect: isDirect)
      checkSpan(right, ofKeys: keys, isDirect: isDirect)
    }
  }

  /// Spans at the sides of one per key: of the same keys, and on both sides, because what one ticket logs
  /// says nothing of where the time of all of them begins or ends.
  private func checkSides(of pairing: Pairing, ofKeys keys: [Expression], at range: SourceRange) {
    let sides = pairing.spanStarts + pairing.spanEnds
    guard !sides.isEmpty else { return }
    let events = pairing.starts.count + pairing.ends.count
    guard events + pairing.computedStarts.count + pairing.computedEnds.count == 0 else {
      report(.scope(.eventBesideSpan(span: policy.spans[sides[0].span].name)), at: range)
      return
    }
    for side in sides {
      checkSpan(PledgePolicy.SpanExpression(.named(side.span), origin: range), ofKeys: keys)
    }
  }

  /// Checks the overlaps in a span of one ticket.
  func checkOverlaps(in span: PledgePolicy.SpanExpression) {
    switch span.kind {
    case .overlap: checkSpan(span, ofKeys: [])
    case .named, .pairing, .calendar, .between, .whenever, .register: return
    case .limited(let limited, _): checkOverlaps(in: limited)
    case .union(let left, let right), .intersection(let left, let right), .minus(let left, let right):
      checkOverlaps(in: left)
      checkOverlaps(in: right)
    }
  }

  /// Whether a span of one ticket is all time or none, by a condition.
  private func isCondition(_ span: PledgePolicy.SpanExpression) -> Bool {
    switch span.kind {
    case .whenever: true
    case .named(let index): policy.spans[index].keys == nil && isCondition(policy.spans[index].span)
    case .pairing, .calendar, .between, .register, .limited, .overlap, .union, .intersection, .minus: false
    }
  }

  private func words(_ keys: [Expression]) -> Term {
    keys.isEmpty ? .wholeHistory : .keys(keys.map { text(in: $0.origin) })
  }

  /// Whether an expression of a ticket is known before spans of keys are; a message where it is not.
  private func isKnownToSpans(_ expression: Expression) -> Bool {
    var seen: Set<Entity> = []
    guard let offence = unknownOfOthers(expression, &seen) else { return true }
    report(.count(offence == .nested ? .spanAsksCount : offence), at: expression.origin)
    return false
  }

  /// Whether a span is made of the ticket's own log; a message where other tickets have a part in it.
  func isOfTicketsAlone(_ span: PledgePolicy.SpanExpression) -> Bool {
    guard let name = spanOfKey(in: span) else { return true }
    report(.count(.asksKeySpan(span: name)), at: span.origin)
    return false
  }

  /// The first part of a span that several tickets make.
  func spanOfKey(in span: PledgePolicy.SpanExpression) -> String? {
    var seen: Set<Int> = []
    return spanOfKey(in: span, &seen)
  }

  private func spanOfKey(in span: PledgePolicy.SpanExpression, _ seen: inout Set<Int>) -> String? {
    switch span.kind {
    case .overlap: return text(in: span.origin)
    case .named(let index):
      guard seen.insert(index).inserted else { return nil }
      if policy.spans[index].keys != nil { return policy.spans[index].name }
      return spanOfKey(in: policy.spans[index].span, &seen)
    case .pairing(let pairing):
      for side in pairing.spanStarts + pairing.spanEnds {
        let named = PledgePolicy.SpanExpression(.named(side.span), origin: span.origin)
        if let name = spanOfKey(in: named, &seen) { return name }
      }
      return nil
    case .calendar, .between, .whenever, .register: return nil
    case .limited(let limited, _): return spanOfKey(in: limited, &seen)
    case .union(let left, let right), .intersection(let left, let right), .minus(let left, let right):
      return spanOfKey(in: left, &seen) ?? spanOfKey(in: right, &seen)
    }
  }
}

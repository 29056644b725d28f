import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax

extension Checking {
  /// What a test expects of a `let`, or nil with a message.
  func derived(_ outcome: OutcomeView, _ index: Int, _ name: NameView) -> PledgePolicy.Expectation
    .Subject?
  {
    guard let type = checkDerived(index) else { return nil }
    return value(outcome, Expression(.derived(index), type: type, origin: name.range))
  }

  /// The value that a path names: a figure of a target, a table's result, a column of the ticket's row.
  func value(of path: PathView, _ entity: Entity) -> Expression? {
    let names = path.names
    var found: Expression?
    switch entity {
    case .target(let index): found = figure(index, names[1], at: path.range)
    case .table(let index): found = checkTable(index) ? tableColumn(index, names[1], at: path.range) : nil
    case .register(let index):
      guard hasOneRow(index, names[0].range), let key = rowKey(index, names[0]) else { return nil }
      found = column(names[1], of: index, key, at: path.range)
    case .field, .derived:
      found = check(ExpressionView.name(names[0]), expecting: nil).flatMap {
        column(names[1], behind: $0, at: path.range)
      }
    case .event, .calendar, .parameter, .span, .exclusion, .periodTarget, .refund, .right, .escalation, .role,
      .action, .other:
      wrongSort(names[0], entity, asked: .anyOf([.target, .table, .register, .keyOfOne]))
      return nil
    }
    return names.dropFirst(2).reduce(found) { value, name in
      value.flatMap { column(name, behind: $0, at: path.range) }
    }
  }

  /// That an expression has a value, or that it is undecided, or nil with a message.
  func value(_ outcome: OutcomeView, _ expression: Expression) -> PledgePolicy.Expectation.Subject? {
    guard case .value(let value) = outcome.state else {
      let known = [expression.type.words, .code(Verdict.undecided.word)]
      report(
        .test(.unknownOutcome(word: text(in: outcome.range), known: known, suggestion: nil)),
        at: outcome.range)
      return nil
    }
    if let amount = outcome.amount {
      report(.test(.wrongFigure(figure: text(in: amount.range), subject: .value)), at: amount.range)
      return nil
    }
    guard let expected = expectedValue(value, expression.type) else { return nil }
    var expectation = expected
    for detail in outcome.details {
      guard detail.figure == .because, expectation.value == nil else {
        let subject: Term = detail.figure == .because ? .knownValue : .value
        report(.test(.wrongFigure(figure: text(in: detail.range), subject: subject)), at: detail.range)
        return nil
      }
      guard let word = word(detail.value) else { return nil }
      expectation.because = word
    }
    return .value(expression, expectation)
  }

  private func expectedValue(_ value: ValueView, _ type: ExpressionType) -> ValueExpectation? {
    switch value {
    case .truth(let truth) where type == .truth: return ValueExpectation(.truth(truth.isYes))
    case .path(let path):
      if case .choice(let members) = type, let member = members.firstIndex(of: path.names[0].name) {
        return ValueExpectation(.choice(member))
      }
      if path.text == Verdict.undecided.word { return ValueExpectation(nil) }
      unknownOutcome(value, [Verdict.undecided.word], type: type.words)
      return nil
    case .literal(let literal):
      guard let (constant, found) = constant(literal, expecting: type) else { return nil }
      guard found.fits(type) || (found.isNumber && type.isNumber) else {
        report(.type(.mismatch(found: found.words, needed: type.words)), at: literal.range)
        return nil
      }
      return ValueExpectation(constant)
    case .truth, .missing:
      unknownOutcome(value, [], type: type.words)
      return nil
    }
  }
}

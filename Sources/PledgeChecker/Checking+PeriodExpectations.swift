import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

extension Checking {
  /// The period target that an `expect` line speaks of; nil where it speaks of something else.
  func periodTarget(of line: ExpectLine) -> Int? {
    guard let name = line.subject?.names.first, case .periodTarget(let index)? = scope[name] else {
      return nil
    }
    return index
  }

  /// The expectation of a period target, or nil with a message.
  func expectation(_ line: ExpectLine, ofPeriod target: Int) -> PledgePolicy.Expectation? {
    guard periodStates[target] == .done, let path = line.subject, let outcome = line.outcome,
      let keys = keys(of: line, policy.periodTargets[target].scope, policy.periodTargets[target].name),
      let period = period(
        of: line, policy.periodTargets[target].scope, policy.periodTargets[target].name)
    else { return nil }
    var expected = PeriodExpectation(target: target, keys: keys, period: period)
    guard path.names.count == 1 ? verdict(outcome, &expected) : figure(path, outcome, &expected) else {
      return nil
    }
    for detail in outcome.details { guard add(detail, &expected) else { return nil } }
    return PledgePolicy.Expectation(
      ticket: 0, subject: .period(expected), origin: line.range, text: line.text)
  }

  func keys(of line: ExpectLine, _ scope: PledgePolicy.Scope, _ subject: String) -> [Constant]? {
    guard line.keys.count == scope.keys.count else {
      report(.scope(.keyCount(subject: subject, needed: scope.keys.count)), at: line.range)
      return nil
    }
    var result: [Constant] = []
    for (value, key) in zip(line.keys, scope.keys) {
      guard let constant = constant(value, as: key.type) else { return nil }
      result.append(constant)
    }
    return result
  }

  private func constant(_ value: ValueView, as type: ExpressionType) -> Constant? {
    switch value {
    case .literal(let literal):
      guard let (constant, found) = constant(literal, expecting: type) else { return nil }
      if found.fits(type) || (found.isNumber && type.isNumber) { return constant }
      report(.type(.mismatch(found: found.words, needed: type.words)), at: literal.range)
      return nil
    case .truth(let truth) where type == .truth: return .truth(truth.isYes)
    case .path(let path):
      if case .choice(let members) = type, let index = members.firstIndex(of: path.text) {
        return .choice(index)
      }
      report(.type(.mismatch(found: .word, needed: type.words)), at: path.range)
      return nil
    case .truth(let truth):
      report(.type(.mismatch(found: .anyCode(["yes", "no"]), needed: type.words)), at: truth.range)
      return nil
    case .missing: return nil
    }
  }

  func period(of line: ExpectLine, _ scope: PledgePolicy.Scope, _ subject: String) -> String? {
    let unit: CalendarUnit
    switch scope.period?.kind {
    case .calendar(let own)?: unit = own
    case .rolling(_, byMonth: true)?: unit = .month
    case .anchored?, .rolling?, nil: unit = .day
    }
    let sequence = PeriodSequence(.calendar(unit), zone: .utc)
    let example =
      CivilDate(year: 2026, month: 4, day: 1)
      .flatMap { sequence.period(PeriodSequence.number(unit, $0)) }?.name ?? ""
    guard let word = line.period else {
      report(.scope(.whichPeriod(subject: subject, example: example)), at: line.range)
      return nil
    }
    guard sequence.period(named: word.contents) != nil else {
      report(.scope(.unknownPeriod(name: word.contents, example: example)), at: word.range)
      return nil
    }
    return word.contents
  }

  // MARK: Outcomes

  private func verdict(_ outcome: OutcomeView, _ expected: inout PeriodExpectation) -> Bool {
    guard let found = target(outcome, details: false) else { return false }
    expected.verdict = found.verdict
    return true
  }

  private func figure(_ path: PathView, _ outcome: OutcomeView, _ expected: inout PeriodExpectation) -> Bool {
    let countsTime = policy.periodTargets[expected.target].measure.kind.countsTime
    let names = PeriodExpectation.Name.allCases.filter { $0 != .counted || countsTime }
    let known = names.map(\.rawValue)
    let word = path.names[1]
    guard path.names.count == 2, let name = names.first(where: { $0.rawValue == word.name }) else {
      report(
        .name(
          .unknownColumn(
            name: word.name, owner: policy.periodTargets[expected.target].name, columns: known,
            suggestion: Suggestion.nearest(to: word.name, among: known))), at: word.range)
      return false
    }
    guard case .value(let value) = outcome.state, outcome.amount == nil else {
      report(.test(.wrongFigure(figure: text(in: outcome.range), subject: .figure)), at: outcome.range)
      return false
    }
    return add(name, value, &expected)
  }

  private func add(_ detail: OutcomeDetail, _ expected: inout PeriodExpectation) -> Bool {
    switch detail.figure {
    case .over: return add(.over, detail.value, &expected)
    case .counted:
      let measure = policy.periodTargets[expected.target].measure.kind
      if measure.countsTime { return add(.counted, detail.value, &expected) }
      report(
        .test(.wrongFigure(figure: text(in: detail.range), subject: .code(measure.word))),
        at: detail.range)
      return false
    case .left: return add(.left, detail.value, &expected)
    case .because:
      switch detail.value {
      case .path(let path): expected.because = path.text
      case .literal(.text(let text)): expected.because = text.contents
      case .literal, .truth, .missing: return false
      }
      return true
    case .due, .at, .until:
      report(
        .test(.wrongFigure(figure: text(in: detail.range), subject: .periodTarget)),
        at: detail.range)
      return false
    case nil: return false
    }
  }

  private func add(
    _ name: PeriodExpectation.Name, _ value: ValueView, _ expected: inout PeriodExpectation
  ) -> Bool {
    let target = policy.periodTargets[expected.target]
    var type = target.measure.type
    switch name {
    case .counted: type = .duration
    case .run: type = .integer
    case .left: if case .availability = target.measure.kind { type = .duration }
    case .reached, .short, .over: break
    }
    guard let constant = constant(value, as: type) else { return false }
    switch constant {
    case .number(let number): expected.figures.append(PeriodExpectation.Figure(name, number, type))
    case .duration(let duration):
      expected.figures.append(PeriodExpectation.Figure(name, Rational(duration.microseconds), type))
    case .truth, .calendarLength, .workingDays, .instant, .date, .timeOfDay, .text, .choice: return false
    }
    return true
  }
}

import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

extension Checking {
  /// The typed expectation of an `expect` line, or nil with a message.
  func expectation(_ line: ExpectLine, _ ownTicket: String, _ draft: TestDraft) -> PledgePolicy.Expectation? {
    guard let path = line.subject, let outcome = line.outcome else { return nil }
    if let expectation = frameExpectation(line) { return expectation }
    if let target = periodTarget(of: line) { return expectation(line, ofPeriod: target) }
    if let name = path.names.first, scope[name] == nil || scope[name] == .other {
      _ = resolve(name)
      return nil
    }
    if let period = line.period {
      report(
        .clause(
          .conflict(
            first: "in \(text(in: period.range))", second: path.text,
            advice: .noPeriods)), at: period.range)
    }
    guard let ticket = ticket(of: line, ownTicket, draft),
      let subject = subject(path, outcome, step: line.step)
    else { return nil }
    return PledgePolicy.Expectation(ticket: ticket, subject: subject, origin: line.range, text: line.text)
  }

  /// The ticket that an expectation speaks of: the one in whose block it stands, or behind `of`, or the only
  /// one.
  private func ticket(of line: ExpectLine, _ own: String, _ draft: TestDraft) -> Int? {
    if let key = line.keys.first {
      guard case .literal(.text(let text)) = key else {
        report(.type(.mismatch(found: .value, needed: .ticketID)), at: key.range)
        return nil
      }
      if let index = draft.tickets.firstIndex(where: { $0.id == text.contents }) { return index }
      if !isTestUncertain { report(.test(.unknownTicket(id: text.contents)), at: key.range) }
      return nil
    }
    if let index = draft.tickets.firstIndex(where: { $0.id == own }) { return index }
    if draft.tickets.count == 1 { return 0 }
    if !isTestUncertain { report(.test(.whichTicket), at: line.range) }
    return nil
  }

  /// What is expected of which declaration.
  func subject(_ path: PathView, _ outcome: OutcomeView, step: String? = nil) -> PledgePolicy.Expectation
    .Subject?
  {
    guard let name = path.names.first, let entity = resolve(name) else { return nil }
    guard path.names.count == 1 else { return value(of: path, entity).flatMap { value(outcome, $0) } }
    if let step, case .escalation(let index) = entity { return self.step(outcome, index, step, path.range) }
    if step != nil {
      wrongSort(name, entity, asked: .escalation)
      return nil
    }
    switch entity {
    case .target(let index): return target(outcome).map { .target(index, $0) }
    case .refund(let index): return refund(outcome, index).map { .refund(index, $0) }
    case .right(let index): return right(outcome).map { .right(index, $0) }
    case .derived(let index): return derived(outcome, index, name)
    case .escalation(let index):
      report(.test(.whichStep(escalation: policy.escalations[index].name)), at: path.range)
      return nil
    case .periodTarget(let index):
      report(
        .scope(.whichPeriod(subject: policy.periodTargets[index].name, example: "2026-04")), at: path.range)
      return nil
    case .field, .event, .register, .calendar, .parameter, .table, .span, .exclusion, .role, .action, .other:
      wrongSort(name, entity, asked: .anyOf([.target, .refund, .right, .derivedValue]))
      return nil
    }
  }

  // MARK: Targets

  static let verdictWords = ["met", "breached", "excused", "pending", "undecided", "not applicable"]

  func target(_ outcome: OutcomeView, details: Bool = true) -> TargetExpectation? {
    var expectation = TargetExpectation()
    switch outcome.state {
    case .notApplicable: expectation.verdict = .notApplicable
    case .belowMinimum:
      report(
        .test(
          .unknownOutcome(
            word: "below minimum", known: Checking.verdictWords.map { .code($0) }, suggestion: nil)),
        at: outcome.range)
      return nil
    case .value(let value):
      guard let word = word(value), let verdict = Checking.verdicts[word] else {
        unknownOutcome(value, Checking.verdictWords)
        return nil
      }
      expectation.verdict = verdict
    }
    if let amount = outcome.amount {
      report(.test(.wrongFigure(figure: text(in: amount.range), subject: .target)), at: amount.range)
      return nil
    }
    for detail in outcome.details where details {
      guard check(detail, &expectation) else { return nil }
    }
    return expectation
  }

  private func check(_ detail: OutcomeDetail, _ expectation: inout TargetExpectation) -> Bool {
    guard let figure = detail.figure else { return false }
    switch figure {
    case .over: expectation.over = duration(detail.value)
    case .counted: expectation.counted = duration(detail.value)
    case .left: expectation.left = duration(detail.value)
    case .due:
      guard case .literal(let literal) = detail.value,
        let (constant, _) = constant(literal, expecting: .instant),
        case .instant(let instant) = constant
      else {
        report(.type(.mismatch(found: .value, needed: .dateAndTime)), at: detail.value.range)
        return false
      }
      expectation.due = instant
      return true
    case .because:
      guard let word = word(detail.value) else { return false }
      expectation.because = word
      return true
    case .at, .until:
      report(
        .test(.wrongFigure(figure: self.word(figure.keyword), subject: .target)), at: detail.range)
      return false
    }
    return true
  }

  func duration(_ value: ValueView) -> Duration? {
    guard case .literal(let literal) = value else {
      report(.type(.mismatch(found: .word, needed: .suchAs(.duration, ["1 s"]))), at: value.range)
      return nil
    }
    return duration(literal)
  }

  func word(_ value: ValueView) -> String? {
    switch value {
    case .path(let path): path.names.map(\.name).joined(separator: ".")
    case .literal(.text(let text)): text.contents
    case .literal, .truth, .missing: nil
    }
  }

  func unknownOutcome(_ value: ValueView, _ known: [String], type: Term? = nil) {
    if case .missing = value { return }
    let word = word(value) ?? text(in: value.range)
    report(
      .test(
        .unknownOutcome(
          word: word, known: (type.map { [$0] } ?? []) + known.map { .code($0) },
          suggestion: Suggestion.nearest(to: word, among: known))),
      at: value.range)
  }

  // MARK: Values

  private func derived(_ outcome: OutcomeView, _ index: Int, _ name: NameView) -> PledgePolicy.Expectation
    .Subject?
  {
    guard let type = checkDerived(index) else { return nil }
    return value(outcome, Expression(.derived(index), type: type, origin: name.range))
  }

  /// The value that a path names: a figure of a target, a table's result, a column of the ticket's row.
  private func value(of path: PathView, _ entity: Entity) -> Expression? {
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

  /// That an expression has a value, or that it is undecided.
  private func value(_ outcome: OutcomeView, _ expression: Expression) -> PledgePolicy.Expectation.Subject? {
    guard case .value(let value) = outcome.state else { return nil }
    let type = expression.type
    switch value {
    case .truth(let truth) where type == .truth: return .value(expression, .truth(truth.isYes))
    case .path(let path):
      if case .choice(let members) = type, let member = members.firstIndex(of: path.names[0].name) {
        return .value(expression, .choice(member))
      }
      if path.text == Verdict.undecided.word { return .value(expression, nil) }
      unknownOutcome(value, [Verdict.undecided.word], type: type.words)
      return nil
    case .literal(let literal):
      guard let (constant, found) = constant(literal, expecting: type) else { return nil }
      guard found.fits(type) || (found.isNumber && type.isNumber) else {
        report(.type(.mismatch(found: found.words, needed: type.words)), at: literal.range)
        return nil
      }
      return .value(expression, constant)
    case .truth, .missing:
      unknownOutcome(value, [], type: type.words)
      return nil
    }
  }

  // MARK: Cases

  /// Makes one test of each row of a table of cases.
  func expand(_ cases: CasesView, _ draft: TestDraft, _ view: TestDeclaration) {
    guard draft.tickets.count == 1 else {
      if !isTestUncertain { report(.test(.whichTicket), at: cases.range) }
      return
    }
    if !isTestUncertain, cases.rows.isEmpty || cases.subjects.isEmpty {
      report(.test(.noExpectation), at: cases.range.firstByte)
    }
    for (number, row) in cases.rows.enumerated() {
      var own = draft
      if row.isDamaged { continue }
      guard add(row, cases, to: &own) else { continue }
      finish(own, view, suffix: " (case \(number + 1))")
    }
  }

  /// A row with too few or too many cells; in a damaged table that may come from the damage.
  private func refuse(
    _ row: TestCase, _ cases: CasesView, found: Int, needed: Int, side: CellSide
  ) -> Bool {
    if !cases.isDamaged {
      report(.table(.cellCount(found: found, needed: needed, side: side)), at: row.range)
    }
    return false
  }

  private func add(_ row: TestCase, _ cases: CasesView, to draft: inout TestDraft) -> Bool {
    let givens = row.givens
    guard givens.count == cases.columns.count else {
      return refuse(row, cases, found: givens.count, needed: cases.columns.count, side: .left)
    }
    guard row.outcomes.count == cases.subjects.count else {
      return refuse(row, cases, found: row.outcomes.count, needed: cases.subjects.count, side: .right)
    }
    for (column, given) in zip(cases.columns, givens) {
      guard add(given, column, row, to: &draft.tickets[0]) else { return false }
    }
    for (path, outcome) in zip(cases.subjects, row.outcomes) {
      guard let subject = subject(path, outcome) else { return false }
      draft.caseExpectations.append(
        PledgePolicy.Expectation(
          ticket: 0, subject: subject, origin: row.range, text: "\(path.text) \(outcome.text)"))
    }
    return true
  }

  private func add(
    _ given: CaseValue, _ column: NameView, _ row: TestCase, to ticket: inout TicketDraft
  ) -> Bool {
    guard let entity = resolve(column) else { return false }
    switch entity {
    case .field(let index):
      guard !brokenFields.contains(index), case .value(let value) = given,
        let scalar = scalar(value, as: policy.vocabulary.fields[index].type)
      else { return false }
      ticket.values[index] = scalar
      return true
    case .event(let index):
      guard let at = caseInstant(given, column, ticket) else { return isNever(given) }
      if isTwice(index, in: ticket) {
        report(.test(.eventTwice(event: column.name)), at: row.range)
        return false
      }
      ticket.events.append(TicketDraft.Event(at: at, event: index, attributes: []))
      return true
    case .register, .calendar, .parameter, .derived, .table, .span, .exclusion, .target, .periodTarget,
      .refund, .right, .role, .action, .other, .escalation:
      wrongSort(column, entity, asked: .fieldOrEvent)
      return false
    }
  }

  /// `never` in the column of an event: it does not happen in this case.
  private func isNever(_ given: CaseValue) -> Bool {
    if case .value(.path(let path)) = given { return path.text == "never" }
    return false
  }

  private func caseInstant(_ given: CaseValue, _ column: NameView, _ ticket: TicketDraft) -> Instant? {
    switch given {
    case .delay(let literal):
      guard let delay = literal.flatMap({ duration($0) }) else { return nil }
      guard let base = ticket.base else {
        if !isTestUncertain { report(.test(.relativeWithoutStart), at: column.range) }
        return nil
      }
      return base.adding(delay)
    case .value(.literal(let literal)):
      guard let (constant, type) = constant(literal, expecting: .instant) else { return nil }
      if case .instant(let instant) = constant { return instant }
      report(
        .type(.mismatch(found: type.words, needed: .instantOrOffset)), at: literal.range)
      return nil
    case .value(.path(let path)):
      if path.text != "never" {
        report(
          .type(.mismatch(found: .word, needed: .instantOffsetOrNever)),
          at: path.range)
      }
      return nil
    case .value(.truth(let truth)):
      report(.type(.mismatch(found: .anyCode(["yes", "no"]), needed: .instant)), at: truth.range)
      return nil
    case .value(.missing): return nil
    }
  }
}

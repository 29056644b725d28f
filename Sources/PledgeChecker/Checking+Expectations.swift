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
    guard !refuseRepeatedDetails(outcome), isOfEscalation(line, path) else { return nil }
    if let expectation = frameExpectation(line) { return expectation }
    if let target = periodTarget(of: line) { return expectation(line, ofPeriod: target) }
    if let name = path.names.first, !isTicket(path), scope[name] == nil || scope[name] == .other {
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

  /// Whether an expectation that names a step speaks of an escalation; a message where it does not.
  private func isOfEscalation(_ line: ExpectLine, _ path: PathView) -> Bool {
    guard line.step != nil, let name = path.names.first, let entity = scope[name] else { return true }
    if case .escalation = entity, path.names.count == 1 { return true }
    wrongSort(name, entity, asked: .escalation)
    return false
  }

  /// The ticket that an expectation speaks of: the one in whose block it stands, or behind `of`, or the only
  /// one.
  func ticket(of line: ExpectLine, _ own: String, _ draft: TestDraft) -> Int? {
    if let key = line.keys.first {
      if let second = line.keys.dropFirst().first {
        report(
          .clause(
            .conflict(
              first: text(in: second.range), second: text(in: key.range),
              advice: .oneTicketEach)), at: second.range)
        return nil
      }
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
    if isTicket(path) { return ofTicket(outcome) }
    guard let name = path.names.first, let entity = resolve(name) else { return nil }
    guard path.names.count == 1 else { return value(of: path, entity).flatMap { value(outcome, $0) } }
    switch entity {
    case .target(let index): return target(outcome).map { .target(index, $0) }
    case .refund(let index): return refund(outcome, index).map { .refund(index, $0) }
    case .right(let index): return right(outcome).map { .right(index, $0) }
    case .derived(let index): return derived(outcome, index, name)
    case .escalation(let index):
      if let step { return self.step(outcome, index, step, path.range) }
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

  /// What is expected of the ticket itself: `ticket noted because restored`.
  private func ofTicket(_ outcome: OutcomeView) -> PledgePolicy.Expectation.Subject? {
    guard case .value(let value) = outcome.state, word(value) == Checking.notedWord else {
      let known = [Checking.refusedWord, Checking.notedWord].map { Term.code($0) }
      report(
        .test(.unknownOutcome(word: text(in: outcome.range), known: known, suggestion: nil)),
        at: outcome.range)
      return nil
    }
    return reason(of: outcome).map { .noted(because: $0) }
  }

  /// Says of a figure that is expected twice that it is; whether one is.
  func refuseRepeatedDetails(_ outcome: OutcomeView) -> Bool {
    var places: [Keyword: SourceRange] = [:]
    var isRepeated = false
    for detail in outcome.details {
      guard let keyword = detail.figure?.keyword else { continue }
      if !once(&places[keyword], word(keyword), detail.range) { isRepeated = true }
    }
    return isRepeated
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

  // MARK: Cases

  /// Makes one test of each row of a table of cases.
  func expand(_ cases: CasesView, _ draft: TestDraft, _ view: TestDeclaration) {
    guard draft.tickets.count == 1 else {
      if !isTestUncertain { report(.test(.whichTicket), at: cases.range) }
      return
    }
    guard !refuseRepeated(cases.columns), !refuseRepeated(cases.subjects) else { return }
    if !isTestUncertain, cases.rows.isEmpty || cases.subjects.isEmpty {
      report(.test(.noExpectation), at: cases.range.firstByte)
    }
    for (number, row) in cases.rows.enumerated() {
      var own = draft
      let before = diagnostics.count
      guard !row.isDamaged, isComplete(row, cases) else { continue }
      let isRead = addGivens(row, cases, to: &own)
      if !addRefusal(row, cases, to: &own, since: before) {
        guard isRead, addOutcomes(row, cases, to: &own) else { continue }
      } else if diagnostics.count != before {
        continue
      }
      finish(own, view, suffix: " (case \(number + 1))")
    }
  }

  /// Whether a row has a cell for each column; in a damaged table what is missing may come from the damage.
  private func isComplete(_ row: TestCase, _ cases: CasesView) -> Bool {
    let sides = [
      (row.givens.count, cases.columns.count, CellSide.left),
      (row.outcomes.count, cases.subjects.count, .right),
    ]
    guard let (found, needed, side) = sides.first(where: { $0.0 != $0.1 }) else { return true }
    if !cases.isDamaged {
      report(.table(.cellCount(found: found, needed: needed, side: side)), at: row.range)
    }
    return false
  }

  private func addGivens(_ row: TestCase, _ cases: CasesView, to draft: inout TestDraft) -> Bool {
    for (column, given) in zip(cases.columns, row.givens) {
      let before = diagnostics.count
      let isRead = add(given, column, row, to: &draft.tickets[0])
      for message in diagnostics[before...] {
        draft.places.append(TestDraft.Place(message.range, column.name))
      }
      guard isRead else { return false }
    }
    return true
  }

  private func addOutcomes(_ row: TestCase, _ cases: CasesView, to draft: inout TestDraft) -> Bool {
    for (path, outcome) in zip(cases.subjects, row.outcomes) {
      guard !refuseRepeatedDetails(outcome), let subject = subject(path, outcome) else { return false }
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
      guard !isTwice(index, row.range, in: ticket) else { return false }
      let attributes = policy.vocabulary.events[index].attributes.map { $0.presence.unstated }
      ticket.events.append(
        TicketDraft.Event(at: at, event: index, attributes: attributes, range: row.range))
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
      return literal.flatMap { moment(behind: $0, ticket.base, column.range) }
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

import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax

// Data that a test expects to be refused: `expect ticket refused because level`. No run reads such a ticket,
// so that its messages are what the test is about, and are none of the policy's.

extension Checking {
  static let refusedWord = "refused"
  static let notedWord = "noted"

  /// Takes the messages that the `expect … refused` lines of a test wait for, and what they refuse with them.
  ///
  /// `place` is where something is said about the ticket that the lines of the test itself tell.
  func takeRefusals(_ draft: inout TestDraft, since first: Int, at place: SourceRange) {
    let lines = draft.expectations.filter { isRefusal($0.0) }
    guard !lines.isEmpty else { return }
    draft.expectations.removeAll { isRefusal($0.0) }
    var refused: [Int: SourceRange] = [:]
    for (line, own) in lines { take(line, own, &draft, since: first, at: place, &refused) }
    for (line, own) in draft.expectations {
      let ticket = quietTicket(of: line, own, draft)
      // A register with a hole decides nothing rightly.
      guard !isTestUncertain, let place = draft.refusedRegister ?? ticket.flatMap({ refused[$0] }) else {
        continue
      }
      report(
        .test(.refusedAndDecided), at: line.range, labels: [SecondaryLabel(.firstGivenHere, at: place)])
    }
    let gone = draft.refusedRegister == nil ? Set(refused.keys) : Set(draft.tickets.indices)
    draft.tickets = draft.tickets.indices.filter { !gone.contains($0) }.map { draft.tickets[$0] }
  }

  private func take(
    _ line: ExpectLine, _ own: String, _ draft: inout TestDraft, since first: Int, at place: SourceRange,
    _ refused: inout [Int: SourceRange]
  ) {
    guard let path = line.subject, let outcome = line.outcome else { return }
    let because = reason(of: outcome)
    guard because != nil || isTestUncertain else { return }
    let isRefused: Bool
    if case .register(let register)? = scope[path.names[0]] {
      let lines = draft.registerLines[register, default: []]
      isRefused = takeMessages(because, draft.places, since: first) { range in
        lines.contains { $0.contains(range) }
      }
      if isRefused { draft.refusedRegister = line.range }
    } else {
      guard let ticket = ticket(of: line, own, draft) else { return }
      isRefused = isTicketRefused(ticket, because, draft, since: first, at: place)
      if isRefused { refused[ticket] = line.range }
    }
    draft.caseExpectations.append(
      PledgePolicy.Expectation(
        ticket: 0, subject: .refused(isSo: isRefused), origin: line.range, text: line.text))
  }

  /// Whether a ticket's data is refused for a reason, or for any where a damage hides it; the messages that
  /// say so are taken.
  func isTicketRefused(
    _ index: Int, _ because: String?, _ draft: TestDraft, since first: Int, at place: SourceRange
  ) -> Bool {
    let ticket = draft.tickets[index]
    let others = draft.tickets.compactMap(\.range) + draft.registerLines.values.flatMap { $0 }
    let isOwn: (SourceRange) -> Bool = { range in
      if let block = ticket.range { return block.contains(range) }
      return !others.contains { $0.contains(range) }
    }
    if !isTestUncertain, diagnostics[first...].allSatisfy({ !isOwn($0.range) }) {
      requireFields(of: ticket, at: ticket.range ?? place)
    }
    return takeMessages(because, draft.places, since: first, isOwn)
  }

  /// Removes the messages of an area that are for a reason, or for any; whether there were any.
  private func takeMessages(
    _ because: String?, _ places: [TestDraft.Place], since first: Int, _ isInArea: (SourceRange) -> Bool
  ) -> Bool {
    let taken = diagnostics.indices[first...].filter { index in
      isInArea(diagnostics[index].range)
        && because.map { names(of: diagnostics[index], places).contains($0) } ?? true
    }
    for index in taken.reversed() { diagnostics.remove(at: index) }
    return !taken.isEmpty
  }

  /// What `because` may call a message: its code, with or without words, and the names of what it is about.
  private func names(of message: Diagnostic, _ places: [TestDraft.Place]) -> Set<String> {
    var names: Set<String> = ["\(message.fact.code)", message.fact.code.name]
    if case .test(.missingField(let field)) = message.fact { names.insert(field) }
    for place in places where place.range.contains(message.range) { names.insert(place.name) }
    return names
  }

  /// Whether an `expect` line waits for data to be refused.
  private func isRefusal(_ line: ExpectLine) -> Bool {
    guard let path = line.subject, let outcome = line.outcome else { return false }
    return isRefusal(path, outcome)
  }

  func isRefusal(_ path: PathView, _ outcome: OutcomeView) -> Bool {
    guard path.names.count == 1, case .value(let value) = outcome.state, word(value) == Checking.refusedWord
    else { return false }
    switch scope[path.names[0]] {
    case .register?: return true
    case nil: return isTicket(path)
    case .field, .event, .calendar, .parameter, .derived, .table, .span, .exclusion, .target, .periodTarget,
      .refund, .right, .escalation, .role, .action, .other:
      return false
    }
  }

  /// `ticket`, where the policy declares nothing of this name.
  func isTicket(_ path: PathView) -> Bool {
    path.text == word(.ticket) && scope[path.names[0]] == nil
  }

  /// The name behind `because`; a message where there is none, or where something else stands beside it.
  func reason(of outcome: OutcomeView) -> String? {
    if let amount = outcome.amount {
      report(.test(.wrongFigure(figure: text(in: amount.range), subject: .aTicket)), at: amount.range)
      return nil
    }
    if let other = outcome.details.first(where: { $0.figure != .because }) {
      report(.test(.wrongFigure(figure: text(in: other.range), subject: .aTicket)), at: other.range)
      return nil
    }
    guard let detail = outcome.details.first else {
      // In a damaged test it may be what was not read.
      if !isTestUncertain { report(.test(.refusedWithoutReason), at: outcome.range) }
      return nil
    }
    return word(detail.value)
  }

  /// The ticket that an expectation speaks of, without a message where none is.
  private func quietTicket(of line: ExpectLine, _ own: String, _ draft: TestDraft) -> Int? {
    var id = own
    if case .literal(.text(let text))? = line.keys.first { id = text.contents }
    return draft.tickets.firstIndex { $0.id == id } ?? (draft.tickets.count == 1 ? 0 : nil)
  }

  // MARK: Cases

  /// Whether a row of a table of cases waits for its ticket to be refused, which it then is or is not.
  func addRefusal(
    _ row: TestCase, _ cases: CasesView, to draft: inout TestDraft, since first: Int
  ) -> Bool {
    guard let (path, outcome) = zip(cases.subjects, row.outcomes).first(where: { isRefusal($0, $1) }) else {
      return false
    }
    guard cases.subjects.count == 1, draft.expectations.isEmpty else {
      report(.test(.refusedAndDecided), at: outcome.range)
      return true
    }
    guard let because = reason(of: outcome) else { return true }
    let isRefused = isTicketRefused(0, because, draft, since: first, at: row.range)
    draft.caseExpectations.append(
      PledgePolicy.Expectation(
        ticket: 0, subject: .refused(isSo: isRefused), origin: row.range,
        text: "\(path.text) \(outcome.text)"))
    if isRefused { draft.tickets.removeAll() }
    return true
  }
}

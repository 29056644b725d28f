import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

extension Checking {
  func checkTests(_ declarations: [DeclarationView]) {
    for declaration in declarations {
      if case .test(let view) = declaration { checkTest(view) }
    }
  }

  private func checkTest(_ view: TestDeclaration) {
    let (before, first) = (troubles, diagnostics.count)
    isTestUncertain = view.isDamaged
    defer { isTestUncertain = false }
    var draft = TestDraft(
      registers: policy.registers.map { Register($0) })
    var body = TicketDraft(id: "")
    for line in view.lines { check(line, &draft, &body) }
    // What the outer block gives holds for all tickets that do not say otherwise.
    for index in draft.tickets.indices { draft.tickets[index].values.merge(body.values) { own, _ in own } }
    if draft.tickets.isEmpty || !body.events.isEmpty { draft.tickets.insert(body, at: 0) }
    takeRefusals(&draft, since: first, at: view.title?.range ?? view.range.firstByte)
    // A line that was not understood may be the one that is missed.
    if troubles > before { isTestUncertain = true }
    if let cases = draft.cases {
      expand(cases, draft, view)
    } else {
      finish(draft, view, suffix: "")
    }
    // A test with a message of its own says nothing about the policy.
    if !isTestUncertain, troubles == before, draft.expectations.isEmpty, draft.caseExpectations.isEmpty,
      draft.cases == nil
    {
      report(.test(.noExpectation), at: view.title?.range ?? view.range.firstByte)
    }
  }

  // MARK: Lines

  private func check(_ line: TestLine, _ draft: inout TestDraft, _ body: inout TicketDraft) {
    switch line {
    case .given(let given): for setting in given.settings { check(setting, &draft, &body) }
    case .ticket(let ticket): addTicket(ticket, &draft, isNested: body.range != nil)
    case .register(let register): addRows(register, &draft)
    case .asOf(let line): setAsOf(line, &draft)
    case .cases(let cases):
      if once(&draft.casesRange, word(.cases), cases.range) { draft.cases = cases.cases }
    case .timeline(let timeline):
      if let name = timeline.name { draft.places.append(TestDraft.Place(timeline.range, name.name)) }
      for setting in timeline.attributes + timeline.changes {
        guard let name = setting.name else { continue }
        draft.places.append(TestDraft.Place(setting.range, name.name))
      }
      addEvent(timeline, &body)
    case .expect(let expect): draft.expectations.append((expect, body.id))
    case .damaged: return
    }
  }

  private func addTicket(_ view: TestTicketLine, _ draft: inout TestDraft, isNested: Bool) {
    if isNested {
      report(
        .clause(.clauseElsewhere(clause: "ticket", owner: .testTicket, advice: .ticketsInARow)),
        at: view.range.firstByte)
      return
    }
    var own = TicketDraft(id: view.id?.contents ?? "")
    own.range = view.range
    own.idRange = view.id?.range
    for line in view.lines { check(line, &draft, &own) }
    if let place = own.idRange, let first = draft.tickets.first(where: { $0.id == own.id }) {
      report(
        .test(.ticketTwice(id: own.id)), at: place,
        labels: first.idRange.map { [SecondaryLabel(.firstGivenHere, at: $0)] } ?? [])
    }
    draft.tickets.append(own)
  }

  /// A test has one as-of instant, whichever block it stands in.
  private func setAsOf(_ line: AsOfLine, _ draft: inout TestDraft) {
    guard once(&draft.asOfLine, "as of", line.range), let literal = line.instant,
      let (constant, type) = constant(literal, expecting: .instant)
    else { return }
    guard case .instant(let instant) = constant else {
      report(.type(.mismatch(found: type.words, needed: .anyOf([.date, .instant]))), at: literal.range)
      return
    }
    draft.asOf = instant
    draft.asOfRange = literal.range
  }

  private func check(_ line: SettingLine, _ draft: inout TestDraft, _ body: inout TicketDraft) {
    guard case .setting(let setting) = line, let name = setting.name, let field = field(name) else { return }
    draft.places.append(TestDraft.Place(setting.range, name.name))
    guard !brokenFields.contains(field) else { return }
    guard once(&body.settings[field], name.name, name.range) else { return }
    if let value = scalar(setting.value, as: policy.vocabulary.fields[field].type) {
      body.values[field] = value
    }
  }

  /// The field of a name in a test, or nil with a message.
  func field(_ name: NameView) -> Int? {
    guard let entity = resolve(name, among: names { if case .field = $0 { true } else { false } }) else {
      return nil
    }
    if case .field(let index) = entity { return index }
    wrongSort(name, entity, asked: .field)
    return nil
  }

  private func addEvent(_ line: TimelineLine, _ body: inout TicketDraft) {
    // Also a line whose event is misspelt says from when on others count.
    let moment = self.moment(line, &body)
    guard let name = line.name, let event = event(name), !isTwice(event, line.range, in: body), let moment
    else { return }
    body.events.append(
      TicketDraft.Event(
        at: moment, event: event, attributes: attributes(line, event), range: line.range))
    refuseRepeated(line.changes.compactMap(\.name))
    for setting in line.changes { addChange(setting, moment, &body) }
  }

  /// Whether an event that is declared `once` is in a timeline already; a message where it is.
  func isTwice(_ event: Int, _ range: SourceRange, in body: TicketDraft) -> Bool {
    let declared = policy.vocabulary.events[event]
    guard declared.once, let first = body.events.first(where: { $0.event == event }) else { return false }
    report(
      .test(.eventTwice(event: declared.name)), at: range,
      labels: [SecondaryLabel(.firstGivenHere, at: first.range)])
    return true
  }

  private func addChange(_ setting: SettingView, _ at: Instant, _ body: inout TicketDraft) {
    guard let name = setting.name, let field = field(name), !brokenFields.contains(field) else { return }
    guard let value = scalar(setting.value, as: policy.vocabulary.fields[field].type) else { return }
    body.changes.append(FieldChange(at: at, field: Int32(truncatingIfNeeded: field), value: value))
  }

  private func moment(_ line: TimelineLine, _ body: inout TicketDraft) -> Instant? {
    if let literal = line.instant {
      let isFirst = body.base == nil
      if isFirst { body.hasLostBase = true }
      guard let (constant, type) = constant(literal, expecting: .instant) else { return nil }
      guard case .instant(let instant) = constant else {
        report(.type(.mismatch(found: type.words, needed: .dateAndTime)), at: literal.range)
        return nil
      }
      if isFirst { (body.base, body.hasLostBase) = (instant, false) }
      return instant
    }
    // What it would be relative to has had its message.
    if body.hasLostBase { return nil }
    return line.delay.flatMap { self.moment(behind: $0, body.base, line.range) }
  }

  /// The instant of `+15 min`: so long behind the first line, and not before it.
  func moment(behind delay: LiteralView, _ base: Instant?, _ range: SourceRange) -> Instant? {
    guard let length = positiveDuration(delay, .timeBehindPlus, orZero: true) else { return nil }
    guard let base else {
      if !isTestUncertain { report(.test(.relativeWithoutStart), at: range) }
      return nil
    }
    return base.adding(length)
  }

  private func attributes(_ line: TimelineLine, _ event: Int) -> [Scalar] {
    let declared = policy.vocabulary.events[event].attributes
    var values = declared.map { $0.presence.unstated }
    refuseRepeated(line.attributes.compactMap(\.name))
    requireAttributes(line, event)
    for setting in line.attributes {
      guard let name = setting.name else { continue }
      guard let index = declared.firstIndex(where: { $0.name == name.name }) else {
        let names = declared.map(\.name)
        report(
          .name(
            .unknownColumn(
              name: name.name, owner: policy.vocabulary.events[event].name, columns: names,
              suggestion: Suggestion.nearest(to: name.name, among: names))), at: name.range)
        continue
      }
      if let value = scalar(setting.value, as: declared[index].type) { values[index] = value }
    }
    return values
  }

  /// A message where an event is told without an attribute that it has to carry.
  private func requireAttributes(_ line: TimelineLine, _ event: Int) {
    let declared = policy.vocabulary.events[event]
    let given = Set(line.attributes.compactMap { $0.name?.name })
    let absent = declared.attributes.filter { $0.presence == .required && !given.contains($0.name) }
    guard !absent.isEmpty else { return }
    report(
      .test(.missingAttributes(names: absent.map(\.name), event: declared.name)), at: line.range,
      labels: labels(of: declared.name))
  }

  // MARK: Finishing

  /// Makes the typed test of a draft; required fields have to be there.
  func finish(_ draft: TestDraft, _ view: TestDeclaration, suffix: String) {
    var test = TestBlock(
      title: (view.title?.contents ?? "") + suffix, registers: draft.registers, origin: view.range)
    test.asOf = draft.asOf
    for ticket in draft.tickets where !isTestUncertain {
      guard let finished = self.ticket(ticket, view, allowsEmptyLog: draft.asOf != nil) else { return }
      test.tickets.append(finished)
    }
    if !isTestUncertain { refuseEmptyView(of: test, draft) }
    for (line, ticket) in draft.expectations {
      if let expectation = expectation(line, ticket, draft) { test.expectations.append(expectation) }
    }
    test.expectations += draft.caseExpectations
    if !isTestUncertain { policy.tests.append(test) }
  }

  /// A mistyped year of `as of` would leave nothing to look at, and the test could not fail any more; or far
  /// too much.
  private func refuseEmptyView(of test: TestBlock, _ draft: TestDraft) {
    guard let asOf = test.asOf, let place = draft.asOfRange else { return }
    let events = test.tickets.flatMap(\.ticket.events)
    guard let first = events.map(\.at).min(), let last = events.map(\.at).max() else { return }
    if first > asOf { report(.test(.asOfBeforeAll), at: place) }
    if !policy.periodTargets.isEmpty, let limit = last.adding(Checking.farAhead), asOf > limit {
      report(.test(.asOfFarAhead(years: Checking.yearsAhead)), at: place)
    }
  }

  /// How far a test looks ahead at most: each period up to its as-of instant is judged.
  private static let yearsAhead = 100
  private static let farAhead = Duration(microseconds: Int64(yearsAhead) * 366 * 86_400_000_000)

  /// Whether a ticket has a value for each field that has to have one; a message where it has not.
  @discardableResult
  func requireFields(of draft: TicketDraft, at place: SourceRange) -> Bool {
    for (index, field) in policy.vocabulary.fields.enumerated()
    where field.presence == .required && draft.values[index] == nil && !brokenFields.contains(index) {
      report(.test(.missingField(name: field.name)), at: place)
      return false
    }
    return true
  }

  private func ticket(
    _ draft: TicketDraft, _ view: TestDeclaration, allowsEmptyLog: Bool
  ) -> TestTicket? {
    let place = draft.range ?? view.title?.range ?? view.range.firstByte
    guard requireFields(of: draft, at: place) else { return nil }
    if draft.events.isEmpty, !allowsEmptyLog {
      report(.test(.noTimeline), at: place)
      return nil
    }
    var ticket = Ticket(fields: policy.vocabulary.fields.count)
    ticket.id = Array(draft.id.utf8)
    for (index, value) in draft.values { ticket.values[index] = value }
    for event in draft.events {
      let first = event.attributes.isEmpty ? -1 : ticket.attributes.count
      ticket.attributes += event.attributes
      ticket.events.append(
        LoggedEvent(at: event.at, code: Int32(event.event), firstAttribute: Int32(first)))
    }
    ticket.changes = draft.changes
    ticket.finish()
    return TestTicket(id: draft.id, ticket: ticket)
  }
}

/// A test while its lines are read.
struct TestDraft {
  var registers: [Register]
  /// Where each row of a register stands, by the register's index.
  var rows: [Int: [SourceRange]] = [:]
  var tickets: [TicketDraft] = []
  var asOf: Instant?
  /// The instant of the `as of` line, and the line.
  var asOfRange: SourceRange?
  var asOfLine: SourceRange?
  /// Expectations and the id of the ticket in whose block they stand.
  var expectations: [(ExpectLine, String)] = []
  var cases: CasesView?
  var casesRange: SourceRange?
  /// Those of one row of a table of cases, and those that the checker has answered.
  var caseExpectations: [PledgePolicy.Expectation] = []
  /// What stands where: fields, events, attributes, columns.
  var places: [Place] = []
  /// The lines that give rows of a register, by its index.
  var registerLines: [Int: [SourceRange]] = [:]
  /// The line that expects the rows of a register to be refused, where they are.
  var refusedRegister: SourceRange?

  init(registers: [Register]) { self.registers = registers }

  /// The name of what stands at a place, which messages about that place are about.
  struct Place {
    let range: SourceRange
    let name: String

    init(_ range: SourceRange, _ name: String) {
      self.range = range
      self.name = name
    }
  }
}

/// A ticket of a test while its lines are read.
struct TicketDraft {
  var id: String
  var values: [Int: Scalar] = [:]
  /// Where each field was given.
  var settings: [Int: SourceRange] = [:]
  var events: [Event] = []
  var changes: [FieldChange] = []
  /// The first instant of the timeline, which relative ones are counted from.
  var base: Instant?
  /// Whether the first line's instant could not be read.
  var hasLostBase = false
  /// The block of a ticket; nil for the one that the lines of the test itself tell.
  var range: SourceRange?
  /// Its id in the text.
  var idRange: SourceRange?

  /// One event of the timeline.
  struct Event {
    var at: Instant
    var event: Int
    var attributes: [Scalar]
    /// Its line, or its cell in a table of cases.
    var range: SourceRange
  }

  init(id: String) { self.id = id }
}

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
    let before = troubles
    isTestUncertain = view.isDamaged
    defer { isTestUncertain = false }
    var draft = TestDraft(
      registers: policy.registers.map { Register($0) })
    var body = TicketDraft(id: "")
    for line in view.lines { check(line, &draft, &body) }
    if draft.tickets.isEmpty || !body.events.isEmpty {
      draft.tickets.insert(body, at: 0)
    } else {
      // What the outer block gives holds for all tickets that do not say otherwise.
      for index in draft.tickets.indices { draft.tickets[index].values.merge(body.values) { own, _ in own } }
    }
    // A line that was not understood may be the one that is missed.
    if troubles > before { isTestUncertain = true }
    if let cases = draft.cases {
      expand(cases, draft, view)
    } else {
      finish(draft, view, suffix: "")
    }
    // A test with a message of its own says nothing about the policy.
    if !isTestUncertain, troubles == before, draft.expectations.isEmpty, draft.cases == nil {
      report(.test(.noExpectation), at: view.title?.range ?? view.range.firstByte)
    }
  }

  // MARK: Lines

  private func check(_ line: TestLine, _ draft: inout TestDraft, _ body: inout TicketDraft) {
    switch line {
    case .given(let given): for setting in given.settings { check(setting, &body) }
    case .ticket(let ticket):
      var own = TicketDraft(id: ticket.id?.contents ?? "")
      for line in ticket.lines { check(line, &draft, &own) }
      own.range = ticket.range
      draft.tickets.append(own)
    case .register(let register): addRows(register, &draft)
    case .asOf(let line):
      if let literal = line.instant, let (constant, type) = constant(literal, expecting: .instant) {
        if case .instant(let instant) = constant {
          draft.asOf = instant
          draft.asOfRange = literal.range
        } else {
          report(.type(.mismatch(found: type.words, needed: .anyOf([.date, .instant]))), at: literal.range)
        }
      }
    case .cases(let cases): draft.cases = cases.cases
    case .timeline(let timeline): addEvent(timeline, &body)
    case .expect(let expect): draft.expectations.append((expect, body.id))
    case .damaged: return
    }
  }

  private func check(_ line: SettingLine, _ body: inout TicketDraft) {
    guard case .setting(let setting) = line, let name = setting.name, let field = field(name) else { return }
    guard !brokenFields.contains(field) else { return }
    if let value = scalar(setting.value, as: policy.vocabulary.fields[field].type) {
      if once(&body.places[field], name.name, name.range) { body.values[field] = value }
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
    guard let name = line.name, let event = event(name) else { return }
    if isTwice(event, in: body) {
      report(.test(.eventTwice(event: name.name)), at: line.range)
      return
    }
    guard let at = moment(line, &body) else { return }
    body.events.append(TicketDraft.Event(at: at, event: event, attributes: attributes(line, event)))
    for setting in line.changes { addChange(setting, at, &body) }
  }

  /// Whether an event that is declared `once` is in a timeline already.
  func isTwice(_ event: Int, in body: TicketDraft) -> Bool {
    policy.vocabulary.events[event].once && body.events.contains { $0.event == event }
  }

  private func addChange(_ setting: SettingView, _ at: Instant, _ body: inout TicketDraft) {
    guard let name = setting.name, let field = field(name), !brokenFields.contains(field) else { return }
    guard let value = scalar(setting.value, as: policy.vocabulary.fields[field].type) else { return }
    body.changes.append(FieldChange(at: at, field: Int32(truncatingIfNeeded: field), value: value))
  }

  private func moment(_ line: TimelineLine, _ body: inout TicketDraft) -> Instant? {
    if let literal = line.instant {
      guard let (constant, type) = constant(literal, expecting: .instant) else { return nil }
      guard case .instant(let instant) = constant else {
        report(.type(.mismatch(found: type.words, needed: .dateAndTime)), at: literal.range)
        return nil
      }
      body.base = body.base ?? instant
      return instant
    }
    guard let delay = line.delay.flatMap({ duration($0) }) else { return nil }
    guard let base = body.base else {
      if !isTestUncertain { report(.test(.relativeWithoutStart), at: line.range) }
      return nil
    }
    return base.adding(delay)
  }

  private func attributes(_ line: TimelineLine, _ event: Int) -> [Scalar] {
    let declared = policy.vocabulary.events[event].attributes
    var values = declared.map { _ in Scalar.missing }
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

  // MARK: Registers

  private func addRows(_ line: TestRegisterLine, _ draft: inout TestDraft) {
    guard let name = line.name, let rows = line.rows,
      let entity = resolve(name, among: names { if case .register = $0 { true } else { false } })
    else { return }
    guard case .register(let index) = entity else {
      wrongSort(name, entity, asked: .register)
      return
    }
    let declared = policy.registers[index]
    // Without a key, which has been reported, rows mean nothing.
    guard declared.keys.allSatisfy({ !$0.name.isEmpty }) else { return }
    var columns: [Int?] = []
    var keys: [Int?] = declared.keys.map { _ in nil }
    for (position, column) in rows.columns.enumerated() {
      if let key = declared.keys.firstIndex(where: { $0.name == column.name }) {
        keys[key] = position
        columns.append(nil)
      } else if let found = registerColumns[index][column.name] {
        columns.append(found)
      } else {
        if rows.isDamaged || isUncertain(index) || isLost(column.name) { return }
        let names = (declared.keys + declared.columns).map(\.name)
        report(
          .name(
            .unknownColumn(
              name: column.name, owner: declared.name, columns: names,
              suggestion: Suggestion.nearest(to: column.name, among: names))), at: column.range)
        return
      }
    }
    if let absent = keys.firstIndex(of: nil) {
      if rows.isDamaged { return }
      let owner = Term.rowsOf(declared.name)
      report(.clause(.missing(clause: declared.keys[absent].name, owner: owner)), at: name.range)
      return
    }
    // In damaged rows a cell may be missing because of the damage.
    if rows.isDamaged { return }
    for row in rows.rows { addRow(row, index, keys.compactMap { $0 }, columns, &draft) }
  }

  private func addRow(
    _ row: DataRow, _ register: Int, _ keys: [Int], _ columns: [Int?], _ draft: inout TestDraft
  ) {
    let values = row.values
    guard values.count == columns.count else {
      report(
        .table(.cellCount(found: values.count, needed: columns.count, side: .dataRow)),
        at: row.range)
      return
    }
    let declared = policy.registers[register]
    var cells = declared.columns.map { _ in Scalar.missing }
    let key = zip(keys, declared.keys).compactMap { scalar(values[$0], as: $1.type) }
    guard key.count == keys.count, let first = keys.first else { return }
    for (position, column) in columns.enumerated() {
      guard let column, !brokenColumns.contains(RegisterColumn(register: register, column: column)),
        let value = scalar(values[position], as: declared.columns[column].type)
      else {
        continue
      }
      cells[column] = value
    }
    let words = keys.map { text(in: values[$0].range) }.joined(separator: ", ")
    if !draft.registers[register].add(keys: key, cells: cells) {
      report(
        .test(.duplicateKey(key: words)), at: values[first].range,
        labels: draft.keyPlaces[register]?[words].map { [SecondaryLabel(.firstGivenHere, at: $0)] } ?? [])
    } else if draft.registers[register].overlap(key, declared) != nil {
      report(
        .test(.rowsOverlap(key: words)), at: values[first].range,
        labels: draft.keyPlaces[register]?[words].map { [SecondaryLabel(.firstGivenHere, at: $0)] } ?? [])
    }
    if draft.keyPlaces[register]?[words] == nil {
      draft.keyPlaces[register, default: [:]][words] = values[first].range
    }
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

  /// A mistyped year of `as of` would leave nothing to look at, and the test could not fail any more.
  private func refuseEmptyView(of test: TestBlock, _ draft: TestDraft) {
    guard let asOf = test.asOf, let place = draft.asOfRange else { return }
    let events = test.tickets.flatMap(\.ticket.events)
    if !events.isEmpty, events.allSatisfy({ $0.at > asOf }) { report(.test(.asOfBeforeAll), at: place) }
  }

  private func ticket(
    _ draft: TicketDraft, _ view: TestDeclaration, allowsEmptyLog: Bool
  ) -> TestTicket? {
    let fields = policy.vocabulary.fields
    for (index, field) in fields.enumerated()
    where field.presence == .required && draft.values[index] == nil && !brokenFields.contains(index) {
      report(
        .test(.missingField(name: field.name)), at: draft.range ?? view.title?.range ?? view.range.firstByte)
      return nil
    }
    if draft.events.isEmpty, !allowsEmptyLog {
      report(.test(.noTimeline), at: draft.range ?? view.title?.range ?? view.range.firstByte)
      return nil
    }
    var ticket = Ticket(fields: fields.count)
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
  /// Where a key of a register stands for the first time, by the register and the key's text.
  var keyPlaces: [Int: [String: SourceRange]] = [:]
  var tickets: [TicketDraft] = []
  var asOf: Instant?
  var asOfRange: SourceRange?
  /// Expectations and the id of the ticket in whose block they stand.
  var expectations: [(ExpectLine, String)] = []
  var cases: CasesView?
  /// Those of one row of a table of cases.
  var caseExpectations: [PledgePolicy.Expectation] = []

  init(registers: [Register]) { self.registers = registers }
}

/// A ticket of a test while its lines are read.
struct TicketDraft {
  var id: String
  var values: [Int: Scalar] = [:]
  /// Where each of them is given.
  var places: [Int: SourceRange] = [:]
  var events: [Event] = []
  var changes: [FieldChange] = []
  /// The first instant of the timeline, which relative ones are counted from.
  var base: Instant?
  var range: SourceRange?

  /// One event of the timeline.
  struct Event {
    var at: Instant
    var event: Int
    var attributes: [Scalar]
  }

  init(id: String) { self.id = id }
}

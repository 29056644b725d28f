import PledgeDiagnostics
import PledgePolicy
import PledgeTickets
import PledgeTime

/// Tickets, rows of registers and an as-of instant: what a test has beside its expectations.
package struct Situation: Hashable, Sendable {
  /// At least one.
  package var tickets: [Draft]
  /// For each register of the policy its rows.
  package var rows: [[Row]]
  /// Nil for the last event of all tickets.
  package var asOf: Instant?

  /// One ticket.
  package struct Draft: Hashable, Sendable {
    /// One a field of the vocabulary.
    package var values: [Scalar]
    package var events: [Event]
  }

  /// One event of a timeline.
  package struct Event: Hashable, Sendable {
    package var at: Instant
    package var code: Int32
    /// One an attribute of the event.
    package var attributes: [Scalar]
  }

  /// One row of a register.
  package struct Row: Hashable, Sendable {
    package var keys: [Scalar]
    package var cells: [Scalar]
  }

  /// All instants of its timelines, in order, each once.
  var instants: [Instant] { Set(tickets.flatMap { $0.events.map(\.at) }).sorted() }

  /// How much there is to read: small situations are better witnesses.
  package var size: Int {
    tickets.reduce(0) { $0 + 3 + 2 * $1.events.count + $1.values.count { $0 != .missing } }
      + rows.reduce(0) { $0 + 2 * $1.count } + (asOf == nil ? 0 : 1)
  }

  /// The id of a ticket by its place.
  static func id(_ place: Int) -> String { "T-\(place + 1)" }

  /// The same as a test that expects nothing; nil where two rows have one key, or nothing happens that could
  /// be looked at.
  func test(of policy: Policy) -> TestBlock? {
    var registers = policy.registers.map { Register($0) }
    for (index, rows) in rows.enumerated() {
      let columns = policy.registers[index].columns
      for row in rows {
        guard registers[index].add(keys: row.keys, cells: stated(row.cells, columns)),
          registers[index].overlap(row.keys, policy.registers[index]) == nil
        else { return nil }
      }
    }
    guard asOf != nil || tickets.allSatisfy({ !$0.events.isEmpty }) else { return nil }
    let first = tickets.flatMap { $0.events.map(\.at) }.min()
    if let asOf, let first, first > asOf { return nil }
    var test = TestBlock(title: "", registers: registers, origin: policy.header.origin)
    test.asOf = asOf
    for (place, draft) in tickets.enumerated() {
      guard let ticket = draft.ticket(of: policy) else { return nil }
      test.tickets.append(TestTicket(id: tickets.count == 1 ? "" : Self.id(place), ticket: ticket))
    }
    return test
  }
}

/// Values of which none is left out: what a test does not state has its default.
private func stated(_ values: [Scalar], _ declared: [FieldDeclaration]) -> [Scalar] {
  zip(values, declared).map { $0 == .missing ? $1.presence.unstated : $0 }
}

extension Situation.Draft {
  /// The ticket; nil where a required field or an event that happens once is not as declared.
  fileprivate func ticket(of policy: Policy) -> Ticket? {
    for (value, field) in zip(values, policy.vocabulary.fields)
    where field.presence == .required && value == .missing { return nil }
    var seen: Set<Int32> = []
    var ticket = Ticket(fields: values.count)
    ticket.values = values
    for event in events {
      if !seen.insert(event.code).inserted, policy.vocabulary.events[Int(event.code)].once { return nil }
      let first = event.attributes.isEmpty ? -1 : ticket.attributes.count
      ticket.attributes += stated(
        event.attributes, policy.vocabulary.events[Int(event.code)].attributes)
      ticket.events.append(LoggedEvent(at: event.at, code: event.code, firstAttribute: Int32(first)))
    }
    ticket.finish()
    return ticket
  }
}

/// What the checker finds about tests; codes P0600 to P0629.
package enum TestFact: Hashable, Sendable {
  /// A test that expects nothing.
  case noExpectation
  /// A test without a single event.
  case noTimeline
  /// A required field that the test does not give.
  case missingField(name: String)
  /// Columns that have to have a value and that the rows of a register do not give.
  case missingColumns(names: [String], register: String)
  /// Attributes that an event has to carry and that a test does not give.
  case missingAttributes(names: [String], event: String)
  /// A relative instant without an instant before it.
  case relativeWithoutStart
  /// A word that no target or refund can come to.
  case unknownOutcome(word: String, known: [Term], suggestion: String?)
  /// A figure that the subject does not have.
  case wrongFigure(figure: String, subject: Term)
  /// An event that is declared `once` happens again.
  case eventTwice(event: String)
  /// A key that stands twice in the rows of a register.
  case duplicateKey(key: String)
  /// Two rows of a key whose times overlap.
  case rowsOverlap(key: String)
  /// Several tickets, and an expectation that does not say whose.
  case whichTicket
  /// An expectation of an escalation that does not say which step.
  case whichStep(escalation: String)
  /// A step that the escalation does not have.
  case unknownStep(escalation: String, step: String, steps: Int)
  /// A step that is repeated, without the repetition, or the other way round.
  case whichRepetition(step: String, isRepeated: Bool)
  /// The instant as of which is decided lies before everything that the test says has happened.
  case asOfBeforeAll
  /// The instant as of which is decided lies so far behind everything that nobody means it.
  case asOfFarAhead(years: Int)
  /// Two tickets of a test have one id.
  case ticketTwice(id: String)
  /// A ticket whose data is refused, and something that would have to be decided of it.
  case refusedAndDecided
  /// Data that is refused, without the reason.
  case refusedWithoutReason
  /// No ticket of the test has this id.
  case unknownTicket(id: String)
}

extension TestFact: FactFamily {
  /// The stable code of the fact.
  package var code: DiagnosticCode {
    switch self {
    case .noExpectation: DiagnosticCode(600, "test-without-expectation")
    case .noTimeline: DiagnosticCode(601, "test-without-timeline")
    case .missingField: DiagnosticCode(602, "field-not-given")
    case .missingColumns: DiagnosticCode(611, "column-not-given")
    case .missingAttributes: DiagnosticCode(612, "attribute-not-given")
    case .relativeWithoutStart: DiagnosticCode(603, "relative-without-start")
    case .unknownOutcome: DiagnosticCode(604, "unknown-outcome")
    case .wrongFigure: DiagnosticCode(605, "wrong-figure")
    case .duplicateKey: DiagnosticCode(606, "duplicate-key")
    case .asOfBeforeAll: DiagnosticCode(616, "as-of-before-all-events")
    case .asOfFarAhead: DiagnosticCode(620, "as-of-far-ahead")
    case .eventTwice: DiagnosticCode(609, "event-twice")
    case .rowsOverlap: DiagnosticCode(610, "rows-overlap")
    case .whichTicket: DiagnosticCode(607, "which-ticket")
    case .unknownTicket: DiagnosticCode(608, "unknown-ticket")
    case .ticketTwice: DiagnosticCode(617, "ticket-twice")
    case .refusedAndDecided: DiagnosticCode(618, "refused-and-decided")
    case .refusedWithoutReason: DiagnosticCode(619, "refused-without-reason")
    case .whichStep: DiagnosticCode(613, "which-step")
    case .unknownStep: DiagnosticCode(614, "unknown-step")
    case .whichRepetition: DiagnosticCode(615, "which-repetition")
    }
  }

  /// A test that proves nothing is an error.
  package var severity: Severity { .error }
}

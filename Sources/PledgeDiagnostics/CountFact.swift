/// What the checker finds about counts of other tickets; codes P0760 to P0769.
package enum CountFact: Hashable, Sendable {
  /// Something else than `tickets` is counted with `where`.
  case notTickets(function: String, text: String)
  /// `this` outside of a count.
  case strayThis
  /// A count inside the condition of a count.
  case nested
  /// One side of a comparison mixes both tickets, or the two are joined by something else than `and`.
  case mixed
  /// The condition asks for the verdict of the other ticket.
  case asksVerdict(target: String)
  /// A ticket is looked at before the times of keys are known.
  case asksKeySpan(span: String)
  /// The times of a key depend on a count of tickets.
  case spanAsksCount
}

extension CountFact: FactFamily {
  /// The stable code of the fact.
  package var code: DiagnosticCode {
    switch self {
    case .notTickets: DiagnosticCode(760, "not-tickets")
    case .strayThis: DiagnosticCode(761, "stray-this")
    case .nested: DiagnosticCode(762, "nested-count")
    case .mixed: DiagnosticCode(763, "mixed-tickets")
    case .asksVerdict: DiagnosticCode(764, "verdict-of-another-ticket")
    case .asksKeySpan: DiagnosticCode(765, "span-of-a-key-asked-too-early")
    case .spanAsksCount: DiagnosticCode(766, "count-in-a-span-of-a-key")
    }
  }

  /// A count that cannot be made has no answer.
  package var severity: Severity { .error }
}

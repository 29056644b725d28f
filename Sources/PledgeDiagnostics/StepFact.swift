/// What the checker finds about the steps of escalations; codes P0800 to P0819.
package enum StepFact: Hashable, Sendable {
  /// A step behind the end of its clock: after which time it falls due, and after which the clock ends.
  case behindEnd(due: String, end: String)
  /// A share of a target that is bounded by an instant.
  case shareOfDeadline(target: String)
  /// An event without this attribute.
  case unknownAttribute(event: String, name: String, attributes: [String], suggestion: String?)
  /// Evidence that is in time only at the very instant of an event, or of the clock's start.
  case noTime(event: String?)
}

extension StepFact: FactFamily {
  /// The stable code of the fact.
  package var code: DiagnosticCode {
    switch self {
    case .behindEnd: DiagnosticCode(800, "step-behind-end")
    case .shareOfDeadline: DiagnosticCode(801, "share-of-deadline")
    case .unknownAttribute: DiagnosticCode(802, "unknown-attribute")
    case .noTime: DiagnosticCode(803, "no-time-for-step")
    }
  }

  /// A step that cannot be as written is an error; one that leaves no time is strange, but it can be meant.
  package var severity: Severity {
    switch self {
    case .behindEnd, .shareOfDeadline, .unknownAttribute: .error
    case .noTime: .warning
    }
  }
}

/// What the checker finds about keys and periods; codes P0720 to P0739.
package enum ScopeFact: Hashable, Sendable {
  /// A key that is no path: no field, column or `let`.
  case notAKey
  /// What differs from ticket to ticket stands where a key and a period are asked.
  case notOfTheKey(name: String, keys: Term)
  /// A key and a period stand where one ticket is asked.
  case notOfATicket(name: String)
  /// A figure of a target with another key or period; both scopes as they are written.
  case otherScope(target: String, found: Term, needed: Term)
  /// A target with a measure or key, and no period.
  case noPeriod(owner: Term)
  /// A unit by which no period is cut.
  case noPeriodUnit(text: String)
  /// Windows that roll by months or days and are shorter than one.
  case gapsBetweenWindows(byMonth: Bool)
  /// A name that no period of the target has; an example of one that it could have.
  case unknownPeriod(name: String, example: String)
  /// An expectation with more or fewer keys than its subject has.
  case keyCount(subject: String, needed: Int)
  /// An expectation of a period target that does not say which period.
  case whichPeriod(subject: String, example: String)
  /// A span of other keys inside one of some keys.
  case otherKeys(span: String, found: Term, needed: Term)
  /// An event at a side of a span per key that has another span at a side.
  case eventBesideSpan(span: String)
}

extension ScopeFact: FactFamily {
  /// The stable code of the fact.
  package var code: DiagnosticCode {
    switch self {
    case .notAKey: DiagnosticCode(720, "not-a-key")
    case .notOfTheKey: DiagnosticCode(721, "not-of-the-key")
    case .notOfATicket: DiagnosticCode(722, "not-of-a-ticket")
    case .otherScope: DiagnosticCode(723, "other-scope")
    case .noPeriod: DiagnosticCode(724, "no-period")
    case .noPeriodUnit: DiagnosticCode(725, "no-period-unit")
    case .unknownPeriod: DiagnosticCode(726, "unknown-period")
    case .keyCount: DiagnosticCode(727, "key-count")
    case .whichPeriod: DiagnosticCode(728, "which-period")
    case .otherKeys: DiagnosticCode(729, "other-keys")
    case .eventBesideSpan: DiagnosticCode(730, "event-beside-a-span")
    case .gapsBetweenWindows: DiagnosticCode(732, "gaps-between-windows")
    }
  }

  /// What cannot be asked of a key and a period has no answer.
  package var severity: Severity { .error }
}

/// What the formatter finds; codes P0950 to P0959.
package enum FormatFact: Hashable, Sendable {
  /// The formatted text would not be the same policy, so the given one was left as it is.
  case wouldChange
  /// A file with errors cannot be written in another dialect.
  case damaged
}

extension FormatFact: FactFamily {
  /// The stable code of the fact.
  package var code: DiagnosticCode {
    switch self {
    case .wouldChange: DiagnosticCode(950, "format-would-change")
    case .damaged: DiagnosticCode(951, "damaged-file-not-converted")
    }
  }

  /// The formatter could not do what it was asked for.
  package var severity: Severity { .error }
}

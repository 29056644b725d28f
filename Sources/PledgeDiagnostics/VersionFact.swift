/// What is found about the versions of one policy; codes P0740 to P0749.
package enum VersionFact: Hashable, Sendable {
  /// Two versions are in force at one time; `start` is when the later one begins, as written.
  case overlap(earlier: String, later: String, start: String?)
  /// No version is in force between two.
  case gap(earlier: String, later: String, end: String, start: String)
  /// One of several versions whose validity follows from the ticket.
  case validityOfTicket(version: String)
  /// Two files state one version.
  case sameVersion(id: String, version: String)
  /// The versions choose by different events; empty for the first event of the log.
  case governedDifferently(first: String, second: String)
  /// A refund of two versions whose amounts cannot be added.
  case currencies(refund: String, first: String, second: String)
}

extension VersionFact: FactFamily {
  /// The stable code of the fact.
  package var code: DiagnosticCode {
    switch self {
    case .overlap: DiagnosticCode(740, "overlapping-versions")
    case .gap: DiagnosticCode(741, "gap-between-versions")
    case .validityOfTicket: DiagnosticCode(742, "validity-of-the-ticket")
    case .sameVersion: DiagnosticCode(743, "same-version")
    case .governedDifferently: DiagnosticCode(744, "versions-governed-differently")
    case .currencies: DiagnosticCode(745, "currencies-of-versions")
    }
  }

  /// Versions of which it is not certain which one decides are an error.
  package var severity: Severity { .error }
}

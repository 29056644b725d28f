/// What the checker finds about several files; codes P0700 to P0719.
package enum FileFact: Hashable, Sendable {
  /// A file that is used and cannot be read.
  case unreadable(path: String, reason: String)
  /// A file outside the folder that nothing may be taken from outside of.
  case outside(path: String, root: String)
  /// Files that use each other, from the first to itself.
  case circle(path: [String])
  /// Files that use each other in too long a row.
  case tooDeep(limit: Int)
  /// A name that the used file does not declare.
  case unknown(name: String, file: String, suggestion: String?)
  /// A name that the used file takes from another one itself.
  case declaredElsewhere(name: String, file: String)
  /// A name of another file that was not taken from it.
  case notTaken(name: String, file: String)
  /// Two files of one policy declare a name; `neededBy` is the taken name that brings one of them along.
  case nameOfTwoFiles(name: String, neededBy: String?)
}

extension FileFact: FactFamily {
  /// The stable code of the fact.
  package var code: DiagnosticCode {
    switch self {
    case .unreadable: DiagnosticCode(700, "unreadable-file")
    case .outside: DiagnosticCode(701, "file-outside-root")
    case .circle: DiagnosticCode(702, "circular-files")
    case .tooDeep: DiagnosticCode(703, "files-too-deep")
    case .unknown: DiagnosticCode(704, "name-not-in-file")
    case .declaredElsewhere: DiagnosticCode(705, "name-of-another-file")
    case .notTaken: DiagnosticCode(706, "name-not-taken")
    case .nameOfTwoFiles: DiagnosticCode(707, "name-of-two-files")
    }
  }

  /// A policy with a part missing means nothing certain.
  package var severity: Severity { .error }
}

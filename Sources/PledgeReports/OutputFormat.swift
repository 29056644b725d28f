/// The formats that tables of figures are written in.
package enum OutputFormat: String, Sendable, Hashable, CaseIterable {
  case text, json, ndjson, csv
}

/// The formats that diagnostics are written in.
package enum DiagnosticFormat: String, Sendable, Hashable, CaseIterable {
  case text, json, ndjson, csv
  /// SARIF 2.1.0, as code-scanning services read it.
  case sarif
  /// Commands of GitHub's workflows, which become notes beside the lines of a change.
  case github
}

/// The formats that test results are written in.
package enum TestFormat: String, Sendable, Hashable, CaseIterable {
  case text, json, ndjson, csv
  /// JUnit XML, as services for continuous integration read it.
  case junit
  /// The Test Anything Protocol, version 14.
  case tap
  /// Commands of GitHub's workflows, which become notes beside the lines of a change.
  case github
}

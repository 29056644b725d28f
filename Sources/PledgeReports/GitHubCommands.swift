import PledgeDiagnostics

/// Commands of GitHub's workflows: one line a message, shown beside the line of the file.
///
/// Escapes as docs.github.com/actions/reference/workflow-commands-for-github-actions states them: `%`, CR
/// and LF everywhere, `:` and `,` in properties.
enum GitHubCommands {
  /// One message with its place.
  static func line(
    _ command: String, at range: SourceRange, in file: SourceFile, title: String, _ message: String
  ) -> String {
    let start = file.location(at: range.start)
    let end = file.location(at: max(range.start, range.end))
    var properties = [
      ("file", file.name), ("line", "\(start.line)"), ("endLine", "\(end.line)"),
    ]
    // Columns are shown only of messages on one line.
    if start.line == end.line {
      properties += [("col", "\(start.utf16Column)"), ("endColumn", "\(end.utf16Column)")]
    }
    properties.append(("title", title))
    let written = properties.map { "\($0.0)=\(escaped($0.1, isProperty: true))" }.joined(separator: ",")
    return "::\(command) \(written)::\(escaped(message, isProperty: false))\n"
  }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension CheckReport {
  /// One command a diagnostic.
  func githubCommands(_ speech: Speech) -> String {
    entries.flatMap { entry in
      entry.diagnostics.map { diagnostic in
        let words = speech.words(diagnostic.fact, in: sources[diagnostic.file])
        return GitHubCommands.line(
          GitHubCommands.name(of: diagnostic.severity), at: diagnostic.range, in: entry.file,
          title: "\(diagnostic.code) \(diagnostic.code.name)",
          words.headline + (words.hint.map { "\nhint: " + $0 } ?? ""))
      }
    }.joined()
  }
}

extension GitHubCommands {
  /// The command of a severity.
  fileprivate static func name(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }
}

extension TestReport {
  /// One command an expectation that does not hold.
  var githubCommands: String {
    entries.flatMap { entry in
      entry.results.flatMap { test in
        test.failures.compactMap { failure in
          sources[failure.origin.file].map {
            GitHubCommands.line(
              "error", at: failure.origin, in: $0, title: test.title, TestFailureText.plain(failure))
          }
        }
      }
    }.joined()
  }
}

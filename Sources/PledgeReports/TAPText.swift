import PledgeTesting

/// Test results in the Test Anything Protocol, version 14 (testanything.org).
enum TAPText {
  /// The plan, then one line a test; a failure has a block of YAML with each figure that differs.
  static func text(_ report: TestReport) -> String {
    var result = "TAP version 14\n1..\(report.tests)\n"
    var number = 0
    for entry in report.entries {
      for test in entry.results {
        number += 1
        let name = escaped("\(entry.file): \(test.title)")
        result += "\(test.isPassed ? "ok" : "not ok") \(number) - \(name)\n"
        if !test.isPassed { result += failures(test, entry, report) }
      }
    }
    return result
  }

  private static func failures(
    _ test: TestResult, _ entry: TestReport.Entry, _ report: TestReport
  ) -> String {
    var lines = ["---", "failures:"]
    for failure in test.failures {
      lines.append("  - at: \(quoted("\(entry.file):\(report.line(failure.origin))"))")
      lines.append("    expectation: \(quoted(failure.text))")
      if let id = failure.decision?.id, !id.isEmpty { lines.append("    ticket: \(quoted(id))") }
      lines.append("    differences:")
      for difference in failure.differences {
        lines.append("      - figure: \(quoted(difference.figure))")
        lines.append("        expected: \(quoted(difference.expected))")
        lines.append("        came: \(quoted(difference.actual))")
      }
    }
    return (lines + ["..."]).map { "  \($0)\n" }.joined()
  }

  /// A `#` would begin a directive.
  private static func escaped(_ name: String) -> String {
    name.map { character in
      switch character {
      case "\\": "\\\\"
      case "#": "\\#"
      default: character.isNewline ? " " : String(character)
      }
    }.joined()
  }

  /// A JSON string, which is one of YAML too.
  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONText.append(string: text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

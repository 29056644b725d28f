import PledgeTesting

/// Test results as JUnit XML, valid by the schema of Jenkins' xunit plugin (junit-10.xsd).
///
/// A policy file is a suite and a test a case; times are left out, because they would differ from run to
/// run.
enum JUnitXML {
  /// The whole document.
  static func text(_ report: TestReport) -> String {
    var result = """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="pledge" tests="\(report.tests)" failures="\(report.failed)" errors="0">

      """
    for entry in report.entries { result += suite(entry, report) }
    return result + "</testsuites>\n"
  }

  private static func suite(_ entry: TestReport.Entry, _ report: TestReport) -> String {
    let attributes = [
      ("name", entry.policy.header.title), ("tests", "\(entry.results.count)"),
      ("failures", "\(entry.failed)"), ("errors", "0"), ("skipped", "0"), ("file", entry.file),
      ("version", entry.policy.header.version),
    ]
    var result = "  <testsuite\(written(attributes))>\n"
    for test in entry.results { result += testCase(test, entry, report) }
    return result + "  </testsuite>\n"
  }

  private static func testCase(
    _ test: TestResult, _ entry: TestReport.Entry, _ report: TestReport
  ) -> String {
    let head = "    <testcase\(written([("name", test.title), ("classname", entry.policy.header.id)]))"
    guard !test.isPassed else { return head + "/>\n" }
    let failures = test.failures.map { failure in
      let attributes = [("type", "expectation"), ("message", failure.text)]
      let place = "\(entry.file):\(report.line(failure.origin))"
      let body = escaped(place + "\n" + TestFailureText.plain(failure), isAttribute: false)
      return "      <failure\(written(attributes))>\(body)</failure>\n"
    }
    return head + ">\n" + failures.joined() + "    </testcase>\n"
  }

  private static func written(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0.0)=\"\(escaped($0.1, isAttribute: true))\"" }.joined()
  }

  /// Characters that XML 1.0 cannot hold become U+FFFD.
  private static func escaped(_ text: String, isAttribute: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"" where isAttribute: result += "&quot;"
      case "\n" where isAttribute: result += "&#10;"
      case "\t" where isAttribute: result += "&#9;"
      case "\r": result += "&#13;"
      case "\n", "\t", "\u{20}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
        result.unicodeScalars.append(scalar)
      default: result += "\u{FFFD}"
      }
    }
    return result
  }
}

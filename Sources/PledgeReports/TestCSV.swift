import PledgeTesting

/// Test results as CSV: a row a test that passed, and a row a figure that differs.
enum TestCSV {
  static func bytes(_ report: TestReport) -> [UInt8] {
    var bytes: [UInt8] = []
    CSVText.append(
      row: [
        "file", RunSheet.digestName, "line", "test", "result", "expectation", "ticket", "figure", "expected",
        "actual",
        "tool",
      ], to: &bytes)
    for entry in report.entries {
      for test in entry.results {
        let start = [entry.file, entry.digest]
        if test.isPassed {
          CSVText.append(
            row: start + [
              "\(report.line(test.origin))", test.title, "passed", "", "", "", "", "", ToolVersion.text,
            ],
            to: &bytes)
        }
        for failure in test.failures {
          for difference in failure.differences {
            CSVText.append(
              row: start + [
                "\(report.line(failure.origin))", test.title, "failed", failure.text,
                failure.decision?.id ?? "",
                difference.figure, difference.expected, difference.actual, ToolVersion.text,
              ], to: &bytes)
          }
        }
      }
    }
    return bytes
  }
}

import PledgeTesting

/// A failure in plain lines, for formats that have no tables.
enum TestFailureText {
  /// The expectation, the ticket and each figure that differs.
  static func plain(_ failure: TestFailure) -> String {
    let id = failure.decision?.id ?? ""
    let lines =
      ["does not hold: \(failure.text)"] + (id.isEmpty ? [] : ["ticket \(id)"])
      + failure.differences.map { "\($0.figure): expected \($0.expected), came \($0.actual)" }
    return lines.joined(separator: "\n")
  }
}

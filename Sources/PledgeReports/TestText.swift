import PledgeDiagnostics
import PledgeEvaluation
import PledgePolicy
import PledgeTesting

/// Test results for people: a line a policy, and each failure with what was expected, what came and why.
struct TestText {
  let report: TestReport
  let style: Style

  var text: String {
    var result = ""
    for entry in report.entries {
      let count = CheckReport.counted(entry.results.count, "test", "tests")
      if entry.failed == 0 {
        result += "\(style.good("ok"))    \(entry.file): \(count)\n"
      } else {
        result += "\(style.bad("FAIL"))  \(entry.file): \(entry.failed) of \(count) failed\n"
      }
      for test in entry.results where !test.isPassed { result += "\n" + failures(test, entry) }
    }
    for entry in report.entries {
      guard let coverage = entry.coverage else { continue }
      result += "\n" + CoverageText(coverage: coverage, entry: entry, report: report, style: style).text
    }
    return result + (result.hasSuffix("\n\n") ? "" : "\n") + summary
  }

  private var summary: String {
    let tests = CheckReport.counted(report.tests, "test", "tests")
    let expectations = CheckReport.counted(report.expectations, "expectation", "expectations")
    let failed = report.failed == 0 ? style.good("all passed") : style.bad("\(report.failed) failed")
    let order = report.seed.map { ", in the order of seed \($0)" } ?? ""
    return "\(tests), \(expectations): \(failed)\(order)\n"
  }

  private func failures(_ test: TestResult, _ entry: TestReport.Entry) -> String {
    var result =
      "  \(style.bold("\"\(test.title)\""))  \(style.faint("\(entry.file):\(report.line(test.origin))"))\n"
    // The plan has the policy's own parameters, as the tests have.
    let explaining = ExplanationText(plan: Plan(entry.policy), sources: report.sources, style: style)
    for failure in test.failures {
      result += "\n" + indented(failed(failure, entry), by: 4)
      guard let decision = failure.decision else {
        for part in told(failure, of: test, entry.policy, explaining) {
          result += "\n" + indented(part, by: 4)
        }
        continue
      }
      result += "\n" + indented(explaining.timeline(decision), by: 4)
      if let target = failure.target {
        result += "\n" + indented(explaining.target(target, decision), by: 6)
      }
      if let escalation = failure.escalation {
        result += "\n" + indented(explaining.escalation(escalation, decision), by: 6)
      }
      if let refund = failure.refund {
        result += "\n" + indented(explaining.refund(refund, decision), by: 6)
      }
      if let right = failure.right {
        result += "\n" + indented(explaining.right(right, decision), by: 6)
      }
    }
    return result
  }

  private func failed(_ failure: TestFailure, _ entry: TestReport.Entry) -> String {
    let place = style.faint("\(entry.file):\(report.line(failure.origin))")
    var result = "\(style.bad("does not hold:")) \(failure.text)  \(place)\n"
    let id = failure.decision?.id ?? ""
    if !id.isEmpty { result += "ticket \(id)\n" }
    var table = TextTable([.left, .left, .left])
    table.indent = "  "
    table.add(["", "expected", "came"], mark: style.faint)
    let (good, bad) = (style.good, style.bad)
    for difference in failure.differences {
      table.add([difference.figure, difference.expected, difference.actual], marks: [1: good, 2: bad])
    }
    return result + table.text
  }

  private func indented(_ text: String, by count: Int) -> String {
    let blank = String(repeating: " ", count: count)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : blank + $0 }.joined(separator: "\n")
  }
}

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
      let count = style.say(.testCount(entry.results.count))
      if entry.failed == 0 {
        result += style.result(isGood: true) + "\(entry.file)\(style.say(.colon))\(count)\n"
      } else {
        result +=
          style.result(isGood: false) + "\(entry.file)\(style.say(.colon))"
          + style.say(.failedOf(entry.failed, count)) + "\n"
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
    let tests = style.say(.testCount(report.tests))
    let expectations = style.say(.expectationCount(report.expectations))
    let failed =
      report.failed == 0
      ? style.good(style.say(.allPassed)) : style.bad(style.say(.failedCount(report.failed)))
    let order = report.seed.map { style.say(.orderOfSeed("\($0)")) } ?? ""
    return tests + style.say(.comma) + expectations + style.say(.colon) + failed + order + "\n"
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
    var result = style.bad(style.say(.doesNotHold)) + style.say(.colon) + "\(failure.text)  \(place)\n"
    let id = failure.decision?.id ?? ""
    if !id.isEmpty { result += style.say(.ticketNamed(id)) + "\n" }
    var table = TextTable([.left, .left, .left])
    table.indent = "  "
    table.add(["", style.say(.expected), style.say(.came)], mark: style.faint)
    let (good, bad) = (style.good, style.bad)
    let words = DifferenceWords(language: style.language)
    for difference in failure.differences {
      table.add(words.cells(difference), marks: [1: good, 2: bad])
    }
    return result + table.text
  }

  private func indented(_ text: String, by count: Int) -> String {
    let blank = String(repeating: " ", count: count)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : blank + $0 }.joined(separator: "\n")
  }
}

import PledgeDiagnostics
import PledgeEvaluation
import PledgePolicy
import PledgeTesting

/// What the tests of several policies came to.
package struct TestReport: Sendable {
  /// The tests of one policy file.
  package struct Entry: Sendable {
    package var policy: Policy
    package var file: String
    package var digest: String
    package var results: [TestResult]
    /// Further files that the policy reads, with their digests.
    package var inputs: [RunSheet.Input]
    /// What the tests meet of the policy; nil where that was not asked for.
    package var coverage: TestCoverage?
    /// Tests that would meet what no test meets, ready to be pasted.
    package var witnesses: [CoverageGoal: String]

    package init(
      policy: Policy, file: String, digest: String, results: [TestResult], inputs: [RunSheet.Input] = [],
      coverage: TestCoverage? = nil, witnesses: [CoverageGoal: String] = [:]
    ) {
      self.policy = policy
      self.file = file
      self.digest = digest
      self.results = results
      self.inputs = inputs
      self.coverage = coverage
      self.witnesses = witnesses
    }

    /// The tests with at least one expectation that does not hold.
    package var failed: Int { results.count { !$0.isPassed } }
  }

  package var entries: [Entry]
  package var sources: SourceSet

  /// What gave the order in which the tests ran; nil for that of the text.
  package var seed: UInt64?

  package init(entries: [Entry], sources: SourceSet, seed: UInt64? = nil) {
    self.entries = entries
    self.sources = sources
    self.seed = seed
  }

  /// All tests.
  package var tests: Int { entries.reduce(0) { $0 + $1.results.count } }
  /// All expectations.
  package var expectations: Int {
    entries.reduce(0) { $0 + $1.results.reduce(0) { $0 + $1.expectations } }
  }
  /// Tests that failed.
  package var failed: Int { entries.reduce(0) { $0 + $1.failed } }

  /// The report in a format.
  package func bytes(_ format: TestFormat, _ style: Style) -> [UInt8] {
    switch format {
    case .text: Array(TestText(report: self, style: style).text.utf8)
    case .json: TestJSON(report: self).bytes
    case .ndjson: TestJSON(report: self).lines
    case .csv: TestCSV.bytes(self)
    case .junit: Array(JUnitXML.text(self).utf8)
    case .tap: Array(TAPText.text(self).utf8)
    case .github: Array(githubCommands.utf8)
    }
  }

  /// The line of a place in its file.
  func line(_ range: SourceRange) -> Int { sources[range.file]?.line(at: range.start) ?? 0 }
}

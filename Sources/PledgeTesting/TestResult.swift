import struct PledgeDiagnostics.SourceRange
import PledgeEvaluation
import PledgePolicy

/// What one test block came to.
package struct TestResult: Sendable {
  package var title: String
  package var origin: SourceRange
  package var ticketCount: Int
  package var expectationCount: Int
  /// The expectations that do not hold, in the order of the text.
  package var failures: [TestFailure]

  /// Whether everything is as expected.
  package var hasPassed: Bool { failures.isEmpty }
}

/// One expectation that does not hold.
package struct TestFailure: Sendable {
  package var expectation: PledgePolicy.Expectation
  /// What was expected and what came, only where they differ.
  package var differences: [Difference]
  /// The ticket's decision with its reasons.
  package var decision: ExplainedTicket

  /// One figure side by side.
  package struct Difference: Sendable, Hashable {
    package var figure: Figure
    package var expected: String
    package var actual: String

    package init(_ figure: Figure, expected: String, actual: String) {
      self.figure = figure
      self.expected = expected
      self.actual = actual
    }
  }

  /// What is compared.
  package enum Figure: String, Sendable, Hashable, CaseIterable {
    case verdict, over, counted, left, due, because, state, amount, value
  }
}

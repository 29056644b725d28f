import PledgeDiagnostics
import PledgeEvaluation
import PledgePolicy

/// Which of the things that tests should meet those of a policy do meet.
package struct TestCoverage: Sendable {
  package let sketch: CoverageSketch
  /// The goals that some passing test meets.
  package let covered: Set<CoverageGoal>

  /// Runs the tests of a policy once more and watches them; a test that failed covers nothing.
  ///
  /// `results` are those of the policy's tests, in their order. `sources` has the policy's text.
  package init(_ policy: Policy, results: [TestResult], sources: SourceSet) {
    let sketch = CoverageSketch(policy, sources: sources)
    self.sketch = sketch
    let asking = TestRunner.asking(sketch.policy)
    let plan = sketch.plan(of: asking)
    var covered: Set<CoverageGoal> = []
    for (test, result) in zip(asking.tests, results) where result.isPassed {
      covered.formUnion(sketch.goals(of: test, plan, asked: AskedOutcomes(test)))
    }
    self.covered = covered
  }

  /// The items that no test meets, in the order of the sketch.
  package var uncovered: [CoverageItem] { sketch.items.filter { !covered.contains($0.goal) } }

  /// How many items of a kind are covered, of how many.
  package func count(_ kind: CoverageItem.Kind) -> CoverageCount {
    let items = sketch.items.filter { $0.kind == kind }
    return CoverageCount(covered: items.count { covered.contains($0.goal) }, total: items.count)
  }

  /// The same of all kinds.
  package var total: CoverageCount {
    CoverageItem.Kind.allCases.reduce(CoverageCount(covered: 0, total: 0)) { $0.adding(count($1)) }
  }
}

/// An exact share of things: so many of so many.
package struct CoverageCount: Sendable, Hashable {
  package var covered: Int
  package var total: Int

  package init(covered: Int, total: Int) {
    self.covered = covered
    self.total = total
  }

  /// `5/6`.
  package var text: String { "\(covered)/\(total)" }

  package func adding(_ other: CoverageCount) -> CoverageCount {
    CoverageCount(covered: covered + other.covered, total: total + other.total)
  }
}

extension CoverageSketch {
  /// The goals that a test's tickets meet, of those that somebody asks about.
  func goals(of test: TestBlock, _ plan: Plan, asked: AskedOutcomes) -> Set<CoverageGoal> {
    GoalReading(sketch: self, decided: DecidedTest(test, plan), asked: asked).met.goals
  }

  /// What tickets meet, whoever asks: what a test of theirs would cover that expects all they come to.
  package func met(by decided: DecidedTest) -> MetGoals {
    GoalReading(sketch: self, decided: decided, asked: .all).met
  }
}

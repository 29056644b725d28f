import PledgeEvaluation
import PledgePolicy

/// The tests of a policy made ready to be run, one by one and in any order: none knows of another.
package struct TestSuite: Sendable {
  /// The policy with the tests of the suite alone.
  package let policy: Policy
  private let tests: [TestBlock]
  private let plan: Plan

  /// The tests whose title a filter accepts, in the order of the text. Parameters have the policy's values.
  package init(_ policy: Policy, filter: (String) -> Bool = { _ in true }) {
    var chosen = policy
    chosen.tests = policy.tests.filter { filter($0.title) }
    self.policy = chosen
    let asking = TestRunner.asking(chosen)
    tests = asking.tests
    plan = Plan(asking)
  }

  /// How many tests there are.
  package var count: Int { tests.count }

  /// What one test comes to.
  package func run(_ index: Int) -> TestResult { TestRunner.run(tests[index], plan) }
}

/// An order of tests that a seed gives, so that one that a test would not stand can be had again.
package enum TestOrder {
  /// The numbers below a count, shuffled; without a seed as they are.
  package static func numbers(_ count: Int, seed: UInt64?) -> [Int] {
    var result = Array(0..<count)
    guard let seed else { return result }
    var state = seed
    for place in result.indices.reversed() where place > 0 {
      result.swapAt(place, Int(next(&state) % UInt64(place + 1)))
    }
    return result
  }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  private static func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

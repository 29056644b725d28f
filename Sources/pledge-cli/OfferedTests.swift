import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax
import PledgeTesting
import PledgeWitness

/// Tests that are offered for what no test of a policy meets: each has been pasted, and passed.
struct OfferedTests {
  let file: SourceFile
  let loader: PolicyLoader

  /// A test for each item that is not covered, where one was found.
  func tests(_ coverage: TestCoverage, _ policy: Policy) -> [CoverageGoal: String] {
    guard !coverage.uncovered.isEmpty else { return [:] }
    var search = WitnessSearch(policy, sources: loader.sources)
    let found = search.witnesses(for: Set(coverage.uncovered.map(\.goal)))
    let dialect = Parser.parse(file).tree.dialect
    var result: [CoverageGoal: String] = [:]
    for item in coverage.uncovered {
      guard let witness = found[item.goal],
        let block = WitnessText(witness, policy: search.policy).block(
          title: item.called.title(in: dialect), dialect: dialect),
        passes(block)
      else { continue }
      result[item.goal] = block
    }
    return result
  }

  /// Whether the policy with a further test is sound, and that test passes.
  private func passes(_ block: String) -> Bool {
    let pasted = SourceFile(id: file.id, name: file.name, text: file.text + "\n" + block)
    guard let policy = loader.check(pasted).policy, let last = policy.tests.indices.last else { return false }
    let suite = TestSuite(policy)
    return suite.run(last).isPassed
  }
}

import PledgeChecker
import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax
import PledgeTesting

/// Tests that a policy passes and that tell it from policies with a mistake in them.
///
/// For each thing that tests can meet, a small situation is looked for and written as a test that expects what
/// the policy decides. A test is given for a mistake only where it was pasted, and failed, in the text with the
/// mistake. Where none is found there may still be one.
package struct KillingTests {
  private let file: SourceFile
  private let blocks: [Block]
  /// How many tests the policy has by itself.
  private let ownTests: Int

  private struct Block {
    let text: String
    let bytes: [UInt8]
  }

  /// Looks for tests of a policy; `check` checks a text in the place of the file.
  package init(
    _ file: SourceFile, _ policy: Policy, sources: SourceSet, check: (SourceFile) -> CheckResult
  ) {
    self.file = file
    ownTests = policy.tests.count
    let items = CoverageSketch(policy, sources: sources).items
    var search = WitnessSearch(policy, sources: sources)
    let found = search.witnesses(for: Set(items.map(\.goal)))
    let dialect = Parser.parse(file).tree.dialect
    var titles = Set(policy.tests.map(\.title))
    var blocks: [Block] = []
    for item in items {
      guard let witness = found[item.goal], titles.insert(item.name).inserted,
        let text = WitnessText(witness, policy: search.policy).block(title: item.name, dialect: dialect)
      else { continue }
      let block = Block(text: text, bytes: Array(("\n" + text + "\n").utf8))
      if Self.passes(block, file, ownTests, check) { blocks.append(block) }
    }
    self.blocks = blocks
  }

  /// A test that the policy passes and the mutant does not, as a block to paste; nil where none is known.
  package func test(for mutant: Mutant, check: (SourceFile) -> CheckResult) -> String? {
    guard !blocks.isEmpty else { return nil }
    let mutated = mutant.applied(to: file)
    let pasted = mutated.bytes + [UInt8(ascii: "\n")] + blocks.flatMap(\.bytes)
    let result = check(SourceFile(id: file.id, name: file.name, bytes: pasted))
    guard let policy = result.policy else {
      return result.diagnostics.first { $0.severity == .error && $0.range.start > mutated.bytes.count }
        .flatMap { block(at: $0.range.start - mutated.bytes.count - 1) }
    }
    let suite = TestSuite(policy)
    return blocks.indices.first { !suite.run(ownTests + $0).isPassed }.map { blocks[$0].text }
  }

  /// The block that has a byte of those behind the policy.
  private func block(at position: Int) -> String? {
    var end = 0
    for block in blocks {
      end += block.bytes.count
      if position < end { return block.text }
    }
    return nil
  }

  private static func passes(
    _ block: Block, _ file: SourceFile, _ ownTests: Int, _ check: (SourceFile) -> CheckResult
  ) -> Bool {
    let bytes = file.bytes + [UInt8(ascii: "\n")] + block.bytes
    let pasted = SourceFile(id: file.id, name: file.name, bytes: bytes)
    guard let policy = check(pasted).policy, policy.tests.count == ownTests + 1 else { return false }
    return TestSuite(policy).run(ownTests).isPassed
  }
}

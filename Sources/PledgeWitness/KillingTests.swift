import PledgeChecker
import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax
import PledgeTesting

/// Tests that a policy passes and that tell it from policies with a mistake in them.
///
/// For each thing that tests can meet, a small situation is looked for and written as a test that expects
/// what the policy decides. Where none of them notices a mistake, the situations that the search came by are
/// decided with the mistake, too. A test is given for a mistake only where it was pasted, and failed, in the
/// text with the mistake. Where none is found there may still be one.
package struct KillingTests: Sendable {
  private let pasting: Pasting
  private let blocks: [Block]
  private let differences: DifferenceSearch

  private struct Block {
    let text: String
    let bytes: [UInt8]
  }

  /// How many situations are decided anew, for all mistakes together.
  private static let budget = 20_000
  /// How many are kept of those that the search comes by.
  private static let situationLimit = 2000

  /// Looks for tests of a policy; `check` checks a text in the place of the file.
  package init(
    _ file: SourceFile, _ policy: Policy, sources: SourceSet, check: (SourceFile) -> CheckResult
  ) {
    let pasting = Pasting(file: file, ownTests: policy.tests.count, titles: Set(policy.tests.map(\.title)))
    let items = CoverageSketch(policy, sources: sources).items
    var search = WitnessSearch(policy, sources: sources)
    let (situations, found) = search.survey(for: Set(items.map(\.goal)), keeping: Self.situationLimit)
    var titles = pasting.titles
    var blocks: [Block] = []
    for item in items {
      let title = item.called.title(in: pasting.dialect)
      guard let witness = found[item.goal], titles.insert(title).inserted,
        let text = WitnessText(witness, policy: search.policy).block(
          title: title, dialect: pasting.dialect), pasting.passes(text, check)
      else { continue }
      blocks.append(Block(text: text, bytes: Array(("\n" + text + "\n").utf8)))
    }
    self.pasting = pasting
    self.blocks = blocks
    differences = DifferenceSearch(policy, search, situations)
  }

  /// For how many situations a mistake may be looked at, of so many mistakes.
  package static func tries(among mistakes: Int) -> Int {
    max(100, min(situationLimit, budget / max(1, mistakes)))
  }

  /// A test that the policy passes and the mutant does not, as a block to paste; nil where none is found.
  ///
  /// `tries` are the situations that are decided anew where no test is known.
  package func test(for mutant: Mutant, tries: Int, check: (SourceFile) -> CheckResult) -> String? {
    known(mutant, check) ?? sought(mutant, tries, check)
  }

  private func known(_ mutant: Mutant, _ check: (SourceFile) -> CheckResult) -> String? {
    guard !blocks.isEmpty else { return nil }
    let mutated = mutant.applied(to: pasting.file)
    let result = check(pasting.pasted(blocks.flatMap(\.bytes), behind: mutated))
    guard let policy = result.policy else {
      return result.diagnostics.first { $0.severity == .error && $0.range.start > mutated.bytes.count }
        .flatMap { block(at: $0.range.start - mutated.bytes.count - 1) }
    }
    let suite = TestSuite(policy)
    return blocks.indices.first { !suite.run(pasting.ownTests + $0).isPassed }.map { blocks[$0].text }
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

  private func sought(_ mutant: Mutant, _ tries: Int, _ check: (SourceFile) -> CheckResult) -> String? {
    let mutated = mutant.applied(to: pasting.file)
    guard let policy = check(mutated).policy,
      let found = differences.first(with: policy, tries: tries)
    else { return nil }
    // What cannot be written or expected is left out, down to a single line.
    for lines in [found.lines] + found.lines.map({ [$0] }) {
      guard let title = pasting.title(of: lines),
        let text = WitnessText(found.witness, policy: differences.policy).block(
          title: title, expecting: lines, pasting.dialect), pasting.passes(text, check),
        !pasting.passes(text, behind: mutated, check)
      else { continue }
      return text
    }
    return nil
  }
}

/// A policy's file behind which tests are pasted to see what they come to.
struct Pasting: Sendable {
  let file: SourceFile
  /// How many tests the policy has by itself.
  let ownTests: Int
  let titles: Set<String>

  var dialect: Dialect { Parser.parse(file).tree.dialect }

  func pasted(_ block: [UInt8], behind file: SourceFile) -> SourceFile {
    SourceFile(id: file.id, name: file.name, bytes: file.bytes + [UInt8(ascii: "\n")] + block)
  }

  /// Whether a test is read and passes behind the policy, or behind another text of the file.
  func passes(
    _ block: String, behind other: SourceFile? = nil, _ check: (SourceFile) -> CheckResult
  ) -> Bool {
    let text = pasted(Array(("\n" + block + "\n").utf8), behind: other ?? file)
    guard let policy = check(text).policy, policy.tests.count == ownTests + 1 else { return false }
    return TestSuite(policy).run(ownTests).isPassed
  }

  /// A title that no test has: the words of the first line.
  func title(of lines: [String]) -> String? {
    guard let first = lines.first else { return nil }
    let words = String(first.dropFirst("expect ".count)).replacing("\"", with: "'")
    return (1...99).lazy.map { $0 == 1 ? words : "\(words) (\($0))" }.first { !titles.contains($0) }
  }
}

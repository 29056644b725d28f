import PledgeChecker
import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax

/// What became of a mutant.
package enum MutationVerdict: Sendable, Equatable {
  /// It is no policy: the check finds an error outside of its tests.
  case refused
  /// The test of this title fails, or speaks of what is no more.
  case killed(test: String)
  /// It says the same as the policy in other words.
  case equivalent
  /// All tests pass.
  case survived
}

/// Puts mistakes into a policy and looks whether its tests notice.
package struct MutationRun: Sendable {
  /// The file without mistakes.
  package let file: SourceFile
  /// All mistakes that are tried, in the order of the text; those of two behind all of one.
  package let mutants: [Mutant]
  private let tests: [(title: String, range: SourceRange)]
  private let original: String

  /// A run over a checked policy, of which all tests pass: with the mistakes of some operators, or of all;
  /// also with each two of them at once.
  package init(
    _ file: SourceFile, _ policy: Policy, operators: Set<String>? = nil, withPairs: Bool = false
  ) {
    self.file = file
    let tree = Parser.parse(file).tree
    let found = MutantSearch.mutants(of: tree.view)
    let wanted = operators.map { names in found.filter { names.isSuperset(of: $0.operations) } } ?? found
    mutants = wanted + (withPairs ? MutantSearch.pairs(of: wanted) : [])
    tests = tree.root.nodes(.testDeclaration).compactMap { node in
      node.view(TestDeclaration.self).map { ($0.title?.contents ?? "", node.range) }
    }
    original = PolicySameness.description(of: policy)
  }

  /// What becomes of one mutant; `check` checks a text in the place of the file.
  package func verdict(
    of mutant: Mutant, check: (SourceFile) -> CheckResult
  ) -> MutationVerdict {
    let result = check(mutant.applied(to: file))
    guard let policy = result.policy else { return refusal(of: mutant, result.diagnostics) }
    if let test = TestRunner.firstFailing(policy) { return .killed(test: test) }
    return PolicySameness.description(of: policy) == original ? .equivalent : .survived
  }

  /// Where all errors stand in tests, it is the tests that notice.
  private func refusal(of mutant: Mutant, _ diagnostics: [Diagnostic]) -> MutationVerdict {
    var noticing: String?
    for error in diagnostics where error.severity == .error {
      guard error.file == file.id, let test = tests.first(where: { has($0.range, error, mutant) }) else {
        return .refused
      }
      noticing = noticing ?? test.title
    }
    return noticing.map { .killed(test: $0) } ?? .refused
  }

  private func has(_ test: SourceRange, _ error: Diagnostic, _ mutant: Mutant) -> Bool {
    mutant.moved(test.start) <= error.range.start && error.range.end <= mutant.moved(test.end)
  }
}

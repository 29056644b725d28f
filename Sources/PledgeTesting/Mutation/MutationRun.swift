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
  /// It decides every ticket as the policy does; one reason for each mistake in it, at least.
  case equivalent([EquivalenceReason])
  /// All tests pass.
  case survived
}

extension MutationVerdict {
  /// What becomes of a mutant of a file that several policies use: it is noticed where the tests of one
  /// notice it, and decides alike where it does so in all of them.
  package static func merged(_ verdicts: [MutationVerdict]) -> MutationVerdict {
    for verdict in verdicts { if case .killed = verdict { return verdict } }
    if verdicts.contains(.refused) { return .refused }
    if verdicts.contains(.survived) { return .survived }
    var reasons: [EquivalenceReason] = []
    for case .equivalent(let own) in verdicts { reasons += own.filter { !reasons.contains($0) } }
    // A policy that does not take what is mistaken is the same to the letter.
    let telling = reasons.filter { $0 != .sameWords }
    return .equivalent(telling.isEmpty ? reasons : telling)
  }
}

/// Puts mistakes into a policy, or into a file that it uses, and looks whether its tests notice.
package struct MutationRun: Sendable {
  /// The file without mistakes.
  package let file: SourceFile
  /// All mistakes that are tried, in the order of the text; those of two behind all of one.
  package let mutants: [Mutant]
  private let owner: FileID
  private let tests: [(title: String, range: SourceRange)]
  private let policy: Policy
  private let original: String

  /// A run over a checked policy, of which all tests pass: with the mistakes of some operators, or of all;
  /// also with each two of them at once. `owner` is the policy's own file where another one is mistaken.
  package init(
    _ file: SourceFile, of owner: SourceFile? = nil, _ policy: Policy, operators: Set<String>? = nil,
    withPairs: Bool = false
  ) {
    self.file = file
    self.policy = policy
    self.owner = owner?.id ?? file.id
    let tree = Parser.parse(file).tree
    let found = MutantSearch.mutants(of: tree.view)
    let wanted = operators.map { names in found.filter { names.isSuperset(of: $0.operations) } } ?? found
    mutants = wanted + (withPairs ? MutantSearch.pairs(of: wanted) : [])
    tests = (owner.map { Parser.parse($0).tree } ?? tree).root.nodes(.testDeclaration).compactMap { node in
      node.view(TestDeclaration.self).map { ($0.title?.contents ?? "", node.range) }
    }
    original = PolicySameness.description(of: policy)
  }

  /// What becomes of one mutant; `check` checks a policy with a text in the place of the file.
  package func verdict(
    of mutant: Mutant, check: (SourceFile) -> CheckResult
  ) -> MutationVerdict {
    let result = check(mutant.applied(to: file))
    guard let policy = result.policy else { return refusal(of: mutant, result.diagnostics) }
    if let test = TestRunner.firstFailing(policy) { return .killed(test: test) }
    return EquivalenceProof.reasons(self.policy, original, policy).map { .equivalent($0) } ?? .survived
  }

  /// Where all errors stand in tests, it is the tests that notice.
  private func refusal(of mutant: Mutant, _ diagnostics: [Diagnostic]) -> MutationVerdict {
    var noticing: String?
    for error in diagnostics where error.severity == .error {
      guard error.file == owner, let test = tests.first(where: { has($0.range, error, mutant) }) else {
        return .refused
      }
      noticing = noticing ?? test.title
    }
    return noticing.map { .killed(test: $0) } ?? .refused
  }

  private func has(_ test: SourceRange, _ error: Diagnostic, _ mutant: Mutant) -> Bool {
    func moved(_ place: Int) -> Int { owner == file.id ? mutant.moved(place) : place }
    return moved(test.start) <= error.range.start && error.range.end <= moved(test.end)
  }
}

import PledgeChecker
import PledgeDiagnostics
import PledgeTesting

/// Applies the fixes of findings to a file, again and again until none is left.
package struct FixRun {
  /// The text behind all fixes.
  package private(set) var file: SourceFile
  /// What is found in that text.
  package private(set) var remaining: [Diagnostic] = []
  /// How many fixes were applied.
  package private(set) var applied = 0
  /// The fixes that were not kept, because the policy would have been another one behind them.
  package private(set) var refused: [Diagnostic] = []

  /// How often a file is looked through; a rule whose fix is found again each time ends here.
  private static let limit = 16

  /// Fixes a file. `check` checks a text in the place of the file. Fixes are applied while they are as
  /// certain as `applicability`; safe ones are kept only where the policy has no error and each of its tests
  /// comes out as it did.
  package init(
    _ file: SourceFile, levels: LintLevels = LintLevels(), taken: TakenNames = TakenNames(),
    isUnsafeAllowed: Bool = false, check: (SourceFile) -> CheckResult
  ) {
    self.file = file
    var checked = check(file)
    for _ in 0..<Self.limit {
      let found = Linter.lint(self.file, checked, levels: levels, taken: taken)
      remaining = found
      let wanted = found.filter { finding in
        !refused.contains { $0.code == finding.code && $0.fact == finding.fact }
          && finding.fixes.contains { Self.isWanted($0, isUnsafeAllowed) }
      }
      guard checked.isSound,
        let next = Self.step(self.file, wanted, checked, isUnsafeAllowed, check, &refused)
      else { return }
      applied += next.count
      self.file = next.file
      checked = next.checked
    }
  }

  private static func isWanted(_ fix: Fix, _ isUnsafeAllowed: Bool) -> Bool {
    switch fix.applicability {
    case .safe: true
    case .unsafe: isUnsafeAllowed
    case .suggestion: false
    }
  }

  private struct Step {
    let file: SourceFile
    let checked: CheckResult
    let count: Int
  }

  /// The text behind the fixes that do not touch each other; nil where there is none. Where together they
  /// change what the policy decides, they are tried one by one.
  private static func step(
    _ file: SourceFile, _ wanted: [Diagnostic], _ before: CheckResult, _ isUnsafeAllowed: Bool,
    _ check: (SourceFile) -> CheckResult, _ refused: inout [Diagnostic]
  ) -> Step? {
    let chosen = TextEdits.disjoint(
      wanted.compactMap { finding in
        finding.fixes.first { isWanted($0, isUnsafeAllowed) }.map { (finding, $0) }
      }
    ) { $0.1.edits }
    guard !chosen.isEmpty else { return nil }
    let isSafe = chosen.allSatisfy { $0.1.applicability == .safe }
    let text = TextEdits.apply(chosen.flatMap { $0.1.edits }, to: file)
    let after = check(text)
    if after.isSound, !isSafe || decidesTheSame(before, after) {
      return Step(file: text, checked: after, count: chosen.count)
    }
    guard chosen.count > 1 else {
      refused += chosen.map(\.0)
      return nil
    }
    for choice in chosen {
      if let step = step(file, [choice.0], before, isUnsafeAllowed, check, &refused) { return step }
    }
    return nil
  }

  /// Whether each test comes out as it did.
  private static func decidesTheSame(_ before: CheckResult, _ after: CheckResult) -> Bool {
    guard let before = before.policy, let after = after.policy else {
      return before.policy == nil && after.policy == nil
    }
    let left = TestRunner.run(before)
    let right = TestRunner.run(after)
    return left.map(\.title) == right.map(\.title)
      && zip(left, right).allSatisfy { $0.failures.map(\.text) == $1.failures.map(\.text) }
  }
}

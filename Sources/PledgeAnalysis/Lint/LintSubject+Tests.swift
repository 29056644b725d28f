import PledgeDiagnostics
import PledgeSyntax

extension LintSubject {
  /// The names of which some test expects something.
  var testedNames: Set<String> {
    Set(
      all(TestDeclaration.self).flatMap { $0.node.all(PathView.self) }.compactMap { $0.names.first?.name })
  }
}

extension LintFindings {
  /// Reports declarations of which no test expects anything. A library is tested by those who use it.
  mutating func reportUntested(_ names: [NameView?], in subject: LintSubject, hint: LintNoun) {
    guard !subject.isLibrary else { return }
    let tested = subject.testedNames
    for name in names.compactMap({ $0 }) where !tested.contains(name.name) {
      report(
        FactWords("no test expects anything of `\(name.name)`", hint: "\(hint.english)"),
        chinese: FactWords("没有测试期望 `\(name.name)` 的任何结果", hint: "\(hint.chinese)"), at: name.range)
    }
  }
}

import PledgeDiagnostics
import PledgeSyntax

/// A declaration and its name, for rules about names.
struct DeclaredName {
  /// The whole declaration.
  let node: SyntaxNode
  /// Where the name stands.
  let name: NameView

  /// Of a declaration that has a name; what is damaged has been reported.
  init?(_ view: some SyntaxView, _ name: NameView?) {
    guard let name, !view.isDamaged else { return nil }
    node = view.node
    self.name = name
  }
}

extension LintSubject {
  /// The declarations of a policy whose names stand nowhere else in it, and which no other file takes. A
  /// library has none: its names are for the files that take them.
  func unused(_ declared: [DeclaredName]) -> [DeclaredName] {
    guard !isLibrary else { return [] }
    return declared.filter { names.count(of: $0.name.name) == 1 && !taken.contains($0.name.name) }
  }

  /// The edit that deletes a declaration with the comments that document it.
  func deletion(of declared: DeclaredName) -> TextEdit {
    let file = declared.node.tree.file
    return TextEdit(
      range: SourceText.wholeLines(of: SourceText.documented(declared.node), in: file), replacement: "")
  }
}

extension LintFindings {
  /// Reports declarations that nothing uses, each with the edit that deletes it.
  mutating func reportUnused(_ declared: [DeclaredName], _ what: LintNoun, in subject: LintSubject) {
    for unused in subject.unused(declared) {
      report(
        FactWords("\(what.english) `\(unused.name.name)` is not used", hint: "use it or delete it"),
        chinese: FactWords("\(what.chinese) `\(unused.name.name)` 没有使用", hint: "使用它，或删除它"),
        at: unused.name.range, fix: [subject.deletion(of: unused)])
    }
  }
}

extension LintFindings {
  /// Reports names of the vocabulary that stand in no rule; tests do not count.
  mutating func reportUnread(_ names: [NameView], _ what: LintNoun, in subject: LintSubject) {
    guard !subject.isLibrary else { return }
    let inTests = NameUses(subject.all(TestDeclaration.self).map(\.node))
    for name in names
    where subject.names.count(of: name.name) - inTests.count(of: name.name) == 1
      && !subject.taken.contains(name.name)
    {
      report(
        FactWords("no rule speaks of \(what.english) `\(name.name)`", hint: "use it or delete it"),
        chinese: FactWords("没有规则用到\(what.chinese) `\(name.name)`", hint: "使用它，或删除它"),
        at: name.range)
    }
  }
}

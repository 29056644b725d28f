/// The page `docs/clauses.md`: clause by clause the document's words, the lines of the policies and their
/// tests.
struct ClausePage {
  let catalogue: ClauseCatalogue
  let library: PolicyLibrary

  var text: String {
    let head = """
      # Clauses

      What the documents say, where it stands in the policies, and which tests hold it. This page is made by
      `scripts/clauses` from [`policies/clauses.yaml`](../policies/clauses.yaml) and the policies; a test compares
      them.

      """
    return head + catalogue.clauses.map(section).joined()
  }

  private func section(_ clause: ClauseCatalogue.Clause) -> String {
    var text = "\n## \(clause.id)\n\n\(clause.document)\n\n> \(clause.says)\n\n\(clause.rule)\n"
    for file in library.files {
      let citing = file.declarations.filter { $0.citations.contains(clause.id) }
      guard !citing.isEmpty else { continue }
      text += "\n[`\(file.path)`](../policies/\(file.path))\n\n```pledge not run\n"
      text += citing.map { $0.lines.joined(separator: "\n") }.joined(separator: "\n\n") + "\n```\n"
      let names = Set(citing.map(\.name))
      for user in library.files {
        let tests = user.tests.filter { !names.isDisjoint(with: library.exercised(by: $0, in: user)) }
        guard !tests.isEmpty, sees(user, file) else { continue }
        text += "\nTests in `\(user.path)`:\n\n" + tests.map { "- \($0.name)\n" }.joined()
      }
    }
    return text
  }

  private func sees(_ user: PolicyText, _ file: PolicyText) -> Bool {
    library.visible(from: user).contains { $0.file.path == file.path }
  }
}

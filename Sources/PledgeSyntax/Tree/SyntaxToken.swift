import PledgeDiagnostics

/// A token of a lossless tree.
package struct SyntaxToken: Sendable {
  /// The tree that the token belongs to.
  package let tree: SourceTree
  let index: Int

  private var record: Token { tree.tokens[index] }

  /// The kind.
  package var kind: TokenKind { record.kind }

  /// The word of the language that it spells; whether it is used as one, its place says.
  package var keyword: Keyword? { record.keyword }

  /// The unit that it spells; whether it is used as one, its place says.
  package var unit: UnitWord? { record.unit }

  /// What a dialect's word is beside the word of the language that it spells.
  package var mark: DialectMark { record.mark }

  /// Whether it is the first token of its line.
  package var startsLine: Bool { record.startsLine }

  /// Whether something was reported about its characters or about those before it.
  package var isDamaged: Bool { record.isDamaged }

  /// Its bytes, without the trivia before it.
  package var range: SourceRange {
    SourceRange(file: tree.file.id, start: Int(record.start), end: Int(record.end))
  }

  /// Its bytes with the trivia before it.
  package var fullRange: SourceRange {
    SourceRange(file: tree.file.id, start: Int(record.triviaStart), end: Int(record.end))
  }

  /// Its text.
  package var text: String { tree.file.text(in: range) }

  /// The trivia before it.
  package var trivia: ArraySlice<Trivia> { tree.trivia[record.trivia] }

  /// The lines of the `##` comments directly before it, without their marks.
  package var documentation: [String] {
    trivia.compactMap { piece in
      guard piece.kind == .documentation else { return nil }
      var text = Substring(
        tree.file.text(
          in: SourceRange(file: tree.file.id, start: Int(piece.start), end: Int(piece.end))))
      while text.first == "#" { text.removeFirst() }
      if text.first == " " { text.removeFirst() }
      while text.last == " " { text.removeLast() }
      return String(text)
    }
  }
}

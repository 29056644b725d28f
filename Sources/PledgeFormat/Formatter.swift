import PledgeDiagnostics
import PledgeSyntax

/// A formatted text and what was wrong with the one that was given.
package struct FormatResult: Sendable {
  /// The text in the one style; the given one where that could not be made.
  package let bytes: [UInt8]
  /// What is wrong with the given text, and whether the formatter gave up.
  package let diagnostics: [Diagnostic]

  /// Whether the text differs from the one that was given.
  package func isChanged(from file: SourceFile) -> Bool { bytes != file.bytes }
}

/// Writes policies in the one style.
package enum Formatter {
  /// The text of a file in the one style, in the words of a dialect (nil: of its own), in linear time.
  ///
  /// What is damaged stays as it is, byte for byte, and is written in no other dialect. The result is read
  /// again; where it were not the same tree with the same comments, the given text is returned, with a
  /// message if nothing else was wrong with it.
  package static func format(_ file: SourceFile, dialect: Dialect? = nil) -> FormatResult {
    let (tree, diagnostics) = Parser.parse(file)
    guard file.bytes.count <= SyntaxLimits.fileBytes else {
      return FormatResult(bytes: file.bytes, diagnostics: diagnostics)
    }
    let isConverting = dialect != nil && dialect != tree.dialect
    if isConverting, !diagnostics.isEmpty {
      return refusal(.damaged, of: file, diagnostics)
    }
    let lines = LineBreaker.broken(Layout.lines(of: tree))
    let bytes = LineWriter.bytes(of: Retelling.lines(lines, in: dialect ?? tree.dialect))
    if bytes == file.bytes { return FormatResult(bytes: bytes, diagnostics: diagnostics) }
    let again = Parser.parse(SourceFile(id: file.id, name: file.name, bytes: bytes))
    guard Likeness(tree, isConverting) == Likeness(again.tree, isConverting),
      diagnostics.map(\.code) == again.diagnostics.map(\.code)
    else {
      // A damaged text may mean something else in other lines; it stays as it is, and has its messages.
      guard diagnostics.isEmpty else { return FormatResult(bytes: file.bytes, diagnostics: diagnostics) }
      return refusal(.wouldChange, of: file, diagnostics)
    }
    return FormatResult(bytes: bytes, diagnostics: diagnostics)
  }

  private static func refusal(
    _ fact: FormatFact, of file: SourceFile, _ diagnostics: [Diagnostic]
  ) -> FormatResult {
    let start = SourceRange(file: file.id, start: 0, end: 0)
    return FormatResult(bytes: file.bytes, diagnostics: diagnostics + [Diagnostic(.format(fact), at: start)])
  }
}

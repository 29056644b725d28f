import PledgeChecker
import PledgeDamage
import PledgeDiagnostics
import PledgeFormat
import PledgeSyntax

/// What is run on each text: lexer, parser, checker, the words of the messages, formatter.
struct Subject {
  let repository: RepositoryPolicies

  /// What is wrong with the answers for a text; nil where nothing is.
  func fault(in bytes: [UInt8], inPlaceOf path: String) -> String? {
    let (result, sources) = repository.check(bytes, inPlaceOf: path)
    for diagnostic in result.diagnostics {
      guard let file = sources[diagnostic.file], diagnostic.range.end <= file.bytes.count else {
        return "\(diagnostic.code) marks what is not in the text"
      }
    }
    _ = DiagnosticRenderer(sources: sources).render(Array(result.diagnostics.prefix(20)))
    let file = sources.files[0]
    let (tree, syntax) = Parser.parse(file)
    if tree.bytes != bytes { return "the tree does not hold the text" }
    return fault(ofFormatting: file, isSyntaxSound: syntax.isEmpty)
  }

  private func fault(ofFormatting file: SourceFile, isSyntaxSound: Bool) -> String? {
    let formatted = Formatter.format(file)
    if formatted.diagnostics.contains(where: { $0.fact == .format(.wouldChange) }) {
      return "formatting would change the policy"
    }
    let again = Formatter.format(SourceFile(name: file.name, bytes: formatted.bytes))
    if again.bytes != formatted.bytes { return "formatting twice is not formatting once" }
    guard isSyntaxSound else { return nil }
    for dialect in Dialect.allCases where dialect.isComplete {
      let converted = Formatter.format(SourceFile(name: file.name, bytes: formatted.bytes), dialect: dialect)
      if converted.diagnostics.contains(where: { $0.fact == .format(.wouldChange) }) {
        return "writing it in `\(dialect.code)` would change the policy"
      }
    }
    return nil
  }
}

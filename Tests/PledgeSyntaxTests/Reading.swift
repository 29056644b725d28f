import PledgeDiagnostics
import PledgeSyntax
import Testing

/// A text, its tree and what was reported about it.
struct Reading {
  let tree: SourceTree
  let diagnostics: [Diagnostic]

  /// Reads a text as it stands.
  init(_ text: String) {
    self.init(bytes: Array(text.utf8))
  }

  init(bytes: [UInt8]) {
    var sources = SourceSet()
    let file = sources.add(name: "test.pledge", bytes: bytes)
    (tree, diagnostics) = Parser.parse(file)
  }

  /// Reads declarations behind an edition line.
  static func declarations(_ text: String) -> Reading { Reading("pledge 1\n\n" + text + "\n") }

  /// Reads one expression as the definition of a `let`.
  static func expression(_ text: String) -> Reading { declarations("let x = " + text) }

  var view: FileView { tree.view }
  var isLossless: Bool { tree.bytes == tree.file.bytes }

  /// What was reported, with code, headline and the marked text.
  var summary: [String] {
    diagnostics.map { diagnostic in
      let words = FactText(diagnostic.fact.words(in: .english), in: .english)
      let location = tree.file.location(at: diagnostic.range.start)
      return "\(diagnostic.code) \(location.line):\(location.utf8Column) \(words.headline)"
    }
  }

  /// The definition of the first `let`.
  var expression: ExpressionView? {
    for declaration in view.declarations {
      if case .let(let view) = declaration { return view.definition }
    }
    return nil
  }

  /// The first declaration.
  var first: DeclarationView? { view.declarations.first }
}

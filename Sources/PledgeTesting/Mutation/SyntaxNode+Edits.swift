import PledgeDiagnostics
import PledgeSyntax

extension SyntaxNode {
  /// The child nodes in the order of the text.
  var nodes: [SyntaxNode] {
    children.compactMap { if case .node(let node) = $0 { node } else { nil } }
  }

  /// The child nodes of a kind.
  func nodes(_ kind: NodeKind) -> [SyntaxNode] { nodes.filter { $0.kind == kind } }

  /// The tokens that are children of its own.
  var ownTokens: [SyntaxToken] {
    children.compactMap { if case .token(let token) = $0 { token } else { nil } }
  }

  /// The text as it stands in the file.
  var text: String { tree.file.text(in: range) }

  /// Its own tokens that spell a word of the language.
  func words(_ keyword: Keyword) -> [SyntaxToken] { ownTokens.filter { $0.keyword == keyword } }

  /// Whether one of its own tokens spells a word of the language.
  func hasWord(_ keyword: Keyword) -> Bool { !words(keyword).isEmpty }

  /// The edit that leaves the node out.
  var left: TextEdit { TextEdit(range: range, replacement: "") }

  /// The edit that puts a text in the node's place.
  func replaced(by text: String) -> TextEdit { TextEdit(range: range, replacement: text) }

  /// The edits that leave out one of several nodes between commas, each with a comma beside it.
  func withoutOne(of items: [SyntaxNode]) -> [TextEdit] {
    guard items.count > 1 else { return [] }
    return items.indices.map { place in
      let start = place == 0 ? items[0].range.start : items[place - 1].range.end
      let end = place == 0 ? items[1].range.start : items[place].range.end
      return TextEdit(
        range: SourceRange(file: range.file, start: start, end: end), replacement: "")
    }
  }

  /// The edit that leaves out what stands from one place of the node to another.
  func without(from start: Int, to end: Int) -> TextEdit {
    TextEdit(range: SourceRange(file: range.file, start: start, end: end), replacement: "")
  }

  /// The edits that write another word for each of its own tokens that spells a word.
  func exchanging(
    _ keyword: Keyword, for others: Keyword..., in context: MutationContext
  ) -> [TextEdit] {
    words(keyword).map {
      TextEdit(range: $0.range, replacement: context.spelling(others))
    }
  }
}

import PledgeDiagnostics
import PledgeSyntax

/// What two texts have in common if they differ in nothing but blanks, line ends, `;`, forms of signs and the
/// words of a dialect: their nodes, what their tokens say, and their comments in their order.
struct Likeness: Equatable {
  private var nodes: [NodeShape] = []
  private var tokens: [Meaning] = []
  private var comments: [Comment] = []

  private struct NodeShape: Equatable {
    let kind: NodeKind
    let children: Int
  }

  private struct Comment: Equatable {
    let text: String
    /// How many tokens stand before it.
    let place: Int
  }

  /// Where dialects differ, comments inside of a share may stand elsewhere.
  init(_ tree: SourceTree, _ isConverting: Bool) {
    visit(tree.root, in: .file)
    guard isConverting else { return }
    comments = comments.map { Comment(text: $0.text, place: 0) }.sorted { $0.text < $1.text }
  }

  private mutating func visit(_ node: SyntaxNode, in outer: NodeKind) {
    let place = nodes.count
    var count = 0
    nodes.append(NodeShape(kind: node.kind, children: 0))
    for child in Likeness.ordered(node) {
      switch child {
      case .node(let child): visit(child, in: node.kind)
      case .token(let token):
        noteComments(token)
        if token.kind == .semicolon || token.isAddition(in: node.kind) { continue }
        tokens.append(Meaning(token, in: node.kind, of: outer))
      }
      count += 1
    }
    nodes[place] = NodeShape(kind: node.kind, children: count)
  }

  /// The children of a node in the order of English.
  private static func ordered(_ node: SyntaxNode) -> [SyntaxElement] {
    let children = node.children
    guard node.kind == .share else { return children }
    let isSwapped = children.contains { child in
      if case .token(let token) = child { token.mark == .swapped } else { false }
    }
    return isSwapped ? children.reversed() : children
  }

  private mutating func noteComments(_ token: SyntaxToken) {
    for piece in token.trivia where piece.kind == .comment || piece.kind == .documentation {
      let range = SourceRange(file: token.range.file, start: Int(piece.start), end: Int(piece.end))
      var text = Substring(token.tree.file.text(in: range))
      while text.last == " " || text.last == "\t" { text.removeLast() }
      comments.append(Comment(text: String(text), place: tokens.count))
    }
  }
}

import PledgeDiagnostics
import PledgeSyntax

/// What two texts have in common if they differ in nothing but blanks, line ends, `;` and forms of signs: their
/// nodes, tokens and comments in their order.
struct Likeness: Equatable {
  private var nodes: [NodeShape] = []
  private var tokens: [String] = []
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

  init(_ tree: SourceTree) {
    visit(tree.root, Speller())
  }

  private mutating func visit(_ node: SyntaxNode, _ speller: Speller) {
    let place = nodes.count
    var count = 0
    nodes.append(NodeShape(kind: node.kind, children: 0))
    for child in node.children {
      switch child {
      case .node(let child): visit(child, speller)
      case .token(let token):
        noteComments(token)
        if token.kind == .semicolon { continue }
        tokens.append(speller.text(of: token, in: node.kind))
      }
      count += 1
    }
    nodes[place] = NodeShape(kind: node.kind, children: count)
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

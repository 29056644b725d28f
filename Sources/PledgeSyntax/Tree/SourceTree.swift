import PledgeDiagnostics

/// The lossless tree of one file: every byte belongs to one token or to the trivia before one.
///
/// Nodes lie in one array and name their children by position in another, so a tree is a few allocations
/// whatever its size. A child carries the slot that it fills in its parent, which is how typed views find it.
package final class SourceTree: Sendable {
  /// The file that the tree was made from.
  package let file: SourceFile
  /// The dialect that its words are spelt in.
  package let dialect: Dialect
  package let tokens: [Token]
  let trivia: [Trivia]
  let nodes: [NodeRecord]
  let elements: [TreeElement]

  init(
    file: SourceFile, dialect: Dialect, tokens: [Token], trivia: [Trivia], nodes: [NodeRecord],
    elements: [TreeElement]
  ) {
    self.file = file
    self.dialect = dialect
    self.tokens = tokens
    self.trivia = trivia
    self.nodes = nodes
    self.elements = elements
  }

  /// The node of the whole file.
  package var root: SyntaxNode { SyntaxNode(tree: self, index: max(0, nodes.count - 1)) }

  /// The typed view of the whole file.
  package var view: FileView { FileView(node: root) }
}

/// One node: its kind, its children and the bytes that its tokens cover without the trivia before the first.
struct NodeRecord: Sendable {
  let kind: NodeKind
  let children: Range<Int>
  let start: UInt32
  let end: UInt32
  let depth: UInt16
  let isDamaged: Bool
  /// Whether something was reported in it that lies in none of its child nodes.
  let isDamagedItself: Bool
  /// How much was reported in it.
  let damage: UInt32
}

/// One child of a node.
struct TreeElement: Sendable {
  let slot: Slot
  let isNode: Bool
  let index: UInt32
}

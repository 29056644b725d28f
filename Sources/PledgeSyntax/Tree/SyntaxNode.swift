import PledgeDiagnostics

/// A node of a lossless tree.
package struct SyntaxNode: Sendable {
  /// The tree that the node belongs to.
  package let tree: SourceTree
  let index: Int

  private var record: NodeRecord { tree.nodes[index] }

  /// The production that the node stands for.
  package var kind: NodeKind { record.kind }

  /// The bytes of its tokens, without the blanks and comments before the first.
  package var range: SourceRange {
    SourceRange(file: tree.file.id, start: Int(record.start), end: Int(record.end))
  }

  /// Whether something in it could not be read and was reported; checks of it would only add noise.
  package var isDamaged: Bool { record.isDamaged }

  /// Whether something was reported in it that lies in none of its child nodes.
  package var isDamagedItself: Bool { record.isDamagedItself }

  /// Its children in the order of the text.
  package var children: [SyntaxElement] { record.children.map { element(at: $0) } }

  /// Its tokens in the order of the text, those of its descendants included.
  package var tokens: [SyntaxToken] {
    var found: [SyntaxToken] = []
    collectTokens(into: &found)
    return found
  }

  /// Its first token, nil where it has none.
  package var firstToken: SyntaxToken? {
    for position in record.children {
      switch element(at: position) {
      case .token(let token): return token
      case .node(let node): if let token = node.firstToken { return token }
      }
    }
    return nil
  }

  /// Its last token, nil where it has none.
  package var lastToken: SyntaxToken? {
    for position in record.children.reversed() {
      switch element(at: position) {
      case .token(let token): return token
      case .node(let node): if let token = node.lastToken { return token }
      }
    }
    return nil
  }

  /// The lines of the `##` comments directly before it, without their marks.
  package var documentation: [String] { firstToken?.documentation ?? [] }

  private func collectTokens(into found: inout [SyntaxToken]) {
    for child in children {
      switch child {
      case .token(let token): found.append(token)
      // A tree is at most `SyntaxLimits.depth` deep.
      case .node(let node): node.collectTokens(into: &found)
      }
    }
  }

  private func element(at position: Int) -> SyntaxElement {
    let element = tree.elements[position]
    return element.isNode
      ? .node(SyntaxNode(tree: tree, index: Int(element.index)))
      : .token(SyntaxToken(tree: tree, index: Int(element.index)))
  }
}

extension SyntaxNode {
  /// The first child node in a slot.
  func child(_ slot: Slot) -> SyntaxNode? {
    for position in record.children {
      let element = tree.elements[position]
      if element.slot == slot, element.isNode { return SyntaxNode(tree: tree, index: Int(element.index)) }
    }
    return nil
  }

  /// All child nodes in a slot.
  func children(_ slot: Slot) -> [SyntaxNode] {
    var found: [SyntaxNode] = []
    for position in record.children {
      let element = tree.elements[position]
      if element.slot == slot, element.isNode {
        found.append(SyntaxNode(tree: tree, index: Int(element.index)))
      }
    }
    return found
  }

  /// The first token of a kind among its own children.
  func token(_ kind: TokenKind) -> SyntaxToken? {
    for position in record.children {
      let element = tree.elements[position]
      guard !element.isNode, tree.tokens[Int(element.index)].kind == kind else { continue }
      return SyntaxToken(tree: tree, index: Int(element.index))
    }
    return nil
  }

  /// The first token in a slot.
  func token(in slot: Slot) -> SyntaxToken? {
    for position in record.children {
      let element = tree.elements[position]
      if element.slot == slot, !element.isNode { return SyntaxToken(tree: tree, index: Int(element.index)) }
    }
    return nil
  }

  /// Whether one of its own tokens was read as a keyword.
  func has(_ keyword: Keyword) -> Bool {
    record.children.contains { position in
      let element = tree.elements[position]
      return !element.isNode && element.slot == .keyword
        && tree.tokens[Int(element.index)].keyword == keyword
    }
  }

  /// The keywords among its own tokens, in their order.
  var keywords: [Keyword] {
    record.children.compactMap { position in
      let element = tree.elements[position]
      return !element.isNode && element.slot == .keyword ? tree.tokens[Int(element.index)].keyword : nil
    }
  }
}

/// A child of a node.
package enum SyntaxElement: Sendable {
  /// A node.
  case node(SyntaxNode)
  /// A token with the trivia before it.
  case token(SyntaxToken)
}

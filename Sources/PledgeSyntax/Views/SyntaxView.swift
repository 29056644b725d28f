import PledgeDiagnostics

/// A typed view of one kind of node. Views own nothing; a part that is missing in the text is nil or
/// `missing`, and where it had to be there the parser has reported it.
package protocol SyntaxView: Sendable {
  /// The kind of node that the view shows.
  static var kind: NodeKind { get }
  /// The node.
  var node: SyntaxNode { get }
  /// A view of a node of the right kind.
  init(node: SyntaxNode)
}

extension SyntaxView {
  /// The bytes of the node's tokens.
  package var range: SourceRange { node.range }

  /// Whether something in it could not be read and was reported.
  package var isDamaged: Bool { node.isDamaged }

  /// The text as it stands in the file.
  package var text: String { node.tree.file.text(in: node.range) }
}

extension SyntaxNode {
  /// The view of a type, nil where the node is of another kind.
  package func view<View: SyntaxView>(_ type: View.Type) -> View? {
    kind == View.kind ? View(node: self) : nil
  }

  /// The view in a slot, nil where nothing of its kind stands there.
  func view<View: SyntaxView>(_ type: View.Type, in slot: Slot) -> View? {
    child(slot)?.view(type)
  }

  /// All views of a kind in a slot.
  func views<View: SyntaxView>(_ type: View.Type, in slot: Slot) -> [View] {
    children(slot).compactMap { $0.view(type) }
  }

  /// The expression in a slot, `missing` where the parser found none.
  func expression(_ slot: Slot) -> ExpressionView {
    child(slot).map { ExpressionView($0) } ?? .missing(range)
  }

  /// The expression in a slot, nil where none has to be there.
  func optionalExpression(_ slot: Slot) -> ExpressionView? {
    child(slot).map { ExpressionView($0) }
  }

  /// The expressions in a slot.
  func expressions(_ slot: Slot) -> [ExpressionView] {
    children(slot).map { ExpressionView($0) }
  }

  /// The literal in a slot.
  func literal(_ slot: Slot) -> LiteralView? {
    child(slot).flatMap { LiteralView($0) }
  }

  /// The literals in a slot.
  func literals(_ slot: Slot) -> [LiteralView] {
    children(slot).compactMap { LiteralView($0) }
  }

  /// The value in a slot, `missing` where the parser found none.
  func value(_ slot: Slot) -> ValueView {
    child(slot).map { ValueView($0) } ?? .missing(range)
  }

  /// The lines of the node's block, each as `make` reads it.
  func lines<Line>(_ make: (SyntaxNode) -> Line) -> [Line] {
    (child(.block)?.children(.line) ?? []).map(make)
  }

  /// The names in a slot.
  func names(_ slot: Slot) -> [NameView] { views(NameView.self, in: slot) }
}

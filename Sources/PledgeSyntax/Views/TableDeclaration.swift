import PledgeDiagnostics

/// A named table.
package struct TableDeclaration: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.tableDeclaration
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Name and title.
  package var head: HeadView? { node.view(HeadView.self, in: .head) }

  /// The name.
  package var name: NameView? { head?.name }

  /// The title in quotation marks, nil where there is none.
  package var title: TextLiteral? { head?.title }

  /// The table, nil where it is missing.
  package var table: TableView? { node.view(TableView.self, in: .rows) }

  /// The clauses of the contract that it rests on.
  package var citations: [WordView] { node.views(WordView.self, in: .word) }

  /// The lines of its `##` comments.
  package var documentation: [String] { node.documentation }
}

/// Condition columns, result columns and rows.
package struct TableView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.table
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The heads of the condition columns.
  package var conditions: [ExpressionView] { node.expressions(.column) }

  /// The names of the result columns.
  package var results: [NameView] { node.names(.result) }

  /// The rows in the order in which they are tried.
  package var rows: [TableRow] { node.views(TableRow.self, in: .row) }
}

/// A row of a table.
package struct TableRow: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.tableRow
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Whether it holds for everything that no row above took.
  package var isOtherwise: Bool { node.has(.otherwise) }

  /// The cells left of `->`.
  package var cells: [CellView] { node.views(CellView.self, in: .cell) }

  /// The results right of `->`.
  package var results: [ExpressionView] { node.expressions(.result) }
}

/// A cell: what a column has to be.
package struct CellView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.cell
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Whether everything is right.
  package var isAny: Bool { node.has(.any) }

  /// Whether it holds where no item does.
  package var isNegated: Bool { node.has(.not) }

  /// The items, of which one has to hold.
  package var items: [CellItem] { node.children(.item).map(CellItem.init) }
}

/// One item of a cell.
package enum CellItem: Sendable {
  /// A member of an enumeration, or a parameter.
  case name(NameView)
  /// `yes` or `no`.
  case truth(TruthView)
  /// Exactly this value.
  case value(LiteralView)
  /// `at least X`, `at most X`, `under X`.
  case bound(BoundItem)
  /// `X to Y`, `X to under Y`, `over X to Y`, `over X`.
  case range(RangeItem)
  /// Missing or damaged, and reported.
  case missing(SourceRange)

  init(_ node: SyntaxNode) {
    if let name = node.view(NameView.self) {
      self = .name(name)
    } else if let truth = node.view(TruthView.self) {
      self = .truth(truth)
    } else if let bound = node.view(BoundItem.self) {
      self = .bound(bound)
    } else if let range = node.view(RangeItem.self) {
      self = .range(range)
    } else if let literal = LiteralView(node) {
      self = .value(literal)
    } else {
      self = .missing(node.range)
    }
  }
}

/// A cell bound on one side.
package struct BoundItem: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.boundItem
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Which bound, nil where it is damaged.
  package var bound: BoundWord? { BoundWord(node.keywords) }

  /// The limit.
  package var limit: CellLimit? { node.child(.value).flatMap(CellLimit.init) }
}

/// A value that a cell is bound by: written, or the name of a parameter.
package enum CellLimit: Sendable {
  case literal(LiteralView)
  case name(NameView)

  init?(_ node: SyntaxNode) {
    if let name = node.view(NameView.self) {
      self = .name(name)
    } else if let literal = LiteralView(node) {
      self = .literal(literal)
    } else {
      return nil
    }
  }
}

/// A cell bound on one side or two.
package struct RangeItem: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.rangeItem
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The lower end.
  package var low: CellLimit? { node.child(.low).flatMap(CellLimit.init) }

  /// Whether the lower end itself is outside.
  package var isLowExcluded: Bool { node.has(.over) }

  /// The upper end, nil for `over X`.
  package var high: CellLimit? { node.child(.high).flatMap(CellLimit.init) }

  /// Whether the upper end itself is outside.
  package var isHighExcluded: Bool { node.has(.under) }
}

import PledgeSyntax

/// Where the columns of a line of a block begin.
enum Columns {
  /// What begins the second column.
  private enum Rule {
    /// What stands behind so many words.
    case words(Int)
    /// What stands behind the last child of a kind.
    case behind(NodeKind)
    /// The first child of a kind.
    case at(NodeKind)
  }

  private static let rules: [NodeKind: Rule] = [
    .citation: .words(1), .forLine: .words(1), .whenLine: .words(1), .needsLine: .words(1),
    .calendarUseLine: .words(1), .extendedLine: .words(2), .pauseLine: .words(1), .excludeLine: .words(1),
    .headerWordLine: .words(1), .eventsLine: .words(1), .holidaysLine: .words(1), .workingDayLine: .words(1),
    .duringLine: .words(1), .clockLine: .words(1), .byLine: .words(1), .roundingLine: .words(1),
    .roundLine: .words(1), .countedByLine: .words(2), .measureLine: .words(1), .partialLine: .words(1),
    .outOfLine: .words(2), .payLine: .words(1), .capLine: .words(1), .issueLine: .words(1),
    .claimLine: .words(1), .grantsLine: .words(1), .boundLine: .words(2), .field: .at(.fieldType),
    .hoursLine: .behind(.days), .timelineLine: .at(.name), .stepLine: .at(.name),
  ]

  /// Whether a line is aligned with the others of its block. Lines that read as one phrase, such as
  /// `effective from …`, and fields of several names are not.
  static func isAligned(_ node: SyntaxNode) -> Bool {
    guard rules[node.kind] != nil else { return false }
    return node.kind != .field || node.children.count { $0.kind == .name } == 1
  }

  /// Whether lines of a kind are aligned only with those directly beside them.
  static func isRun(_ kind: NodeKind) -> Bool { kind == .timelineLine || kind == .stepLine }

  /// The columns of a line by the positions of the children that begin them.
  static func tabs(of node: SyntaxNode, _ children: [SyntaxElement]) -> [Int: Piece.Tab] {
    guard let rule = rules[node.kind] else { return [:] }
    var tabs: [Int: Piece.Tab] = [:]
    switch rule {
    case .words(let count):
      let words = node.kind == .boundLine ? boundWords(children) : count
      tabs[words] = Piece.Tab(column: 1, gap: 2)
    case .behind(let kind):
      if let last = children.lastIndex(where: { $0.kind == kind }) {
        tabs[last + 1] = Piece.Tab(column: 1, gap: 2)
      }
    case .at(let kind):
      if let first = children.firstIndex(where: { $0.kind == kind }) {
        tabs[first] = Piece.Tab(column: 1, gap: 2)
      }
    }
    if node.kind == .stepLine {
      for (index, child) in children.enumerated() {
        if child.keyword == .when { tabs[index] = Piece.Tab(column: 2, gap: 2) }
        if child.keyword == .done { tabs[index] = Piece.Tab(column: 3, gap: 2) }
      }
    }
    return tabs
  }

  /// `within`, `under`; `at least`, `more than`, `each cycle`.
  private static func boundWords(_ children: [SyntaxElement]) -> Int {
    let first = children.first?.keyword
    return first == .within || first == .under ? 1 : 2
  }
}

extension SyntaxElement {
  /// The kind of a node, nil for a token.
  var kind: NodeKind? {
    switch self {
    case .token: nil
    case .node(let node): node.kind
    }
  }

  /// The word that a token spells, nil for a node.
  var keyword: Keyword? {
    switch self {
    case .token(let token): token.keyword
    case .node: nil
    }
  }
}

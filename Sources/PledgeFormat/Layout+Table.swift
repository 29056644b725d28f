import PledgeSyntax

extension Layout {
  /// Writes a table, rows of a register or cases.
  mutating func writeTable(_ node: SyntaxNode, _ braces: Braces) {
    let (owner, tail) = (owner, tail)
    let saved = (parentheses, isInTable)
    (parentheses, isInTable) = (0, true)
    defer { (parentheses, isInTable) = saved }
    let isShort =
      isFlat
      || (braces.isOnOneLine && braces.close.range.end - braces.open.range.start < 4 * House.width
        && (line?.width ?? 0) + 1 + flatWidth([.node(node)] + tail) <= House.width)
    if isShort { return writeFlatTable(node, braces, isDeclaration: owner.isDeclaration) }
    writeExpanded(braces) { layout in
      layout.isInTable = true
      layout.writeRows(node, braces.body)
    }
  }

  private mutating func writeFlatTable(_ node: SyntaxNode, _ braces: Braces, isDeclaration: Bool) {
    let wasFlat = isFlat
    isFlat = true
    defer { isFlat = wasFlat }
    add(braces.open, in: node.kind)
    var isFirst = true
    for row in rows(of: braces.body) {
      if !isFirst { appendSeparator() }
      isFirst = false
      for child in row.elements { writeCell(child, in: row.kind ?? node.kind) }
    }
    add(braces.close, in: node.kind)
  }

  private mutating func writeRows(_ node: SyntaxNode, _ body: ArraySlice<SyntaxElement>) {
    let group = nextGroup()
    let rows = rows(of: body)
    let conditions = (rows.first?.elements.firstIndex { $0.isToken(.arrow) }).map { arrow in
      (rows.first?.elements[..<arrow].count { $0.isToken(.pipe) } ?? 0) + 1
    }
    for row in rows {
      pending += row.trivia
      beginLine(group: group)
      var column = 0
      for child in row.elements {
        if child.isToken(.pipe) {
          column += 1
          tab = Piece.Tab(column: column, gap: 1)
        } else if child.isToken(.arrow) {
          column = max(column + 1, conditions ?? 0)
          tab = Piece.Tab(column: column, gap: 1)
        }
        writeCell(child, in: row.kind ?? node.kind)
      }
      endLine()
    }
    pending += trailingTrivia(of: body)
  }

  private mutating func writeCell(_ child: SyntaxElement, in parent: NodeKind) {
    outer = parent
    switch child {
    case .token(let token): add(token, in: parent)
    case .node(let node):
      if node.kind == .offset, parent == .testCase {
        for case .token(let token) in node.children { add(token, in: parent) }
        for case .node(let child) in node.children { write(child) }
      } else {
        owner = parent
        tail = []
        write(node)
      }
    }
  }

  /// One line of a table.
  private struct Row {
    var elements: [SyntaxElement]
    /// The kind of its node; nil for the head, whose elements lie in the table itself.
    var kind: NodeKind?
    /// What stands before a `;` in front of it.
    var trivia: [Trivia]
  }

  private func rows(of body: ArraySlice<SyntaxElement>) -> [Row] {
    var rows: [Row] = []
    var trivia: [Trivia] = []
    var isHead = true
    for child in body {
      if case .token(let token) = child, token.kind == .semicolon {
        trivia += token.trivia
        if !rows.isEmpty { isHead = false }
        continue
      }
      if case .node(let node) = child, node.kind == .tableRow || node.kind == .row || node.kind == .testCase {
        rows.append(Row(elements: node.children, kind: node.kind, trivia: trivia))
        (trivia, isHead) = ([], false)
      } else if isHead, !rows.isEmpty {
        rows[rows.count - 1].elements.append(child)
      } else {
        rows.append(Row(elements: [child], kind: nil, trivia: trivia))
        trivia = []
      }
    }
    return rows
  }

  /// What stands before the `;` behind the last row.
  private func trailingTrivia(of body: ArraySlice<SyntaxElement>) -> [Trivia] {
    var trivia: [Trivia] = []
    for child in body.reversed() {
      guard case .token(let token) = child, token.kind == .semicolon else { break }
      trivia = Array(token.trivia) + trivia
    }
    return trivia
  }
}

extension SyntaxElement {
  /// Whether it is a token of a kind.
  func isToken(_ kind: TokenKind) -> Bool {
    switch self {
    case .token(let token): token.kind == kind
    case .node: false
    }
  }
}

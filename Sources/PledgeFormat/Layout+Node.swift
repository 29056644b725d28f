import PledgeSyntax

extension Layout {
  /// Adds the tokens of a node to the line at hand; blocks and tables may end that line and begin others.
  mutating func write(_ node: SyntaxNode) {
    let children = node.children
    if let braces = Braces(children) {
      if node.kind == .block { return writeBlock(node, braces) }
      if Layout.tables.contains(node.kind) { return writeTable(node, braces) }
    }
    if node.kind == .share { return writeShare(node, children) }
    let tabs = isFlat ? [:] : Columns.tabs(of: node, children)
    for (index, child) in children.enumerated() {
      if let tab = tabs[index] { self.tab = tab }
      if case .token(let token) = child, token.isAddition(in: node.kind) {
        pending += token.trivia
        continue
      }
      isFirstName = index == 0
      write(child, in: node, rest: children[(index + 1)...])
      if Layout.closing.contains(node.kind), index > 0, children[index - 1].keyword == .within,
        let last = line?.pieces.indices.last
      {
        line?.pieces[last].closes = true
      }
    }
  }

  /// Nodes in which an amount follows `within`.
  private static let closing: Set<NodeKind> = [.boundLine, .window, .event, .useWindowLine]

  /// Writes part, `of` and whole, whatever their order in the text.
  private mutating func writeShare(_ node: SyntaxNode, _ children: [SyntaxElement]) {
    let isSwapped = children.contains { child in
      if case .token(let token) = child { token.mark == .swapped } else { false }
    }
    let (start, serial) = (line?.pieces.count ?? 0, lines.count)
    if isSwapped, start > 0 { lineStart = node.firstToken?.startsLine }
    var of: Int?
    for child in isSwapped ? children.reversed() : children {
      if child.keyword == .of { of = line?.pieces.count }
      if isSwapped, of != nil { lineStart = false }
      write(child, in: node, rest: [])
    }
    lineStart = nil
    if let of, serial == lines.count, let end = line?.pieces.count {
      line?.shares.append(FormatLine.Share(start: start, of: of, end: end))
    }
  }

  private mutating func write(_ child: SyntaxElement, in node: SyntaxNode, rest: ArraySlice<SyntaxElement>) {
    switch child {
    case .token(let token):
      if token.kind == .equals, Layout.definitions.contains(node.kind), !isFlat {
        tab = Piece.Tab(column: 2, gap: 1)
      }
      add(token, in: node.kind)
    case .node(let child):
      let isFirst = isFirstName
      outer = node.kind
      defer { isFirstName = isFirst }
      if child.kind == .offset, node.kind == .testCase {
        child.children.forEach { write($0, in: node, rest: []) }
      } else if child.kind == .head, Layout.titled.contains(node.kind) {
        writeHead(child)
      } else {
        owner = node.kind
        tail = child.hasBraces && node.isDeclaration ? rest : []
        write(child)
      }
    }
  }

  private mutating func writeHead(_ head: SyntaxNode) {
    for child in head.children {
      outer = .head
      if child.kind == .textLiteral { tab = Piece.Tab(column: 1, gap: 1) }
      switch child {
      case .token(let token): add(token, in: .head)
      case .node(let node): write(node)
      }
    }
  }

  private static let tables: Set<NodeKind> = [.table, .rows, .cases]

  /// Declarations with a `=`.
  static let definitions: Set<NodeKind> = [
    .spanDeclaration, .letDeclaration, .paramDeclaration, .calendarDeclaration, .combineDeclaration,
  ]

  /// Declarations of one head, whose titles stand below each other.
  private static let titled: Set<NodeKind> = definitions.union([
    .tableDeclaration, .exclusionDeclaration, .targetDeclaration, .refundDeclaration, .rightDeclaration,
    .escalationDeclaration,
  ])

  // MARK: Blocks

  private mutating func writeBlock(_ node: SyntaxNode, _ braces: Braces) {
    let (owner, tail) = (owner, tail)
    let saved = (parentheses, isInTable)
    (parentheses, isInTable) = (0, false)
    defer { (parentheses, isInTable) = saved }
    if isFlat || isShort(node, braces, owner: owner, tail: tail) {
      writeFlat(node, braces, isDeclaration: owner.isDeclaration)
    } else if owner == .givenLine {
      writeExpanded(braces) { $0.writeSettings(braces.body) }
    } else {
      writeExpanded(braces) { $0.writeLines(braces.body) }
    }
  }

  /// Whether a block that stands on one line has room there.
  private func isShort(
    _ node: SyntaxNode, _ braces: Braces, owner: NodeKind, tail: ArraySlice<SyntaxElement>
  ) -> Bool {
    guard braces.isOnOneLine, !node.isDamaged,
      braces.close.range.end - braces.open.range.start < 4 * House.width
    else { return false }
    // The attributes of an event belong to its name, like arguments.
    if owner == .eventDeclaration { return true }
    let width = (line?.width ?? 0) + 1 + flatWidth([.node(node)] + tail)
    return width <= House.width
  }

  /// How wide elements are on one line.
  func flatWidth(_ elements: [SyntaxElement]) -> Int {
    var scratch = Layout(tree: tree)
    scratch.isFlat = true
    scratch.beginLine()
    for element in elements {
      switch element {
      case .token(let token): scratch.add(token, in: .block)
      case .node(let node): scratch.write(node)
      }
    }
    return scratch.line?.width ?? 0
  }

  private mutating func writeFlat(_ node: SyntaxNode, _ braces: Braces, isDeclaration: Bool) {
    let hasColumns = isDeclaration && !isFlat
    let wasFlat = isFlat
    isFlat = true
    defer { isFlat = wasFlat }
    if hasColumns { tab = Piece.Tab(column: 3, gap: 1) }
    add(braces.open, in: node.kind)
    var count = 0
    for case .node(let line) in braces.body {
      if count > 0 {
        appendSeparator()
        if hasColumns { tab = Piece.Tab(column: 3 + count, gap: 1) }
      }
      write(line)
      count += 1
    }
    add(braces.close, in: node.kind)
  }

  /// Writes a `;` behind what was added last.
  mutating func appendSeparator() {
    guard let last = line?.pieces.indices.last else { return }
    line?.pieces[last].hasSeparator = true
    previous = (.semicolon, .block)
  }

  /// Writes braces on lines of their own, with what `body` writes between them.
  mutating func writeExpanded(_ braces: Braces, _ body: (inout Layout) -> Void) {
    add(braces.open, in: .block)
    endLine()
    indent += 1
    body(&self)
    endLine()
    pending += braces.close.trivia
    writeLastComments()
    indent -= 1
    beginLine()
    add(braces.close, in: .block, hasTrivia: false)
  }

  /// Writes the lines of a block, each on its own.
  private mutating func writeLines(_ body: ArraySlice<SyntaxElement>) {
    let block = nextGroup()
    var run: (kind: NodeKind, group: Int)?
    for unit in units(of: body) {
      guard case .node(let node) = unit[0], isSound(unit) else {
        if !writeSeparator(unit) {
          writeVerbatim(unit)
          run = nil
        }
        continue
      }
      if Columns.isRun(node.kind) {
        if run?.kind != node.kind { run = (node.kind, nextGroup()) }
      } else {
        run = nil
      }
      let isAligned = Columns.isAligned(node)
      beginLine(group: isAligned ? run?.group ?? block : 0, hang: isAligned ? .column : .indent)
      write(node)
      endLine()
    }
  }

  /// Drops a `;`, but for the comments before it; false for anything else.
  private mutating func writeSeparator(_ unit: [SyntaxElement]) -> Bool {
    guard isSound(unit), case .token(let token) = unit[0] else { return false }
    pending += token.trivia
    return true
  }

  /// Writes settings: those that the author put on one line stay there as far as they have room.
  private mutating func writeSettings(_ body: ArraySlice<SyntaxElement>) {
    let nodes = body.filter { $0.kind != nil }
    // Without room for any two on one line each has its own, and they are aligned.
    let isPacked = zip(nodes, nodes.dropFirst()).contains { first, second in
      isOnOneLine(first, second)
        && indent * House.indent + flatWidth([first]) + 2 + flatWidth([second]) <= House.width
    }
    let group = isPacked ? 0 : nextGroup()
    var before: SyntaxElement?
    for unit in units(of: body) {
      guard case .node(let node) = unit[0], isSound(unit) else {
        if !writeSeparator(unit) { writeVerbatim(unit) }
        continue
      }
      let hasRoom = (line?.width ?? 0) + 2 + flatWidth([.node(node)]) <= House.width
      if let before, isOnOneLine(before, unit[0]), hasRoom, !(line?.pieces.isEmpty ?? true) {
        appendSeparator()
      } else {
        beginLine(group: group)
      }
      before = unit[0]
      let children = node.children
      for (index, child) in children.enumerated() {
        if index == 1, !isPacked { tab = Piece.Tab(column: 1, gap: 2) }
        write(child, in: node, rest: [])
      }
    }
  }
}

extension Layout {
  /// Whether nothing but blanks and `;` stands between two elements.
  private func isOnOneLine(_ first: SyntaxElement, _ second: SyntaxElement) -> Bool {
    guard let end = first.lastToken?.range.end, let start = second.firstToken?.range.start else {
      return false
    }
    return tree.file.line(at: end) == tree.file.line(at: start)
  }
}

extension NodeKind {
  /// Whether it is a declaration.
  var isDeclaration: Bool { NodeKind.declarations.contains(self) }

  private static let declarations: Set<NodeKind> = [
    .useDeclaration, .policyDeclaration, .ticketDeclaration, .registerDeclaration, .roleDeclaration,
    .actionDeclaration, .calendarDeclaration, .spanDeclaration, .letDeclaration, .tableDeclaration,
    .paramDeclaration, .exclusionDeclaration, .targetDeclaration, .refundDeclaration, .rightDeclaration,
    .escalationDeclaration, .combineDeclaration, .testDeclaration,
  ]
}

extension SyntaxNode {
  var isDeclaration: Bool { kind.isDeclaration }

  /// Whether it is a block or a table.
  var hasBraces: Bool { kind == .block || kind == .table || kind == .rows || kind == .cases }
}

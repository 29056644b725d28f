import PledgeSyntax

extension Layout {
  /// Writes the whole file.
  mutating func writeFile() {
    for unit in units(of: tree.root.children[...]) { writeDeclarationUnit(unit) }
    endLine()
  }

  /// Children that begin on a line of their own, or behind a `;`, up to the next such. What is damaged in
  /// front of a child on the line before belongs to that line.
  func units(of children: ArraySlice<SyntaxElement>) -> [[SyntaxElement]] {
    var units: [[SyntaxElement]] = []
    var isBehindSeparator = true
    for child in children {
      guard let first = child.firstToken else { continue }
      let isSeparator = child.isToken(.semicolon)
      let isFresh = first.beginsFresh || !first.isDamaged && (isBehindSeparator || isSeparator || first.isEnd)
      if isFresh || units.isEmpty {
        units.append([child])
      } else {
        units[units.count - 1].append(child)
      }
      isBehindSeparator = isSeparator
    }
    return joined(units)
  }

  /// The units with those joined that share a line with damage.
  private func joined(_ units: [[SyntaxElement]]) -> [[SyntaxElement]] {
    var result: [[SyntaxElement]] = []
    for var unit in units {
      let isDamaged = !isSound(unit)
      while let last = result.last, isDamaged || !isSound(last), let first = unit.first?.firstToken,
        !first.beginsFresh, !first.isEnd || first.isDamaged
      {
        unit = last + unit
        result.removeLast()
      }
      result.append(unit)
    }
    return result
  }

  private mutating func writeDeclarationUnit(_ unit: [SyntaxElement]) {
    guard let first = unit.first else { return }
    if unit.count == 1, case .token(let token) = first, !token.isDamaged {
      if token.kind == .semicolon {
        pending += token.trivia
      } else {
        writeLoose(token)
      }
      return
    }
    guard unit.count == 1, case .node(let node) = first, canLayOut(node) else {
      return writeVerbatim(unit)
    }
    let start = lines.count
    beginLine()
    write(node)
    endLine()
    finishDeclaration(node, from: start)
  }

  /// Sets a declaration apart from the one before, or aligns it with that.
  private mutating func finishDeclaration(_ node: SyntaxNode, from start: Int) {
    guard start < lines.count else { return }
    guard node.kind != .edition else {
      neighbour = nil
      return
    }
    let isRelated = neighbour?.kind == node.kind && Layout.definitions.contains(node.kind)
    let first = lines[start...].firstIndex { !$0.isComment } ?? lines.count - 1
    let isShort = first == lines.count - 1 && lines[first].isUnbroken && lines[first].width <= House.width
    if !isRelated, !isShort || !(neighbour?.isShort ?? false), start > 0 {
      lines[start].hasBlankBefore = true
    }
    guard isShort else {
      neighbour = Neighbour(kind: node.kind, isShort: false, group: 0)
      return
    }
    if let neighbour, neighbour.isShort, neighbour.kind == node.kind, first == start,
      !lines[start].hasBlankBefore
    {
      lines[first].group = neighbour.group
    } else {
      lines[first].group = nextGroup()
    }
    lines[first].isAlignedOnlyIfFitting = true
    neighbour = Neighbour(kind: node.kind, isShort: true, group: lines[first].group)
  }

  /// The end of the file, or a token that was skipped.
  private mutating func writeLoose(_ token: SyntaxToken) {
    guard token.kind == .endOfFile else { return writeVerbatim([.token(token)]) }
    endLine()
    add(token, in: .file)
  }

  /// Copies tokens with all that stands between them, and with the blanks before the first.
  mutating func writeVerbatim(_ unit: [SyntaxElement]) {
    neighbour = nil
    guard let first = unit.first?.firstToken, let last = unit.last?.lastToken else { return }
    beginLine()
    let bytes = tree.file.bytes
    var start = first.range.start
    if let skipped = first.trivia.firstIndex(where: { $0.kind == .skipped }) {
      pending += first.trivia[..<skipped]
      start = Int(first.trivia[skipped].start)
    } else {
      pending += first.trivia
    }
    writeLastComments()
    let place = start
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    if start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start = place }
    var end = last.range.end
    if last.isEnd, let rest = last.trivia.last(where: { $0.kind != .newline && $0.kind != .blanks }) {
      end = Int(rest.end)
    }
    line?.content = .verbatim(Array(bytes[start..<max(start, end)]))
    if let line { lines.append(line) }
    line = nil
    previous = (.endOfFile, .file)
  }

  // MARK: Damage

  /// Whether a node can be laid out: nothing in it is damaged, or only lines of its block that stand alone.
  func canLayOut(_ node: SyntaxNode) -> Bool {
    guard node.kind != .error else { return false }
    guard node.isDamaged else { return true }
    guard !node.isDamagedItself else { return false }
    return node.children.allSatisfy { child in
      guard case .node(let child) = child, child.isDamaged else { return true }
      return child.kind == .block && canLayOutBlock(child)
    }
  }

  /// Whether the damaged lines of a block have lines of their own.
  private func canLayOutBlock(_ block: SyntaxNode) -> Bool {
    let children = block.children
    guard let braces = Braces(children), braces.close.startsLine, !braces.open.isDamaged,
      !braces.close.isDamaged
    else { return false }
    return units(of: braces.body).allSatisfy { unit in
      isSound(unit) || unit.first?.firstToken?.beginsFresh ?? false
    }
  }

  /// Whether a unit is one line of a block that can be laid out.
  func isSound(_ unit: [SyntaxElement]) -> Bool {
    guard unit.count == 1 else { return false }
    switch unit[0] {
    case .token(let token): return token.kind == .semicolon && !token.isDamaged
    case .node(let node): return canLayOut(node)
    }
  }
}

/// A declaration as the next one sees it.
struct Neighbour {
  let kind: NodeKind
  /// Whether it is one line.
  let isShort: Bool
  /// The lines that it is aligned with.
  let group: Int
}

/// The braces of a block and what stands between them.
struct Braces {
  let open: SyntaxToken
  let body: ArraySlice<SyntaxElement>
  let close: SyntaxToken

  /// Nil where one of the braces is missing.
  init?(_ children: [SyntaxElement]) {
    guard children.count >= 2, case .token(let open) = children[0], open.kind == .openBrace,
      case .token(let close) = children[children.count - 1], close.kind == .closeBrace
    else { return nil }
    self.open = open
    self.close = close
    body = children[1..<(children.count - 1)]
  }

  /// Whether they stand on one line.
  var isOnOneLine: Bool {
    let file = open.tree.file
    return file.line(at: open.range.start) == file.line(at: close.range.start)
  }
}

extension SyntaxToken {
  /// Whether a dialect adds it: its own name behind the edition, a closing word.
  func isAddition(in parent: NodeKind) -> Bool {
    parent != .word && mark == .closing || parent == .edition && kind.isName && keyword != .pledge
  }

  /// Whether it is the end of the file.
  var isEnd: Bool { kind == .endOfFile }

  /// Whether it is the first of its line, with nothing damaged between it and the end of the line before.
  var beginsFresh: Bool {
    startsLine
      && (!isDamaged || trivia.first { $0.kind == .newline || $0.kind == .skipped }?.kind != .skipped)
  }
}

extension SyntaxElement {
  /// The first token, nil where there is none.
  var firstToken: SyntaxToken? {
    switch self {
    case .token(let token): token
    case .node(let node): node.firstToken
    }
  }

  /// The last token, nil where there is none.
  var lastToken: SyntaxToken? {
    switch self {
    case .token(let token): token
    case .node(let node): node.lastToken
    }
  }
}

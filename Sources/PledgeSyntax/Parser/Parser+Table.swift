import PledgeDiagnostics

extension Parser {
  /// Reads a `table` declaration behind its word.
  mutating func parseTableDeclaration() -> NodeKind {
    parseHead()
    parseTable(in: .rows)
    parseTrailingCitation()
    return .tableDeclaration
  }

  /// Reads `{ columns NL row … }` into a slot. `header` reads the first line's contents, `row` one line.
  mutating func parseRows(
    _ kind: NodeKind, in slot: Slot, header: (inout Parser) -> Void, row: (inout Parser) -> Void
  ) {
    guard enter() else { return }
    defer { leave() }
    let isAssumed = skipBeforeBrace()
    let saved = (lineMode, clauseWords)
    defer { (lineMode, clauseWords) = saved }
    let hasOpening = token(at: 0).kind == .openBrace
    let isOnNextLine =
      token(at: 0).startsLine && token(at: 0).kind != .endOfFile && !beginsDeclaration(position)
    guard hasOpening || isAssumed || isOnNextLine else { return }
    let start = mark()
    let opening = hasOpening ? position : nil
    lineMode = .table
    clauseWords = []
    lineTaken = position
    if hasOpening { advance() }
    isRecovering = false
    if token(at: 0).kind == .openBrace, !token(at: 0).startsLine {
      raiseExpected(.endOfLine)
      advance()
      isRecovering = false
    }
    var isHeader = true
    while true {
      skipSeparators()
      if skipExcessClose(openedAt: opening) { continue }
      let next = token(at: 0)
      if next.kind == .endOfFile || next.kind == .closeBrace || beginsDeclaration(position) { break }
      if isInTest, excessOfBraces > 0, next.startsLine, beginsTestLine, !isRow { break }
      if endsUnclosedBlock(openedAt: opening) { break }
      let before = position
      if isHeader { header(&self) } else { row(&self) }
      isHeader = false
      finishRow()
      if position == before { advance() }
      isRecovering = false
    }
    closeBlock(openedAt: opening)
    finish(start, kind, in: slot)
    isRecovering = false
  }

  /// Whether the line here has a bar or an arrow, so that it is a row.
  private var hasBarInLine: Bool {
    var distance = 0
    while position + distance < tokens.count - 1 {
      let next = token(at: distance)
      if distance > 0, next.startsLine { return false }
      if next.kind == .pipe || next.kind == .arrow { return true }
      distance += 1
    }
    return false
  }

  /// Whether the line here is a row: it has a bar or an arrow, or is one value, such as a date.
  private var isRow: Bool {
    let last = kind(at: 1) == .time ? 2 : 1
    return hasBarInLine || token(at: last).startsLine || [.closeBrace, .semicolon].contains(kind(at: last))
  }

  private mutating func finishRow() {
    guard !isAtLineEnd else { return }
    if current == .pipe { raiseExpected(.endOfRow) } else { raiseUnexpected() }
    skipLine()
  }

  /// Reads a table of conditions and results into a slot.
  mutating func parseTable(in slot: Slot) {
    parseRows(.table, in: slot) { parser in
      repeat { guard parser.parseExpression(in: .column) else { break } } while parser.take(kind: .pipe)
      guard parser.expectArrow() else { return }
      repeat { guard parser.parseName(in: .result) else { break } } while parser.take(kind: .pipe)
    } row: { parser in
      parser.parseTableRow()
    }
  }

  private mutating func parseTableRow() {
    let start = mark()
    if at(.else) { mend(0, as: .otherwise) }
    if !take(.otherwise) {
      repeat { guard parseCell() else { break } } while take(kind: .pipe)
    }
    if expectArrow() {
      repeat { guard parseExpression(in: .result) else { break } } while take(kind: .pipe)
    }
    finish(start, .tableRow, in: .row)
  }

  private mutating func parseCell() -> Bool {
    let start = mark()
    var isRead = true
    if current == .star { mend(0, as: .any) }
    if !take(.any) {
      take(.not)
      repeat {
        guard parseCellItem() else {
          isRead = false
          break
        }
      } while take(kind: .comma)
    }
    finish(start, .cell, in: .cell)
    return isRead
  }

  private mutating func parseCellItem() -> Bool {
    let start = mark()
    if at(.yes) || at(.no) {
      parseTruth(in: .item)
    } else if at(.at) || at(.under) {
      if take(.at) { expect(oneOf: [.least, .most]) } else { take(.under) }
      parseCellLimit(in: .value)
      finish(start, .boundItem, in: .item)
    } else if at(.over) {
      take(.over)
      parseCellLimit(in: .low)
      if take(.to) { parseRangeEnd() }
      finish(start, .rangeItem, in: .item)
    } else if atLiteral || atName() {
      let isLiteral = atLiteral
      parseCellLimit(in: .item)
      if isLiteral { mendCellRange() }
      guard take(.to) else { return true }
      // It was the lower end of a range.
      if let last = waiting.indices.last(where: { waiting[$0].isNode }), last >= start.waiting {
        waiting[last] = TreeElement(slot: .low, isNode: true, index: waiting[last].index)
      }
      parseRangeEnd()
      finish(start, .rangeItem, in: .item)
    } else if parseForeignBound(start) {
      return true
    } else {
      raiseExpected(.value)
      return false
    }
    return true
  }

  private mutating func parseRangeEnd() {
    take(.under)
    parseCellLimit(in: .high)
  }

  /// A literal, or the name of a parameter.
  private mutating func parseCellLimit(in slot: Slot) {
    if !atLiteral, atName() { takeName(in: slot) } else { parseLiteral(in: slot) }
  }
}

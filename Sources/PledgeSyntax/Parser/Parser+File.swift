import PledgeDiagnostics

extension Parser {
  /// Reads the whole file; every token ends up in the root.
  mutating func parseFile() {
    let start = mark()
    parseEdition()
    var isIndented: Bool?
    while true {
      skipSeparators()
      guard token(at: 0).kind != .endOfFile else { break }
      let before = position
      if beginsOuterDeclaration(isIndented: &isIndented) {
        parseDeclaration()
        if !isAtFileLineEnd {
          raiseUnexpected()
          skipAfterDeclaration()
        }
      } else {
        raiseNoDeclaration()
        skipToDeclaration()
      }
      if position == before { advance() }
      isRecovering = false
    }
    advance()
    finish(start, .file)
  }

  private var isAtFileLineEnd: Bool {
    [.newline, .semicolon, .endOfFile].contains(current)
  }

  /// A file may be indented as a whole, or behind its header; else a declaration begins in the first column.
  private mutating func beginsOuterDeclaration(isIndented: inout Bool?) -> Bool {
    guard let word = keyword(), Parser.declarationWords.contains(word) else { return false }
    if beginsDeclaration(position) || word == .register && token(at: 0).startsLine && !isIndentedLine {
      if isIndented == nil { isIndented = false }
      return true
    }
    guard token(at: 0).startsLine else { return true }
    if isIndented == nil { isIndented = true }
    return isIndented == true || beginsDeeperDeclaration()
  }

  private var endsLineWithBrace: Bool {
    var index = position
    while index + 1 < tokens.count, !tokens[index + 1].startsLine { index += 1 }
    return tokens[index].kind == .openBrace
  }

  private mutating func skipAfterDeclaration() {
    if token(at: 0).kind == .closeBrace { skipToDeclaration() } else { skipLine() }
  }

  private mutating func raiseNoDeclaration() {
    let next = token(at: 0)
    if next.kind == .closeBrace || next.kind == .closeParen {
      raise(.strayClose(bracket: text(of: next)), at: range(of: next))
      return
    }
    let text = text(of: next)
    let words = KeywordTable.rows.filter { $0.category == .declaration }.map { spelling($0.keyword) }
    let suggestion =
      next.kind == .name ? splitRun(text) ?? Suggestion.nearest(to: text, among: words) : nil
    let fixes = suggestion.map { [Fix.replace(range(of: next), with: $0, .suggestion)] } ?? []
    raise(.unknownDeclaration(found: text, suggestion: suggestion), at: range(of: next), fixes: fixes)
  }

  private var isIndentedLine: Bool {
    let start = Int(token(at: 0).start)
    return start > 0 && file.bytes[start - 1] == 0x20
  }

  // MARK: Edition

  /// The edition that this parser reads.
  static let edition = "1"

  private mutating func parseEdition() {
    let start = mark()
    lineTaken = position
    guard at(.pledge) else {
      raiseMissingEdition()
      return
    }
    take(.pledge)
    guard current == .number else {
      raiseExpected(.oneOf([Parser.edition]))
      finishEdition(start)
      return
    }
    let number = text(of: token(at: 0))
    if number != Parser.edition {
      raise(.unknownEdition(found: number, known: Parser.edition), at: range(of: token(at: 0)))
      isRecovering = false
    }
    advance()
    if current == .name || current == .quotedName {
      let name = text(of: token(at: 0))
      if !Dialect.allCases.contains(where: { $0.code == name && $0.isComplete }) {
        let known = Dialect.allCases.filter { $0 != .english && $0.isComplete }.map(\.code)
        raise(.unknownDialect(found: name, known: known), at: range(of: token(at: 0)))
      }
      advance(.name)
    }
    finishEdition(start)
  }

  private mutating func finishEdition(_ start: Mark) {
    if !isAtLineEnd { raiseUnexpected() }
    finish(start, .edition, in: .edition)
    if !isAtLineEnd { skipLine() }
    isRecovering = false
  }

  private mutating func raiseMissingEdition() {
    let first = token(at: 0)
    let point = SourceRange(file: file.id, start: Int(first.start), end: Int(first.start))
    let fix = Fix.replace(point, with: "pledge \(Parser.edition)\n\n", .safe)
    raise(.missingEdition, at: first.kind == .endOfFile ? point : range(of: first), fixes: [fix])
    // A misspelt first word is skipped with its line; a declaration is read.
    let isDeclaration = keyword().map { Parser.declarationWords.contains($0) } ?? false
    if !isDeclaration, kind(at: 1) == .number || current == .number { skipLine() }
    isRecovering = false
  }

  // MARK: Declarations

  private mutating func parseDeclaration() {
    let start = mark()
    guard let word = keyword() else { return }
    excessOfBraces = countExcessOfBraces()
    advance(.keyword)
    guard let parse = Parser.declarations[word] else { return }
    let kind = parse(&self)
    finishEarlyEnd()
    finish(start, kind, in: .declaration)
  }

  /// Reports a `}` that ended the declaration before its last line, and skips what is left of it.
  private mutating func finishEarlyEnd() {
    let next = token(at: 0)
    if next.kind == .closeBrace {
      raise(.strayClose(bracket: "}"), at: range(of: next))
    } else if position > 0, tokens[position - 1].kind == .closeBrace, next.startsLine,
      next.kind != .endOfFile, !beginsDeclaration(position), !lacksItsWord, !beginsDeeperDeclaration()
    {
      raise(.strayClose(bracket: "}"), at: range(of: tokens[position - 1]))
    } else {
      return
    }
    skipToDeclaration()
  }

  /// Whether the line that begins here is rather a declaration without its word, or with a wrong one, than a
  /// line of the declaration before it.
  private var lacksItsWord: Bool {
    guard isIndentedLine else {
      return [.name, .openBrace].contains(token(at: 0).kind) || endsLineWithBrace
    }
    // A first word that is gone leaves the blank behind it.
    let start = Int(token(at: 0).start)
    return start < 2 || file.bytes[start - 2] == 0x0A || file.bytes[start - 2] == 0x0D
  }

  /// The production of each declaration's word; it returns the kind of node that it read.
  private static let declarations: [Keyword: @Sendable (inout Parser) -> NodeKind] = [
    .use: { $0.parseUse() }, .policy: { $0.parsePolicy() }, .ticket: { $0.parseTicket() },
    .register: { $0.parseRegister() }, .role: { $0.parseHeads(.roleDeclaration) },
    .action: { $0.parseHeads(.actionDeclaration) }, .calendar: { $0.parseCalendar() },
    .span: { $0.parseSpan() }, .let: { $0.parseLet() }, .table: { $0.parseTableDeclaration() },
    .param: { $0.parseParam() }, .exclusion: { $0.parseExclusion() }, .target: { $0.parseTarget() },
    .refund: { $0.parseRefund(.refundDeclaration, .refund) },
    .right: { $0.parseRefund(.rightDeclaration, .right) }, .escalation: { $0.parseEscalation() },
    .combine: { $0.parseCombine() }, .test: { $0.parseTest() },
  ]
}

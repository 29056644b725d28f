import PledgeDiagnostics

extension Parser {
  /// Reads `{ line NL line … }` as the block of the node at hand.
  ///
  /// `line` reads one line and leaves one node; a line that begins with none of `words` (if there are any)
  /// is reported here. `isLine` says whether a line can belong to the block at all: where it cannot and the
  /// test around it could have it, the block's `}` is missing.
  mutating func parseBlock(
    _ name: BlockName?, words: [Keyword] = [], isLine: ((Parser) -> Bool)? = nil,
    line: (inout Parser) -> Void
  ) {
    guard enter() else { return }
    defer { leave() }
    let saved = (lineMode, clauseWords)
    defer { (lineMode, clauseWords) = saved }
    let isAssumed = skipBeforeBrace()
    let start = mark()
    let opening = token(at: 0).kind == .openBrace ? position : nil
    (lineMode, clauseWords) = (.clauses, words)
    if opening != nil {
      if position != lineTaken { lineTaken = position }
      advance()
    } else if !isAssumed, !canAssumeBlock(words) {
      finish(start, .block, in: .block)
      return
    }
    isRecovering = false
    if token(at: 0).kind == .openBrace, !token(at: 0).startsLine {
      raiseExpected(.endOfLine)
      let extra = mark()
      advance()
      finish(extra, .error)
      isRecovering = false
    }
    parseLines(name, words: words, isLine: isLine, openedAt: opening, line: line)
    closeBlock(openedAt: opening)
    finish(start, .block, in: .block)
    isRecovering = false
  }

  /// Whether what follows a head without `{` is its block all the same.
  private func canAssumeBlock(_ words: [Keyword]) -> Bool {
    let next = token(at: 0)
    if next.kind == .endOfFile || beginsDeclaration(position) { return false }
    return next.startsLine || next.keyword.map(words.contains) ?? (words.isEmpty && next.kind == .name)
  }

  private mutating func parseLines(
    _ name: BlockName?, words: [Keyword], isLine: ((Parser) -> Bool)?, openedAt opening: Int?,
    line: (inout Parser) -> Void
  ) {
    while true {
      skipSeparators()
      if skipExcessClose(openedAt: opening) { continue }
      let next = token(at: 0)
      if next.kind == .endOfFile || next.kind == .closeBrace || beginsDeclaration(position) { return }
      if let isLine, excessOfBraces > 0, !isLine(self), isInTest, beginsTestLine { return }
      if endsUnclosedBlock(openedAt: opening) { return }
      let before = position
      if let name, !words.contains(where: { at($0) }), !beginsFreeLine(of: name) {
        raiseUnknownClause(name, words: words)
      } else {
        line(&self)
      }
      finishLine()
      if position == before {
        let start = mark()
        advance()
        finish(start, .error, in: .line)
      }
      isRecovering = false
    }
  }

  /// Reads line ends and `;` between lines.
  mutating func skipSeparators() {
    while true {
      if token(at: 0).kind == .semicolon {
        lineTaken = position
        advance()
      } else {
        lineTaken = position
        return
      }
    }
  }

  /// Reports what is left of a line and skips it.
  mutating func finishLine() {
    guard !isAtLineEnd else { return }
    raiseUnexpected()
    skipLine()
  }

  /// Takes the closing brace of a block or of rows, or says that it is missing.
  mutating func closeBlock(openedAt opening: Int?) {
    if token(at: 0).kind == .closeBrace {
      lineTaken = position
      advance()
      return
    }
    // Without an opening brace the missing one has been reported already.
    guard let opening else { return }
    excessOfBraces -= 1
    if skipInPlaceOfClose(openedAt: opening) { return }
    // The line end before the declaration that closed the block ends the block's declaration too.
    lineTaken = -1
    isRecovering = false
    raise(
      .missingClose(bracket: "}"), at: pointBehindPrevious,
      labels: [SecondaryLabel(.openedHere, at: range(of: tokens[opening]))],
      fixes: [.replace(pointBehindPrevious, with: "\n}", .suggestion)])
  }

  private mutating func raiseUnknownClause(_ name: BlockName, words: [Keyword]) {
    let next = token(at: 0)
    let text = text(of: next)
    if dialect == .english, let instead = ForeignWords.clause(text, isTarget: name == .target) {
      raise(.foreign(found: text, instead: instead), at: range(of: next))
      return skipLine()
    }
    let suggestion =
      next.kind == .name
      ? splitRun(text) ?? Suggestion.nearest(to: text, among: words.map(spelling)) : nil
    let fixes = suggestion.map { [Fix.replace(range(of: next), with: $0, .suggestion)] } ?? []
    raise(.unknownClause(found: text, block: name, suggestion: suggestion), at: range(of: next), fixes: fixes)
    skipLine()
  }

  /// Whether a line of a calendar or of a test begins here that begins with no word.
  private func beginsFreeLine(of name: BlockName) -> Bool {
    switch name {
    case .calendar: current == .date || current == .name || current == .quotedName
    case .test: current == .date || current == .plus
    case .policy, .exclusion, .target, .refund, .right, .escalation: false
    }
  }

  /// Whether a line of a test begins here, by its first two tokens.
  var beginsTestLine: Bool {
    if current == .date || current == .plus { return true }
    if at(.given) || at(.cases) { return token(at: 1).kind == .openBrace }
    if at(.register) { return atName(1) && token(at: 2).kind == .openBrace }
    if at(.ticket) { return token(at: 1).kind == .text }
    if at(.as) { return token(at: 1).keyword == .of }
    return at(.expect) && atName(1) && token(at: 2).kind != .pipe
  }
}

import PledgeDiagnostics

// A brace too many or too few would change what all others of its declaration enclose. So they are counted
// first, and where the count is not even, the one too many is looked for where it does not fit.

extension Parser {
  /// How many more braces open than close from here to the next declaration.
  func countExcessOfBraces() -> Int {
    var excess = 0
    var index = position
    while index < tokens.count, index == position || !beginsDeclaration(index) {
      if tokens[index].kind == .openBrace { excess += 1 }
      if tokens[index].kind == .closeBrace { excess -= 1 }
      if tokens[index].kind == .semicolon, excess == 0 { break }
      index += 1
    }
    return excess
  }

  /// Whether the line here begins a declaration that is set deeper than the one before it: behind a closed
  /// block, where all braces up to the next declaration in the first column close what they open.
  mutating func beginsDeeperDeclaration() -> Bool {
    guard looksLikeDeclaration(position) else { return false }
    if position < endOfBalance { return true }
    var open = 0
    var index = position
    while index < tokens.count, open >= 0, index == position || !beginsDeclaration(index) {
      if tokens[index].kind == .openBrace { open += 1 }
      if tokens[index].kind == .closeBrace { open -= 1 }
      index += 1
    }
    guard open == 0 else { return false }
    endOfBalance = index
    return true
  }

  /// Skips a `}` here that does not look like the end of the block that was opened at a token, if one is too
  /// many, and what follows it on its line.
  mutating func skipExcessClose(openedAt opening: Int?) -> Bool {
    guard excessOfBraces < 0, token(at: 0).kind == .closeBrace, let opening, !closes(opening) else {
      return false
    }
    excessOfBraces += 1
    raise(.strayClose(bracket: "}"), at: range(of: token(at: 0)))
    let start = mark()
    lineTaken = position
    advance()
    finish(start, .error)
    if !isAtLineEnd { skipLine() }
    return true
  }

  /// Whether the `}` here looks like the end of the block that was opened at a token: it ends a line, and
  /// begins one where the block begins, if the block has lines of its own.
  private func closes(_ opening: Int) -> Bool {
    let (close, next) = (token(at: 0), token(at: 1))
    let endsLine =
      next.startsLine || [.closeBrace, .semicolon, .endOfFile].contains(next.kind) || next.keyword == .cite
    guard endsLine, opening + 1 < tokens.count, tokens[opening + 1].startsLine else { return endsLine }
    return close.startsLine && indentation(of: position) == indentation(of: opening)
  }

  /// How many blanks stand before the first token of a token's line, up to 400: a block's first line is asked
  /// for each of its braces, and no author counts so many.
  private func indentation(of index: Int) -> Int {
    let line = file.line(at: Int(tokens[index].start))
    let start = file.bytesOfLine(line).lowerBound
    let limit = min(start + 400, file.bytes.count)
    var end = start
    while end < limit, file.bytes[end] == 0x20 || file.bytes[end] == 0x09 { end += 1 }
    return end - start
  }

  /// Whether a `{` that is skipped begins no block, since a few are too many; it is counted as found.
  mutating func isExcessOpen() -> Bool {
    guard (1...3).contains(excessOfBraces) else { return false }
    excessOfBraces -= 1
    return true
  }

  /// Skips the one token that stands in the place of a `{`, if one is missing.
  ///
  /// Returns whether the block begins behind it.
  mutating func skipInPlaceOfBrace() -> Bool {
    guard excessOfBraces < 0, token(at: 0).kind != .endOfFile else { return false }
    excessOfBraces += 1
    guard !token(at: 0).startsLine else { return false }
    // What ends its line, or is no name, cannot be the first word in the block.
    if token(at: 1).startsLine || !atName() {
      let start = mark()
      advance()
      finish(start, .error)
    }
    return true
  }

  /// Whether the block that was opened at a token ends here without a `}`, if one is missing: a line begins
  /// no deeper than the one in which the block begins.
  func endsUnclosedBlock(openedAt opening: Int?) -> Bool {
    guard excessOfBraces > 0, let opening, token(at: 0).startsLine, hasDeeperLines(opening) else {
      return false
    }
    return indentation(of: position) <= indentation(of: opening)
  }

  /// Whether the lines of a block are set deeper than the line in which it begins.
  private func hasDeeperLines(_ opening: Int) -> Bool {
    opening + 1 < tokens.count && tokens[opening + 1].startsLine
      && indentation(of: opening + 1) > indentation(of: opening)
  }

  /// Skips the one token that stands in the place of the `}` of a block: alone on its line, where the line of
  /// the block begins.
  mutating func skipInPlaceOfClose(openedAt opening: Int) -> Bool {
    let (here, next) = (token(at: 0), token(at: 1))
    guard here.startsLine, here.kind != .endOfFile, !beginsDeclaration(position), hasDeeperLines(opening),
      indentation(of: position) == indentation(of: opening), next.startsLine || next.keyword == .cite
    else { return false }
    lineTaken = position
    raise(.expected(.oneOf(["}"]), found: .text(text(of: here))), at: range(of: here))
    let start = mark()
    advance()
    finish(start, .error)
    return true
  }
}

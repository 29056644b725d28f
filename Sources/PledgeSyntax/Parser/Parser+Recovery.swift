import PledgeDiagnostics

extension Parser {
  /// How many tokens behind a reported one may still be damaged by the same slip, such as two exchanged
  /// tokens.
  private static let reach = 3

  /// How many tokens of a clause are looked through for two equal ones.
  private static let clauseLength = 60

  /// Reports a fact, unless it follows from one of the same line or from a token that the lexer has reported.
  mutating func raise(
    _ fact: SyntaxFact, at range: SourceRange, labels: [SecondaryLabel] = [], fixes: [Fix] = []
  ) {
    damage += 1
    let isSilent = isRecovering || isNextToLexicalDamage || position - lastRaised <= Parser.reach
    isRecovering = true
    guard !isSilent else { return }
    // What is missing at the end of a line damages nothing in the next one.
    lastRaised = range.isEmpty ? position - Parser.reach : position
    guard diagnostics.count <= 2 * SyntaxLimits.messages else { return }
    diagnostics.append(Diagnostic(.syntax(fact), at: range, labels: labels, fixes: fixes))
  }

  private var isNextToLexicalDamage: Bool {
    (max(0, position - 2)...position + 1).contains { $0 < tokens.count && tokens[$0].isDamaged }
  }

  /// The range of a token.
  func range(of token: Token) -> SourceRange {
    SourceRange(file: file.id, start: Int(token.start), end: Int(token.end))
  }

  /// The point behind the token read last.
  var pointBehindPrevious: SourceRange {
    SourceRange(file: file.id, start: endOfPrevious, end: endOfPrevious)
  }

  /// What stands here, and where: a missing part is missing behind the line that lacks it.
  private var found: (token: FoundToken, range: SourceRange) {
    let next = token(at: 0)
    if next.kind == .endOfFile, !next.startsLine { return (.endOfFile, pointBehindPrevious) }
    if position > 0, next.startsLine, position != lineTaken { return (.endOfLine, pointBehindPrevious) }
    return (.text(text(of: next)), rangeWithPrevious)
  }

  /// The token here with the one before it on its line: which of two that do not go together is the wrong
  /// one, only the author knows.
  private var rangeWithPrevious: SourceRange {
    let next = token(at: 0)
    guard position > 0, !next.startsLine else { return range(of: next) }
    return range(of: tokens[position - 1]).union(range(of: next))
  }

  /// Whether the word here is one that was declared as a name although it cannot be one.
  private var isReservedName: Bool {
    guard !reservedNames.isEmpty, current == .name, token(at: 0).keyword != nil else { return false }
    return reservedNames.contains(text(of: token(at: 0)))
  }

  /// Reports that something else has to stand here.
  mutating func raiseExpected(_ expectation: Expectation) {
    if isReservedName {
      damage += 1
      isRecovering = true
      return
    }
    if raiseRepeated() || raiseCapitals() { return }
    let (token, range) = found
    raise(.expected(expectation, found: token), at: range)
  }

  /// Reports that the line has to end here.
  mutating func raiseUnexpected() {
    if raiseRepeated() || raiseCapitals() || raiseMisplaced() { return }
    let next = token(at: 0)
    if next.kind == .closeParen {
      raise(.strayClose(bracket: ")"), at: range(of: next))
    } else {
      raise(.unexpected(.text(text(of: next))), at: rangeWithPrevious)
    }
  }

  /// Reports the second of two equal tokens beside each other, if the line has such a pair before this place:
  /// what follows them cannot be read because of it.
  mutating func raiseRepeated() -> Bool {
    guard position > 0, let second = repeatedToken else { return false }
    let range = range(of: tokens[second])
    raise(
      .repeated(text: text(of: tokens[second])), at: range, fixes: [.replace(range, with: "", .suggestion)])
    return true
  }

  /// The second of two equal tokens beside each other on the line that is being read, the nearest to here.
  private var repeatedToken: Int? {
    var index = min(position, tokens.count - 1)
    if tokens[index].startsLine { index -= 1 }
    // The clause is looked through, and not a line of thousands of them.
    let first = max(0, index - Parser.clauseLength)
    while index > first, !tokens[index].startsLine, tokens[index].kind != .semicolon {
      if isRepetition(index) { return index }
      index -= 1
    }
    return nil
  }

  /// Whether a token says again what the one before it on the line says.
  private func isRepetition(_ index: Int) -> Bool {
    let (first, second) = (tokens[index - 1], tokens[index])
    guard first.kind == second.kind, second.start < second.end, second.kind != .closeBrace,
      second.kind != .closeParen
    else { return false }
    return text(of: first) == text(of: second)
  }

  /// Reads a token of a kind or reports that it is missing.
  @discardableResult
  mutating func expect(_ kind: TokenKind, _ spelling: String) -> Bool {
    if take(kind: kind) { return true }
    raiseExpected(.oneOf([spelling]))
    return false
  }

  /// Reads a keyword or reports that it is missing.
  @discardableResult
  mutating func expect(_ keyword: Keyword) -> Bool {
    if take(keyword) { return true }
    raiseExpected(.oneOf([spelling(keyword)]))
    return false
  }

  /// Reads one of several keywords or reports that none is there.
  @discardableResult
  mutating func expect(oneOf keywords: [Keyword]) -> Bool {
    for keyword in keywords where take(keyword) { return true }
    raiseExpected(.oneOf(keywords.map(spelling)))
    return false
  }

  /// The spelling of a keyword in the file's dialect.
  func spelling(_ keyword: Keyword) -> String {
    KeywordTable.spelling(of: keyword, in: dialect)
  }

  /// The words of a run without blanks, in a dialect that has such runs, if they are known and it splits in
  /// one way.
  func splitRun(_ text: String) -> String? {
    guard dialect != .english else { return nil }
    let names = tokens.lazy.filter { $0.kind == .name }.map { self.text(of: $0) }.filter { $0 != text }
    return RunSplitter(names: names, dialect: dialect).split(text)?.joined(separator: " ")
  }

  // MARK: Skipping

  /// Skips to the end of the line, over blocks that begin in it.
  mutating func skipLine() {
    let start = mark()
    var open = 0
    while token(at: 0).kind != .endOfFile {
      let next = token(at: 0)
      if waiting.count > start.waiting, next.startsLine, beginsDeclaration(position) { break }
      if waiting.count > start.waiting, next.startsLine, open == 0, endsSkippedLine { break }
      if open == 0, next.kind == .semicolon || next.kind == .closeBrace { break }
      if next.kind == .openBrace, !isExcessOpen() { open += 1 }
      if next.kind == .closeBrace { open -= 1 }
      advance()
    }
    if waiting.count > start.waiting { finish(start, .error) }
  }

  /// Whether the line that is being skipped ends before the token here: this one does not go on with it.
  private var endsSkippedLine: Bool {
    if beginsWithConnective(position) { return false }
    // A list goes on behind a comma.
    return tokens[position - 1].kind != .comma || lineMode == .table || looksLikeClause(position)
  }

  /// Reports that a `{` has to stand here if none does, and skips what stands before it or in its place.
  ///
  /// Returns whether the block begins behind what was skipped in its place.
  mutating func skipBeforeBrace() -> Bool {
    guard current != .openBrace else { return false }
    raiseExpected(.oneOf(["{"]))
    guard distanceToBrace == nil else {
      skipToBrace()
      return false
    }
    return skipInPlaceOfBrace()
  }

  /// Skips to a `{` on the same line, so that a damaged head does not lose its block.
  mutating func skipToBrace() {
    guard let distance = distanceToBrace, distance > 0 else { return }
    let start = mark()
    for _ in 0..<distance {
      if token(at: 0).kind == .closeBrace { excessOfBraces += 1 }
      advance()
    }
    finish(start, .error)
  }

  /// How far a `{` on the same line is, nil where the line ends before one.
  private var distanceToBrace: Int? {
    var distance = 0
    while token(at: distance).kind != .openBrace {
      let next = token(at: distance)
      if next.startsLine || next.kind == .semicolon || next.kind == .endOfFile { return nil }
      if next.kind == .closeBrace, excessOfBraces >= 0 { return nil }
      distance += 1
    }
    return distance
  }

  /// Skips to the next line that begins a declaration.
  mutating func skipToDeclaration() {
    let start = mark()
    while token(at: 0).kind != .endOfFile {
      if waiting.count > start.waiting, beginsDeclaration(position) { break }
      advance()
    }
    if waiting.count > start.waiting { finish(start, .error) }
  }

  // MARK: Depth

  /// Opens a production that can hold itself; false, with a report, where too many are open.
  mutating func enter() -> Bool {
    guard depth < SyntaxLimits.depth else {
      raise(.nestingTooDeep(limit: SyntaxLimits.depth), at: range(of: token(at: 0)))
      return false
    }
    depth += 1
    return true
  }

  /// Closes such a production.
  mutating func leave() {
    depth -= 1
  }
}

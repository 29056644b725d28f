import PledgeDiagnostics

extension Parser {
  /// Reads an expression into a slot, or reports that it is missing.
  @discardableResult
  mutating func parseExpression(in slot: Slot) -> Bool {
    guard enter() else { return false }
    defer { leave() }
    let start = mark()
    guard parseConjunction() else { return false }
    while at(.or) || atDoubleBar, canWrap {
      fill(.left, since: start)
      if atDoubleBar { mendDoubleBar() }
      advance(.keyword)
      let right = mark()
      if parseConjunction() { fill(.right, since: right) }
      finish(start, .disjunction)
    }
    fill(slot, since: start)
    return true
  }

  /// Whether the expression read last can become an operand: a tree is only so deep.
  private var canWrap: Bool {
    mutating get {
      guard lastDepth >= SyntaxLimits.depth else { return true }
      raise(.nestingTooDeep(limit: SyntaxLimits.depth), at: range(of: token(at: 0)))
      return false
    }
  }

  private mutating func parseConjunction() -> Bool {
    let start = mark()
    guard parseNegation() else { return false }
    while at(.and), canWrap {
      fill(.left, since: start)
      advance(.keyword)
      let right = mark()
      if parseNegation() { fill(.right, since: right) }
      finish(start, .conjunction)
    }
    return true
  }

  private mutating func parseNegation() -> Bool {
    guard at(.not) else { return parseComparison() }
    guard enter() else { return false }
    defer { leave() }
    let start = mark()
    advance(.keyword)
    let operand = mark()
    if parseNegation() { fill(.expression, since: operand) }
    finish(start, .negation)
    return true
  }

  // MARK: Comparisons

  /// Reads one comparison or what is compared. Comparisons do not associate.
  mutating func parseComparison() -> Bool {
    let start = mark()
    guard parseSum() else { return false }
    guard atComparison else { return true }
    fill(.left, since: start)
    parseComparisonTail(start)
    if isInEvidence, at(.within) {
      let (within, condition) = (spelling(.within), spelling(.where))
      raise(.foreign(found: within, instead: "\(within) … \(condition) …"), at: range(of: token(at: 0)))
    } else if atComparison {
      raise(.chainedComparison, at: range(of: token(at: 0)))
    }
    return true
  }

  private var atComparison: Bool {
    switch current {
    case .less, .lessEqual, .greater, .greaterEqual: return true
    case .equals: return atForeignComparison
    case .name:
      let words: [Keyword] = [.is, .in, .within, .before, .after, .overlaps, .during]
      return words.contains { at($0) } || at(.not, then: .in)
    case .quotedName, .number, .ordinal, .date, .time, .text, .percent, .comma, .semicolon, .dot, .dotDot,
      .openBrace, .closeBrace, .openParen, .closeParen, .pipe, .arrow, .plus, .minus, .star, .slash, .unknown,
      .newline, .endOfFile:
      return false
    }
  }

  private mutating func parseComparisonTail(_ start: Mark) {
    if current == .equals { mendComparison() }
    if mendMembership() {
      take(.in)
      parseMembers()
      finish(start, .membership)
    } else if at(.is) {
      parseEqualityTail(start)
    } else if at(.in) || at(.not) {
      take(.not)
      take(.in)
      parseMembers()
      finish(start, .membership)
    } else if take(.within) {
      parseSum(in: .length)
      takeClosing()
      if !take(.before), !take(.after) {
        raiseExpected(.sideOfLength([spelling(.before), spelling(.after)]))
      }
      parseSum(in: .right)
      finish(start, .window)
    } else if keyword() != nil {
      advance(.keyword)
      parseSum(in: .right)
      finish(start, .relation)
    } else {
      advance()
      parseSum(in: .right)
      finish(start, .comparison)
    }
  }

  private mutating func parseEqualityTail(_ start: Mark) {
    take(.is)
    if at(.not, then: .applicable) {
      take(.not, .applicable)
      finish(start, .applicability)
      return
    }
    take(.not)
    parseSum(in: .right)
    finish(start, .equality)
  }

  private mutating func parseMembers() {
    if current == .openParen {
      parseParenthesised { parser in
        repeat { parser.parseSum(in: .item) } while parser.take(kind: .comma)
      }
      return
    }
    repeat {
      guard atValue else { return raiseExpected(.value) }
      let item = mark()
      if parseDotted() { fill(.item, since: item) }
    } while take(kind: .comma)
  }

  /// Reads `( … )`, in which line ends are blanks.
  mutating func parseParenthesised(_ contents: (inout Parser) -> Void) {
    let opening = range(of: token(at: 0))
    advance()
    let saved = lineMode
    if lineMode == .clauses { lineMode = .parentheses }
    contents(&self)
    let isClosed = take(kind: .closeParen)
    lineMode = saved
    guard !isClosed else { return }
    let next = token(at: 0)
    let isMissing = next.startsLine || next.kind == .endOfFile || isAtLineEnd
    let range = isMissing ? pointBehindPrevious : self.range(of: next)
    raise(.missingClose(bracket: ")"), at: range, labels: [SecondaryLabel(.openedHere, at: opening)])
  }

  // MARK: Arithmetic

  /// Reads a sum into a slot, or reports that it is missing.
  @discardableResult
  mutating func parseSum(in slot: Slot) -> Bool {
    let start = mark()
    guard parseSum() else { return false }
    fill(slot, since: start)
    return true
  }

  private mutating func parseSum() -> Bool {
    let start = mark()
    guard parseTerm() else { return false }
    while current == .plus || current == .minus || at(.minus), canWrap {
      checkMinus()
      fill(.left, since: start)
      advance(current == .name ? .keyword : .none)
      let right = mark()
      if parseTerm() { fill(.right, since: right) }
      finish(start, .arithmetic)
    }
    return true
  }

  /// Reports a `-` between two operands that lacks a blank.
  mutating func checkMinus() {
    guard current == .minus, token(at: 0).isJoined || token(at: 1).isJoined, !isRecovering else { return }
    let range = range(of: token(at: 0))
    raise(.tightMinus, at: range, fixes: [.replace(range, with: " - ", .suggestion)])
    // The line can be read on: only the blanks are wrong.
    isRecovering = false
  }

  private mutating func parseTerm() -> Bool {
    let start = mark()
    guard parseShare() else { return false }
    while canWrap {
      if current == .star || current == .slash {
        fill(.left, since: start)
        advance()
        let right = mark()
        if parseShare() { fill(.right, since: right) }
        finish(start, .arithmetic)
      } else if at(.per), at(.started, 1) || at(.full, 1) || at(.exact, 1) {
        fill(.left, since: start)
        parsePerUnitTail(start)
      } else {
        return true
      }
    }
    return true
  }

  private mutating func parsePerUnitTail(_ start: Mark) {
    take(.per)
    advance(.keyword)
    mendUnit(at: 0)
    if atUnit() { parseUnit(in: .unit) } else { parseLiteral(in: .length) }
    parsePost(in: .right)
    finish(start, .perUnit)
  }

  private mutating func parseShare() -> Bool {
    let start = mark()
    guard parsePost() else { return false }
    parseSwappedShares(start)
    guard at(.of) else { return true }
    guard enter() else { return true }
    defer { leave() }
    fill(.left, since: start)
    advance(.keyword)
    let right = mark()
    if parseShare() { fill(.right, since: right) }
    finish(start, .share)
    return true
  }

  /// Reads `whole 的 part` again and again: each makes the share of what stands before it.
  private mutating func parseSwappedShares(_ start: Mark) {
    while current == .name, token(at: 0).mark == .swapped, canWrap {
      fill(.right, since: start)
      advance(.keyword)
      let part = mark()
      if parsePost() { fill(.left, since: part) }
      finish(start, .share)
    }
  }

  /// Reads an operand of a share into a slot, or reports that it is missing.
  @discardableResult
  mutating func parsePost(in slot: Slot) -> Bool {
    let start = mark()
    guard parsePost() else { return false }
    fill(slot, since: start)
    return true
  }

  private mutating func parsePost() -> Bool {
    let start = mark()
    guard parseDotted() else { return false }
    while at(.on) || (at(.at) && !at(.least, 1) && !at(.most, 1)), canWrap {
      fill(.left, since: start)
      advance(.keyword)
      let right = mark()
      if parseDotted() { fill(.right, since: right) }
      finish(start, .sample)
    }
    return true
  }

  /// Reads `prim {"." NAME}`.
  mutating func parseDotted() -> Bool {
    let start = mark()
    guard parsePrimary() else { return false }
    while current == .dot, canWrap {
      fill(.base, since: start)
      advance()
      parseName()
      finish(start, .member)
    }
    return true
  }
}

import PledgeDiagnostics

extension Parser {
  /// Reads an operand, or reports that it is missing.
  mutating func parsePrimary() -> Bool {
    if atLiteral { return parseLiteral(in: .none) }
    let start = mark()
    switch current {
    case .openParen: return parseParentheses(start)
    case .ordinal: return atUnit(1) ? parseUnitAfter(start) : parseOrdinalEvent(start)
    case .quotedName: return parseNameOrCall(start)
    case .name, .unknown: if parseLeadingCurrency(in: .none) { return true }
    case .number, .date, .time, .text, .percent, .comma, .semicolon, .dot, .dotDot, .openBrace, .closeBrace,
      .closeParen, .pipe, .arrow, .equals, .plus, .minus, .star, .slash, .less, .lessEqual, .greater,
      .greaterEqual, .newline, .endOfFile:
      raiseExpected(.expression)
      return false
    }
    if let isRead = parseKeywordPrimary(start) { return isRead }
    return parseNameOrCall(start)
  }

  private mutating func parseNameOrCall(_ start: Mark) -> Bool {
    guard atName() else {
      raiseExpected(.expression)
      return false
    }
    guard kind(at: 1) == .openParen else {
      takeName(in: .none)
      return true
    }
    takeName(in: .name)
    parseArguments(allowsCondition: true)
    finish(start, .call)
    return true
  }

  /// Reads `( expr {, expr} [where expr] )`.
  mutating func parseArguments(allowsCondition: Bool) {
    parseParenthesised { parser in
      repeat { parser.parseExpression(in: .argument) } while parser.take(kind: .comma)
      if allowsCondition, parser.take(.where) { parser.parseExpression(in: .condition) }
    }
  }

  private mutating func parseParentheses(_ start: Mark) -> Bool {
    guard enter() else { return false }
    defer { leave() }
    parseParenthesised { parser in parser.parseExpression(in: .expression) }
    finish(start, .parenthesised)
    return true
  }

  // MARK: Words

  /// Reads an operand that begins with a word of the language; nil where the word here is a name.
  private mutating func parseKeywordPrimary(_ start: Mark) -> Bool? {
    if at(.yes) || at(.no) {
      parseTruth(in: .none)
    } else if take(.this) {
      finish(start, .this)
    } else if at(.from) {
      parseEventSpan(start)
    } else if at(.during) {
      return parseDuringSpan(start)
    } else if at(.at, then: .least) {
      parseOverlapSpan(start)
    } else if at(.if) {
      return parseConditional(start)
    } else if at(.first, then: .of) {
      parseChoice(start)
    } else if atOrdinal {
      return atUnit(1) ? parseUnitAfter(start) : parseOrdinalEvent(start)
    } else if at(.end, then: .of) {
      return parseEndOf(start)
    } else if at(.next), atUnit(1) {
      return parseUnitAfter(start)
    } else {
      return nil
    }
    return true
  }

  private mutating func parseDuringSpan(_ start: Mark) -> Bool {
    guard enter() else { return false }
    defer { leave() }
    take(.during)
    let condition = mark()
    if parseComparison() { fill(.expression, since: condition) }
    if take(.until) { parseLiteral(in: .until) }
    finish(start, .duringSpan)
    return true
  }

  private mutating func parseOverlapSpan(_ start: Mark) {
    take(.at, .least)
    // Two names: the first says how many.
    if atName(), atName(1) { parseName(in: .count) } else { expectNumber() }
    parseName(in: .left)
    expect(.of)
    parseName(in: .right)
    if take(.where) { parseExpression(in: .condition) }
    finish(start, .overlapSpan)
  }

  private mutating func parseConditional(_ start: Mark) -> Bool {
    guard enter() else { return false }
    defer { leave() }
    take(.if)
    parseExpression(in: .condition)
    if expect(.then) { parseExpression(in: .left) }
    if mendElse() || expect(.else) { parseExpression(in: .right) }
    finish(start, .conditional)
    return true
  }

  private mutating func parseChoice(_ start: Mark) {
    take(.first, .of)
    parseBlock(nil) { parser in
      let start = parser.mark()
      if parser.take(.otherwise) {
        parser.parseExpression(in: .expression)
      } else if parser.parseSum(in: .expression), parser.expect(.when) {
        parser.parseExpression(in: .condition)
      }
      parser.finish(start, .choiceCase, in: .line)
    }
    finish(start, .choice)
  }

  /// Reads `2nd working day after E`, `next month after E` or `next month`.
  private mutating func parseUnitAfter(_ start: Mark) -> Bool {
    guard enter() else { return false }
    defer { leave() }
    let isNext = take(.next)
    if !isNext { parseOrdinal(in: .ordinal) }
    parseUnit(in: .unit)
    if isNext ? take(.after) : expect(.after) { parsePost(in: .anchor) }
    finish(start, .unitAfter)
    return true
  }

  private mutating func parseEndOf(_ start: Mark) -> Bool {
    guard enter() else { return false }
    defer { leave() }
    take(.end, .of)
    if atOrdinal, atUnit(1) {
      parseOrdinal(in: .ordinal)
      parseUnit(in: .unit)
      expect(.after)
    } else if atUnit(0), at(.of, at(.working) || at(.calendar) ? 2 : 1) {
      parseUnit(in: .unit)
      take(.of)
    }
    parsePost(in: .anchor)
    finish(start, .endOf)
    return true
  }

  /// Reads a plain number, or reports that it is missing.
  mutating func expectNumber() {
    if !take(kind: .number) { raiseExpected(.number) }
  }
}

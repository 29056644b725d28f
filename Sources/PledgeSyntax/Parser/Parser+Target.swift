import PledgeDiagnostics

extension Parser {
  /// The words that begin a line of an exclusion.
  static let exclusionWords: [Keyword] = [.cite, .when, .needs, .during]

  /// Reads an `exclusion` declaration behind its word.
  mutating func parseExclusion() -> NodeKind {
    parseHead()
    if take(.for), !take(.all, .targets) { parseNames() }
    parseBlock(.exclusion, words: Parser.exclusionWords) { $0.parseExclusionLine() }
    return .exclusionDeclaration
  }

  private mutating func parseExclusionLine() {
    if at(.cite) { return parseCitation() }
    if at(.when) { return parseExpressionLine(.whenLine) }
    if at(.needs) { return parseExpressionLine(.needsLine) }
    let start = mark()
    take(.during)
    parseExpression(in: .expression)
    if take(.until) { parseLiteral(in: .until) }
    if take(.where) { parseExpression(in: .condition) }
    if take(.up, .to) {
      parseLiteral(in: .allowance)
      parsePeriod()
    }
    finish(start, .duringLine, in: .line)
  }

  /// Reads a line of one word and an expression.
  mutating func parseExpressionLine(_ kind: NodeKind) {
    let start = mark()
    advance(.keyword)
    parseExpression(in: .expression)
    finish(start, kind, in: .line)
  }

  /// Reads a line of one word and names.
  mutating func parseNamesLine(_ kind: NodeKind) {
    let start = mark()
    advance(.keyword)
    parseNames()
    finish(start, kind, in: .line)
  }

  // MARK: Targets

  /// The words that begin a line of a target.
  static let targetWords: [Keyword] = [
    .cite, .for, .clock, .on, .by, .extended, .pause, .exclude, .each, .within, .under, .at, .more, .total,
    .counted, .measure, .partial, .out,
  ]

  /// Reads a `target` declaration behind its word.
  mutating func parseTarget() -> NodeKind {
    parseHead()
    parseScope()
    parseBlock(.target, words: Parser.targetWords) { $0.parseTargetLine() }
    return .targetDeclaration
  }

  private mutating func parseTargetLine() {
    if parseSharedLine() { return }
    let start = mark()
    if at(.by) {
      parseByLine(start)
    } else if take(.extended) {
      expect(.by)
      parseNames()
      finish(start, .extendedLine, in: .line)
    } else if at(.exclude) {
      parseNamesLine(.excludeLine)
    } else if take(.total) {
      expect(.rounded)
      parseRoundingTail()
      finish(start, .roundingLine, in: .line)
    } else if at(.counted) {
      parseCountedBy()
    } else if at(.measure) {
      parseMeasure()
    } else if take(.partial) {
      parsePartialTail()
      finish(start, .partialLine, in: .line)
    } else if take(.out) {
      expect(.of)
      parseExpression(in: .expression)
      finish(start, .outOfLine, in: .line)
    } else {
      parseBoundLine(start)
    }
  }

  /// Reads a line that targets and escalations share; false where another one stands here.
  mutating func parseSharedLine() -> Bool {
    if at(.cite) {
      parseCitation()
    } else if at(.for) {
      parseExpressionLine(.forLine)
    } else if at(.on) {
      parseExpressionLine(.calendarUseLine)
    } else if at(.pause) {
      parseNamesLine(.pauseLine)
    } else if at(.clock) {
      let start = mark()
      take(.clock)
      take(.each)
      parseExpression(in: .expression)
      finish(start, .clockLine, in: .line)
    } else {
      return false
    }
    return true
  }

  private mutating func parseByLine(_ start: Mark) {
    take(.by)
    parseExpression(in: .expression)
    if take(.rolled) {
      expect(.to)
      if at(.end) { take(.end, .of) } else { parseTime(in: .roll) }
      expect(.next)
      parseUnit(in: .unit)
      expect(.if)
      expect(.closed)
    }
    finish(start, .byLine, in: .line)
  }

  /// Reads `mode "to" lit`.
  mutating func parseRoundingTail() {
    parseRoundingMode()
    if expect(.to) { parseLiteral(in: .step) }
  }

  /// Reads `"counted" "by" ev` as a line.
  mutating func parseCountedBy() {
    let start = mark()
    take(.counted)
    if expect(.by) { parseEvent() }
    finish(start, .countedByLine, in: .line)
  }

  private mutating func parsePartialTail() {
    if take(.pro) {
      expect(.rata)
    } else if take(.not) {
      expect(.judged)
    } else {
      expect(oneOf: [.whole, .pro, .not])
    }
  }

  private mutating func parseBoundLine(_ start: Mark) {
    if take(.each) { expect(.cycle) }
    let isWithin = at(.within)
    if take(.more) {
      expect(.than)
    } else if take(.at) {
      expect(oneOf: [.least, .most])
    } else {
      expect(oneOf: [.within, .under, .at, .more])
    }
    parseAmount()
    if isWithin { takeClosing() }
    finish(start, .boundLine, in: .line)
  }

  /// Reads a table on the spot or an expression.
  mutating func parseAmount() {
    if current == .openBrace { parseTable(in: .amount) } else { parseExpression(in: .amount) }
  }
}

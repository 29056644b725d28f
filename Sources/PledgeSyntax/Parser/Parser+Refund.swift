import PledgeDiagnostics

extension Parser {
  /// The words that begin a line of a refund, a right or a combination.
  static let refundWords: [Keyword] = [
    .cite, .when, .pay, .round, .cap, .issue, .claim, .use, .counted, .grants,
  ]

  /// Reads a `refund` or `right` declaration behind its word.
  mutating func parseRefund(_ kind: NodeKind, _ block: BlockName) -> NodeKind {
    parseHead()
    parseScope()
    parseBlock(block, words: Parser.refundWords) { $0.parseRefundLine() }
    return kind
  }

  /// Reads a `combine` declaration behind its word.
  mutating func parseCombine() -> NodeKind {
    parseHead()
    if expect(.equals, "="), expect(oneOf: CombineOperation.allCases.map(\.keyword)), expect(.of) {
      parseNames()
    }
    if current == .openBrace || isRecovering {
      skipToBrace()
      if current == .openBrace { parseBlock(.refund, words: Parser.refundWords) { $0.parseRefundLine() } }
    }
    return .combineDeclaration
  }

  private mutating func parseRefundLine() {
    if at(.cite) { return parseCitation() }
    if at(.when) { return parseExpressionLine(.whenLine) }
    if at(.counted) { return parseCountedBy() }
    let start = mark()
    if take(.pay) {
      parsePayTail()
      finish(start, .payLine, in: .line)
    } else if take(.round) {
      parseRoundingTail()
      finish(start, .roundLine, in: .line)
    } else if take(.cap) {
      // A sum and not a condition, so that `in 5 min slots` begins the period.
      parseSum(in: .expression)
      parseScope()
      if take(.across) { parseNames() }
      finish(start, .capLine, in: .line)
    } else if take(.issue) {
      if take(.at) { expect(.least) } else { expect(oneOf: [.above, .at]) }
      parseLiteral(in: .value)
      parseScope()
      finish(start, .issueLine, in: .line)
    } else if take(.claim) {
      parseEvent()
      if take(.from) { parseExpression(in: .from) }
      if expect(.until) { parseExpression(in: .until) }
      finish(start, .claimLine, in: .line)
    } else if take(.grants) {
      parseText(in: .value)
      finish(start, .grantsLine, in: .line)
    } else {
      parseUseWindow(start)
    }
  }

  private mutating func parseUseWindow(_ start: Mark) {
    take(.use)
    if expect(.within) {
      parseLiteral(in: .length)
      takeClosing()
    }
    if expect(.after) { parseEvent() }
    finish(start, .useWindowLine, in: .line)
  }

  private mutating func parsePayTail() {
    parseAmount()
    if take(.each) {
      for word in [Keyword.day, .at, .its, .rate] where !expect(word) { break }
    } else if take(.all) {
      for word in [Keyword.days, .at, .the, .rate, .reached] where !expect(word) { break }
    }
    if take(.to) { parseNames(in: .payees) }
    if take(.as) { parseName() }
  }

  // MARK: Escalations

  /// The words that begin a line of an escalation.
  static let escalationWords: [Keyword] = [.cite, .for, .clock, .on, .pause, .at, .every]

  /// Reads an `escalation` declaration behind its word.
  mutating func parseEscalation() -> NodeKind {
    parseHead()
    parseBlock(.escalation, words: Parser.escalationWords) { parser in
      if !parser.parseSharedLine() { parser.parseStep() }
    }
    return .escalationDeclaration
  }

  private mutating func parseStep() {
    let start = mark()
    if take(.every) {
      parseLiteral(in: .length)
      expect(.after)
    } else {
      expect(.at)
    }
    parseStepMoment()
    parseName(in: .action)
    repeat {
      let group = mark()
      parseNames()
      finish(group, .recipients, in: .recipients)
    } while take(.then)
    if take(.when) { parseExpression(in: .condition) }
    if take(.done) { parseEvidenceTail() }
    finish(start, .stepLine, in: .line)
  }

  private mutating func parseStepMoment() {
    let start = mark()
    if atLiteral {
      parseLiteral(in: .value)
      if take(.of) { parseName() }
    } else {
      parseEvent()
    }
    finish(start, .stepMoment, in: .moment)
  }

  private mutating func parseEvidenceTail() {
    let start = mark()
    if expect(.when) { parseEvent() }
    if take(.where) {
      isInEvidence = true
      parseExpression(in: .condition)
      isInEvidence = false
    }
    finish(start, .evidence, in: .evidence)
  }
}

import PledgeDiagnostics

extension Parser {
  /// Reads a `use` declaration behind its word.
  mutating func parseUse() -> NodeKind {
    parseNames()
    if expect(.from) { parseText(in: .path) }
    return .useDeclaration
  }

  /// Reads `head {"," head}` of roles or actions.
  mutating func parseHeads(_ kind: NodeKind) -> NodeKind {
    repeat { parseHead() } while take(kind: .comma)
    return kind
  }

  /// Reads a `span` declaration behind its word.
  mutating func parseSpan() -> NodeKind {
    parseHead()
    if take(.per) { parseNames() }
    if expect(.equals, "=") { parseExpression(in: .expression) }
    parseTrailingCitation()
    return .spanDeclaration
  }

  /// Reads a `let` declaration behind its word.
  mutating func parseLet() -> NodeKind {
    parseHead()
    if expect(.equals, "=") { parseExpression(in: .expression) }
    parseTrailingCitation()
    return .letDeclaration
  }

  /// Reads a `param` declaration behind its word.
  mutating func parseParam() -> NodeKind {
    parseHead()
    if expect(.equals, "=") { parseLiteral(in: .value) }
    parseTrailingCitation()
    return .paramDeclaration
  }

  // MARK: Policy

  /// The words that begin a line of the header.
  static let policyWords: [Keyword] = [
    .id, .version, .timezone, .currency, .source, .governed, .settled, .effective, .month, .cite,
  ]

  /// Reads the header behind its word.
  mutating func parsePolicy() -> NodeKind {
    parseText(in: .title)
    parseBlock(.policy, words: Parser.policyWords) { $0.parsePolicyLine() }
    return .policyDeclaration
  }

  private mutating func parsePolicyLine() {
    if at(.cite) { return parseCitation() }
    let start = mark()
    if take(.governed) || take(.settled) {
      expect(.by)
      parseSum(in: .expression)
      finish(start, .headerEventLine, in: .line)
    } else if take(.effective) {
      if expect(.from) { parseExpression(in: .from) }
      if take(.until) { parseExpression(in: .until) } else if take(.for) { parseExpression(in: .length) }
      finish(start, .effectiveLine, in: .line)
    } else if take(.month) {
      for word in [Keyword.ends, .at] where !expect(word) { break }
      expect(oneOf: [.last, .next])
      expect(.day)
      finish(start, .monthEndsLine, in: .line)
    } else {
      parseHeaderWord()
    }
  }

  /// Reads a line of one word, such as `timezone Europe/London`.
  mutating func parseHeaderWord() {
    let start = mark()
    advance(.keyword)
    parseWord()
    finish(start, .headerWordLine, in: .line)
  }

  // MARK: Ticket and registers

  /// Reads the vocabulary of tickets behind its word.
  mutating func parseTicket() -> NodeKind {
    parseBlock(nil, words: [.event]) { parser in
      if parser.at(.event) { parser.parseEventsLine() } else { parser.parseField() }
    }
    return .ticketDeclaration
  }

  private mutating func parseEventsLine() {
    let start = mark()
    take(.event)
    repeat { guard parseEventDeclaration() else { break } } while take(kind: .comma)
    take(.once)
    if take(.if) { expect(.recorded) }
    finish(start, .eventsLine, in: .line)
  }

  private mutating func parseEventDeclaration() -> Bool {
    let start = mark()
    guard parseNewName() else { return false }
    if current == .openBrace { parseBlock(nil) { $0.parseField() } }
    finish(start, .eventDeclaration, in: .event)
    return true
  }

  /// Reads a `register` declaration behind its word.
  mutating func parseRegister() -> NodeKind {
    parseNewName(in: .head)
    take(.many)
    if expect(.by) { parseNames() }
    parseBlock(nil) { $0.parseField() }
    parseTrailingCitation()
    return .registerDeclaration
  }

  /// Reads `names type {modifier}` as a line.
  mutating func parseField() {
    let start = mark()
    repeat { guard parseNewName() else { break } } while take(kind: .comma)
    parseFieldType()
    mendMembers()
    while true {
      if take(.optional) { continue }
      if take(.fixed) {
        parseLiteral(in: .fixed)
        expect(.before)
      } else if take(kind: .equals) {
        parseValue(in: .value)
      } else {
        break
      }
    }
    finish(start, .field, in: .line)
  }

  private mutating func parseFieldType() {
    let start = mark()
    if take(.one, .of) {
      parseMemberList()
    } else if take(.key, .of) {
      parseName()
    } else if atName() {
      takeName(in: .name)
    } else {
      raiseExpected(.fieldType)
      return
    }
    finish(start, .fieldType, in: .type)
  }
}

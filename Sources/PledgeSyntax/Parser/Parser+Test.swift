import PledgeDiagnostics

extension Parser {
  /// The words that begin a line of a test.
  static let testWords: [Keyword] = [.given, .ticket, .register, .as, .cases, .expect]

  /// Reads a `test` declaration behind its word.
  mutating func parseTest() -> NodeKind {
    parseText(in: .title)
    parseTestBlock()
    return .testDeclaration
  }

  private mutating func parseTestBlock() {
    let saved = isInTest
    isInTest = true
    parseBlock(.test, words: Parser.testWords) { $0.parseTestLine() }
    isInTest = saved
  }

  private mutating func parseTestLine() {
    let start = mark()
    if take(.given) {
      parseBlock(nil, isLine: { !$0.beginsTestLine }, line: { $0.parseSetting() })
      finish(start, .givenLine, in: .line)
    } else if take(.ticket) {
      parseText(in: .title)
      parseTestBlock()
      finish(start, .testTicketLine, in: .line)
    } else if take(.register) {
      parseName()
      parseDataRows()
      finish(start, .testRegisterLine, in: .line)
    } else if take(.as) {
      if expect(.of) { parseLiteral(in: .value) }
      finish(start, .asOfLine, in: .line)
    } else if take(.cases) {
      parseCases()
      finish(start, .casesLine, in: .line)
    } else if take(.expect) {
      parseExpectTail()
      finish(start, .expectLine, in: .line)
    } else {
      parseTimelineLine(start)
    }
  }

  private mutating func parseSetting() {
    let start = mark()
    if parseName() {
      skipForeign([.equals])
      parseValue(in: .value)
    }
    finish(start, .setting, in: .line)
  }

  private mutating func parseTimelineLine(_ start: Mark) {
    if take(kind: .plus) {
      parseLiteral(in: .offset)
    } else if current == .date {
      parseLiteral(in: .moment)
    } else {
      raiseExpected(.testLine)
    }
    parseName()
    while at(.with) || at(.set) {
      let slot: Slot = at(.set) ? .part : .setting
      advance(.keyword)
      repeat {
        let setting = mark()
        if parseName() { parseValue(in: .value) }
        finish(setting, .setting, in: slot)
      } while take(kind: .comma)
    }
    finish(start, .timelineLine, in: .line)
  }

  // MARK: Expectations

  private mutating func parseExpectTail() {
    parsePath(in: .path)
    if at(.step), kind(at: 1) == .number {
      take(.step)
      advance()
    }
    if take(.of) { parseValues(in: .part) }
    if take(.in) { parseWord() }
    skipForeign([.equals], .is)
    parseOutcome(in: .outcome)
    raiseMisspeltFigure()
  }

  /// Reports a word behind an outcome that is nearly one of a detail, and skips what it says.
  private mutating func raiseMisspeltFigure() {
    guard current == .name, keyword() == nil else { return }
    let word = text(of: token(at: 0))
    let figures = OutcomeFigure.allCases.map { spelling($0.keyword) }
    guard let suggestion = Suggestion.nearest(to: word, among: figures) else { return }
    let range = range(of: token(at: 0))
    raise(
      .unexpected(.text(word), suggestion: suggestion), at: range,
      fixes: [.replace(range, with: suggestion, .suggestion)])
    skipLine()
  }

  private mutating func parseOutcome(in slot: Slot) {
    let start = mark()
    if at(.not, then: .applicable) {
      take(.not, .applicable)
    } else if at(.below, then: .minimum) {
      take(.below, .minimum)
    } else {
      parseValue(in: .value)
    }
    if atLiteral { parseLiteral(in: .amount) }
    while keyword().flatMap(OutcomeFigure.init) != nil {
      let detail = mark()
      advance(.keyword)
      parseValue(in: .value)
      finish(detail, .outcomeDetail, in: .detail)
    }
    guard waiting.count > start.waiting else { return }
    finish(start, .outcome, in: slot)
  }

  // MARK: Rows and cases

  private mutating func parseDataRows() {
    parseRows(.rows, in: .rows) { parser in
      repeat { guard parser.parseName(in: .column) else { break } } while parser.take(kind: .pipe)
    } row: { parser in
      let start = parser.mark()
      repeat { guard parser.parseValue(in: .value) else { break } } while parser.take(kind: .pipe)
      parser.finish(start, .row, in: .row)
    }
  }

  private mutating func parseCases() {
    parseRows(.cases, in: .cases) { parser in
      repeat { guard parser.parseName(in: .column) else { break } } while parser.take(kind: .pipe)
      guard parser.expectArrow() else { return }
      repeat { parser.parsePath(in: .result) } while parser.take(kind: .pipe)
    } row: { parser in
      let start = parser.mark()
      repeat { guard parser.parseCaseValue() else { break } } while parser.take(kind: .pipe)
      if parser.expectArrow() {
        repeat { parser.parseOutcome(in: .outcome) } while parser.take(kind: .pipe)
      }
      parser.finish(start, .testCase, in: .row)
    }
  }

  private mutating func parseCaseValue() -> Bool {
    guard current == .plus else { return parseValue(in: .given) }
    let start = mark()
    advance()
    let isRead = parseLiteral(in: .length)
    finish(start, .offset, in: .given)
    return isRead
  }
}

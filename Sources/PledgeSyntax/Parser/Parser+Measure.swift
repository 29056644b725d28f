import PledgeDiagnostics

extension Parser {
  /// Reads a `measure` line.
  mutating func parseMeasure() {
    let start = mark()
    take(.measure)
    if raiseCall() {
      skipLine()
    } else if expect(oneOf: MeasureFunction.allCases.map(\.keyword)), expect(.of) {
      parseExpression(in: .expression)
      if atVerdict { advance(.verdict) }
      if take(.where) { parseExpression(in: .condition) }
      while parseModifier() {}
    }
    finish(start, .measureLine, in: .line)
  }

  /// Reports `longest(…)`, which is written `longest of …` in a target of a period.
  private mutating func raiseCall() -> Bool {
    guard let word = keyword(), MeasureFunction.allCases.contains(where: { $0.keyword == word }),
      kind(at: 1) == .openParen
    else { return false }
    let (text, range) = foundText(through: 1)
    raiseForeign(text, instead: "\(spelling(word)) \(spelling(.of))", at: range)
    return true
  }

  private var atVerdict: Bool {
    keyword().flatMap(VerdictWord.init) != nil
  }

  private mutating func parseModifier() -> Bool {
    let start = mark()
    if atLength {
      parseLength(in: .modifier)
    } else if at(.each, then: .rounded) || at(.total, then: .rounded) {
      advance(.keyword)
      take(.rounded)
      parseRoundingTail()
      finish(start, .measureRounding, in: .modifier)
    } else if take(.weighted) {
      expect(.by)
      parsePost(in: .left)
      if expect(.of) { parsePost(in: .right) }
      finish(start, .weighting, in: .modifier)
    } else if take(.since) {
      parseSinceTail()
      finish(start, .sinceClean, in: .modifier)
    } else if take(.empty) {
      parseValue(in: .value)
      finish(start, .emptySlots, in: .modifier)
    } else {
      return false
    }
    return true
  }

  private mutating func parseSinceTail() {
    expectNumber()
    guard expect(.consecutive) else { return }
    parseUnit(in: .unit)
    guard expect(.of) else { return }
    parseName()
    if atVerdict {
      advance(.verdict)
    } else {
      raiseExpected(.oneOf(VerdictWord.allCases.map { spelling($0.keyword) }))
    }
  }
}

import PledgeDiagnostics

extension Parser {
  /// Reads a `measure` line.
  mutating func parseMeasure() {
    let start = mark()
    take(.measure)
    if expect(oneOf: MeasureFunction.allCases.map(\.keyword)), expect(.of) {
      parseExpression(in: .expression)
      if atVerdict { advance(.verdict) }
      if take(.where) { parseExpression(in: .condition) }
      while parseModifier() {}
    }
    finish(start, .measureLine, in: .line)
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

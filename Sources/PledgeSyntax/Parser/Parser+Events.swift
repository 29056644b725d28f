import PledgeDiagnostics

extension Parser {
  /// Whether an ordinal stands here: `2nd`, `first`, `last`.
  var atOrdinal: Bool {
    current == .ordinal || at(.first) || at(.second) || at(.third) || at(.last)
  }

  /// Reads an ordinal; the current token is one.
  mutating func parseOrdinal(in slot: Slot) {
    let start = mark()
    advance(current == .name ? .keyword : .none)
    finish(start, .ordinal, in: slot)
  }

  /// Reads `ordinal NAME` as an operand.
  mutating func parseOrdinalEvent(_ start: Mark) -> Bool {
    parseOrdinal(in: .ordinal)
    let isOpen = current == .openParen
    skipForeign([.openParen])
    parseName()
    if isOpen { skipQuietly(.closeParen) }
    finish(start, .ordinalEvent)
    return true
  }

  /// Reads `from A or B until C or D …`; the current token is `from`.
  mutating func parseEventSpan(_ start: Mark) {
    take(.from)
    parseEvents(in: .from)
    if mendUntil() || expect(.until) { parseEvents(in: .until) }
    while true {
      if atLength {
        parseLength(in: .modifier)
      } else if at(.up, then: .to) {
        take(.up, .to)
        parseLiteral(in: .length)
      } else {
        break
      }
    }
    finish(start, .eventSpan)
  }

  /// Reads `ev {"or" ev}`, each into the slot. `or` goes on only with an event; else it is the expression's.
  private mutating func parseEvents(in slot: Slot) {
    guard parseEvent(in: slot) else { return }
    while at(.or), kind(at: 1) == .ordinal || atName(1) || atOrdinalWord(1) {
      take(.or)
      parseEvent(in: slot)
    }
  }

  private func atOrdinalWord(_ distance: Int) -> Bool {
    let words: [Keyword] = [.first, .second, .third, .last]
    return words.contains { at($0, distance) }
  }

  /// Reads an event, or reports that it is missing.
  @discardableResult
  mutating func parseEvent(in slot: Slot = .event) -> Bool {
    guard atOrdinal || atName() else {
      raiseExpected(.event)
      return false
    }
    let start = mark()
    if atOrdinal { parseOrdinal(in: .ordinal) }
    parseName()
    if current == .openParen { parseArguments(allowsCondition: false) }
    if take(.within) {
      parseLiteral(in: .length)
      takeClosing()
    }
    while current == .plus || current == .minus {
      checkMinus()
      let offset = mark()
      advance()
      parseLiteral(in: .length)
      finish(offset, .offset, in: .offset)
    }
    finish(start, .event, in: slot)
    return true
  }

  // MARK: Lengths

  /// Whether `longer than` or `at least` stands here.
  var atLength: Bool { at(.longer) || at(.at, then: .least) }

  /// Reads `longer than L` or `at least L`.
  mutating func parseLength(in slot: Slot) {
    let start = mark()
    if take(.longer) { expect(.than) } else { take(.at, .least) }
    parseLiteral(in: .value)
    finish(start, .length, in: slot)
  }
}

import PledgeDiagnostics

extension Parser {
  /// Whether a literal begins here. A sign stands directly before its number.
  var atLiteral: Bool {
    switch current {
    case .number, .date, .time, .text: true
    case .minus: kind(at: 1) == .number && token(at: 1).isJoined
    case .name, .quotedName, .ordinal, .percent, .comma, .semicolon, .dot, .dotDot, .openBrace, .closeBrace,
      .openParen, .closeParen, .pipe, .arrow, .equals, .plus, .star, .slash, .less, .lessEqual, .greater,
      .greaterEqual, .unknown, .newline, .endOfFile:
      false
    }
  }

  /// Reads a literal into a slot, or reports that it is missing.
  @discardableResult
  mutating func parseLiteral(in slot: Slot) -> Bool {
    guard atLiteral else {
      if parseLeadingCurrency(in: slot) { return true }
      raiseExpected(.literal)
      return false
    }
    if current == .text { return parseText(in: slot) }
    if current == .date {
      parseDateOrInstant(in: slot)
    } else if current == .time {
      parseTime(in: slot)
    } else {
      parseNumberOrQuantity(in: slot)
    }
    return true
  }

  /// Reads a time of day, or reports that it is missing.
  @discardableResult
  mutating func parseTime(in slot: Slot) -> Bool {
    guard current == .time else {
      raiseExpected(.time)
      return false
    }
    let start = mark()
    advance()
    finish(start, .timeLiteral, in: slot)
    return true
  }

  /// Reads a date; the current token is one.
  mutating func parseDate(in slot: Slot) {
    let start = mark()
    advance()
    finish(start, .dateLiteral, in: slot)
  }

  private mutating func parseDateOrInstant(in slot: Slot) {
    guard kind(at: 1) == .time else { return parseDate(in: slot) }
    let start = mark()
    parseDate(in: .firstDate)
    parseTime(in: .start)
    finish(start, .instantLiteral, in: slot)
  }

  private mutating func parseNumberOrQuantity(in slot: Slot) {
    let start = mark()
    if current == .minus { advance() }
    mendUnit(at: 1)
    if atUnit(1) || isUnknownUnit {
      repeat {
        parseQuantityPart()
        if current == .number { mendUnit(at: 1) }
      } while current == .number && atUnit(1)
      finish(start, .quantityLiteral, in: slot)
      return
    }
    advance()
    let isPercent = take(kind: .percent)
    finish(start, isPercent ? .percentLiteral : .numberLiteral, in: slot)
  }

  private mutating func parseQuantityPart() {
    let start = mark()
    advance()
    parseUnit(in: .unit)
    finish(start, .quantityPart, in: .part)
  }

  // MARK: Units

  /// Whether a unit or a currency stands at a distance.
  func atUnit(_ distance: Int = 0) -> Bool {
    guard kind(at: distance) == .name else { return false }
    let token = token(at: distance)
    if token.unit != nil { return true }
    if token.keyword == .working || token.keyword == .calendar {
      return kind(at: distance + 1) == .name && self.token(at: distance + 1).unit != nil
    }
    if dialect != .english, DialectWords.currency(of: text(of: token), in: dialect) != nil { return true }
    return token.end - token.start == 3
      && file.bytes[Int(token.start)..<Int(token.end)].allSatisfy {
        $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z")
      }
  }

  /// Whether a name stands behind the number here that is no word of the language: a misspelt unit.
  private var isUnknownUnit: Bool {
    (kind(at: 1) == .name && token(at: 1).keyword == nil && token(at: 1).mark == .none)
      || isForeignCurrency(1)
  }

  /// Reads a unit or a currency, or reports that it is missing.
  mutating func parseUnit(in slot: Slot) {
    let start = mark()
    guard atUnit() || isForeignCurrency(0) else {
      raiseUnknownUnit()
      return
    }
    if token(at: 0).unit == nil, !take(.working) { take(.calendar) }
    advance(.unit)
    finish(start, .unit, in: slot)
  }

  private mutating func raiseUnknownUnit() {
    let isSilentBefore = isRecovering
    raiseExpected(.unit)
    guard current == .name, token(at: 0).keyword == nil else { return }
    // The misspelt unit has been reported; what follows it can still be read.
    let start = mark()
    advance()
    finish(start, .error)
    isRecovering = isSilentBefore
  }

  // MARK: Values

  /// Whether a value begins here.
  var atValue: Bool { atLiteral || atName() || at(.yes) || at(.no) }

  /// Reads a literal, a path, `yes` or `no`, or reports that it is missing.
  @discardableResult
  mutating func parseValue(in slot: Slot) -> Bool {
    if atLiteral { return parseLiteral(in: slot) }
    if at(.yes) || at(.no) {
      parseTruth(in: slot)
      return true
    }
    if parseLeadingCurrency(in: slot) { return true }
    guard atName() else {
      raiseExpected(.value)
      return false
    }
    parsePath(in: slot)
    return true
  }

  /// Reads `yes` or `no`; the current token is one of them.
  mutating func parseTruth(in slot: Slot) {
    let start = mark()
    advance(.keyword)
    finish(start, .truth, in: slot)
  }

  /// Reads `value {"," value}`, each into the slot.
  mutating func parseValues(in slot: Slot) {
    repeat { guard parseValue(in: slot) else { return } } while take(kind: .comma)
  }
}

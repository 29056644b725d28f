import PledgeDiagnostics

// What other texts and languages write for something of ours. It is reported with what to write, and read on
// as if that stood there, so that nothing that follows from it is reported as well.

extension Parser {
  /// Reports something that has no meaning here and what to write instead, or to leave it out.
  ///
  /// What follows is read and reported as ever.
  mutating func raiseForeign(
    _ found: String, instead: String?, at range: SourceRange, isExact: Bool = false, fix: String? = nil
  ) {
    let wasRecovering = isRecovering
    let fixes = (isExact ? instead : fix).map { [Fix.replace(range, with: $0, .suggestion)] } ?? []
    raise(.foreign(found: found, instead: instead), at: range, fixes: fixes)
    isRecovering = wasRecovering
  }

  /// Reports the token at a distance, to be replaced by a word of the language, and lets it be that word.
  mutating func mend(_ distance: Int, as keyword: Keyword) {
    let token = token(at: distance)
    raiseForeign(text(of: token), instead: spelling(keyword), at: range(of: token), isExact: true)
    become(distance, keyword)
  }

  /// Lets the token at a distance be a word of the language for the rest of the reading.
  mutating func become(_ distance: Int, _ keyword: Keyword) {
    guard position + distance < tokens.count - 1 else { return }
    tokens[position + distance].kind = .name
    tokens[position + distance].keyword = keyword
  }

  /// Lets the token at a distance be a sign for the rest of the reading.
  mutating func become(_ distance: Int, sign kind: TokenKind) {
    guard position + distance < tokens.count - 1 else { return }
    tokens[position + distance].kind = kind
    tokens[position + distance].keyword = nil
  }

  /// The tokens from here to a distance, as they stand in the text.
  func foundText(through distance: Int) -> (text: String, range: SourceRange) {
    let range = SourceRange(
      file: file.id, start: Int(token(at: 0).start), end: Int(token(at: distance).end))
    return (file.text(in: range), range)
  }

  // MARK: Units

  /// Reports a unit at a distance that is spelt as other texts spell it, and lets it be the unit.
  mutating func mendUnit(at distance: Int) {
    guard kind(at: distance) == .name || kind(at: distance) == .unknown, !atUnit(distance) else { return }
    let token = token(at: distance)
    guard token.keyword == nil, token.mark == .none else { return }
    let word = text(of: token)
    guard let unit = ForeignWords.unit(word, in: dialect), position + distance < tokens.count - 1 else {
      return
    }
    let range = range(of: token)
    let number = distance > 0 ? text(of: self.token(at: distance - 1)) : nil
    switch unit {
    case .unit(.day):
      raiseForeign(word, instead: days(behind: number), at: range)
      tokens[position + distance].unit = .day
    case .unit(let unit):
      let spelling = UnitTable.spelling(of: unit, in: dialect, behind: number)
      raiseForeign(word, instead: number.map { "\($0) \(spelling)" } ?? spelling, at: range, fix: spelling)
      tokens[position + distance].unit = unit
    case .working: mend(distance, as: .working)
    case .phrase(let words):
      raiseForeign(word, instead: written(words, behind: number), at: range)
      tokens[position + distance].unit = .day
    case .percent:
      raiseForeign(word, instead: "\(number ?? "")%", at: range, fix: "%")
      become(distance, sign: .percent)
    case .currency(let code): raiseForeign(word, instead: "\(number ?? "") \(code)", at: range, fix: code)
    }
  }

  /// What is written for days, in the dialect.
  private func days(behind number: String?) -> String {
    [[Keyword.calendar, .day], [.working, .day]].map { written($0, behind: number) }.joined(
      separator: "` or `")
  }

  /// `2 working days`.
  private func written(_ words: [Keyword], behind number: String?) -> String {
    let day = UnitTable.spelling(of: .day, in: dialect, behind: number)
    return ([number].compactMap { $0 } + words.dropLast().map(spelling) + [day]).joined(separator: " ")
  }

  /// Whether a word or sign for a currency stands at a distance that other texts write.
  func isForeignCurrency(_ distance: Int) -> Bool {
    guard kind(at: distance) == .name || kind(at: distance) == .unknown, token(at: distance).keyword == nil,
      case .currency? = ForeignWords.unit(text(of: token(at: distance)), in: dialect)
    else { return false }
    return true
  }

  /// Reads `CNY 100` as `100 CNY`, with a message; false where something else stands here.
  mutating func parseLeadingCurrency(in slot: Slot) -> Bool {
    guard kind(at: 1) == .number, token(at: 0).keyword == nil, token(at: 0).unit == nil,
      atUnit() || isForeignCurrency(0)
    else { return false }
    let (text, range) = foundText(through: 1)
    let word = self.text(of: token(at: 0))
    var code = word
    if case .currency(let known)? = ForeignWords.unit(word, in: dialect) { code = known }
    raiseForeign(text, instead: "\(self.text(of: token(at: 1))) \(code)", at: range, isExact: true)
    let start = mark()
    let part = mark()
    let unit = mark()
    advance(.unit)
    finish(unit, .unit, in: .unit)
    advance()
    finish(part, .quantityPart, in: .part)
    finish(start, .quantityLiteral, in: slot)
    return true
  }

  // MARK: Periods

  /// Reports `per month`, `every month` and `monthly` where a period begins, and lets it be `each month`.
  ///
  /// Returns whether one stood there as one word, which is read.
  mutating func mendPeriod() -> Bool {
    let isPer = at(.per) || at(.every)
    if isPer, kind(at: 1) == .name, let unit = token(at: 1).unit, unit.rawValue >= UnitWord.day.rawValue {
      let (text, range) = foundText(through: 1)
      let instead = "\(spelling(.each)) \(self.text(of: token(at: 1)))"
      raiseForeign(text, instead: instead, at: range, isExact: true)
      become(0, .each)
      return false
    }
    guard current == .name, dialect == .english, token(at: 0).keyword == nil,
      let unit = ForeignWords.periods[text(of: token(at: 0))]
    else { return false }
    let spelling = UnitTable.spelling(of: unit, in: dialect, behind: nil)
    raiseForeign(
      text(of: token(at: 0)), instead: "\(self.spelling(.each)) \(spelling)", at: range(of: token(at: 0)),
      isExact: true)
    tokens[position].unit = unit
    let period = mark()
    parseUnit(in: .unit)
    finish(period, .period, in: .period)
    return true
  }

  // MARK: Operators

  /// Whether `=`, `=>` or `=<` stands where two values are compared.
  var atForeignComparison: Bool { current == .equals && lineMode != .table || atForeignOrder != nil }

  /// The order that `=>` or `=<` stands for here.
  private var atForeignOrder: TokenKind? {
    guard current == .equals, token(at: 1).isJoined, lineMode != .table else { return nil }
    switch kind(at: 1) {
    case .greater: return .greaterEqual
    case .less: return .lessEqual
    case .name, .quotedName, .number, .ordinal, .date, .time, .text, .percent, .comma, .semicolon, .dot,
      .dotDot, .openBrace, .closeBrace, .openParen, .closeParen, .pipe, .arrow, .equals, .plus, .minus,
      .star, .slash, .lessEqual, .greaterEqual, .unknown, .newline, .endOfFile:
      return nil
    }
  }

  /// Reports such a sign and lets it be the comparison that is meant.
  mutating func mendComparison() {
    guard let order = atForeignOrder else { return mend(0, as: .is) }
    let (text, range) = foundText(through: 1)
    raiseForeign(text, instead: order == .greaterEqual ? ">=" : "<=", at: range, isExact: true)
    advance()
    become(0, sign: order)
  }

  /// Whether `||` stands here, outside of tables.
  var atDoubleBar: Bool {
    lineMode != .table && current == .pipe && kind(at: 1) == .pipe && token(at: 1).isJoined
  }

  /// Reports `||` and reads it but for its last sign, which is `or` from now on.
  mutating func mendDoubleBar() {
    let (text, range) = foundText(through: 1)
    raiseForeign(text, instead: spelling(.or), at: range, isExact: true)
    advance()
    become(0, .or)
  }

  /// Reports `is in`, `is not in` and `is one of` behind what is compared, and lets it be `in`: reads the
  /// words before it.
  mutating func mendMembership() -> Bool {
    let distance = at(.not, 1) ? 2 : 1
    guard at(.is), at(.in, distance) || (at(.one, distance) && at(.of, distance + 1)) else { return false }
    let isOneOf = at(.one, distance)
    let (text, range) = foundText(through: isOneOf ? distance + 1 : distance)
    let words: [Keyword] = distance == 2 ? [.not, .in] : [.in]
    raiseForeign(text, instead: words.map(spelling).joined(separator: " "), at: range, isExact: true)
    take(.is)
    take(.not)
    if isOneOf {
      advance()
      become(0, .in)
    }
    return true
  }

  /// Reports `elseif` and its likes for `else if`, and lets it be the `if` behind an `else`.
  mutating func mendElse() -> Bool {
    guard current == .name, dialect == .english, token(at: 0).keyword == nil,
      ["elseif", "elif", "elsif"].contains(text(of: token(at: 0)))
    else { return false }
    let token = token(at: 0)
    raiseForeign(text(of: token), instead: "else if", at: range(of: token), isExact: true)
    become(0, .if)
    return true
  }

  /// Reports `to` for `until` between events, and reads it as that.
  mutating func mendUntil() -> Bool {
    guard at(.to) else { return false }
    mend(0, as: .until)
    return take(.until)
  }

  /// Reports signs, or a word, that have no meaning here, and skips them.
  mutating func skipForeign(_ kinds: [TokenKind], _ word: Keyword? = nil) {
    guard kinds.contains(current) || word.map({ at($0) }) ?? false else { return }
    let token = token(at: 0)
    raiseForeign(text(of: token), instead: nil, at: range(of: token))
    let start = mark()
    advance()
    finish(start, .error)
  }
}

extension UnitTable {
  /// How a unit is written behind a number.
  static func spelling(of unit: UnitWord, in dialect: Dialect, behind number: String?) -> String {
    rows.first { $0.unit == unit }?.spelling(in: dialect, behind: number) ?? ""
  }
}

import PledgeDiagnostics

// What other texts write in calendars, fields and tables, and words where they cannot stand.

extension Parser {
  // MARK: Calendars and fields

  /// Reports `-` or `to` for `..` between weekdays and reads it as that.
  mutating func mendRange(of next: TokenKind) -> Bool {
    guard current == .minus || at(.to), kind(at: 1) == next else { return false }
    let token = token(at: 0)
    raiseForeign(text(of: token), instead: "..", at: range(of: token), isExact: true)
    become(0, sign: .dotDot)
    return take(kind: .dotDot)
  }

  /// Reports `..`, `to` or `until` for `-` between two times of open hours, and reads it as that.
  mutating func mendHours() -> Bool {
    guard current == .dotDot || at(.to) || at(.until), kind(at: 1) == .time else { return false }
    let token = token(at: 0)
    raiseForeign(text(of: token), instead: "-", at: range(of: token), isExact: true)
    become(0, sign: .minus)
    return take(kind: .minus)
  }

  /// Reads the members behind `one of`; parentheses around them are reported and skipped.
  mutating func parseMemberList() {
    let isOpen = current == .openParen
    if isOpen { skipForeign([.openParen]) }
    parseValues(in: .value)
    if isOpen { skipQuietly(.closeParen) }
  }

  /// Skips a sign that belongs to one that was reported.
  mutating func skipQuietly(_ kind: TokenKind) {
    guard current == kind else { return }
    let start = mark()
    advance()
    finish(start, .error)
  }

  /// Reports members without `one of` before them, where a field's type stands.
  mutating func mendMembers() {
    guard current == .comma, position > 0, tokens[position - 1].kind == .name, !raiseRepeated() else {
      return
    }
    let first = tokens[position - 1]
    raiseForeign(
      "\(text(of: first)), …", instead: "\(spelling(.one)) \(spelling(.of)) \(text(of: first)), …",
      at: range(of: first))
    let start = mark()
    while take(kind: .comma), atValue { advance() }
    finish(start, .error)
  }

  // MARK: Tables

  /// Reports `<= 4 h` in a cell and reads it; what it means nobody asks, since it was reported.
  mutating func parseForeignBound(_ start: Mark) -> Bool {
    let word: String
    switch current {
    case .less: word = spelling(.under)
    case .lessEqual: word = "\(spelling(.at)) \(spelling(.most))"
    case .greater: word = spelling(.over)
    case .greaterEqual: word = "\(spelling(.at)) \(spelling(.least))"
    case .name, .quotedName, .number, .ordinal, .date, .time, .text, .percent, .comma, .semicolon, .dot,
      .dotDot, .openBrace, .closeBrace, .openParen, .closeParen, .pipe, .arrow, .equals, .plus, .minus,
      .star, .slash, .unknown, .newline, .endOfFile:
      return false
    }
    raiseForeign(text(of: token(at: 0)), instead: word, at: range(of: token(at: 0)), isExact: true)
    advance()
    parseLiteral(in: .value)
    finish(start, .boundItem, in: .item)
    return true
  }

  /// Reports `-` or `..` for `to` between the ends of a range in a cell, and lets it be that.
  mutating func mendCellRange() {
    guard current == .minus || current == .dotDot else { return }
    mend(0, as: .to)
  }

  /// Reads `->`, or reports that it is missing; `=>` is reported and read as that.
  mutating func expectArrow() -> Bool {
    guard current == .equals, kind(at: 1) == .greater, token(at: 1).isJoined else {
      return expect(.arrow, "->")
    }
    let (text, range) = foundText(through: 1)
    raiseForeign(text, instead: "->", at: range, isExact: true)
    advance()
    become(0, sign: .arrow)
    return take(kind: .arrow)
  }

  // MARK: Words that cannot stand

  /// Reports a word of the language that is written in capitals.
  mutating func raiseCapitals() -> Bool {
    let next = token(at: 0)
    guard next.kind == .name, next.keyword == nil, !next.startsLine || position == lineTaken else {
      return false
    }
    let word = text(of: next)
    let lower = word.lowercased()
    guard lower != word, KeywordTable.words(of: dialect)[lower] != nil else { return false }
    let range = range(of: next)
    raise(
      .foreign(found: word, instead: lower), at: range, fixes: [.replace(range, with: lower, .suggestion)])
    return true
  }

  /// Reports what cannot stand here with what is meant by it, where that is known.
  mutating func raiseMisplaced() -> Bool {
    let next = token(at: 0)
    if next.startsLine, position != lineTaken { return false }
    if raiseThousands() { return true }
    if at(.per), let instead = insteadOfPer {
      let (text, range) = foundText(through: kind(at: 1) == .number && atUnit(2) ? 2 : 1)
      raise(.foreign(found: text, instead: instead), at: range)
      return true
    }
    guard next.kind == .name else { return false }
    if next.keyword == .where, position > 1, tokens[position - 2].keyword == .during {
      raise(.misplacedCondition, at: range(of: next))
      return true
    }
    let word = text(of: next)
    let instead: String
    if next.keyword == .second, position > 0, tokens[position - 1].kind == .number {
      instead =
        "\(text(of: tokens[position - 1])) \(UnitTable.spelling(of: .second, in: dialect, behind: nil))"
    } else if next.keyword == .until, position > 0, [.date, .time].contains(tokens[position - 1].kind) {
      let before = text(of: tokens[position - 1])
      instead = "(\(spelling(.during)) \(before) \(spelling(.until)) …)"
    } else if next.keyword == .until {
      instead = "\(spelling(.from)) … \(spelling(.until)) …"
    } else if next.keyword.flatMap(VerdictWord.init) != nil {
      instead = "\(spelling(.is)) \(word)"
    } else if dialect == .english, ["equals", "equal"].contains(word) {
      instead = spelling(.is)
    } else {
      return false
    }
    raise(.foreign(found: word, instead: instead), at: range(of: next))
    return true
  }

  /// What is written for `per` before a unit or a number, behind an amount; nil where it is something else.
  private var insteadOfPer: String? {
    if kind(at: 1) == .number {
      let unit = atUnit(2) ? " " + text(of: token(at: 2)) : ""
      return "\(spelling(.per)) \(spelling(.started)) \(text(of: token(at: 1)))\(unit)"
    }
    guard kind(at: 1) == .name else { return nil }
    let word = text(of: token(at: 1))
    var unit = token(at: 1).unit
    if unit == nil, case .unit(let other)? = ForeignWords.unit(word, in: dialect) { unit = other }
    guard let unit else { return nil }
    if unit.rawValue > UnitWord.day.rawValue { return "\(spelling(.each)) \(word)" }
    if unit == .day { return "\(spelling(.per)) \(spelling(.started)) \(spelling(.calendar)) \(word)" }
    let spelling = UnitTable.spelling(of: unit, in: dialect, behind: "1")
    return "\(self.spelling(.per)) \(self.spelling(.started)) 1 \(spelling)"
  }

  /// Reports commas between groups of three digits, where no list can stand.
  private mutating func raiseThousands() -> Bool {
    guard current == .comma, position > 0, tokens[position - 1].kind == .number, token(at: 0).isJoined else {
      return false
    }
    var digits = text(of: tokens[position - 1])
    var end = Int(token(at: 0).start)
    var distance = 0
    while token(at: distance).kind == .comma, token(at: distance).isJoined,
      token(at: distance + 1).kind == .number, token(at: distance + 1).isJoined
    {
      let group = text(of: token(at: distance + 1))
      guard group.prefix(while: { $0 != "." }).count == 3 else { return false }
      digits += group
      end = Int(token(at: distance + 1).end)
      distance += 2
    }
    guard distance > 0 else { return false }
    let range = SourceRange(file: file.id, start: Int(tokens[position - 1].start), end: end)
    raise(
      .foreign(found: file.text(in: range), instead: digits), at: range,
      fixes: [.replace(range, with: digits, .suggestion)])
    return true
  }
}

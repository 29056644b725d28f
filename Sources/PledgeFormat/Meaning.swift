import PledgeSyntax

/// What a token says in any dialect.
enum Meaning: Hashable {
  /// A sign or a literal, written as it stands here.
  case text(String)
  /// A word of the language, and the node that has it.
  case word(Keyword, NodeKind)
  /// A name as later phases see it.
  case name(String)
  case weekday(Weekday)
  /// A unit and the number that it belongs to, nil for none.
  case unit(UnitWord, number: String?)
  /// A currency by its code.
  case currency(String)
  /// The digits of an ordinal.
  case ordinal(String)
  /// What a dialect adds: its own name, a closing word.
  case addition

  /// The meaning of a token; `parent` is the node that has it, `outer` the one that has that.
  init(_ token: SyntaxToken, in parent: NodeKind, of outer: NodeKind, number: String? = nil) {
    let dialect = token.tree.dialect
    if parent == .word {
      self = .text(token.text)
    } else if token.mark == .closing || (parent == .edition && token.kind.isName && token.keyword != .pledge)
    {
      self = .addition
    } else if parent == .name, token.kind.isName {
      let name = Meaning.name(token, dialect)
      let weekday = outer == .days ? WeekdayTable.weekday(spelled: name, in: dialect) : nil
      self = weekday.map(Meaning.weekday) ?? .name(name)
    } else if token.kind == .ordinal {
      self = .ordinal(token.text.filter { $0.isASCII && $0.isNumber })
    } else if parent == .unit, let unit = token.unit {
      self = .unit(unit, number: number)
    } else if let keyword = token.keyword, token.kind == .name {
      self = .word(keyword, parent)
    } else if parent == .unit {
      self = .currency(DialectWords.currency(of: token.text, in: dialect) ?? token.text)
    } else {
      self = .text(Meaning.sign(token))
    }
  }

  private static func name(_ token: SyntaxToken, _ dialect: Dialect) -> String {
    let text = token.text
    if token.kind == .quotedName { return String(text.dropFirst().dropLast()) }
    return BuiltInNames.english(of: text, in: dialect) ?? text
  }

  private static func sign(_ token: SyntaxToken) -> String {
    switch token.kind {
    case .comma: ","
    case .semicolon: ";"
    case .openParen: "("
    case .closeParen: ")"
    case .openBrace: "{"
    case .closeBrace: "}"
    case .pipe: "|"
    case .percent: "%"
    case .time: time(token.text)
    case .name, .quotedName, .number, .ordinal, .date, .text, .dot, .dotDot, .arrow, .equals, .plus, .minus,
      .star, .slash, .less, .lessEqual, .greater, .greaterEqual, .unknown, .newline, .endOfFile:
      token.text
    }
  }

  /// A time with plain colons.
  private static func time(_ text: String) -> String {
    guard text.utf8.contains(0xEF) else { return text }
    return String(text.map { $0 == "\u{FF1A}" ? ":" : $0 })
  }

  /// The word of the language, nil for anything else.
  var keyword: Keyword? {
    switch self {
    case .word(let keyword, _): keyword
    case .text, .name, .weekday, .unit, .currency, .ordinal, .addition: nil
    }
  }
}

extension TokenKind {
  /// Whether it is a name, quoted or not.
  var isName: Bool { self == .name || self == .quotedName }
}

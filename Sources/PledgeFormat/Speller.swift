import PledgeSyntax

/// Writes what tokens say in the words of a dialect.
struct Speller {
  let dialect: Dialect

  /// The text of a meaning that stands behind another, at a place.
  func text(of meaning: Meaning, behind previous: Meaning?, at place: Place) -> String {
    switch meaning {
    case .text(let text): text
    case .word(let keyword, let parent):
      DialectWords.spelling(of: keyword, in: parent, dialect)
        ?? KeywordTable.spelling(of: keyword, in: dialect)
    case .name(let name): self.name(name, behind: previous, at: place)
    case .weekday(let weekday):
      WeekdayTable.rows.first { $0.weekday == weekday }?.spellings(in: dialect).first ?? ""
    case .unit(let unit, let number):
      UnitTable.rows.first { $0.unit == unit }?.spelling(in: dialect, behind: number) ?? ""
    case .currency(let code): DialectWords.word(forCurrency: code, in: dialect) ?? code
    case .ordinal(let digits): ordinal(digits)
    case .addition: ""
    }
  }

  /// Where a name stands.
  struct Place {
    /// The node that has the name.
    var parent = NodeKind.file
    /// Whether it is that node's first child.
    var isFirst = false
  }

  private func ordinal(_ digits: String) -> String {
    if let sign = DialectWords.ordinalSign(in: dialect) { return sign + digits }
    if digits.hasSuffix("11") || digits.hasSuffix("12") || digits.hasSuffix("13") { return digits + "th" }
    switch digits.last {
    case "1": return digits + "st"
    case "2": return digits + "nd"
    case "3": return digits + "rd"
    default: return digits + "th"
    }
  }

  // MARK: Names

  private func name(_ name: String, behind previous: Meaning?, at place: Place) -> String {
    if let word = BuiltInNames.word(for: name, in: dialect), !needsQuotes(word, behind: previous, at: place) {
      return word
    }
    let isTaken = BuiltInNames.english(of: name, in: dialect) != nil
    return isTaken || needsQuotes(name, behind: previous, at: place) ? "`\(name)`" : name
  }

  /// Whether a name would be read as something else without quotes.
  private func needsQuotes(_ name: String, behind previous: Meaning?, at place: Place) -> Bool {
    guard Speller.isPlainName(name) else { return true }
    if dialect != .english, isCut(name, behind: previous) { return true }
    guard let words = KeywordTable.words(of: dialect)[name] else {
      return name == DialectWords.closing(in: dialect)
    }
    guard words.count == 1, let word = words.first, !KeywordTable.isReserved(word) else { return true }
    if let before = previous?.keyword, Speller.followers[before]?.contains(word) ?? false { return true }
    return place.isFirst && Speller.beginners[place.parent]?.contains(word) ?? false
  }

  /// Whether the beginning of a name is taken for an ordinal or for the unit of a number.
  private func isCut(_ name: String, behind previous: Meaning?) -> Bool {
    if let sign = DialectWords.ordinalSign(in: dialect), name.hasPrefix(sign) {
      return name.dropFirst(sign.count).first.map { $0.isASCII && $0.isNumber } ?? false
    }
    guard DialectWords.beginsWithUnit(name, in: dialect) else { return false }
    switch previous {
    case .ordinal: return true
    case .text(let text):
      return (text.first?.isNumber ?? false) && text.allSatisfy { $0.isNumber || $0 == "." || $0 == "_" }
    case .word, .name, .weekday, .unit, .currency, .addition, nil: return false
    }
  }

  /// Words that are read together with the word before them.
  private static let followers: [Keyword: Set<Keyword>] = [
    .per: [.started, .full, .exact], .at: [.least, .most],
  ]

  /// Words that would begin another kind of line, or of cell, at the place of a name.
  private static let beginners: [NodeKind: Set<Keyword>] = [
    .field: [.event], .setting: [.expect, .ticket, .register, .given, .cases, .as],
    .days: [.holidays, .timezone, .cite, .day, .closed], .cell: [.under, .over],
  ]

  /// Whether a lexer reads the text as one name.
  private static func isPlainName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return (first == "_" || first.properties.isXIDStart)
      && text.unicodeScalars.dropFirst().allSatisfy { $0.properties.isXIDContinue }
  }
}

/// A way to spell the language's words. Columns of the word tables are named after these.
package enum Dialect: UInt8, CaseIterable, Hashable, Sendable {
  /// English, which every file without a dialect's name is written in.
  case english
  /// Chinese in simplified characters.
  case chinese

  /// The name behind the edition: `pledge 1 zh`.
  package var code: String {
    switch self {
    case .english: "en"
    case .chinese: "zh"
    }
  }

  /// Whether every row of the word tables has this dialect's column, so that policies can be written in it.
  package var isComplete: Bool {
    KeywordTable.rows.allSatisfy { $0.spelling(in: self) != nil }
      && UnitTable.rows.allSatisfy { !$0.spellings(in: self).isEmpty }
      && WeekdayTable.rows.allSatisfy { !$0.spellings(in: self).isEmpty }
  }
}

/// What a word is for, as completion and highlighting show it.
package enum KeywordCategory: Hashable, Sendable {
  /// Cannot be a name without backquotes.
  case reserved
  /// Begins a declaration.
  case declaration
  /// Begins a clause.
  case clause
  /// Stands inside a declaration or a clause.
  case connective
  /// Names a measure or a way to combine.
  case function
  /// Names a verdict.
  case verdict
}

/// One word of the language in all dialects.
package struct KeywordRow: Hashable, Sendable {
  /// The word, independent of its spelling.
  package let keyword: Keyword
  /// The English spelling.
  package let english: String
  /// The Chinese spelling, nil until the dialect has it.
  package let chinese: String?
  /// What the word is for.
  package let category: KeywordCategory

  init(_ keyword: Keyword, english: String, chinese: String?, _ category: KeywordCategory) {
    self.keyword = keyword
    self.english = english
    self.chinese = chinese
    self.category = category
  }

  /// Whether the word can be a name only in backquotes.
  package var isReserved: Bool { category == .reserved }

  /// The spelling in a dialect, nil where its column has a gap.
  package func spelling(in dialect: Dialect) -> String? {
    switch dialect {
    case .english: english
    case .chinese: chinese
    }
  }
}

/// One word that stands for several in a dialect, such as one Chinese word for `at least`.
package struct PhraseRow: Hashable, Sendable {
  /// The words that the phrase stands for, in their order.
  package let words: [Keyword]
  /// The Chinese spelling, nil until the dialect has it.
  package let chinese: String?

  /// The spelling in a dialect, nil where the dialect writes the words one by one.
  package func spelling(in dialect: Dialect) -> String? {
    switch dialect {
    case .english: nil
    case .chinese: chinese
    }
  }
}

/// The words of the language, found by spelling or by word.
package enum KeywordTable {
  /// The words that a dialect's spellings stand for: one word each, several for a phrase.
  package static func words(of dialect: Dialect) -> [String: [Keyword]] {
    switch dialect {
    case .english: englishWords
    case .chinese: chineseWords
    }
  }

  /// The row of a word.
  package static func row(of keyword: Keyword) -> KeywordRow? {
    rowsByKeyword[keyword]
  }

  /// The spelling of a word in a dialect; in English where the dialect's column has a gap.
  package static func spelling(of keyword: Keyword, in dialect: Dialect) -> String {
    guard let row = rowsByKeyword[keyword] else { return "" }
    return row.spelling(in: dialect) ?? row.english
  }

  /// Whether the word can be a name only in backquotes.
  package static func isReserved(_ keyword: Keyword) -> Bool {
    rowsByKeyword[keyword]?.isReserved ?? false
  }

  private static let rowsByKeyword: [Keyword: KeywordRow] = Dictionary(
    rows.map { ($0.keyword, $0) }, uniquingKeysWith: { first, _ in first })

  private static let englishWords = collectWords(of: .english)
  private static let chineseWords = collectWords(of: .chinese)

  private static func collectWords(of dialect: Dialect) -> [String: [Keyword]] {
    var words: [String: [Keyword]] = [:]
    for row in rows { if let spelling = row.spelling(in: dialect) { words[spelling] = [row.keyword] } }
    for phrase in phrases {
      if let spelling = phrase.spelling(in: dialect) { words[spelling] = phrase.words }
    }
    words.merge(DialectWords.synonyms(in: dialect)) { first, _ in first }
    return words
  }
}

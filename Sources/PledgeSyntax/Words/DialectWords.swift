/// What a dialect has beside one word for each row of the tables.
package enum DialectWords {
  /// The word that stands between the operands of a share in the order whole, part: `月租费 的 5%`.
  package static func swappedOf(in dialect: Dialect) -> String? {
    switch dialect {
    case .english: nil
    case .chinese: "的"
    }
  }

  /// The word that closes what `within` begins: `在 4 小时 内`.
  package static func closing(in dialect: Dialect) -> String? {
    switch dialect {
    case .english: nil
    case .chinese: "内"
    }
  }

  /// The sign before the digits of an ordinal, nil where letters stand behind them.
  package static func ordinalSign(in dialect: Dialect) -> String? {
    switch dialect {
    case .english: nil
    case .chinese: "第"
    }
  }

  /// Another spelling of a word in the lines of one kind.
  package static func spelling(of keyword: Keyword, in kind: NodeKind, _ dialect: Dialect) -> String? {
    switch dialect {
    case .english: nil
    case .chinese: keyword == .by && kind == .byLine ? "截止" : nil
    }
  }

  /// Spellings beside those of the table.
  static func synonyms(in dialect: Dialect) -> [String: [Keyword]] {
    switch dialect {
    case .english: [:]
    case .chinese: ["截止": [.by], "的": [.of], "个工作日": [.working, .day], "个自然日": [.calendar, .day]]
    }
  }

  // MARK: Currencies

  /// The code of a currency's word, nil for other words.
  package static func currency(of word: String, in dialect: Dialect) -> String? {
    switch dialect {
    case .english: nil
    case .chinese: chineseCurrencies.first { $0.word == word }?.code
    }
  }

  /// The word for a currency, nil where its code is written.
  package static func word(forCurrency code: String, in dialect: Dialect) -> String? {
    switch dialect {
    case .english: nil
    case .chinese: chineseCurrencies.first { $0.code == code }?.word
    }
  }

  private static let chineseCurrencies: [(word: String, code: String)] = [
    ("元", "CNY"), ("美元", "USD"), ("欧元", "EUR"), ("英镑", "GBP"), ("港元", "HKD"), ("日元", "JPY"),
  ]

  /// Whether a name begins like a word that can stand directly behind a number.
  package static func beginsWithUnit(_ name: String, in dialect: Dialect) -> Bool {
    units(in: dialect).contains { name.utf8.starts(with: $0) }
  }

  /// The words that can stand directly behind a number, the longest first.
  static func units(in dialect: Dialect) -> [[UInt8]] {
    switch dialect {
    case .english: []
    case .chinese: chineseUnits
    }
  }

  private static let chineseUnits: [[UInt8]] = {
    var words = UnitTable.rows.flatMap(\.chinese) + chineseCurrencies.map(\.word)
    words += ["个工作日", "工作日", "个自然日", "自然日", "个小时"]
    return words.map { Array($0.utf8) }.sorted { ($1.count, $1[2]) < ($0.count, $0[2]) }
  }()
}

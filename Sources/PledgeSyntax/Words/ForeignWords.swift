/// What other texts and languages write for something of ours: words in the wrong place or another spelling.
///
/// None of them is read as ours without a message; it only says what to write.
enum ForeignWords {
  /// A word behind a number that stands for a unit.
  enum Unit {
    case unit(UnitWord)
    /// `business` days.
    case working
    /// One word of another dialect for two of ours, such as `working day`.
    case phrase([Keyword])
    case percent
    case currency(code: String)
  }

  /// What a word behind a number stands for; nil for other words.
  static func unit(_ word: String, in dialect: Dialect) -> Unit? {
    let lower = word.lowercased()
    if let unit = units[lower] { return .unit(unit) }
    if let code = currencies[lower] { return .currency(code: code) }
    if ["percent", "percents", "pct", "pc"].contains(lower) { return .percent }
    if ["business", "work"].contains(lower) { return .working }
    for other in Dialect.allCases where other != dialect {
      if let unit = UnitTable.units(of: other)[word] { return .unit(unit) }
      if let code = DialectWords.currency(of: word, in: other) { return .currency(code: code) }
      if let words = KeywordTable.words(of: other)[word], words.count == 2, words.last == .day {
        return .phrase(words)
      }
    }
    return nil
  }

  private static let units: [String: UnitWord] = {
    let spellings: [(UnitWord, [String])] = [
      (.millisecond, ["millisecond", "milliseconds", "msec"]),
      (.second, ["s", "sec", "secs", "second", "seconds"]),
      (.minute, ["min", "mins", "minute", "minutes"]),
      (.hour, ["h", "hr", "hrs", "hour", "hours"]),
      (.day, ["d", "day", "days", "workday", "workdays"]),
      (.week, ["wk", "wks", "week", "weeks"]),
      (.month, ["mth", "mths", "month", "months"]),
      (.quarter, ["quarter", "quarters"]),
      (.year, ["yr", "yrs", "year", "years"]),
    ]
    var units: [String: UnitWord] = [:]
    for (unit, words) in spellings { for word in words { units[word] = unit } }
    return units
  }()

  private static let currencies = [
    "yuan": "CNY", "rmb": "CNY", "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR",
    "pound": "GBP", "pounds": "GBP", "yen": "JPY", "$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY",
    "￥": "CNY",
  ]

  /// Periods of one word: `monthly` for `each month`.
  static let periods: [String: UnitWord] = [
    "hourly": .hour, "daily": .day, "weekly": .week, "monthly": .month, "quarterly": .quarter,
    "yearly": .year, "annually": .year, "annual": .year,
  ]

  /// What is written at the beginning of a target's line (`isTarget`) or of another block's, in English, for
  /// what begins it otherwise.
  static func clause(_ word: String, isTarget: Bool) -> String? {
    switch word {
    case "if": isTarget ? "for" : "when"
    case "/": "#` before a comment, not `//"
    case _: isTarget ? bounds[word] : nil
    }
  }

  private static let bounds = [
    "<=": "within` or `at most", "<": "under", ">=": "at least", ">": "more than",
    "=": "within`, `at least` or `at most", "min": "at least", "minimum": "at least", "max": "at most",
    "maximum": "at most",
  ]
}

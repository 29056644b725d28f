extension SyntaxFact {
  /// The fact in English.
  package var englishWords: FactWords {
    switch self {
    case .missingEdition:
      FactWords(
        "the file does not say which edition of the language it is written in",
        hint: "begin the file with the line `pledge 1`")
    case .unknownEdition(let found, let known):
      FactWords(
        "edition `\(found)` is not known", label: "this tool reads edition \(known)",
        hint: "write `pledge \(known)`, or use a newer tool for a newer edition")
    case .unknownDialect(let found, let known):
      FactWords(
        "dialect `\(found)` is not known",
        hint: known.isEmpty
          ? "leave it out: this tool reads policies in English"
          : "leave it out for English; other dialects: \(EnglishList.or(known))")
    case .expected(let expectation, let found):
      FactWords(
        "expected \(expectation.englishWords), found \(found.englishWords)",
        label: "expected \(expectation.englishWords)", hint: expectation.englishHint)
    case .unexpected(let found, let suggestion):
      FactWords(
        "\(found.englishWords) cannot stand here",
        hint: suggestion.map { "did you mean `\($0)`?" } ?? "a new clause begins on a new line or behind `;`")
    case .misplacedCondition:
      FactWords(
        "`where` cannot stand here",
        hint: "an exclusion chooses among the windows of a register, `during works where …`; "
          + "a span is narrowed by what the ticket says, `and during …`")
    case .repeated(let text):
      FactWords("`\(text)` stands here twice", hint: "remove one of the two")
    case .missingClose(let bracket):
      FactWords("a closing `\(bracket)` is missing", label: "`\(bracket)` expected before this")
    case .strayClose(let bracket):
      FactWords("`\(bracket)` closes nothing", hint: "remove it, or add what it should close")
    case .unknownDeclaration(let found, let suggestion):
      FactWords(
        "`\(found)` does not begin a declaration",
        hint: suggestion.map { Suggestion.englishHint($0, for: found) })
    case .unknownClause(let found, let block, let suggestion):
      FactWords(
        "`\(found)` does not begin a line of \(block.englishWords)",
        hint: suggestion.map { Suggestion.englishHint($0, for: found) })
    case .chainedComparison:
      FactWords("two comparisons stand in a row", hint: "join them with `and`")
    case .reservedWord(let word):
      FactWords(
        "`\(word)` is a word of the language and cannot be a name",
        hint: "write it in backquotes, or choose another name")
    case .foreign(let found, let instead):
      FactWords(
        "`\(found)` has no meaning here", hint: instead.map { "write `\($0)`" } ?? "leave it out")
    case .tightMinus:
      FactWords(
        "a minus between two values needs a blank on both sides",
        hint: "only a sign stands directly before its number")
    case .nestingTooDeep(let limit):
      FactWords(
        "more than \(limit) levels stand in each other", hint: "give the inner parts names with `let`")
    case .tooManyMessages(let limit):
      FactWords("more than \(limit) errors in this file; the rest is not reported")
    }
  }
}

extension Expectation {
  /// What was expected, in English.
  var englishWords: Wording {
    switch self {
    case .name: "a name"
    case .text: "a text in quotation marks"
    case .number: "a number"
    case .unit: "a unit or a currency"
    case .literal: "a number with its unit, a date, a time or a text"
    case .value: "a value"
    case .expression: "an expression"
    case .word: "a word"
    case .date: "a date"
    case .time: "a time of day"
    case .days: "weekdays or a date"
    case .event: "an event"
    case .fieldType: "a type, `one of` or `key of`"
    case .endOfLine: "the end of the line"
    case .endOfRow: "the end of the row"
    case .oneOf(let words), .sideOfLength(let words): "\(EnglishList.or(words))"
    case .testLine: "a setting, an instant with its event, or `expect`"
    }
  }
}

extension Expectation {
  /// What can be written, where the headline does not say it.
  var englishHint: Wording? {
    switch self {
    case .unit:
      "units are `s`, `min`, `h`, `calendar days`, `working days`, `weeks`, `months`, `quarters` and "
        + "`years`; currencies are codes such as `CNY`"
    case .time: "times are written `9:00` or `17:30`"
    case .date: "dates are written `2026-03-02`"
    case .sideOfLength: "write what the time is counted from: `within 24 h after reported`"
    case .name, .text, .number, .literal, .value, .expression, .word, .days, .event, .fieldType, .endOfLine,
      .endOfRow, .oneOf, .testLine:
      nil
    }
  }
}

extension FoundToken {
  /// What was found, in English.
  var englishWords: Wording {
    switch self {
    case .text(let text): "`\(text)`"
    case .endOfLine: "the end of the line"
    case .endOfFile: "the end of the file"
    }
  }
}

extension BlockName {
  /// The block, in English.
  var englishWords: Wording {
    switch self {
    case .policy: "a policy's header"
    case .calendar: "a calendar"
    case .exclusion: "an exclusion"
    case .target: "a target"
    case .refund: "a refund"
    case .right: "a right"
    case .escalation: "an escalation"
    case .test: "a test"
    }
  }
}

extension ScopeFact {
  /// The fact in English.
  package var englishWords: FactWords {
    switch self {
    case .notAKey:
      FactWords(
        "a key is a field, a column of its row or a `let`", hint: "give the expression a name with `let`")
    case .notOfTheKey(let name, let keys):
      FactWords(
        "`\(name)` differs from ticket to ticket, and this is asked of \(keys.englishWords) as a whole",
        hint: "write what follows from the key; to choose tickets, write `for`")
    case .notOfATicket(let name):
      FactWords(
        "`\(name)` belongs to a key and a period, and this is asked of one ticket",
        hint: "write it in a target or refund with the same `per` and period")
    case .otherScope(let target, let found, let needed):
      FactWords(
        "`\(target)` is a target \(found.englishWords), "
          + "and this is asked \(needed.englishWords)",
        hint: "give both the same `per` and period")
    case .noPeriod(let owner):
      FactWords(
        "\(owner.englishWords) has no period", hint: "write for example `each month` behind its name or key")
    case .noPeriodUnit(let text):
      FactWords(
        "`\(text)` is no period", hint: "for example `each month`, `each quarter`, `rolling 30 calendar days`"
      )
    case .gapsBetweenWindows(let byMonth):
      FactWords(
        byMonth
          ? "a window that rolls by month is not shorter than a month"
          : "a window that rolls by day is not shorter than a day",
        label: "time between two windows would lie in none",
        hint: byMonth
          ? "leave out `by month`, so that windows end with each local day"
          : "windows end with each local day: write `24 h` or longer; for a burst within minutes write a "
            + "span such as `from 3rd reported within 30 min until …`")
    case .unknownPeriod(let name, let example):
      FactWords("there is no period `\(name)` here", hint: "write it like `\(example)`")
    case .keyCount(let subject, let needed):
      FactWords(
        needed == 0
          ? "`\(subject)` has no key" : "`\(subject)` has \(needed) \(needed == 1 ? "key" : "keys")",
        hint: needed == 0 ? "remove `of`" : "name \(needed == 1 ? "it" : "each") behind `of`")
    case .otherKeys(let span, let found, let needed):
      FactWords(
        "`\(span)` is a span per \(found.englishWords), "
          + "and here times of \(needed.englishWords) are put together",
        hint: "give both the same `per`, or use spans of one ticket")
    case .eventBesideSpan(let span):
      FactWords(
        "`\(span)` is a span, and beside it only spans can begin or end one of a key",
        hint: "give the events a span of the same keys and write its name: it ends where they end it")
    case .whichPeriod(let subject, let example):
      FactWords("`\(subject)` has a verdict a period", hint: "say which with `in \(example)`")
    }
  }
}

extension TypeFact {
  /// The fact in English.
  package var englishWords: FactWords {
    switch self {
    case .mismatch(let found, let needed):
      FactWords(
        "this is \(found.englishWords), but \(needed.englishWords) is needed", label: found.englishWords,
        hint: TypeFact.confusion(found: found, needed: needed)?.englishWords)
    case .operation(let word, let left, let right, let advice):
      FactWords(
        "`\(word)` makes no sense between \(left.englishWords) and \(right.englishWords)",
        hint: advice?.englishWords)
    case .currencies(let left, let right):
      FactWords(
        "amounts in \(left) and \(right) do not mix",
        hint: "convert one of them outside the policy and give it as a field or a `param`")
    case .comparison(let left, let right, let advice):
      FactWords(
        "\(left.englishWords) and \(right.englishWords) cannot be compared", hint: advice?.englishWords)
    case .unordered(let type):
      FactWords(
        "\(type.englishWords) has no order",
        hint: type == .calendarLength
          ? "compare the instants that they lead to: `reported + 1 month`" : "compare with `is` or `in`")
    case .unknownCurrency(let code):
      FactWords(
        "`\(code)` is not a currency of ISO 4217",
        hint: code == "RMB" ? "write `CNY`" : "for example CNY, EUR, GBP or USD")
    case .bareDay(let number):
      FactWords(
        "`\(number) \(number == "1" ? "day" : "days")` can mean three things", label: "which day?",
        hint: "write `\(Int(number).map { "\($0 * 24)" } ?? "24") h` for elapsed time, "
          + "`\(number) calendar \(number == "1" ? "day" : "days")` for the same time on a later date, or "
          + "`\(number) working \(number == "1" ? "day" : "days")` for days of a calendar")
    case .unit(let found, let needed):
      FactWords("`\(found)` does not fit here, \(needed.englishWords) is needed")
    case .mixedUnits:
      FactWords(
        "these units do not add up to one length", hint: "write two lengths and say how they go together")
    case .missingUnit(let needed):
      FactWords("a unit is missing, \(needed.englishWords) is needed", label: "a number alone")
    case .tooManyDigits(let limit):
      FactWords("this figure has more than \(limit) digits")
    case .belowMicrosecond:
      FactWords("this is not a whole number of microseconds", hint: "time is kept in whole microseconds")
    case .noSuchDate(let text):
      FactWords("there is no \(text)")
    case .outOfRange(let text):
      FactWords("`\(text)` is too large")
    case .branches(let first, let other):
      FactWords(
        "this is \(other.englishWords), but what stands before it is \(first.englishWords)",
        label: other.englishWords)
    case .spanAsValue:
      FactWords(
        "a span is a set of times, not a value",
        hint: "measure it with `total(…)`, `longest(…)` or `count(…)`, or ask with `overlaps` or `during`")
    case .valueAsSpan(let found):
      FactWords(
        "this is \(found.englishWords), but a span is needed", label: found.englishWords,
        hint: found == .date || found == .instant
          ? "name both ends of the time: `(during 2026-05-01 until 2026-05-02)`"
          : "for example `from reported until restored`")
    case .argumentCount(let function, let needed):
      FactWords("`\(function)` needs \(needed.englishWords)")
    case .noCurrency:
      FactWords(
        "the policy does not say its currency",
        hint: "add `currency CNY` (or another code) to the `policy` block")
    case .exactDays:
      FactWords("a day has no exact fraction", hint: "write `started` or `full`, or pay per 24 h")
    case .monthsWithDays(let use):
      FactWords("months and days do not compare: a month has 28 to 31 days", hint: use.englishWords)
    case .ambiguousOver(let targets):
      FactWords(
        targets.isEmpty
          ? "`over` is the overrun of no target: `when` asks no target of a ticket whether it is breached"
          : "`over` could be that of \(EnglishList.or(targets))",
        hint: targets.isEmpty
          ? "write `TARGET.over`; the figures of a target of a period are always written so"
          : "write `TARGET.over`, or let `when` ask for one target that is breached")
    }
  }
}

extension LengthUse {
  /// What to write, in English.
  var englishWords: Wording {
    switch self {
    case .equality: "count both in one unit: `1 month` and `1 quarter`, or `30 calendar days` and `4 weeks`"
    case .order: "compare the instants that they lead to: `reported + 1 month`"
    case .column: "count all cells of the column in one unit: `calendar days`, `working days` or `h`"
    }
  }
}

extension UnitAdvice {
  /// The advice in English.
  var englishWords: Wording {
    switch self {
    case .percentOf: "say of what the percent is: `5% of circuit.monthly_fee`, for example"
    case .percentOrNumber: "write both as percents (`5%`) or both as numbers (`0.05`)"
    case .oneCount: "count both by the calendar (`30 calendar days`) or both as elapsed time (`720 h`)"
    case .unit: "write the unit behind the number: `30 min`, `5.00 CNY`"
    case .instantBehind:
      "name the instant: `first reported + 4 h`; how far one lies behind another says "
        + "`within 4 h after reported`"
    case .instantOfDate:
      "say which instant of the date: `end of promised`, or `12:00 on promised`"
    case .timeOnDate: "say of which date it is the time: `16:00 on promised` is an instant"
    }
  }
}

extension TypeConfusion {
  /// What can be written, in English.
  var englishWords: Wording {
    switch self {
    case .numberForMoney: "write its currency behind it, such as `100 CNY`"
    case .numberForLength: "write its unit behind it, such as `4 h`"
    case .percentForMoney: "say of what: `5% of circuit.monthly_fee`, for example"
    case .dateForInstant: "write `end of` before it for the instant at which that day ends"
    case .durationForInstant:
      "write `within` to bound counted time, or name the instant: `first reported + 60 min`"
    case .durationForMoment: "name the instant: `first reported + 4 h`"
    case .durationForTime:
      "the open hours of a calendar are counted where it stands in a line of the target, `on office`, or "
        + "directly behind `within`: `within 8 h on office`"
    case .timeForMoment: "say of which date: `16:00 on promised`"
    case .instantForKey:
      "what an event carries is read by a measure, `mean of probed.loss`, and by `done when … where …`"
    }
  }
}

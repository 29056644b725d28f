extension ClauseFact {
  /// The fact in English.
  package var englishWords: FactWords {
    switch self {
    case .missing(let clause, let owner):
      ClauseFact.missingWords(clause, owner)
    case .repeated(let clause):
      FactWords("`\(clause)` stands twice", label: "second time", hint: "keep one of the two")
    case .secondBound:
      FactWords(
        "a target has one bound", label: "second bound", hint: "keep one of the two, or make a second target")
    case .secondLength(let first, let second):
      FactWords(
        "`\(second)` stands behind `\(first)`, which has said already how long", label: "second length",
        hint: "keep one of the two")
    case .conflict(let first, let second, let advice):
      FactWords("`\(first)` does not go with `\(second)`", hint: advice.englishWords)
    case .noPolicy:
      FactWords(
        "the file has no `policy` block",
        hint: "begin with `policy \"TITLE\" { id NAME; timezone Asia/Shanghai; currency CNY }`")
    case .secondBlock(let word):
      FactWords("a second `\(word)` block", hint: "a policy has one: put the lines together")
    case .unknownWord(let word, let known, let suggestion):
      FactWords(
        "`\(word)` is not one of \(EnglishList.or(known))",
        hint: suggestion.map { Suggestion.englishHint($0, for: word) })
    case .unknownZone(let name):
      FactWords("there is no time zone `\(name)`", hint: "for example Asia/Shanghai, Europe/Berlin or UTC")
    case .zoneDataMissing(let reason):
      FactWords("the time zone could not be read: \(reason)", hint: "install the package tzdata")
    case .notPositive(let what):
      FactWords("\(what.englishWords) has to be more than zero")
    case .negative(let what):
      FactWords("\(what.englishWords) cannot be less than zero")
    case .emptySpan:
      FactWords(
        "nothing lies between these two: the second is not later than the first",
        hint: "let it end later than it begins")
    case .neverHolds(let owner):
      FactWords(
        "`\(owner)` never applies: this never holds",
        hint: "a value is only one thing at a time: check the values, and `and` where `or` is meant")
    case .neverForTarget(let owner, let target):
      FactWords(
        "`\(owner)` never applies to `\(target)`", label: "this never holds for its tickets",
        hint: "check the two conditions, or name another target")
    case .alwaysHolds(let mayBeMissing):
      FactWords(
        "this always holds",
        label: mayBeMissing ? "whatever the values are, where they are known" : "whatever the values are",
        hint: "check what it should tell apart: to leave out a and b, write `not in a, b`")
    case .neverInForce(let owner, let effective):
      FactWords(
        "`\(owner)` never applies: these times have passed when the policy takes effect",
        label: "the policy takes effect on \(effective)",
        hint: "check the dates, or leave it to the version that was in force then")
    case .capNeverBinds(let refund, let most):
      FactWords(
        "this cap never binds: `\(refund)` pays at most \(most.englishWords)",
        hint: "check both figures, or remove the cap")
    case .capAlwaysBinds(let refund, let least):
      FactWords(
        "this cap always binds: `\(refund)` pays at least \(least.englishWords)",
        hint: "check both figures: what stands behind `pay` never counts")
    case .pausedFromStart(let pause, let target, let isForGood):
      isForGood
        ? FactWords(
          "`\(pause)` pauses `\(target)` for all of its time: nothing is ever counted",
          label: "it begins with the clock and ends no earlier",
          hint: "let the pause begin or end at another event")
        : FactWords(
          "`\(pause)` pauses `\(target)` from its start: where the pause never ends, nothing is counted",
          label: "it begins with the clock",
          hint: "let the clock run from the event that ends the pause, or the pause begin later")
    case .excludesAll(let exclusion, let target):
      FactWords(
        "`\(exclusion)` excludes all of the time of `\(target)`: nothing is ever counted",
        label: "it begins with the clock and ends no earlier",
        hint: "let the exclusion begin or end at another event")
    case .boundAlwaysMet:
      FactWords(
        "every value meets this bound",
        hint: "availability and shares lie between 0% and 100%, counts and times are not below zero")
    case .boundNeverMet:
      FactWords(
        "no value can meet this bound",
        hint: "availability and shares lie between 0% and 100%, counts and times are not below zero")
    case .zero(.breachedAtOnce):
      FactWords(
        "this limit is zero: whatever is counted breaches it", hint: "write the limit that is promised")
    case .zero(.nothingPaid):
      FactWords("this is zero: nothing is ever paid", hint: "write the amount, or remove the line")
    case .idleBranch:
      FactWords(
        "this branch never applies", hint: "check its condition and those above, or remove it")
    case .flatRate:
      FactWords(
        "this rate is the same for every delay",
        hint: "write the rate as a table by `over`, or leave out what stands behind `over`")
    case .rateOfDelay:
      FactWords(
        "a rate holds the delay against written bounds only",
        hint: "write a table by `over` whose cells are in the unit that is paid for")
    case .rateWithoutUnit:
      FactWords(
        "it is not said which days have this rate",
        hint:
          "add `per started calendar day over`, or write the cells of the table in calendar or working days"
      )
    case .combinedTwice(let refund, let other):
      FactWords(
        "`\(refund)` is already a part of `\(other)`", hint: "an item is paid once: combine all in one place")
    case .combinedUnlike(let first, let other, let what):
      FactWords("`\(first)` and `\(other)` cannot become one payment: they differ in \(what.englishWords)")
    case .combinedScopes(let first, let other):
      FactWords(
        "`\(first)` and `\(other)` cannot become one payment: they are not owed for the same thing",
        hint:
          "give both the same `per` and period, or hold them together: `cap … across \(first), \(other)`")
    case .capsDoNotNest:
      FactWords(
        "this cap and another share items, and neither lies inside the other",
        hint:
          "caps apply from inner to outer: let one name all keys of the other and a period within its period")
    case .outOfOrder(let clause, let behind):
      FactWords(
        "`\(clause)` stands behind `\(behind)` and is applied before it",
        hint:
          "write `\(clause)` above `\(behind)`: what is paid is rounded, then capped, then held to `issue`")
    case .clauseElsewhere(let clause, let owner, let advice):
      FactWords("`\(clause)` does not belong into \(owner.englishWords)", hint: advice.englishWords)
    case .defaultOfOptional:
      FactWords("a field with a default is never missing", hint: "remove `optional`, or the default")
    }
  }

  /// A clause that is missing, with what can stand in its place.
  private static func missingWords(_ clause: String, _ owner: Term) -> FactWords {
    switch clause {
    case "within":
      FactWords(
        "\(owner.englishWords) has no bound",
        hint: "add a line such as `within 4 h`, `under 4 h` or `by` an instant")
    case "at least":
      FactWords(
        "\(owner.englishWords) has no bound",
        hint: "add a line with `at least`, `at most`, `under` or `more than`")
    case "clock":
      FactWords(
        "\(owner.englishWords) has no `clock`",
        hint: "add a line such as `clock from reported until restored`")
    case "from":
      FactWords(
        "\(owner.englishWords) has no `from`",
        hint: "say where the first begins: `each 2 weeks from 2026-01-05`, or from an instant of the key")
    case "when" where owner.isExclusion:
      FactWords(
        "\(owner.englishWords) does not say what it excludes",
        hint: "add `when` and a condition of the ticket, or `during` and times that do not count")
    case let other:
      FactWords("\(owner.englishWords) has no `\(other)`", hint: "add a line that begins with `\(other)`")
    }
  }
}

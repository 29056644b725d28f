extension TestFact {
  /// The fact in English.
  package var englishWords: FactWords {
    switch self {
    case .noExpectation:
      FactWords("this test expects nothing", hint: "add a line such as `expect TARGET met`")
    case .noTimeline:
      FactWords("this test has no event", hint: "add a line such as `2026-03-02 10:00 reported`")
    case .missingField(let name):
      FactWords(
        "the test does not give `\(name)`",
        hint: "add it to `given`, or declare the field `optional` or with a default")
    case .missingColumns(let names, let register):
      FactWords(
        "these rows of `\(register)` do not give \(EnglishList.and(names))",
        label: "no file of such rows is read",
        hint: "add what is missing; a column may be declared `optional` or with a default")
    case .missingAttributes(let names, let event):
      FactWords(
        "`\(event)` is told without its \(EnglishList.and(names))", label: "no such ticket could be read",
        hint: "write `with \(names.first ?? "") …`, or declare it `optional` or with a default")
    case .relativeWithoutStart:
      FactWords(
        "nothing stands before this that it could be relative to",
        hint: "give the first event a date and time")
    case .unknownOutcome(let word, let known, let suggestion):
      FactWords(
        "`\(word)` is not an outcome; it would be "
          + .joined(known.map(\.quotedEnglishWords), by: ", ", last: " or "),
        hint: suggestion.map { "did you mean `\($0)`?" })
    case .wrongFigure(let figure, let subject):
      FactWords("\(subject.englishWords) has no `\(figure)`")
    case .eventTwice(let event):
      FactWords(
        "`\(event)` is declared `once` and happens twice",
        hint: "no such ticket could be read: remove one of the two")
    case .asOfBeforeAll:
      FactWords(
        "nothing of the test has happened yet at this instant",
        hint: "take a later one, or leave out what happens behind it")
    case .asOfFarAhead(let years):
      FactWords(
        "this is more than \(years) years behind the last event of the test",
        hint: "each period up to then would be judged: take an earlier instant")
    case .duplicateKey(let key):
      FactWords("the key \(key) stands twice")
    case .rowsOverlap(let key):
      FactWords(
        "two rows of \(key) hold at the same time",
        hint: "a date `valid_to` is the last day of a row, so the next begins on the day after")
    case .whichTicket:
      FactWords("the test has several tickets", hint: "say whose with `of \"ID\"`")
    case .whichStep(let escalation):
      FactWords(
        "the expectation does not say which step of `\(escalation)` it means",
        hint: "write `expect \(escalation) step 1 …`: steps are numbered as they are written")
    case .unknownStep(let escalation, let step, let steps):
      FactWords("`\(escalation)` has no step \(step)", label: "its steps are 1 to \(steps)")
    case .whichRepetition(let step, let isRepeated):
      isRepeated
        ? FactWords(
          "step \(step) is repeated; the expectation has to say which time it means",
          hint: "write `step \(step).1` for the first time")
        : FactWords("step \(step) comes once", hint: "write `step \(step)`")
    case .ticketTwice(let id):
      FactWords(
        "two tickets of the test are called \"\(id)\"", label: "second one",
        hint: "an expectation `of \"\(id)\"` could mean either: give one another id")
    case .refusedAndDecided:
      FactWords(
        "what is refused is not decided", hint: "expect one of the two, or tell two tickets")
    case .refusedWithoutReason:
      FactWords(
        "it is not said why this is refused",
        hint:
          "name the field, the event or the message's code: `refused because level`, `refused because P0102`"
      )
    case .unknownTicket(let id):
      FactWords("the test has no ticket \"\(id)\"")
    }
  }
}

extension Term {
  /// The term in backticks, which code has by itself.
  fileprivate var quotedEnglishWords: Wording {
    if case .code = self { englishWords } else { "`\(englishWords)`" }
  }
}

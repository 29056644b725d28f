extension NameFact {
  /// The fact in English.
  package var englishWords: FactWords {
    switch self {
    case .unknownName(let name, let suggestion):
      FactWords(
        "`\(name)` is not declared", label: "no declaration of this policy has this name",
        hint: suggestion.map { Suggestion.englishHint($0, for: name) })
    case .wrongSort(let name, let found, let asked):
      FactWords(
        "`\(name)` is \(found.englishWords), but \(asked.englishWords) is needed here",
        label: found.englishWords,
        hint: found == .register && asked == .span ? "give its windows a name: `span closed = \(name)`" : nil)
    case .unknownMember(let name, let members, let suggestion):
      FactWords(
        "`\(name)` is not one of \(EnglishList.or(members))",
        hint: suggestion.map { Suggestion.englishHint($0, for: name) })
    case .unknownColumn(let name, let owner, let columns, let suggestion):
      FactWords(
        "`\(owner)` has no `\(name)`", label: "it has \(EnglishList.and(columns))",
        hint: suggestion.map { Suggestion.englishHint($0, for: name) })
    case .duplicateName(let name):
      FactWords(
        "`\(name)` is declared twice", label: "second declaration",
        hint: "every name of a policy means one thing: rename one of the two")
    case .duplicateMember(let name):
      FactWords("`\(name)` is listed twice", hint: "remove one of the two")
    case .measureAsFunction(let name):
      FactWords(
        "`\(name)` is a measure of a period, not a value of a ticket",
        hint: "write a target with `measure \(name) of …` and `each month`, and read it as `TARGET.reached`")
    case .unknownFunction(let name, let functions, let suggestion):
      FactWords(
        "there is no function `\(name)`", label: "there are \(EnglishList.and(functions))",
        hint: suggestion.map { Suggestion.englishHint($0, for: name) })
    case .circularDeclarations(let path):
      FactWords(
        "declarations refer in a circle: \(path.map { "`\($0)`" }.joined(separator: " → "))",
        hint: "one of them has to do without the next")
    case .unknownType(let name, let types, let suggestion):
      FactWords(
        "there is no type `\(name)`", label: "a field is \(EnglishList.or(types)), `one of …` or `key of …`",
        hint: suggestion.map { Suggestion.englishHint($0, for: name) })
    case .lookAlike(let name, let other, let difference):
      FactWords(
        "`\(name)` and `\(other)` look alike and are two names", label: "here stands \(difference)",
        hint: "write both alike, or rename one of them")
    case .ambiguousOccurrence(let event):
      FactWords(
        "`\(event)` can happen several times; say which one is meant",
        hint: "write `first \(event)` or `last \(event)`, or declare the event `once`")
    }
  }
}

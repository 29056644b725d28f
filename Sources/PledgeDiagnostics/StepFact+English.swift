extension StepFact {
  /// The fact in English.
  package var englishWords: FactWords {
    switch self {
    case .behindEnd(let due, let end):
      FactWords(
        "this step never comes: its clock has ended after \(end)", label: "due after \(due)",
        hint: "take an earlier time, or let the clock run longer")
    case .shareOfDeadline(let target):
      FactWords(
        "`\(target)` has a deadline, and there is no share of an instant",
        hint: "write an elapsed time such as `at 30 min`, or bound the target by `within`")
    case .unknownAttribute(let event, let name, let attributes, let suggestion):
      FactWords(
        "the event `\(event)` has no attribute `\(name)`",
        label: attributes.isEmpty ? "it has none" : "it has \(EnglishList.and(attributes))",
        hint: suggestion.map { "did you mean `\($0)`?" }
          ?? "declare it: `event \(event) { \(name) text }`")
    case .noTime(let event):
      FactWords(
        "this is in time only at the very instant of \(event.map { "`\($0)`" } ?? "the clock's start")",
        hint:
          "write a time such as `at \(event.map { "\($0) + " } ?? "")15 min`, or `within 15 min` behind the "
          + "evidence's event")
    }
  }
}

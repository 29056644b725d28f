extension CountFact {
  /// The fact in English.
  package var englishWords: FactWords {
    switch self {
    case .notTickets(let function, let text):
      FactWords(
        "`where` does not belong into `\(text)`",
        hint: function == "count"
          ? "other tickets are counted by `count(tickets where …)`"
          : "give the times a name, `span … = outage and during …`, and write `\(function)(…)` of it")
    case .strayThis:
      FactWords(
        "`this` stands for the ticket at hand, and only where other tickets are counted",
        hint: "leave `this.` out, or write it inside `count(tickets where …)` as in `this.city`")
    case .nested:
      FactWords(
        "a count of tickets cannot stand inside another one",
        hint: "choose the tickets by their fields, events and spans")
    case .mixed:
      FactWords(
        "here the other ticket and `this` one cannot be told apart",
        hint: "join parts with `and`, each with the other ticket on one side and `this.` on the other")
    case .asksVerdict(let target):
      FactWords(
        "the tickets that are counted have no verdict of `\(target)` yet",
        hint: "choose the tickets by their fields, events and spans")
    case .asksKeySpan(let span):
      FactWords(
        "`\(span)` is made of several tickets, and here each of them is looked at before it is known",
        hint: "use a span of one ticket here, without `per`")
    case .spanAsksCount:
      FactWords(
        "a count of tickets cannot choose what a span of several tickets is made of",
        hint: "choose the tickets by their fields, events and spans")
    }
  }
}

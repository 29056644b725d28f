extension CodePage {
  /// The page of P0109.
  static let ambiguousOccurrence = CodePage(
    109, "ambiguous-occurrence",
    title: "It is not said which occurrence of an event is meant",
    meaning: """
      An event can happen several times in one ticket: a fault is reported and reopened, a visit is
      postponed. Where one instant is needed, the policy says which one it takes. Whoever is sure that
      an event happens at most once declares it so.
      """,
    wrong: """
      target restore {
        clock  from reported until restored
        by     reported + 4 h
      }
      """,
    right: """
      target restore {
        clock  from reported until restored
        by     first reported + 4 h
      }
      """,
    advice: """
      Write `first`, `last` or an ordinal before the event, or declare the event `once`.
      """)
}

extension CodePage {
  /// The page of P0216.
  static let valueAsSpan = CodePage(
    216, "value-as-span",
    title: "A value stands where a span is needed",
    meaning: """
      A clock counts times, and what stands here is a single value, such as an amount or one instant.
      Times have a beginning and an end.
      """,
    wrong: """
      target restore {
        clock   first reported
        within  4 h
      }
      """,
    right: """
      target restore {
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Write `from … until …` or the name of a span.
      """)
}

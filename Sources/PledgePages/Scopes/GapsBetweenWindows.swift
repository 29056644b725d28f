extension CodePage {
  /// The page of P0732.
  static let gapsBetweenWindows = CodePage(
    732, "gaps-between-windows",
    title: "Windows that roll leave time between them",
    meaning: """
      Windows that roll end with each local day. One that is shorter than a day would begin after the
      one before it has ended, and what happens in between would count nowhere.
      """,
    wrong: """
      target frequency per circuit rolling 6 h {
        measure  count of outage
        at most  1
      }
      """,
    right: """
      target frequency per circuit rolling 24 h {
        measure  count of outage
        at most  1
      }
      """,
    advice: """
      Write a window of a day or longer. For a burst within minutes write a span, such as `from 3rd
      reported within 30 min until restored`.
      """)
}

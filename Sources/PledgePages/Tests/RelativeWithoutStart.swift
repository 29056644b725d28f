extension CodePage {
  /// The page of P0603.
  static let relativeWithoutStart = CodePage(
    603, "relative-without-start",
    title: "Nothing stands before a relative instant",
    meaning: """
      `+15 min` counts from the line before it. The first event of a timeline has no line before it
      and needs a date and a time.
      """,
    wrong: """
      test "in time" {
        +15 min  reported
        +2 h     restored
        expect restore met
      }
      """,
    right: """
      test "in time" {
        2026-03-02 10:00  reported
        +2 h              restored
        expect restore met
      }
      """,
    advice: """
      Give the first event a date and a time.
      """)
}

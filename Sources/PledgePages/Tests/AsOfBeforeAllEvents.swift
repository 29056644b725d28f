extension CodePage {
  /// The page of P0616.
  static let asOfBeforeAllEvents = CodePage(
    616, "as-of-before-all-events",
    title: "Nothing has happened yet at the instant as of which is decided",
    meaning: """
      `as of` lies before the first event of the test, so that the ticket does not exist yet. Mostly a
      date is mistyped.
      """,
    wrong: """
      test "in time" {
        2026-03-02 10:00  reported
        2026-03-02 12:00  restored
        as of 2026-02-02 12:00
        expect restore met
      }
      """,
    right: """
      test "in time" {
        2026-03-02 10:00  reported
        2026-03-02 12:00  restored
        as of 2026-03-02 12:00
        expect restore met
      }
      """,
    advice: """
      Take a later instant.
      """)
}

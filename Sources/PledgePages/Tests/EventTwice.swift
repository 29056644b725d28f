extension CodePage {
  /// The page of P0609.
  static let eventTwice = CodePage(
    609, "event-twice",
    title: "An event that happens once happens twice",
    meaning: """
      The event is declared `once`, and a history in which it happens again is not read. The test
      shows a ticket that cannot exist.
      """,
    wrong: """
      ticket {
        event  reported once
        event  restored
      }

      test "in time" {
        2026-03-02 10:00  reported
        2026-03-02 11:00  reported
        2026-03-02 12:00  restored
        expect restore met
      }
      """,
    right: """
      ticket {
        event  reported once
        event  restored
      }

      test "in time" {
        2026-03-02 10:00  reported
        2026-03-02 12:00  restored
        expect restore met
      }
      """,
    advice: """
      Remove one of the two, or the word `once` from the declaration.
      """)
}

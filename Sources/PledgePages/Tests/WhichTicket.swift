extension CodePage {
  /// The page of P0607.
  static let whichTicket = CodePage(
    607, "which-ticket",
    title: "It is not said which ticket an expectation is about",
    meaning: """
      The test has several tickets, and each has an outcome of its own. An expectation names the one
      that it means.
      """,
    wrong: """
      test "two faults" {
        ticket "T-1" {
          2026-03-02 10:00  reported
          2026-03-02 12:00  restored
        }
        ticket "T-2" {
          2026-03-02 10:00  reported
          2026-03-02 18:00  restored
        }
        expect restore met
      }
      """,
    right: """
      test "two faults" {
        ticket "T-1" {
          2026-03-02 10:00  reported
          2026-03-02 12:00  restored
        }
        ticket "T-2" {
          2026-03-02 10:00  reported
          2026-03-02 18:00  restored
        }
        expect restore of "T-1" met
      }
      """,
    advice: """
      Write `of "ID"` behind the name.
      """)
}

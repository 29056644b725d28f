extension CodePage {
  /// The page of P0608.
  static let unknownTicket = CodePage(
    608, "unknown-ticket",
    title: "The test has no such ticket",
    meaning: """
      The expectation names a ticket that the test does not have, so that it could never be looked at.
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
        expect restore of "T-3" met
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
        expect restore of "T-2" breached
      }
      """,
    advice: """
      Write the identifier of a ticket of the test.
      """)
}

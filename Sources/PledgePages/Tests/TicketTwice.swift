extension CodePage {
  /// The page of P0617.
  static let ticketTwice = CodePage(
    617, "ticket-twice",
    title: "Two tickets of a test have one id",
    meaning: """
      An expectation names the ticket that it means by its id, and with two of one name it could mean
      either.
      """,
    wrong: """
      test "two faults" {
        ticket "T-1" {
          2026-03-02 10:00  reported
          2026-03-02 12:00  restored
        }
        ticket "T-1" {
          2026-03-02 10:00  reported
          2026-03-02 18:00  restored
        }
        expect restore of "T-1" met
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
      Give one of them another id.
      """)
}

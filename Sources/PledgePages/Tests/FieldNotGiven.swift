extension CodePage {
  /// The page of P0602.
  static let fieldNotGiven = CodePage(
    602, "field-not-given",
    title: "A test does not give a field that every ticket has",
    meaning: """
      The field is neither optional nor has it a default, so that no ticket without it would be read.
      What the policy decides in the test would never happen to a real ticket.
      """,
    wrong: """
      ticket {
        event  reported, restored
        tier   one of gold, silver
      }

      test "in time" {
        2026-03-02 10:00  reported
        2026-03-02 12:00  restored
        expect restore met
      }
      """,
    right: """
      ticket {
        event  reported, restored
        tier   one of gold, silver
      }

      test "in time" {
        given { tier gold }
        2026-03-02 10:00  reported
        2026-03-02 12:00  restored
        expect restore met
      }
      """,
    advice: """
      Add the field to `given`, or declare it `optional` or with a default.
      """)
}

extension CodePage {
  /// The page of P0612.
  static let attributeNotGiven = CodePage(
    612, "attribute-not-given",
    title: "An event is told without an attribute that it has to carry",
    meaning: """
      The attribute is neither optional nor has it a default, so that no ticket with such an event
      would be read. The test shows a ticket that cannot exist.
      """,
    wrong: """
      ticket {
        event  reported, restored
        event  notified { role text }
      }

      test "in time" {
        2026-03-02 10:00  reported
        2026-03-02 11:00  notified
        2026-03-02 12:00  restored
        expect restore met
      }
      """,
    right: """
      ticket {
        event  reported, restored
        event  notified { role text }
      }

      test "in time" {
        2026-03-02 10:00  reported
        2026-03-02 11:00  notified with role "lead"
        2026-03-02 12:00  restored
        expect restore met
      }
      """,
    advice: """
      Write the attribute behind `with`, or declare it `optional` or with a default.
      """)
}

extension CodePage {
  /// The page of P0618.
  static let refusedAndDecided = CodePage(
    618, "refused-and-decided",
    title: "What is refused is also expected to be decided",
    meaning: """
      A ticket whose data is refused is left out, as in a run: nothing is decided of it. An
      expectation of a verdict beside the refusal could never hold.
      """,
    wrong: """
      ticket {
        event  reported, restored
        tier   one of gold, silver
      }

      test "a tier that does not exist" {
        given { tier bronze }
        2026-03-02 10:00  reported
        2026-03-02 12:00  restored
        expect ticket refused because tier
        expect restore met
      }
      """,
    right: """
      ticket {
        event  reported, restored
        tier   one of gold, silver
      }

      test "a tier that does not exist" {
        given { tier bronze }
        2026-03-02 10:00  reported
        2026-03-02 12:00  restored
        expect ticket refused because tier
      }
      """,
    advice: """
      Expect one of the two, or tell two tickets.
      """)
}

extension CodePage {
  /// The page of P0619.
  static let refusedWithoutReason = CodePage(
    619, "refused-without-reason",
    title: "It is not said why data is refused",
    meaning: """
      A ticket can be refused for many reasons, also by a slip of the pen in the test. Only with its
      reason a refusal proves that what should be refused is refused.
      """,
    wrong: """
      ticket {
        event  reported, restored
        tier   one of gold, silver
      }

      test "a tier that does not exist" {
        given { tier gold }
        2026-03-02 10:00  reported
        expect ticket refused
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
        expect ticket refused because tier
      }
      """,
    advice: """
      Name the field, the event, the column or the code of the message behind `because`.
      """)
}

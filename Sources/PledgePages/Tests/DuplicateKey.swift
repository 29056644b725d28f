extension CodePage {
  /// The page of P0606.
  static let duplicateKey = CodePage(
    606, "duplicate-key",
    title: "A key stands twice in the rows of a register",
    meaning: """
      A register has one row a key, unless it is declared with several. Of two rows nobody knows which
      one holds for the ticket.
      """,
    wrong: """
      test "late" {
        register circuits {
          circuit | level | customer | monthly_fee
          "C-1"   | AAA   | "K"      | 100.00 EUR
          "C-1"   | AA    | "K"      | 80.00 EUR
        }
        given { circuit "C-1" }
        2026-03-02 10:00  reported
        2026-03-02 18:00  restored
        expect restore breached
      }
      """,
    right: """
      test "late" {
        register circuits {
          circuit | level | customer | monthly_fee
          "C-1"   | AAA   | "K"      | 100.00 EUR
          "C-2"   | AA    | "K"      | 80.00 EUR
        }
        given { circuit "C-1" }
        2026-03-02 10:00  reported
        2026-03-02 18:00  restored
        expect restore breached
      }
      """,
    advice: """
      Give each row a key of its own.
      """)
}

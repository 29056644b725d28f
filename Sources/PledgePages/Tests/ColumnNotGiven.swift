extension CodePage {
  /// The page of P0611.
  static let columnNotGiven = CodePage(
    611, "column-not-given",
    title: "The rows of a register do not give a column",
    meaning: """
      The column is neither optional nor has it a default, so that no file of such rows would be read.
      What the policy decides with these rows could never happen.
      """,
    wrong: """
      test "late" {
        register circuits {
          circuit | level | customer
          "C-1"   | AAA   | "K"
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
        }
        given { circuit "C-1" }
        2026-03-02 10:00  reported
        2026-03-02 18:00  restored
        expect restore breached
      }
      """,
    advice: """
      Add the column, or declare it `optional` or with a default.
      """)
}

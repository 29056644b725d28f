extension CodePage {
  /// The page of P0728.
  static let whichPeriod = CodePage(
    728, "which-period",
    title: "It is not said which period an expectation is about",
    meaning: """
      The target has a verdict for each period, and a test can reach over several. The expectation
      names the one that it means.
      """,
    wrong: """
      test "a bad month" {
        register circuits {
          circuit | level | customer | monthly_fee
          "C-1"   | AAA   | "K"      | 100.00 EUR
        }
        given { circuit "C-1" }
        2026-04-01 10:00  reported
        2026-04-02 10:00  restored
        as of 2026-05-01
        expect uptime of "C-1" breached
      }
      """,
    right: """
      test "a bad month" {
        register circuits {
          circuit | level | customer | monthly_fee
          "C-1"   | AAA   | "K"      | 100.00 EUR
        }
        given { circuit "C-1" }
        2026-04-01 10:00  reported
        2026-04-02 10:00  restored
        as of 2026-05-01
        expect uptime of "C-1" in 2026-04 breached
      }
      """,
    advice: """
      Add `in 2026-04`, for example.
      """)
}

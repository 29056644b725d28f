extension CodePage {
  /// The page of P0727.
  static let keyCount = CodePage(
    727, "key-count",
    title: "An expectation has more or fewer keys than its target",
    meaning: """
      Behind `of` stands one value for each key of the target or refund, in their order. With another
      number it names no outcome.
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
        expect uptime of "C-1", "K" in 2026-04 breached
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
      Name each key once.
      """)
}

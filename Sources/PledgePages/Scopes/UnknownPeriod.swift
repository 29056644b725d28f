extension CodePage {
  /// The page of P0726.
  static let unknownPeriod = CodePage(
    726, "unknown-period",
    title: "There is no such period",
    meaning: """
      Periods are named as the message shows: a month is `2026-04`, a quarter `2026-Q2`. The name in
      the expectation is that of no period of the target.
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
        expect uptime of "C-1" in 2026-13 breached
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
      Write the period like the example of the hint.
      """)
}

extension CodePage {
  /// The page of P0610.
  static let rowsOverlap = CodePage(
    610, "rows-overlap",
    title: "Two rows of a key hold at the same time",
    meaning: """
      Rows with `valid_from` and `valid_to` say from when to when they hold. Where two rows of one key
      overlap, there are days on which nobody knows which one it is. A date `valid_to` is the last day
      of its row.
      """,
    wrong: """
      ticket {
        event  reported, restored
        line   key of lines
      }

      register lines by line { fee money; valid_from date; valid_to date }

      test "late" {
        register lines {
          line  | fee        | valid_from | valid_to
          "L-1" | 100.00 EUR | 2026-01-01 | 2026-03-31
          "L-1" | 120.00 EUR | 2026-03-31 | 2026-12-31
        }
        given { line "L-1" }
        2026-03-02 10:00  reported
        2026-03-02 18:00  restored
        expect restore breached
      }
      """,
    right: """
      ticket {
        event  reported, restored
        line   key of lines
      }

      register lines by line { fee money; valid_from date; valid_to date }

      test "late" {
        register lines {
          line  | fee        | valid_from | valid_to
          "L-1" | 100.00 EUR | 2026-01-01 | 2026-03-31
          "L-1" | 120.00 EUR | 2026-04-01 | 2026-12-31
        }
        given { line "L-1" }
        2026-03-02 10:00  reported
        2026-03-02 18:00  restored
        expect restore breached
      }
      """,
    advice: """
      Begin the next row on the day after the last day of the one before it.
      """)
}

extension CodePage {
  /// The page of P0402.
  static let impossibleHours = CodePage(
    402, "impossible-hours",
    title: "Something is wrong with the hours or dates of a calendar",
    meaning: """
      A range of dates that ends before it begins, a date outside of what the holiday file covers, a
      day that is both a holiday and a working day: such a line contradicts itself. The message says
      what it is.
      """,
    wrong: """
      calendar desk {
        mon..fri                09:00-18:00
        2026-10-07..2026-10-01  closed
      }
      """,
    right: """
      calendar desk {
        mon..fri                09:00-18:00
        2026-10-01..2026-10-07  closed
      }
      """,
    advice: """
      Mend the line that is marked.
      """)
}

extension CodePage {
  /// The page of P0405.
  static let workingDayNotStated = CodePage(
    405, "working-day-not-stated",
    title: "A calendar does not say when a working day ends",
    meaning: """
      "Within 2 working days" ends at the close of business, at midnight, or at the same time as the
      ticket arrived; or a working day is a number of open hours. All four are in use, and a calendar
      by which working days are counted says which is meant.
      """,
    wrong: """
      calendar desk { mon..fri 09:00-18:00 }

      target answer {
        clock   from reported until answered
        on      desk
        within  2 working days
      }
      """,
    right: """
      calendar desk {
        mon..fri  09:00-18:00
        day       ends at close, late arrival counts as next working day
      }

      target answer {
        clock   from reported until answered
        on      desk
        within  2 working days
      }
      """,
    advice: """
      Write `day ends at close`, `day ends at midnight`, `day ends at the same time`, or `day is 8 h`.
      """)
}

extension CodePage {
  /// The page of P0409.
  static let readingsDiffer = CodePage(
    409, "readings-differ",
    title: "Two calendars that are combined read a working day differently",
    meaning: """
      A combination of calendars is one calendar, and has one reading of a working day. Where its
      parts end the day at different times or take a late arrival differently, it is not certain which
      one holds.
      """,
    wrong: """
      calendar north {
        mon..fri  09:00-18:00
        day       ends at close, late arrival counts as next working day
      }

      calendar south {
        mon..sat  08:00-16:00
        day       ends at midnight, late arrival counts as today
      }

      calendar either = north or south

      target answer {
        clock   from reported until answered
        on      either
        within  2 working days
      }
      """,
    right: """
      calendar north {
        mon..fri  09:00-18:00
        day       ends at close, late arrival counts as next working day
      }

      calendar south {
        mon..sat  08:00-16:00
        day       ends at close, late arrival counts as next working day
      }

      calendar either = north or south

      target answer {
        clock   from reported until answered
        on      either
        within  2 working days
      }
      """,
    advice: """
      Write the same `day` line in both.
      """)
}

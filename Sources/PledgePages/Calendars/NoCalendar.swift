extension CodePage {
  /// The page of P0407.
  static let noCalendar = CodePage(
    407, "no-calendar",
    title: "It is not said of which calendar working days are",
    meaning: """
      Working days are days of a calendar. The policy has none, or several and the line does not say
      which. With a single calendar in the policy nothing has to be said.
      """,
    wrong: """
      calendar day_shift {
        mon..fri  09:00-18:00
        day       ends at close, late arrival counts as next working day
      }

      calendar both_shifts {
        mon..sat  06:00-22:00
        day       ends at close, late arrival counts as next working day
      }

      target answer {
        clock   from reported until answered
        within  2 working days
      }
      """,
    right: """
      calendar day_shift {
        mon..fri  09:00-18:00
        day       ends at close, late arrival counts as next working day
      }

      calendar both_shifts {
        mon..sat  06:00-22:00
        day       ends at close, late arrival counts as next working day
      }

      target answer {
        clock   from reported until answered
        on      day_shift
        within  2 working days
      }
      """,
    advice: """
      Name the calendar with `on`, or declare one.
      """)
}

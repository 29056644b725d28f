extension CodePage {
  /// The page of P0406.
  static let lateArrivalNotStated = CodePage(
    406, "late-arrival-not-stated",
    title: "A calendar does not say what an arrival outside its hours counts as",
    meaning: """
      A ticket comes on Friday at 20:00. Is that Friday, so that Monday is the first working day after
      it, or is it as if it came on Monday? Contracts differ, and a calendar says which it is.
      """,
    wrong: """
      calendar desk {
        mon..fri  09:00-18:00
        day       ends at close
      }

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
      Add `, late arrival counts as today` or `, late arrival counts as next working day`.
      """)
}

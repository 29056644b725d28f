extension CodePage {
  /// The page of P0404.
  static let holidayFile = CodePage(
    404, "holiday-file",
    title: "The holiday file cannot be read",
    meaning: """
      A calendar takes its holidays from a file beside the policy, and that file is missing or
      something is wrong in it. Without it nobody knows which days are open, so nothing is decided by
      the calendar.
      """,
    wrong: """
      calendar desk {
        mon..fri  09:00-18:00
        holidays  from "holidays-2026.yaml"
      }
      """,
    right: """
      calendar desk {
        mon..fri    09:00-18:00
        2026-12-25  closed
      }
      """,
    advice: """
      Check the path, which is relative to the policy's file, and mend what the message names in the
      file.
      """)
}

extension CodePage {
  /// The page of P0207.
  static let wrongUnit = CodePage(
    207, "wrong-unit",
    title: "A unit does not fit here",
    meaning: """
      The figure has a unit, but not one that this place can count in: a length on a calendar is
      counted in working days or open hours, a period is cut by months. The message names what is
      needed.
      """,
    wrong: """
      target answer {
        clock   from reported until answered
        on      office
        within  2 working weeks
      }
      """,
    right: """
      target answer {
        clock   from reported until answered
        on      office
        within  10 working days
      }
      """,
    advice: """
      Write the figure in a unit that the message names.
      """)
}

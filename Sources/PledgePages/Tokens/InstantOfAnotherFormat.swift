extension CodePage {
  /// The page of P0036.
  static let instantOfAnotherFormat = CodePage(
    36, "instant-of-another-format",
    title: "An instant is written as other formats write it",
    meaning: """
      Exchange formats write `2026-03-02T10:00:00+08:00`. In a policy an instant is a date and a time
      in the policy's own time zone, which its head states once; an offset beside it could contradict
      that.
      """,
    wrong: """
      span freeze = during 2026-03-01T08:00:00Z until 2026-04-01
      """,
    right: """
      span freeze = during 2026-03-01 08:00 until 2026-04-01
      """,
    advice: """
      Write the date, a blank and the time, converted to the policy's time zone.
      """)
}

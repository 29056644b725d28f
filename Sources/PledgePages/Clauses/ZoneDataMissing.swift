extension CodePage {
  /// The page of P0307.
  static let zoneDataMissing = CodePage(
    307, "zone-data-missing",
    title: "The time zone could not be read",
    meaning: """
      Local times are computed with the tz database of the system, and it is not installed or damaged.
      The policy may be fine; this machine cannot decide by it. No other zone is taken instead.
      """,
    wrong: .words(
      """
      A container image without the package `tzdata`, and a policy with `timezone Asia/Shanghai`.
      """),
    right: """
      target restore {
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Install the package `tzdata`.
      """)
}

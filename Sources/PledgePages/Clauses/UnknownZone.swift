extension CodePage {
  /// The page of P0306.
  static let unknownZone = CodePage(
    306, "unknown-zone",
    title: "There is no such time zone",
    meaning: """
      Zones are named as the tz database names them, by region and city: `Asia/Shanghai`,
      `Europe/Berlin`, `UTC`. Abbreviations such as `CST` are not unique, and an offset such as
      `+08:00` does not know when clocks are changed.
      """,
    wrong: .policy(
      """
      pledge 1

      policy "Circuits" { id circuits; timezone Asia/Peking }

      ticket { event reported, restored }

      target restore { clock from reported until restored; within 4 h }
      """),
    right: .policy(
      """
      pledge 1

      policy "Circuits" { id circuits; timezone Asia/Shanghai }

      ticket { event reported, restored }

      target restore { clock from reported until restored; within 4 h }
      """),
    advice: """
      Write the name of the zone in the tz database.
      """)
}

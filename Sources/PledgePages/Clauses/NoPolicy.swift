extension CodePage {
  /// The page of P0303.
  static let noPolicy = CodePage(
    303, "no-policy",
    title: "The file has no `policy` block",
    meaning: """
      The head of a policy says its identifier, its time zone and its currency. Without them no local
      time and no amount in the file means anything certain. A file of declarations that others take
      with `use` needs no head, as long as it has no tests.
      """,
    wrong: .policy(
      """
      pledge 1

      ticket { event reported, restored }

      target restore { clock from reported until restored; within 4 h }

      test "in time" {
        2026-03-02 10:00  reported
        2026-03-02 12:00  restored
        expect restore met
      }
      """),
    right: .policy(
      """
      pledge 1

      policy "Circuits" { id circuits; timezone UTC }

      ticket { event reported, restored }

      target restore { clock from reported until restored; within 4 h }

      test "in time" {
        2026-03-02 10:00  reported
        2026-03-02 12:00  restored
        expect restore met
      }
      """),
    advice: """
      Begin the file with a `policy` block.
      """)
}

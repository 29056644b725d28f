extension CodePage {
  /// The page of P0620.
  static let asOfFarAhead = CodePage(
    620, "as-of-far-ahead",
    title: "A test looks more than a hundred years ahead",
    meaning: """
      `as of` lies more than a hundred years behind the last event of the test. In a policy with targets of
      periods each day or month up to then would be judged. Mostly a digit of the year is wrong.
      """,
    wrong: """
      target faults each month { measure count of tickets; at most 3 }

      test "few faults" {
        2026-03-02 10:00  reported
        as of 2226-04-02
        expect faults in 2026-03 met
      }
      """,
    right: """
      target faults each month { measure count of tickets; at most 3 }

      test "few faults" {
        2026-03-02 10:00  reported
        as of 2026-04-02
        expect faults in 2026-03 met
      }
      """,
    advice: """
      Take an earlier instant.
      """)
}

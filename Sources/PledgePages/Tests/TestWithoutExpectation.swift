extension CodePage {
  /// The page of P0600.
  static let testWithoutExpectation = CodePage(
    600, "test-without-expectation",
    title: "A test expects nothing",
    meaning: """
      A test without an expectation passes whatever the policy decides. It looks like a proof and
      proves nothing.
      """,
    wrong: """
      test "in time" {
        2026-03-02 10:00  reported
        2026-03-02 12:00  restored
      }
      """,
    right: """
      test "in time" {
        2026-03-02 10:00  reported
        2026-03-02 12:00  restored
        expect restore met
      }
      """,
    advice: """
      Add a line such as `expect restore met`.
      """)
}

extension CodePage {
  /// The page of P0601.
  static let testWithoutTimeline = CodePage(
    601, "test-without-timeline",
    title: "A test has no event",
    meaning: """
      Nothing happens in the test, and no instant as of which is decided is given either. The timeline
      is the heart of a test.
      """,
    wrong: """
      test "in time" {
        given { tier gold }
        expect restore met
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
      Add the events with their instants.
      """)
}

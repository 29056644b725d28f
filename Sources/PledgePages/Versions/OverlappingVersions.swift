extension CodePage {
  /// The page of P0740.
  static let overlappingVersions = CodePage(
    740, "overlapping-versions",
    title: "Two versions of a policy are in force at the same time",
    meaning: """
      Files with one `id` are versions of one policy, and the version in force decides a ticket. On
      the days on which two are in force it is not certain what was promised.
      """,
    wrong: .years(
      CircuitVersion(effective: "2025-01-01"),
      CircuitVersion(name: "2", effective: "2026-01-01", limit: "2 h")),
    right: .years(
      CircuitVersion(),
      CircuitVersion(name: "2", effective: "2026-01-01", limit: "2 h")),
    advice: """
      End the earlier version with `until` and the day on which the later one begins.
      """)
}

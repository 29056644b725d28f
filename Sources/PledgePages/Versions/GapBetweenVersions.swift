extension CodePage {
  /// The page of P0741.
  static let gapBetweenVersions = CodePage(
    741, "gap-between-versions",
    title: "No version of a policy is in force between two others",
    meaning: """
      A ticket that falls between two versions would be decided by none. Often the end of the earlier
      version is given as its last day; it is the day from which it no longer holds.
      """,
    wrong: .years(
      CircuitVersion(effective: "2025-01-01 until 2025-12-31"),
      CircuitVersion(name: "2", effective: "2026-01-01", limit: "2 h")),
    right: .years(
      CircuitVersion(),
      CircuitVersion(name: "2", effective: "2026-01-01", limit: "2 h")),
    advice: """
      End the earlier version where the later one begins.
      """)
}

extension CodePage {
  /// The page of P0743.
  static let sameVersion = CodePage(
    743, "same-version",
    title: "One version stands in two files",
    meaning: """
      Two files have the same `id` and the same `version`. Reports name the version that decided, and
      with this name nobody could tell which file it was.
      """,
    wrong: .years(
      CircuitVersion(),
      CircuitVersion(effective: "2026-01-01", limit: "2 h")),
    right: .years(
      CircuitVersion(),
      CircuitVersion(name: "2", effective: "2026-01-01", limit: "2 h")),
    advice: """
      Give each version a name of its own, or remove the copy.
      """)
}

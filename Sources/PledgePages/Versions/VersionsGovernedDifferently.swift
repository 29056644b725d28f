extension CodePage {
  /// The page of P0744.
  static let versionsGovernedDifferently = CodePage(
    744, "versions-governed-differently",
    title: "Versions of a policy choose by different events",
    meaning: """
      `governed by` says which event of a ticket decides by which version it is judged. Where one
      version asks for the report and another for the restoration, a ticket over New Year could belong
      to both or to none.
      """,
    wrong: .years(
      CircuitVersion(governing: "first reported"),
      CircuitVersion(
        name: "2", effective: "2026-01-01", governing: "last restored", limit: "2 h")),
    right: .years(
      CircuitVersion(governing: "first reported"),
      CircuitVersion(
        name: "2", effective: "2026-01-01", governing: "first reported", limit: "2 h")),
    advice: """
      Write the same `governed by` in all versions.
      """)
}

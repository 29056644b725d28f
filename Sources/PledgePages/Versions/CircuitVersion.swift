/// A version of the policy that the pages about versions show; they give only what they speak of.
struct CircuitVersion {
  /// What the version is called.
  var name = "1"
  /// From when it is in force, and until when.
  var effective = "2025-01-01 until 2026-01-01"
  /// The currency of the policy.
  var currency = "EUR"
  /// Which event decides by which version a ticket is judged; nil where it is not said.
  var governing: String?
  /// What a ticket says.
  var ticket = "ticket { event reported, restored }"
  /// Within what a circuit is restored.
  var limit = "4 h"
  /// What a late restoration pays; nil where nothing is paid.
  var refund: String?

  /// The text of its file.
  var text: String {
    var header = [
      "  id        circuits", "  version   \"\(name)\"", "  effective from \(effective)", "  timezone  UTC",
      "  currency  \(currency)",
    ]
    if let governing { header.append("  governed by \(governing)") }
    var parts = [
      "pledge 1", "policy \"Circuits\" {\n" + header.joined(separator: "\n") + "\n}", ticket,
      "target restore { clock from reported until restored; within \(limit) }",
    ]
    if let refund { parts.append("refund late_restore { when restore is breached; pay \(refund) }") }
    return parts.joined(separator: "\n\n")
  }
}

extension CodeExample {
  /// Two versions of a policy, of one year each.
  static func years(_ earlier: CircuitVersion, _ later: CircuitVersion) -> CodeExample {
    .versions([.init("sla-2025.pledge", earlier.text), .init("sla-2026.pledge", later.text)])
  }
}

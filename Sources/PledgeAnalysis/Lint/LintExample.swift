/// A small policy for the page of a rule: what all such policies share stands here once, and a rule gives
/// what it speaks of.
struct LintExample {
  /// Further lines of the policy's head.
  var head: [String] = []
  /// Fields of tickets.
  var fields: [String] = []
  /// Events besides `reported` and `restored`.
  var events: [String] = []
  /// Declarations before the target.
  var declarations: [String] = []
  /// Lines of the target besides its clock and its limit.
  var target: [String] = []
  /// The target's limit.
  var limit = "within 4 h"
  /// Declarations behind the target: refunds and tests.
  var behind: [String] = []

  /// The policy's text.
  var text: String {
    let head = ["id example", "timezone UTC", "currency EUR"] + head
    let events = (["reported", "restored"] + events).joined(separator: ", ")
    let parts =
      ["pledge 1", "policy \"Example\" { \(head.joined(separator: "; ")) }"]
      + [block("ticket", fields + ["event \(events)"])] + declarations
      + [block("target restore", target + ["clock from reported until restored", limit])] + behind
    return parts.joined(separator: "\n\n")
  }

  private func block(_ head: String, _ lines: [String]) -> String {
    "\(head) {\n\(lines.map { "  \($0)\n" }.joined())}"
  }
}

extension LintExample {
  /// A refund of late restorations with these lines.
  static func refund(_ lines: String...) -> String {
    "refund late {\n  when restore is breached\n\(lines.map { "  \($0)\n" }.joined())}"
  }

  /// A test with these lines behind a restoration in time.
  static func test(_ title: String, _ lines: String...) -> String {
    """
    test "\(title)" {
      2026-03-02 10:00  reported
      2026-03-02 12:00  restored
    \(lines.map { "  \($0)\n" }.joined())}
    """
  }
}

import PledgeChecker
import PledgeDiagnostics
import PledgeFormat
import PledgePages
import Testing

/// Causes that a page says in words, since they are too large, no text, or not in the policy.
@Suite("Causes that no page can show")
struct UnshownCauseTests {
  /// What nothing is known to lead to: a construct that is not evaluated yet, a fault of the formatter.
  private static let unreached = ["P0390", "P0950"]

  private static let causes: [String: @Sendable () -> [String]] = [
    "P0030": { CheckedExample(bytes: Array("pledge 1\n\ntarget ".utf8) + [0xbb, 0xd6, 0xb8]).found },
    "P0090": { CheckedExample(bytes: Array(repeating: 0x20, count: (8 << 20) + 1)).found },
    "P0091": {
      found("exclusion long { cite \"\(String(repeating: "x", count: 64 << 10))\"; when users > 1 }")
    },
    "P0092": {
      let deep = String(repeating: "(", count: 300) + "1" + String(repeating: ")", count: 300)
      return found("let amount = \(deep)")
    },
    "P0093": { found(String(repeating: "span damaged = from until restored\n", count: 1_001)) },
    "P0307": {
      CheckedExample(
        files: [("policy.pledge", CheckedExample.context.completed(""))], checked: 1,
        zone: { _ in .unavailable(reason: "there is no tz database") }
      ).found
    },
    "P0506": { found(tableOfManyCases) },
    "P0703": { CheckedExample(files: chain(of: 40), checked: 1).found },
    "P0951": {
      let file = SourceFile(name: "policy.pledge", text: "pledge 1\n\ntargt restore { within 4 h }\n")
      return Formatter.format(file, dialect: .chinese).diagnostics.map {
        CheckedExample.line($0.severity, $0.code)
      }
    },
  ]

  @Test("What a page says in words leads to its code", arguments: CodePages.all)
  func isFound(_ page: CodePage) {
    guard case .words = page.wrong else {
      #expect(Self.causes["\(page.code)"] == nil)
      return
    }
    guard let cause = Self.causes["\(page.code)"] else {
      #expect(Self.unreached.contains("\(page.code)"))
      return
    }
    #expect(cause().contains(CheckedExample.line(page.severity, page.code)))
  }

  private static func found(_ fragment: String) -> [String] {
    CheckedExample(files: [("policy.pledge", CheckedExample.context.completed(fragment))], checked: 1).found
  }

  /// Forty rows over ten figures, each with ranges that overlap those of the others, and one for the rest.
  private static let tableOfManyCases: String = {
    let columns = 0..<10
    let rows = (0..<40).map { row in
      let cells = columns.map { column in
        let start = row * (7 + 2 * column) % 40
        return "\(start) to \(start + 20)"
      }
      return cells.joined(separator: " | ") + " -> \(row + 1) h\n"
    }
    let head = columns.map { "f\($0)" }.joined(separator: " | ")
    let rest = columns.map { _ in "any" }.joined(separator: " | ")
    let fields = columns.map { "  f\($0) integer\n" }.joined()
    return "ticket {\n  event reported, restored\n\(fields)}\n\n"
      + "table many { \(head) -> limit\n\(rows.joined())\(rest) -> 99 h\n}"
  }()

  /// Files of which each takes a name from the next.
  private static func chain(of count: Int) -> [(name: String, text: String)] {
    (0..<count).map { index in
      let last = index == count - 1
      let use = last ? "" : "use n\(index + 1) from \"f\(index + 1).pledge\"\n\n"
      return ("f\(index).pledge", "pledge 1\n\n\(use)let n\(index) = \(last ? "1" : "n\(index + 1) + 1")\n")
    }
  }
}

import PledgeDiagnostics
import PledgeSyntax

/// A comment that silences a rule at one place: `# pledge: ignore RULE because REASON`.
///
/// Behind a line it is for that line, on a line of its own for the next one that is no comment.
struct LintIgnore {
  /// The rule that it names.
  let rule: String
  /// Why; empty where no reason is given.
  let reason: String
  /// The comment.
  let range: SourceRange
  /// The line whose findings it silences.
  let line: Int

  /// Whether it says why.
  var isReasoned: Bool { !reason.isEmpty }

  /// The comments of a file that silence rules, in the order of the text.
  static func all(in tree: FileView) -> [LintIgnore] {
    tree.node.tokens.flatMap { token in
      token.trivia.compactMap { trivia in
        trivia.kind == .comment ? LintIgnore(trivia, before: token) : nil
      }
    }
  }

  private init?(_ trivia: Trivia, before token: SyntaxToken) {
    let file = token.tree.file
    let range = SourceRange(file: file.id, start: Int(trivia.start), end: Int(trivia.end))
    guard let words = LintIgnore.words(of: file.text(in: range)) else { return nil }
    self.range = range
    rule = words.rule
    reason = words.reason
    let own = file.line(at: range.start)
    let before = file.bytes[file.startOfLine(own)..<range.start]
    let isAlone = before.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    line = isAlone ? file.line(at: token.range.start) : own
  }

  /// The rule and the reason of a comment, nil where it says nothing to the tool.
  static func words(of comment: String) -> (rule: String, reason: String)? {
    let parts = comment.drop { $0 == "#" }.split(separator: " ", omittingEmptySubsequences: true)
    guard parts.count >= 2, parts[0] == "pledge:", parts[1] == "ignore" else { return nil }
    let rule = parts.count > 2 ? String(parts[2]) : ""
    guard parts.count > 4, reasonWords.contains(String(parts[3])) else { return (rule, "") }
    return (rule, parts[4...].joined(separator: " "))
  }

  /// What begins a reason, in any dialect.
  private static let reasonWords: Set<String> = ["because", "因为"]
}

import PledgeDiagnostics
import PledgeFormat
import PledgeSyntax

/// A text and what the formatter makes of it.
struct Formatted {
  let result: FormatResult

  init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  init(bytes: [UInt8]) {
    result = Formatter.format(SourceFile(name: "test.pledge", bytes: bytes))
  }

  var text: String { String(decoding: result.bytes, as: UTF8.self) }

  /// Whether the formatter gave up.
  var hasGivenUp: Bool { result.diagnostics.contains { $0.code.number == 950 } }

  /// What is wrong with the text itself.
  var isSound: Bool { result.diagnostics.isEmpty }

  /// Whether formatting again changes nothing.
  var isStable: Bool {
    Formatter.format(SourceFile(name: "test.pledge", bytes: result.bytes)).bytes == result.bytes
  }

  /// The comments of a text in their order.
  static func comments(of text: String) -> [String] {
    Reading(text).view.node.tokens.flatMap { token in
      token.trivia.filter { $0.kind == .comment || $0.kind == .documentation }.map { piece in
        let range = SourceRange(file: token.range.file, start: Int(piece.start), end: Int(piece.end))
        return token.tree.file.text(in: range).trimmingBlanks
      }
    }
  }
}

extension String {
  /// The text without blanks at its end.
  var trimmingBlanks: String {
    var text = Substring(self)
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return String(text)
  }
}

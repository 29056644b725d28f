import PledgeDiagnostics
import PledgeSyntax

/// Which bytes go when a part of a text is deleted.
enum SourceText {
  /// The lines of a range with their ends where nothing else stands on them; else the range with the
  /// blanks before it.
  static func wholeLines(of range: SourceRange, in file: SourceFile) -> SourceRange {
    let first = file.startOfLine(file.line(at: range.start))
    let last = file.line(at: max(range.start, range.end - 1))
    var start = range.start
    while start > first, isBlank(file.bytes[start - 1]) { start -= 1 }
    let rest = file.bytes[
      min(range.end, file.bytes.count)..<max(range.end, file.bytesOfLine(last).upperBound)]
    let isWhole = start == first && rest.allSatisfy(isBlank)
    return SourceRange(
      file: range.file, start: start, end: isWhole ? file.startOfLine(last + 1) : range.end)
  }

  /// A declaration with the comments that document it.
  static func documented(_ node: SyntaxNode) -> SourceRange {
    let comments = node.firstToken?.trivia.filter { $0.kind == .documentation } ?? []
    let start = comments.first.map { Int($0.start) } ?? node.range.start
    return SourceRange(file: node.range.file, start: start, end: node.range.end)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}

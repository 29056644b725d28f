import PledgeDiagnostics
import Testing

@Suite("Source files")
struct SourceFileTests {
  @Test(
    "count columns in bytes, UTF-16 units and cells",
    arguments: [
      ("abc", 2, 1, 3, 3, 3), ("电路 x", 7, 1, 8, 4, 6), ("a\nb", 2, 2, 1, 1, 1), ("a\r\nb", 3, 2, 1, 1, 1),
      ("a\rb", 2, 2, 1, 1, 1),
      ("😀x", 4, 1, 5, 3, 3), ("e\u{301}x", 3, 1, 4, 3, 2), ("", 0, 1, 1, 1, 1), ("ab", 99, 1, 3, 3, 3),
    ])
  func columns(text: String, offset: Int, line: Int, utf8: Int, utf16: Int, display: Int) {
    let location = SourceFile(name: "a", text: text).location(at: offset)
    #expect(location.line == line && location.utf8Column == utf8)
    #expect(location.utf16Column == utf16 && location.displayColumn == display)
  }

  @Test("keep every byte, also those that are not UTF-8")
  func bytes() {
    let file = SourceFile(name: "a", bytes: [0xFF, 0x0A, 0xE4, 0xB8])
    #expect(file.lineCount == 2 && file.bytes.count == 4)
    #expect(file.bytesOfLine(1) == 0..<1 && file.bytesOfLine(2) == 2..<4 && file.bytesOfLine(3) == 4..<4)
  }

  @Test("give ranges that clamp and join")
  func ranges() {
    let range = SourceRange(file: FileID(index: 0), start: 5, end: 2)
    #expect(range.isEmpty && range.union(SourceRange(file: FileID(index: 0), start: 1, end: 3)).start == 1)
    #expect(MemoryLayout<SourceRange>.size == 12)
  }

  @Test(
    "suggest only near words",
    arguments: [("witin", "within"), ("clcok", "clock"), ("xyz", nil), ("puase", "pause"), ("a", nil)]
      as [(String, String?)])
  func suggestions(word: String, expected: String?) {
    #expect(Suggestion.nearest(to: word, among: ["within", "clock", "pause", "b"]) == expected)
  }

  @Test("suggest nothing where two words are equally near")
  func ties() {
    #expect(Suggestion.nearest(to: "cat", among: ["bat", "hat"]) == nil)
  }
}

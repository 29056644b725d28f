import PledgeDiagnostics
import Testing

@Suite("Rendering")
struct RendererTests {
  /// A file and the range of a part of it.
  private func sources(_ text: String, marking part: String) -> (SourceSet, SourceRange) {
    var sources = SourceSet()
    let file = sources.add(name: "sla.pledge", text: text)
    let before = text.components(before: part).utf8.count
    return (sources, SourceRange(file: file.id, start: before, end: before + part.utf8.count))
  }

  @Test("prints place, line, mark, secondary label and hint, Chinese two wide")
  func snapshot() {
    let (sources, range) = sources("pledge 1\n目标 恢复 { 限时 1 h\n", marking: "限时")
    let brace = SourceRange(file: range.file, start: range.start - 2, end: range.start - 1)
    let diagnostic = Diagnostic(
      .syntax(.unknownClause(found: "限时", block: .target, suggestion: "时限")), at: range,
      labels: [SecondaryLabel(.openedHere, at: brace)])
    let expected = """
      error[P0010]: `限时` does not begin a line of a target
       --> sla.pledge:2:13
        |
      2 | 目标 恢复 { 限时 1 h
        |             ^^^^
        |           - opened here
        = hint: did you mean `时限`?

      """
    #expect(DiagnosticRenderer(sources: sources).render(diagnostic) == expected)
  }

  @Test("says the same in Chinese, with Chinese signs")
  func chinese() {
    let (sources, range) = sources("pledge 1\n目标 恢复 { 限时 1 h\n", marking: "限时")
    let diagnostic = Diagnostic(
      .syntax(.unknownClause(found: "限时", block: .target, suggestion: "时限")), at: range)
    let speech = Speech(.chinese) { _ in .asWritten }
    let expected = """
      错误[P0010]：`限时` 不能作为目标中一行的开头
       --> sla.pledge:2:13
        |
      2 | 目标 恢复 { 限时 1 h
        |             ^^^^
        = 建议：是否要写 `时限`？

      """
    #expect(DiagnosticRenderer(sources: sources, speech: speech).render(diagnostic) == expected)
  }

  @Test("writes control characters of the author's text out")
  func controls() {
    let (sources, range) = sources("a \u{1B}[31m\tb\n", marking: "b")
    let text = DiagnosticRenderer(sources: sources).render(
      Diagnostic(.syntax(.unexpected(.text("\u{1B}[0m\u{202E}"))), at: range))
    #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{202E}"))
    #expect(text.contains("a \\u{1B}[31m b\n"))
    #expect(text.contains("  |              ^\n"))
  }

  @Test("uses colours only where it is asked to")
  func colours() {
    let (sources, range) = sources("let x\n", marking: "x")
    let diagnostic = Diagnostic(.syntax(.strayClose(bracket: ")")), at: range)
    #expect(
      DiagnosticRenderer(sources: sources, usesColours: true).render(diagnostic).contains("\u{1B}[1;31m^"))
    #expect(!DiagnosticRenderer(sources: sources).render(diagnostic).contains("\u{1B}"))
  }
}

extension String {
  /// What stands before the first occurrence of a part.
  fileprivate func components(before part: String) -> Substring {
    var start = startIndex
    while start < endIndex, !self[start...].hasPrefix(part) { start = index(after: start) }
    return self[..<start]
  }
}

import PledgeDiagnostics
import Testing

@Suite("Wording")
struct WordingTests {
  private static let shouting = CodeSpelling { $0.uppercased() }

  @Test("keeps what was given and spells only the code of the catalogue")
  func given() {
    let name = "within"
    let wording: Wording = "`\(name)` is not `within`, write `first \(name)`"
    #expect(wording.text(in: .english) == "`within` is not `within`, write `first within`")
    #expect(wording.text(in: .english, Self.shouting) == "`within` is not `WITHIN`, write `FIRST within`")
    let word: Wording = "write `\(code: name)`"
    #expect(word.text(in: .english, Self.shouting) == "write `WITHIN`")
  }

  @Test("lets a spelling change the order around what was given")
  func order() {
    let swapped = CodeSpelling { $0 == "5% of •" ? "• 的 5%" : $0 }
    let wording: Wording = "write `5% of \("fee")`"
    #expect(wording.text(in: .english, swapped) == "write `fee 的 5%`")
  }

  @Test("has a blank between Chinese characters and code, letters or digits, and none beside signs")
  func blanks() {
    let (name, count) = ("恢复", 3)
    let wording: Wording = "目标`\(name)`有\(count)个键，在`per`后写 UTF-8"
    #expect(wording.text(in: .chinese) == "目标 `恢复` 有 3 个键，在 `per` 后写 UTF-8")
    let path = "合同A.pledge"
    let file: Wording = "不能读取\(path)：无此文件"
    #expect(file.text(in: .chinese) == "不能读取合同A.pledge：无此文件")
  }

  @Test("takes a mark in the author's text for text")
  func marks() {
    let (first, second) = ("a•b", "c")
    let wording: Wording = "`\(first) and \(second)`"
    #expect(wording.text(in: .english, Self.shouting) == "`a•b AND c`")
  }

  @Test("keeps code that nothing closes")
  func unclosed() {
    let wording: Wording = "a `b"
    #expect(wording.text(in: .english).hasSuffix("b"))
    #expect(wording.text(in: .english).hasPrefix("a `b"))
  }

  @Test("The language of a locale is its first part")
  func locales() {
    #expect(MessageLanguage(locale: "zh_CN.UTF-8") == .chinese)
    #expect(MessageLanguage(locale: "zh-Hans") == .chinese)
    #expect(MessageLanguage(locale: "en_GB") == .english)
    #expect(MessageLanguage(locale: "C.UTF-8") == nil)
    #expect(MessageLanguage(locale: "de_DE.UTF-8") == nil)
    #expect(MessageLanguage(locale: "") == nil)
  }
}

import PledgeDiagnostics
import Testing

@Suite("Names that look alike")
struct LookAlikeTests {
  @Test(
    "Letters of other scripts, full-width letters and radicals look like ours",
    arguments: [
      ("cause", "cаuse"), ("cause", "ｃａｕｓｅ"), ("P1", "Pl"), ("O1", "0l"), ("ΒΑΝΚ", "BANK"), ("节日", "节曰"),
      ("一级", "⼀级"), ("未恢复", "末恢复"),
    ])
  func alike(_ first: String, _ second: String) {
    #expect(LookAlike.areAlike(first, second))
    #expect(LookAlike.areAlike(second, first))
  }

  @Test(
    "Other names, capitals and the same name do not",
    arguments: [("cause", "cause"), ("cause", "Cause"), ("cause", "causes"), ("日期", "目期"), ("P1", "P2")])
  func different(_ first: String, _ second: String) {
    #expect(!LookAlike.areAlike(first, second))
  }

  @Test("The character that differs is named with its code point")
  func difference() {
    #expect(LookAlike.difference(of: "cаuse", from: "cause") == "`а` (U+0430)")
    #expect(LookAlike.difference(of: "cause", from: "cause") == nil)
  }

  @Test("One that looks alike is the nearest, however many letters differ")
  func suggestion() {
    #expect(Suggestion.nearest(to: "ｔｉｅｒ", among: ["time", "tier"]) == "tier")
  }
}

import PledgeChecker
import Testing

@Suite("Several files")
struct FilesTests {
  private static let shared = """
    pledge 1
    let base = 1
    let twice = base + base
    let other = 5%
    """

  @Test("What is taken brings along what it needs, and nothing else")
  func closure() throws {
    let text = Checks.policy("let mine = twice + 1", uses: #"use twice from "shared.pledge""#)
    let result = Checks.result(text, files: ["shared.pledge": Self.shared])
    let policy = try #require(result.policy)
    #expect(policy.derivedValues.map(\.name) == ["base", "twice", "mine"])
    #expect(result.used.map(\.name) == ["shared.pledge"])
  }

  @Test(
    "What cannot be taken is one error",
    arguments: [
      ("use twise from \"shared.pledge\"", "P0704"), ("use twice from \"none.pledge\"", "P0700"),
      ("use twice from \"/shared.pledge\"", "P0701"), ("use twice from \"main.pledge\"", "P0702"),
    ])
  func refused(_ use: String, _ code: String) {
    #expect(Checks.codes(Checks.policy("let x = twice", uses: use), files: ["shared.pledge": Self.shared]) == [code])
  }

  @Test("A long row of files is refused, not followed")
  func depth() {
    var files: [String: String] = [:]
    for number in 0..<100 {
      files["f\(number).pledge"] = "pledge 1\nuse a\(number + 1) from \"f\(number + 1).pledge\"\n"
        + "let a\(number) = a\(number + 1)"
    }
    let text = Checks.policy("let x = a0", uses: #"use a0 from "f0.pledge""#)
    #expect(Checks.codes(text, files: files).contains("P0703"))
  }

  @Test(
    "Paths are relative to the file in which they stand",
    arguments: [
      ("b.pledge", "a.pledge", "b.pledge"), ("b.pledge", "x/a.pledge", "x/b.pledge"),
      ("./b.pledge", "x/a.pledge", "x/b.pledge"), ("../b.pledge", "x/a.pledge", "b.pledge"),
      ("../b.pledge", "a.pledge", "../b.pledge"), ("../../b.pledge", "x/a.pledge", "../b.pledge"),
      ("../b.pledge", "../x/a.pledge", "../b.pledge"), ("y/../b.pledge", "/x/a.pledge", "/x/b.pledge"),
      ("../../b.pledge", "/x/a.pledge", "/b.pledge"),
    ])
  func paths(_ path: String, _ from: String, _ expected: String) {
    #expect(RelativePath.resolve(path, from: from) == expected)
  }

  @Test("Absolute and empty paths lead nowhere")
  func noPaths() {
    #expect(RelativePath.resolve("/b.pledge", from: "a.pledge") == nil)
    #expect(RelativePath.resolve("", from: "a.pledge") == nil)
  }
}

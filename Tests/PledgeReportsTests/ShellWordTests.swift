import Testing

@testable import PledgeReports

@Suite("Words of commands and names of files")
struct ShellWordTests {
  @Test(
    "A word is quoted where a shell reads more into it",
    arguments: [
      ("desk.pledge", "desk.pledge"), ("a/b-1_2.csv", "a/b-1_2.csv"),
      ("2026-04-03T10:00:00+00:00", "2026-04-03T10:00:00+00:00"), ("a b", "'a b'"), ("", "''"),
      ("$(rm x)", "'$(rm x)'"), ("it's", #"'it'\''s'"#), ("*", "'*'"), ("a;b", "'a;b'"), ("~x", "'~x'"),
      ("电路", "'电路'"),
    ])
  func quoting(_ word: String, _ text: String) {
    #expect(ShellWord(word).text == text)
  }

  @Test(
    "A name of a file has letters, digits, lines and nothing that leads anywhere",
    arguments: [
      ("desk-1_a", "desk-1_a", true), ("电路", "电路", true), ("../../victim", "victim", false),
      ("..", "", false), ("a/b", "ab", false), ("*", "", false), ("", "", true), ("a\tb c", "abc", false),
      ("a.b", "ab", false),
    ])
  func names(_ word: String, _ text: String, _ isWhole: Bool) {
    #expect(FileWord(word).text == text)
    #expect(FileWord(word).isWhole == isWhole)
  }

  @Test("A name of a file is not longer than names of files may be")
  func longNames() {
    let word = FileWord(String(repeating: "路", count: 200))
    #expect(word.text.utf8.count == 78)
    #expect(!word.isWhole)
  }
}

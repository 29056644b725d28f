import Foundation
import Testing

@Suite("Pages on the command line")
struct ExplainTests {
  @Test(
    "A page is found by its code in any case, its number and its name",
    arguments: ["P0206", "p0206", "206", "bare-day"])
  func found(_ word: String) throws {
    let page = try Command(["explain", word])
    #expect(page.status == 0)
    #expect(page.output.hasPrefix("# P0206 bare-day\n\nA day can mean three things.\n"))
    let file = try String(contentsOf: Command.root.appending(path: "docs/codes/P0206.md"), encoding: .utf8)
    #expect(page.output == file)
  }

  @Test("A lint rule keeps its page")
  func rule() throws {
    #expect(try Command(["explain", "P1003"]).output.hasPrefix("# P1003 unused-parameter\n"))
    #expect(try Command(["explain", "unused-parameter"]).output.hasPrefix("# P1003 unused-parameter\n"))
  }

  @Test("Without a code all are listed, once and in order")
  func list() throws {
    let lines = try Command(["explain"]).output.split(separator: "\n")
    let codes = lines.map { String($0.prefix(5)) }
    #expect(codes.count > 200)
    #expect(codes == codes.sorted() && Set(codes).count == codes.count)
    #expect(
      lines.contains {
        $0.hasPrefix("P0206  bare-day ") && $0.hasSuffix(" error    A day can mean three things")
      })
    #expect(
      try Command(["explain", "-f", "csv"]).output.hasPrefix(
        "code,name,level,title\nP0001,missing-edition,error,"))
    #expect(try Command(["explain", "-f", "ndjson"]).output.split(separator: "\n").count == codes.count)
  }

  @Test(
    "An unknown word is answered with the nearest",
    arguments: [
      ("bareday", "hint: did you mean `bare-day`?"),
      ("P0208b", "hint: `pledge explain` lists all codes"),
      ("P0230", "hint: `pledge explain` lists all codes; next to it are `P0221` and `P0300`"),
      ("P9999", "next to it is `P1606`"),
    ])
  func unknown(_ word: String, _ hint: String) throws {
    let page = try Command(["explain", word])
    #expect(page.status == 1 && page.output.isEmpty)
    #expect(page.complaint.contains("there is no page for `\(word)`"))
    #expect(page.complaint.contains(hint), "\(page.complaint)")
  }

  @Test("On a terminal check names the command once, and nowhere else")
  func hint() throws {
    let folder = try TemporaryFolder()
    let text = "pledge 1\n\npolicy \"P\" { id p; timezone UTC }\n\ntarget a { clock x; within 2 days }\n"
    let path = try folder.file("a.pledge", text)
    let plain = try Command(["check", path])
    #expect(plain.status == 2 && !plain.output.contains("pledge explain"))
    // `script` of util-linux gives the command a terminal; where it is missing there is nothing to see.
    let terminal = try Command(shell: "script -qec 'pledge check a.pledge' /dev/null", in: folder.url)
    guard terminal.status == 2 else { return }
    #expect(terminal.output.components(separatedBy: "pledge explain").count == 2, "\(terminal.output)")
    #expect(terminal.output.contains("`pledge explain P0100` says more, for example"))
  }
}

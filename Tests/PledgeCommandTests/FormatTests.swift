import Foundation
import Testing

@Suite("pledge fmt")
struct FormatTests {
  private static let loose = "pledge 1\nticket {event reported,restored}\n"
  private static let tidy = "pledge 1\n\nticket { event reported, restored }\n"

  @Test("prints the formatted text, also of the standard input")
  func prints() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.pledge", Self.loose)
    let run = try Command(["fmt", path])
    #expect(run.status == 0)
    #expect(run.output == Self.tidy)
    #expect(try folder.text("a.pledge") == Self.loose)
    #expect(try Command(["fmt", "-"], input: Self.loose).output == Self.tidy)
  }

  @Test("--check names the files that would change and ends with status 1")
  func check() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("b/a.pledge", Self.tidy)
    let path = try folder.file("b/c.pledge", Self.loose)
    let run = try Command(["fmt", "--check", folder.url.path])
    #expect(run.status == 1)
    #expect(run.output == path + "\n")
    #expect(try Command(["fmt", "--check", folder.path("b/a.pledge")]).status == 0)
    #expect(try Command(["fmt", "--check", "-"], input: Self.loose).status == 1)
  }

  @Test("--write changes files in place and keeps their permissions")
  func write() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.pledge", Self.loose)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let run = try Command(["fmt", "--write", folder.url.path])
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(try folder.text("a.pledge") == Self.tidy)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.pledge"])
  }

  @Test("--diff of lines that end with CR and LF, and of a last line without an end, is one that patch takes")
  func diffOfOtherLineEnds() throws {
    let run = try Command(["fmt", "--diff", "-"], input: "pledge 1\r\nparam  a = 1")
    let lines = run.output.utf8.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    #expect(lines.count { $0.hasPrefix("-") && !$0.hasPrefix("---") } == 2)
    #expect(lines.contains("-pledge 1\r"))
    #expect(lines.contains("\\ No newline at end of file"))
  }

  @Test("--diff shows the lines, with --check also the status")
  func diff() throws {
    let run = try Command(["fmt", "--diff", "-"], input: Self.loose)
    #expect(run.status == 0)
    #expect(
      run.output == """
        --- -
        +++ -, formatted
        @@ -1,2 +1,3 @@
         pledge 1
        -ticket {event reported,restored}
        +
        +ticket { event reported, restored }

        """)
    #expect(try Command(["fmt", "--diff", "--check", "-"], input: Self.loose).status == 1)
    #expect(try Command(["fmt", "--diff", "--color", "-"], input: Self.loose).output.contains("\u{1b}[32m+"))
  }

  @Test("says what is wrong with a file and formats what is sound")
  func damaged() throws {
    let run = try Command(["fmt", "-"], input: "pledge 1\nticket {event a,}\nspan   s = b\n")
    #expect(run.status == 0)
    #expect(run.output == "pledge 1\nticket {event a,}\n\nspan s = b\n")
    #expect(run.complaint.contains("P0004"))
  }

  @Test("The policies and examples are formatted")
  func examples() throws {
    let run = try Command(["fmt", "--check", "policies", "examples"])
    #expect(run.output.isEmpty)
    #expect(run.status == 0)
  }

  @Test("--dialect writes the words of another language, and its own again")
  func dialect() throws {
    let chinese = try Command(["fmt", "--dialect", "zh", "-"], input: Self.tidy)
    #expect(chinese.output == "pledge 1 zh\n\n工单 { 事件 reported, restored }\n")
    #expect(try Command(["fmt", "--dialect", "en", "-"], input: chinese.output).output == Self.tidy)
    let damaged = try Command(["fmt", "--dialect", "zh", "-"], input: "pledge 1\nlet x =\n")
    #expect(damaged.output == "pledge 1\nlet x =\n")
    #expect(damaged.complaint.contains("P0951"))
  }

  @Test(
    "wrong usage is status 2",
    arguments: [
      ["fmt"], ["fmt", "/nowhere.pledge"], ["fmt", "--write", "--check", "x"], ["fmt", "--write", "-"],
      ["fmt", "--dialect", "fr", "-"],
    ])
  func usage(arguments: [String]) throws {
    #expect(try Command(arguments).status == 2)
  }
}

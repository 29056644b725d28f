import Foundation
import FoundationXML
import Testing

@Suite("Formats for machines")
struct MachineFormatTests {
  private let policy = """
    pledge 1
    policy "Desk <A & B>" { id desk; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }
    ticket { event opened, closed }
    target solve { clock from opened until closed; within 60 min }
    test "two hours # 100%" {
      2026-03-02 10:00  opened
      2026-03-02 12:00  closed
      expect solve met
    }
    test "one hour" {
      2026-03-02 10:00  opened
      2026-03-02 11:00  closed
      expect solve met
    }
    """

  private func run(_ arguments: [String], _ text: String) throws -> Command {
    let folder = try TemporaryFolder()
    return try Command(arguments + [try folder.file("a.pledge", text)])
  }

  @Test("JUnit XML has a suite a policy, a case a test and what did not hold, escaped")
  func junit() throws {
    let result = try run(["test", "-f", "junit"], policy)
    #expect(result.status == 2)
    let parser = XMLParser(data: Data(result.output.utf8))
    let seen = SeenElements()
    parser.delegate = seen
    #expect(parser.parse())
    #expect(seen.names == ["testsuites", "testsuite", "testcase", "failure", "testcase"])
    #expect(seen.attributes[1]["name"] == "Desk <A & B>")
    #expect(seen.attributes[1]["failures"] == "1")
    #expect(seen.attributes[3]["message"] == "expect solve met")
    #expect(seen.text.contains("verdict: expected met, came breached"))
  }

  @Test("TAP counts the tests and escapes what would begin a directive")
  func tap() throws {
    let lines = try run(["test", "-f", "tap"], policy).output.split(separator: "\n")
    #expect(lines.prefix(2) == ["TAP version 14", "1..2"])
    #expect(lines.contains { $0.hasPrefix("not ok 1 - ") && $0.hasSuffix("two hours \\# 100%") })
    #expect(lines.contains { $0.hasPrefix("ok 2 - ") })
    #expect(lines.contains("          expected: \"met\""))
  }

  @Test("A workflow's command names file, line and columns, with its text on one line")
  func github() throws {
    let broken = policy.replacing("from opened", with: "from opned")
    let result = try run(["check", "-f", "github"], broken)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("::error file=") ?? false)
    #expect(lines.first?.contains("line=4,endLine=4,col=27,endColumn=32,title=P0") ?? false)
    let tests = try run(["test", "-f", "github"], policy)
    #expect(tests.output.contains("title=two hours # 100%25::does not hold: expect solve met%0A"))
  }

  @Test("SARIF names the rule, the place in UTF-16 columns and the related places")
  func sarif() throws {
    let broken = policy.replacing("from opened", with: "from opned")
    let result = try run(["check", "-f", "sarif"], broken)
    let root = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect(root?["version"] as? String == "2.1.0")
    let runs = root?["runs"] as? [[String: Any]]
    let results = runs?.first?["results"] as? [[String: Any]]
    #expect(results?.count == 1)
    #expect((results?.first?["ruleId"] as? String)?.hasPrefix("P0") ?? false)
    #expect(result.output.contains("\"startColumn\": 27"))
    #expect(result.output.contains("\"uri\": \""))
    let tool = (runs?.first?["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let rule = (tool?["rules"] as? [[String: Any]])?.first
    #expect((rule?["shortDescription"] as? [String: Any])?["text"] as? String == "A name is not declared.")
    #expect(
      ((rule?["help"] as? [String: Any])?["markdown"] as? String)?.hasPrefix("# P0100 unknown-name") ?? false)
  }

  @Test("Outputs of each format are the same bytes from run to run")
  func reproducible() throws {
    let file = try TemporaryFolder().file("a.pledge", policy)
    for arguments in [["test", "-f", "junit"], ["test", "-f", "tap"], ["lint", "-f", "sarif"]] {
      #expect(try Command(arguments + [file]).output == Command(arguments + [file]).output)
    }
  }
}

/// What an XML parser saw.
private final class SeenElements: NSObject, XMLParserDelegate {
  var names: [String] = []
  var attributes: [[String: String]] = []
  var text = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes found: [String: String]
  ) {
    names.append(name)
    attributes.append(found)
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }
}

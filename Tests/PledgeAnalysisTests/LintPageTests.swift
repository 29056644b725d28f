import Foundation
import PledgeAnalysis
import Testing

@Suite("Pages of lint rules")
struct LintPageTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/lint")

  /// Set `PLEDGE_RECORD=1` to write the pages; review the difference before you commit.
  private static let isRecording = ProcessInfo.processInfo.environment["PLEDGE_RECORD"] == "1"

  private static var pages: [(name: String, text: String)] {
    let rules = LintRules.descriptions
    var index = "# Lint rules\n\nGenerated from the rules; `pledge explain RULE` prints a page.\n"
    for category in LintCategory.allCases {
      let own = rules.filter { $0.category == category }
      index += "\n## \(category.rawValue.prefix(1).uppercased() + category.rawValue.dropFirst())\n\n"
      for rule in own { index += "- [\(rule.code) \(rule.name)](\(rule.name).md): \(rule.summary)\n" }
    }
    return [("README.md", index)] + rules.map { ("\($0.name).md", LintPage.text(of: $0)) }
  }

  @Test("docs/lint has the page of each rule, as the rule has it, and no other")
  func pagesAreCurrent() throws {
    if Self.isRecording {
      try? FileManager.default.removeItem(at: Self.folder)
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      for page in Self.pages {
        try page.text.write(to: Self.folder.appending(path: page.name), atomically: true, encoding: .utf8)
      }
    }
    let found = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(found) == Set(Self.pages.map(\.name)))
    for page in Self.pages {
      let text = try? String(contentsOf: Self.folder.appending(path: page.name), encoding: .utf8)
      #expect(text == page.text, "\(page.name)")
    }
  }
}

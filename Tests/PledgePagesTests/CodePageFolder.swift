import Foundation
import PledgePages

/// The pages as docs/codes has them.
enum CodePageFolder {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let url = root.appending(path: "docs/codes")

  /// Each file's name and text.
  static var files: [(name: String, text: String)] {
    [("README.md", index)] + CodePages.all.map { ("\($0.code).md", $0.markdown) }
  }

  private static var index: String {
    var text = """
      # Codes

      Generated from the pages of the tool; `pledge explain CODE` prints one. The pages of lint rules are
      [here](../lint/README.md).

      """
    for family in CodePages.families {
      text += "\n## \(family.title)\n\n"
      for page in family.pages {
        text += "- [\(page.code) \(page.code.name)](\(page.code).md): \(page.title)\n"
      }
    }
    return text + frame
  }

  private static var frame: String {
    let frame = try? String(contentsOf: root.appending(path: "Tests/Documents/codes.pledge"), encoding: .utf8)
    return """

      ## The frame of the examples

      Most examples show only what matters. What they use and do not declare is declared here:

      ```pledge
      pledge 1

      \(frame ?? "")```

      """
  }
}

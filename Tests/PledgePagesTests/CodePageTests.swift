import Foundation
import PledgeDiagnostics
import PledgeFormat
import PledgePages
import Testing

@Suite("Pages of codes")
struct CodePageTests {
  /// Set `PLEDGE_RECORD=1` to write the pages; review the difference before you commit.
  private static let isRecording = ProcessInfo.processInfo.environment["PLEDGE_RECORD"] == "1"

  /// The codes of all facts, as the sources of the families have them.
  private static let codes: Set<DiagnosticCode> = {
    let folder = CodePageFolder.root.appending(path: "Sources/PledgeDiagnostics")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let texts = files.compactMap { try? String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
    return Set(
      texts.flatMap { $0.matches(of: /DiagnosticCode\((\d+), "([^"]+)"\)/) }.compactMap { match in
        Int(match.1).map { DiagnosticCode($0, String(match.2)) }
      })
  }()

  @Test("Every code has its page, and every page its code")
  func everyCodeHasItsPage() {
    #expect(Self.codes.count > 150)
    let pages = Set(CodePages.all.map(\.code))
    let missing = Self.codes.subtracting(pages).map { "\($0) \($0.name)" }.sorted()
    #expect(missing.isEmpty, "write their pages in Sources/PledgePages")
    #expect(pages.subtracting(Self.codes).isEmpty, "no fact has these codes")
  }

  @Test("A code has one page, and the pages of a family are in order")
  func order() {
    #expect(Set(CodePages.all.map(\.code.number)).count == CodePages.all.count)
    #expect(Set(CodePages.all.map(\.code.name)).count == CodePages.all.count)
    for family in CodePages.families {
      #expect(family.pages.map(\.code.number) == family.pages.map(\.code.number).sorted(), "\(family.title)")
    }
  }

  @Test("The wrong example of a page shows its code and no other", arguments: CodePages.all)
  func wrongIsFound(_ page: CodePage) {
    guard let example = CheckedExample(page.wrong) else { return }
    #expect(Set(example.found) == [CheckedExample.line(page.severity, page.code)])
  }

  @Test("Nothing is found in the right example of a page", arguments: CodePages.all)
  func rightIsSound(_ page: CodePage) {
    #expect(CheckedExample(page.right)?.found == [])
  }

  @Test("A right example is written in the one style", arguments: CodePages.all)
  func rightIsFormatted(_ page: CodePage) {
    let texts: [String] =
      switch page.right {
      case .fragment(let text): [CheckedExample.context.completed(text + "\n")]
      case .policy(let text): [text + "\n"]
      case .files(let files), .versions(let files): files.map { $0.text + "\n" }
      case .words: []
      }
    for text in texts {
      let formatted = Formatter.format(SourceFile(name: "policy.pledge", text: text))
      #expect(String(decoding: formatted.bytes, as: UTF8.self) == text)
    }
  }

  @Test("docs/codes has the page of each code, as the tool prints it, and no other")
  func pagesAreCurrent() throws {
    let folder = CodePageFolder.url
    if Self.isRecording {
      try? FileManager.default.removeItem(at: folder)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for page in CodePageFolder.files {
        try page.text.write(to: folder.appending(path: page.name), atomically: true, encoding: .utf8)
      }
    }
    let found = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(found) == Set(CodePageFolder.files.map(\.name)))
    for page in CodePageFolder.files {
      let text = try? String(contentsOf: folder.appending(path: page.name), encoding: .utf8)
      #expect(text == page.text, "\(page.name)")
    }
  }
}

extension CodePage: CustomTestStringConvertible {
  public var testDescription: String { "\(code) \(code.name)" }
}

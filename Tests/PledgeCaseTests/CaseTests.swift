import Foundation
import Testing

@Suite("Cases")
struct CaseTests {
  /// Set `PLEDGE_RECORD=1` to write what comes out into the case files; review the difference before you
  /// commit.
  private static let isRecording = ProcessInfo.processInfo.environment["PLEDGE_RECORD"] == "1"

  @Test("Every case comes out as it is recorded", arguments: try CaseFile.all())
  func caseIsAsRecorded(_ url: URL) throws {
    let file = try CaseFile(url)
    var runner = CaseRunner(file: file)
    let result = try runner.run()
    if Self.isRecording {
      try result.text.write(to: url, atomically: true, encoding: .utf8)
      return
    }
    for (expected, actual) in zip(file.sections, result.sections) {
      #expect(expected.content == actual.content, "\(url.lastPathComponent): \(expected.title)")
    }
    #expect(file.sections.count == result.sections.count, "unrecorded sections of \(url.lastPathComponent)")
    #expect(!result.sections.contains { $0.content.isEmpty }, "an empty section in \(url.lastPathComponent)")
  }

  @Test("A good case has no errors and a bad case has some", arguments: try CaseFile.all())
  func foldersTellTheTruth(_ url: URL) throws {
    let diagnostics = try CaseFile(url)["diagnostics"] ?? ""
    let isBad = url.deletingLastPathComponent().lastPathComponent == "bad"
    #expect(diagnostics.contains("error[") == isBad)
  }
}

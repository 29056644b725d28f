import Foundation
import PledgeDiagnostics
import PledgeFormat
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

  @Test("A good case decides the same in Chinese", arguments: try CaseFile.all())
  func casesInChinese(_ url: URL) throws {
    var file = try CaseFile(url)
    guard url.deletingLastPathComponent().lastPathComponent == "good",
      let place = file.sections.firstIndex(where: { $0.title == "policy" })
    else { return }
    let source = SourceFile(name: "case.pledge", text: file.sections[place].content)
    let converted = PledgeFormat.Formatter.format(source, dialect: .chinese)
    #expect(converted.diagnostics.isEmpty, "\(url.lastPathComponent)")
    file.sections[place].content = String(decoding: converted.bytes, as: UTF8.self)
    var runner = CaseRunner(file: file)
    let result = try runner.run()
    for title in ["decisions", "test results"] {
      #expect(result[title] == file[title], "\(url.lastPathComponent): \(title)")
    }
  }

  @Test("A good case has no errors and a bad case has some", arguments: try CaseFile.all())
  func foldersTellTheTruth(_ url: URL) throws {
    let diagnostics = try CaseFile(url)["diagnostics"] ?? ""
    let isBad = url.deletingLastPathComponent().lastPathComponent == "bad"
    #expect((diagnostics.contains("error[") || diagnostics.contains("错误[")) == isBad)
  }
}

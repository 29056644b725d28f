import Foundation
import PledgeReadings
import PledgeTestSupport
import Testing

@Suite("Documents")
struct DocumentTests {
  /// Set `PLEDGE_RECORD=1` to write what comes out into the pages, with their elisions.
  private static let isRecording = ProcessInfo.processInfo.environment["PLEDGE_RECORD"] == "1"

  @Test("The pages were found")
  func pagesAreThere() {
    #expect(Document.all.contains("README.md") && Document.all.count > 8)
  }

  @Test("Every fence says what its block is for", arguments: Document.all)
  func fencesAreMarked(_ path: String) throws {
    for block in try Document(path).blocks {
      #expect(block.use != .unmarked, "\(path):\(block.first): ```\(block.fence)")
    }
  }

  @Test("A quoted command prints what is quoted", arguments: Document.all)
  func sessions(_ path: String) throws {
    var document = try Document(path)
    let page = try TemporaryFolder()
    try document.writeFiles(into: page)
    var runs: [(step: DocumentBlock.Step, lines: [String])] = []
    for block in document.blocks {
      guard case .session(let folder) = block.use else { continue }
      #expect(!block.steps.isEmpty, "\(path):\(block.first): a session begins with `$ `")
      let place = folder.map { Command.root.appending(path: $0) } ?? page.url
      for step in block.steps {
        let run = try Command(shell: step.command, in: place)
        runs.append((step, (run.output + run.complaint).components(separatedBy: "\n").dropLast()))
      }
    }
    // From the last to the first, so that a recording leaves the numbers of the lines before it alone.
    for run in runs.reversed() { compare(run.step, run.lines, in: &document) }
    if Self.isRecording {
      let url = Command.root.appending(path: path)
      try document.lines.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
    }
  }

  private func compare(_ step: DocumentBlock.Step, _ lines: [String], in document: inout Document) {
    let quoted = Elision(step.output)
    guard let run = quoted.missing(in: lines) else { return }
    if Self.isRecording, let renewed = quoted.renewed(from: lines) {
      document.lines.replaceSubrange(step.first..<step.first + step.output.count, with: renewed)
      return
    }
    let place = "\(document.path):\(step.first + 1)"
    Issue.record(
      """
      \(place): $ \(step.command)
      not found in its place:
      \(run.joined(separator: "\n"))
      in what came:
      \(lines.joined(separator: "\n"))
      """)
  }

  @Test("A whole policy checks without a message and passes its tests", arguments: Document.all)
  func policies(_ path: String) throws {
    let document = try Document(path)
    let folder = try TemporaryFolder()
    try document.writeFiles(into: folder)
    for block in document.blocks where block.use == .policy {
      let policy = try folder.file("policy.pledge", block.text)
      let check = try Command(["check", policy])
      #expect(check.output.hasPrefix("ok "), "\(path):\(block.first): \(check.output)")
      let test = try Command(["test", policy])
      #expect(test.status == 0, "\(path):\(block.first): \(test.output)\(test.complaint)")
    }
  }

  @Test("A fragment checks without a message in the context of the documents", arguments: Document.all)
  func fragments(_ path: String) throws {
    let document = try Document(path)
    let blocks = document.blocks.filter { $0.use == .fragment }
    guard !blocks.isEmpty else { return }
    let url = Command.root.appending(path: "Tests/Documents/context.pledge")
    let context = FragmentContext(try String(contentsOf: url, encoding: .utf8))
    let folder = try TemporaryFolder()
    try document.writeFiles(into: folder)
    for block in blocks {
      let policy = try folder.file("fragment.pledge", context.completed(block.text))
      let check = try Command(["check", policy])
      #expect(check.output.hasPrefix("ok "), "\(path):\(block.first): \(check.output)")
    }
  }

  @Test("A mapping file is read without a message", arguments: Document.all)
  func mappings(_ path: String) throws {
    for block in try Document(path).blocks {
      if block.use == .mapping {
        switch TicketMapping.parse(Array(block.text.utf8), file: path) {
        case .success: break
        case .failure(let problems): Issue.record("\(path):\(block.first): \(problems)")
        }
      } else if block.use == .record {
        _ = try JSONSerialization.jsonObject(with: Data(block.text.utf8))
      }
    }
  }

  @Test("A link inside of the repository leads somewhere", arguments: Document.all + ["CHANGELOG.md"])
  func links(_ path: String) throws {
    let folder = Command.root.appending(path: path).deletingLastPathComponent()
    let document = try Document(path)
    for link in document.links where !link.contains("://") {
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let target =
        parts[0].isEmpty ? Command.root.appending(path: path) : folder.appending(path: String(parts[0]))
      #expect(FileManager.default.fileExists(atPath: target.path), "\(path): \(link)")
      guard parts.count > 1, target.pathExtension == "md" else { continue }
      let anchors = try String(contentsOf: target, encoding: .utf8).components(separatedBy: "\n")
        .filter { $0.hasPrefix("#") }.map(Document.anchor)
      #expect(anchors.contains(String(parts[1])), "\(path): \(link)")
    }
  }
}

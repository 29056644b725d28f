import Foundation
import PledgeChecker
import PledgeDiagnostics
import PledgeFormat
import PledgeSyntax
import PledgeTesting
import Testing

@Suite("Policies of the repository")
struct PolicyFileTests {
  static let root = CaseFile.root.deletingLastPathComponent().deletingLastPathComponent()

  /// All policies under `policies` and `examples`, sorted by path.
  static func all() -> [URL] {
    ["policies", "examples"].flatMap { folder -> [URL] in
      let walk = FileManager.default.enumerator(
        at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)
      return (walk?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "pledge" }
    }.sorted { $0.path < $1.path }
  }

  @Test("A policy checks without a message and passes its tests", arguments: all())
  func policyIsSound(_ url: URL) throws { try expectSound(PolicyFolder(url)) }

  @Test("So it does in Chinese, with the same decisions", arguments: all())
  func policyIsSoundInChinese(_ url: URL) throws { try expectSound(PolicyFolder(url, in: .chinese)) }

  private func expectSound(_ folder: PolicyFolder) throws {
    let result = Checker.check(folder.asked, environment: folder.environment)
    #expect(
      result.diagnostics.isEmpty, "\(DiagnosticRenderer(sources: folder.sources).render(result.diagnostics))")
    if result.isLibrary { return }
    guard let policy = result.policy else { return }
    #expect(!policy.tests.isEmpty)
    for test in TestRunner.run(policy) {
      let differences = test.failures.map { failure in
        failure.text + "\n"
          + failure.differences.map {
            "  \($0.figure): expected \($0.expected), got \($0.actual)"
          }.joined(separator: "\n")
      }
      #expect(test.isPassed, "\(test.title)\n\(differences.joined(separator: "\n"))")
    }
  }
}

/// The policy files of one folder, named by their paths in it, so that one may take from another.
private struct PolicyFolder {
  var sources = SourceSet()
  /// The file that was asked for.
  let asked: SourceFile
  let environment: CheckerEnvironment

  init(_ url: URL, in dialect: Dialect = .english) throws {
    // The files of `policies/shared` take from `policies`, and nothing from outside.
    let own = url.deletingLastPathComponent()
    let root = own.lastPathComponent == "shared" ? own.deletingLastPathComponent() : own
    let walk = FileManager.default.enumerator(atPath: root.path)
    var files: [String: SourceFile] = [:]
    for path in (walk?.compactMap { $0 as? String } ?? []).sorted() where path.hasSuffix(".pledge") {
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      guard dialect != .english else {
        files[path] = sources.add(name: path, text: text)
        continue
      }
      let result = PledgeFormat.Formatter.format(SourceFile(name: path, text: text), dialect: dialect)
      #expect(result.diagnostics.isEmpty, "\(path)")
      files[path] = sources.add(name: path, bytes: result.bytes)
    }
    let name = String(url.path.dropFirst(root.path.count + 1))
    asked = try #require(files[name])
    var environment = CheckerEnvironment.system(root: root.path)
    let holidays = environment.holidays
    environment.holidays = { path, from in holidays(RelativePath.resolve(path, from: from) ?? path, from) }
    environment.file = { path, from in
      guard let name = RelativePath.resolve(path, from: from) else { return .outside(root: root.path) }
      return files[name].map { .file($0) } ?? .unreadable(reason: "no such file")
    }
    self.environment = environment
  }
}

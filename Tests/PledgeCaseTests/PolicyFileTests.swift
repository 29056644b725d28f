import Foundation
import PledgeChecker
import PledgeDiagnostics
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
  func policyIsSound(_ url: URL) throws {
    var sources = SourceSet()
    let text = try String(contentsOf: url, encoding: .utf8)
    let source = sources.add(name: url.lastPathComponent, text: text)
    let result = Checker.check(source, environment: .system(root: url.deletingLastPathComponent().path))
    #expect(result.diagnostics.isEmpty, "\(DiagnosticRenderer(sources: sources).render(result.diagnostics))")
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

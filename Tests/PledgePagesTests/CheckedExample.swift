import Foundation
import PledgeChecker
import PledgeDiagnostics
import PledgePages
import PledgePolicy
import PledgeTestSupport

/// What the checker says of an example.
struct CheckedExample {
  /// Each message, as `error P0206`.
  let found: [String]

  /// What is open in the examples stands in a policy of its own.
  static let context: FragmentContext = {
    let url = CodePageFolder.root.appending(path: "Tests/Documents/codes.pledge")
    return FragmentContext((try? String(contentsOf: url, encoding: .utf8)) ?? "")
  }()

  /// Checks an example; nil where it has no text.
  init?(_ example: CodeExample) {
    switch example {
    case .fragment(let text):
      self.init(files: [("policy.pledge", Self.context.completed(text))], checked: 1)
    case .policy(let text): self.init(files: [("policy.pledge", text)], checked: 1)
    case .files(let files): self.init(files: files.map { ($0.name, $0.text) }, checked: 1)
    case .versions(let files):
      self.init(files: files.map { ($0.name, $0.text) }, checked: files.count)
    case .words: return nil
    }
  }

  /// Checks the first files together, with the others beside them.
  init(
    files: [(name: String, text: String)], checked: Int,
    zone: @escaping (String) -> ZoneAnswer = CheckedExample.zone
  ) {
    self.init(files: files.map { ($0.name, Array((Self.shown($0.text) + "\n").utf8)) }, checked, zone)
  }

  /// Checks the bytes of one file.
  init(bytes: [UInt8]) { self.init(files: [("policy.pledge", bytes)], 1, Self.zone) }

  private init(
    files: [(name: String, bytes: [UInt8])], _ checked: Int, _ zone: @escaping (String) -> ZoneAnswer
  ) {
    var sources = SourceSet()
    let all = files.map { sources.add(name: $0.name, bytes: $0.bytes) }
    let environment = CheckerEnvironment(
      zone: zone,
      holidays: { _, _ in .unreadable(reason: "there is no such file") },
      file: { path, _ in
        if path.hasPrefix("../") { return .outside(root: "the folder") }
        return all.first { $0.name == path }.map { .file($0) } ?? .unreadable(reason: "there is no such file")
      })
    let results = all.prefix(checked).map { Checker.check($0, environment: environment) }
    let versions = VersionCheck.diagnostics(results.compactMap(\.policy)) { sources.text(in: $0) }
    found = (results.flatMap(\.diagnostics) + versions).map { Self.line($0.severity, $0.code) }
  }

  /// A severity and a code.
  static func line(_ severity: Severity, _ code: DiagnosticCode) -> String { "\(severity) \(code)" }

  static func zone(_ name: String) -> ZoneAnswer {
    ["UTC", "Asia/Shanghai"].contains(name) ? .zone(.utc) : .unknown
  }

  /// The text with the characters for which marks stand in it.
  private static func shown(_ text: String) -> String {
    text.replacing(/‹U\+([0-9A-F]+)›/) { match in
      UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
    }
  }
}

import PledgeChecker
import PledgeDiagnostics
import PledgePolicy
import PledgeTime

/// Checks texts without a disk: every zone is UTC, and files are those given.
enum Checks {
  static func result(_ text: String, files: [String: String] = [:]) -> CheckResult {
    var sources = SourceSet()
    var known: [String: SourceFile] = [:]
    let main = sources.add(name: "main.pledge", text: text)
    known["main.pledge"] = main
    let environment = CheckerEnvironment(
      zone: { _ in .zone(.utc) }, holidays: { _, _ in .unreadable(reason: "none") },
      file: { path, from in
        guard let name = RelativePath.resolve(path, from: from) else { return .outside(root: "") }
        if let file = known[name] { return .file(file) }
        guard let text = files[name] else { return .unreadable(reason: "none") }
        let file = sources.add(name: name, text: text)
        known[name] = file
        return .file(file)
      })
    return Checker.check(main, environment: environment)
  }

  /// The codes of what is found, in order.
  static func codes(_ text: String, files: [String: String] = [:]) -> [String] {
    result(text, files: files).diagnostics.map { "\($0.code)" }
  }

  /// A policy with these further lines.
  static func policy(_ body: String, uses: String = "") -> String {
    """
    pledge 1
    \(uses)
    policy "Case" { id case; version "1"; effective from 2026-01-01; timezone UTC; currency CNY }
    register circuits by circuit { fee money; level one of AAA, AA; users integer }
    ticket {
      circuit   key of circuits
      loss      percent
      patience  duration
      count     integer
      promised  date
      seen      instant
      event     reported, restored
      event     closed once
    }
    target restore { clock from reported until restored; within 60 min }
    \(body)
    """
  }
}

import PledgeChecker
import PledgeDiagnostics
import PledgePolicy
import PledgeReports
import PledgeSyntax

/// Policies without errors, which alone can decide.
enum SoundPolicies {
  struct Entry {
    var policy: Policy
    var loaded: PolicyLoader.Loaded
  }

  /// The policies of loaded files; libraries give none, and those of one id have to be its versions. Where
  /// one has errors, they are printed, each once, and the command could not run; warnings are left to
  /// `pledge check`.
  static func require(
    _ loaded: [PolicyLoader.Loaded], _ loader: PolicyLoader, _ style: Style
  ) throws -> [Entry] {
    var entries: [Entry] = []
    var errors: [Diagnostic] = []
    for file in loaded {
      for diagnostic in file.result.diagnostics
      where diagnostic.severity == .error && !errors.contains(diagnostic) {
        errors.append(diagnostic)
      }
      if let policy = file.result.policy { entries.append(Entry(policy: policy, loaded: file)) }
    }
    errors += VersionCheck.diagnostics(entries.map(\.policy)) { loader.sources.text(in: $0) }
    guard errors.isEmpty else {
      Terminal.complain(
        DiagnosticRenderer(
          sources: loader.sources, speech: Speech(style.language), usesColours: style.isColoured
        ).render(errors))
      throw CommandFailure(.policyErrors(errors.count), in: style.language)
    }
    return entries
  }
}

import ArgumentParser
import PledgeAnalysis
import PledgeChecker
import PledgeDiagnostics
import PledgeReadings
import PledgeReports
import PledgeSyntax

/// `pledge lint`: what is sound and still hardly what its author wants.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Find what policies could say better, and fix some of it.",
    discussion: """
      Looks at policies that `pledge check` finds no error in. The levels of rules stand in the file
      pledge.yaml of the root folder; a finding is silenced in place with
      `# pledge: ignore RULE because REASON`. A fix is kept only where the policy is still sound and each
      of its tests comes out as before.
      Exit status 2 when there is a finding with the level error, or, with --strict, any warning.

      EXAMPLE
        pledge lint policies/
        pledge lint --fix sla.pledge
      """)

  @Argument(
    help: ArgumentHelp("Policy files, or folders that are searched for .pledge files.", valueName: "path"))
  var paths: [String] = []

  @Flag(help: "Write safe fixes, which change no decision, into the files.")
  var fix = false

  @Flag(help: "With --fix: also write fixes that change what the policy decides.")
  var unsafeFixes = false

  @Flag(help: "Exit with status 2 also when there is a warning.")
  var strict = false

  @Flag(help: "List the rules: code, name, category, level, whether it has a fix, and what it finds.")
  var rules = false

  @OptionGroup var output: OutputOptions<DiagnosticFormat>

  func validate() throws {
    if unsafeFixes, !fix { throw ValidationError("--unsafe-fixes is for --fix") }
    if fix, paths.contains("-") { throw ValidationError("the standard input cannot be fixed") }
    if paths.isEmpty, !rules { throw ValidationError("name a policy file or a folder") }
  }

  func run() throws {
    if rules {
      guard let format = OutputFormat(rawValue: output.format.rawValue) else {
        throw CommandFailure(.rulesFormat(known: OutputFormat.names))
      }
      Terminal.write(LintRuleList.bytes(format, output.style))
      return
    }
    let loader = PolicyLoader()
    let disk = PolicyDisk()
    let loaded = try PolicyFinder.files(paths).map { try loader.load($0) }
    let style = output.style(for: loaded.first?.file)
    try requireSound(loaded, loader, style)
    var entries: [CheckReport.Entry] = []
    var fixed = 0
    let taken = TakenNames(by: loaded.map(\.file) + LintProject.others(of: loaded.map(\.file.name), disk))
    for file in loaded {
      let levels = try LintProject.levels(of: file.file.name, disk)
      if fix {
        let run = FixRun(
          file.file, levels: levels, taken: taken, isUnsafeAllowed: unsafeFixes,
          check: { loader.check($0) })
        if run.applied > 0 { try FileReplacement.write(run.file.bytes, to: file.file.name) }
        loader.replace(run.file)
        fixed += run.applied
        entries.append(entry(run.file, run.remaining))
      } else {
        entries.append(entry(file.file, Linter.lint(file.file, file.result, levels: levels, taken: taken)))
      }
    }
    let report = CheckReport(entries: entries, sources: loader.sources, schema: "pledge.lint/1")
    report.write(output, style)
    if fixed > 0 { Terminal.complain(style.say(.fixesApplied(fixed))) }
    if report.count(.error) > 0 || strict && report.count(.warning) > 0 { throw ExitStatus.found }
  }

  private func entry(_ file: SourceFile, _ found: [Diagnostic]) -> CheckReport.Entry {
    CheckReport.Entry(file: file, digest: BLAKE2b.digest(file.bytes), diagnostics: found)
  }

  /// A policy with errors is not looked at: half of what would be found would follow from them.
  private func requireSound(
    _ loaded: [PolicyLoader.Loaded], _ loader: PolicyLoader, _ style: Style
  ) throws {
    let errors = loaded.flatMap(\.result.diagnostics).filter { $0.severity == .error }
    guard !errors.isEmpty else { return }
    var seen: Set<Diagnostic> = []
    let once = errors.filter { seen.insert($0).inserted }
    Terminal.complain(
      DiagnosticRenderer(
        sources: loader.sources, speech: Speech(style.language), usesColours: style.isColoured
      ).render(once))
    throw CommandFailure(.policiesErrors(once.count), in: style.language)
  }
}

/// What a project's file says of lint rules.
enum LintProject {
  /// The other policy files of the projects that files belong to; what cannot be read takes nothing.
  static func others(of paths: [String], _ disk: PolicyDisk) -> [SourceFile] {
    let roots = Set(paths.filter { disk.projectFile(of: $0) != nil }.map { disk.root(of: $0) })
    var sources = SourceSet()
    return roots.sorted().flatMap { (try? PolicyFinder.files([$0])) ?? [] }.compactMap { path in
      try? disk.read(path, into: &sources)
    }
  }

  /// The levels that hold for a policy file; those of its root folder's `pledge.yaml`.
  static func levels(of path: String, _ disk: PolicyDisk) throws -> LintLevels {
    var levels = LintLevels()
    guard let place = disk.projectFile(of: path) else { return levels }
    let project: ProjectFile
    do { project = try ProjectFile.load(path: place) } catch { throw CommandFailure(.reading("\(error)")) }
    for stated in project.lintLevels {
      guard let level = LintLevels.Level(rawValue: stated.level) else {
        throw CommandFailure(
          .unknownLevel(stated.level, place: place, known: LintLevels.Level.allCases.map(\.rawValue)))
      }
      guard levels.set(stated.name, level) else {
        let names = LintRules.descriptions.map(\.name) + LintCategory.allCases.map(\.rawValue)
        throw CommandFailure(
          .unknownRule(stated.name, place: place, nearest: Suggestion.nearest(to: stated.name, among: names)))
      }
    }
    return levels
  }
}

import ArgumentParser
import PledgeChecker
import PledgeDiagnostics
import PledgeReadings
import PledgeReports

/// `pledge check`: is a policy sound?
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check policies: names, types, units, tables, dates.",
    discussion: """
      Reports everything that is wrong in one run, each mistake once, with its place and a hint.
      Exit status 2 when there is an error.

      EXAMPLE
        pledge check policies/
      """)

  @Argument(
    help: ArgumentHelp("Policy files, or folders that are searched for .pledge files.", valueName: "path"))
  var paths: [String]

  @Flag(
    help: """
      Show for each declaration what it needs (T one ticket, K each key and period, G other tickets, F all \
      parts merged), how often a history is read and what memory grows with.
      """)
  var plan = false

  @Option(
    help: ArgumentHelp(
      """
      Write for each message that values of a ticket show such a ticket into this folder, with the rows of \
      registers that it joins, and say how to decide it.
      """, valueName: "folder"))
  var witness: String?

  @OptionGroup var output: OutputOptions<DiagnosticFormat>

  func run() throws {
    let loader = PolicyLoader()
    let loaded = try PolicyFinder.files(paths).map { try loader.load($0) }
    let versions = VersionCheck.diagnostics(loaded.compactMap(\.result.policy)) {
      loader.sources.text(in: $0)
    }
    var report = CheckReport(
      entries: Self.entries(loaded, versions), sources: loader.sources,
      plans: plan ? loaded.compactMap(\.result.policy).map { PlanReport($0) } : [])
    if let witness {
      report.witnesses = WitnessSheet.sheets(loaded.map(\.result))
      report.witnessFolder = witness
      try WitnessFolder.write(report.witnesses, to: witness)
    }
    report.write(output, output.style(for: loaded.first?.file))
    if report.count(.error) > 0 { throw ExitStatus.found }
  }

  /// One entry a file, those that were given first. A message stands with the file that it is about, once,
  /// however many policies use that file.
  static func entries(
    _ loaded: [PolicyLoader.Loaded], _ versions: [Diagnostic]
  ) -> [CheckReport.Entry] {
    var entries: [CheckReport.Entry] = []
    var places: [FileID: Int] = [:]
    for file in loaded.map(\.file) + loaded.flatMap(\.result.used) where places[file.id] == nil {
      places[file.id] = entries.count
      entries.append(
        CheckReport.Entry(file: file, digest: BLAKE2b.digest(file.bytes), diagnostics: []))
    }
    var seen: Set<Diagnostic> = []
    for diagnostic in loaded.flatMap(\.result.diagnostics) + versions where seen.insert(diagnostic).inserted {
      if let place = places[diagnostic.file] { entries[place].diagnostics.append(diagnostic) }
    }
    return entries
  }
}

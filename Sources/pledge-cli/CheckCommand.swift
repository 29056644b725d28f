import ArgumentParser
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

  @OptionGroup var output: OutputOptions

  func run() throws {
    let loader = PolicyLoader()
    var entries: [CheckReport.Entry] = []
    for path in try PolicyFinder.files(paths) {
      let loaded = try loader.load(path)
      entries.append(
        CheckReport.Entry(file: loaded.file, digest: loaded.digest, diagnostics: loaded.result.diagnostics))
    }
    let report = CheckReport(entries: entries, sources: loader.sources)
    Terminal.write(report.bytes(output.format, output.style))
    if report.count(.error) > 0 { throw ExitStatus.found }
  }
}

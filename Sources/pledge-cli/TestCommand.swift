import ArgumentParser
import PledgeDiagnostics
import PledgeReports
import PledgeTesting

/// `pledge test`: does a policy decide as its tests say?
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the tests of policies.",
    discussion: """
      A failure shows what was expected beside what came, the timeline and the reason.
      Exit status 2 when a test fails, 1 when a policy has errors.

      EXAMPLE
        pledge test policies/ --only "working day"
      """)

  @Argument(
    help: ArgumentHelp("Policy files, or folders that are searched for .pledge files.", valueName: "path"))
  var paths: [String]

  @Option(help: "Run only the tests whose title contains this text.")
  var only: String?

  @OptionGroup var output: OutputOptions<TestFormat>

  func run() throws {
    let loader = PolicyLoader()
    let loaded = try PolicyFinder.files(paths).map { try loader.load($0) }
    let style = output.style(for: loaded.first?.file)
    let sound = try SoundPolicies.require(loaded, loader, style)
    let entries = sound.map { entry in
      let results = TestRunner.run(entry.policy) { title in only.map { title.contains($0) } ?? true }
      return TestReport.Entry(
        policy: entry.policy, file: entry.loaded.file.name, digest: entry.loaded.digest, results: results,
        inputs: entry.loaded.inputs)
    }
    let report = TestReport(entries: entries, sources: loader.sources)
    if let only, report.tests == 0 { throw CommandFailure("no test has a title that contains \"\(only)\"") }
    Terminal.write(report.bytes(output.format, style))
    if report.failed > 0 { throw ExitStatus.found }
  }
}

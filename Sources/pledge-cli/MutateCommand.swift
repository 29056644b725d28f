import ArgumentParser
import PledgeDiagnostics
import PledgeReports
import PledgeTesting

/// `pledge mutate`: would the tests notice a mistake?
struct MutateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mutate",
    abstract: "Put small mistakes into policies and see whether their tests notice.",
    discussion: """
      Each mistake changes one place: a limit by one unit, `under` for `at most`, a pause or a cap left out,
      two results of a table exchanged. A mistake that no test notices is printed with the line as it is and
      as it becomes, and with a test that tells the two apart, where one is found: a person has to confirm
      from the contract what it expects. What is no policy, and what only says the same in
      other words, is counted apart.
      Exit status 2 when a mistake is not noticed, 1 when a policy has errors or its tests fail.

      EXAMPLE
        pledge mutate policies/
        pledge mutate sla.pledge --operator cap-dropped --operator figure-up
      """)

  @Argument(
    help: ArgumentHelp("Policy files, or folders that are searched for .pledge files.", valueName: "path"))
  var paths: [String] = []

  @Option(name: .customLong("operator"), help: "Make only mistakes of this kind; may be repeated.")
  var only: [String] = []

  @Flag(help: "Also make each two of the mistakes at once.")
  var pairs = false

  @Flag(help: "List the kinds of mistakes.")
  var operators = false

  @Option(help: "How many threads work; all processors if not given.")
  var jobs: Int?

  @OptionGroup var output: OutputOptions<OutputFormat>

  func validate() throws {
    if paths.isEmpty, !operators { throw ValidationError("name a policy file or a folder") }
    if let jobs, jobs < 1 || jobs > 256 { throw ValidationError("--jobs is a number from 1 to 256.") }
    if paths.contains("-") {
      throw ValidationError("the standard input is read once; name a file")
    }
  }

  func run() throws {
    if operators {
      Terminal.write(MutationOperatorList.bytes(output.format, output.style))
      return
    }
    let wanted = try wantedOperators()
    let files = try PolicyFinder.files(paths)
    let loader = PolicyLoader()
    let loaded = try files.map { try loader.load($0) }
    let style = output.style(for: loaded.first?.file)
    let sound = try SoundPolicies.require(loaded, loader, style)
    let workers = try workers(over: files)
    for entry in sound {
      if let test = TestRunner.firstFailing(entry.policy) {
        throw CommandFailure(.failingTest(test, file: entry.loaded.file.name), in: style.language)
      }
    }
    let mistakes = Mistakes(operators: wanted, withPairs: pairs, workers: workers)
    let report = MutationReport(entries: sound.map { mistakes.of($0) } + mistakes.ofFilesUsed(by: sound))
    Terminal.write(report.bytes(output.format, style))
    if report.survived > 0 { throw ExitStatus.found }
  }

  private func wantedOperators() throws -> Set<String>? {
    let names = MutationOperator.all.map(\.name)
    for name in only where !names.contains(name) {
      throw CommandFailure(
        .unknownOperator(name, nearest: Suggestion.nearest(to: name, among: names)))
    }
    return only.isEmpty ? nil : Set(only)
  }

  /// Loaders that have read the same files in the same order, so that a file has one number in all of them.
  private func workers(over files: [String]) throws -> [PolicyLoader] {
    try (0..<(jobs ?? ParallelWork.processors)).map { _ in
      let loader = PolicyLoader()
      for path in files { _ = try loader.load(path) }
      return loader
    }
  }
}

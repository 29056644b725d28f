import ArgumentParser
import PledgeDiagnostics
import PledgePolicy
import PledgeReports
import PledgeTesting
import PledgeWitness

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
    var entries: [MutationReport.Entry] = []
    for entry in sound {
      if let test = TestRunner.firstFailing(entry.policy) {
        throw CommandFailure(.failingTest(test, file: entry.loaded.file.name), in: style.language)
      }
      entries.append(results(of: entry, wanted, workers))
    }
    let report = MutationReport(entries: entries)
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

  private func results(
    of entry: SoundPolicies.Entry, _ wanted: Set<String>?, _ workers: [PolicyLoader]
  ) -> MutationReport.Entry {
    let file = entry.loaded.file
    let run = MutationRun(file, entry.policy, operators: wanted, withPairs: pairs)
    let verdicts = ParallelWork.map(run.mutants.count, workers: workers) { lent, index in
      run.verdict(of: run.mutants[index]) { lent.worker.check($0) }
    }
    var results = zip(run.mutants, verdicts).map { MutationReport.Result(mutant: $0, verdict: $1) }
    let survivors = results.indices.filter { results[$0].verdict == .survived }
    let offered = killingTests(of: entry, survivors.map { run.mutants[$0] }, workers)
    for (index, test) in zip(survivors, offered) { results[index].offered = test }
    return MutationReport.Entry(file: file, digest: entry.loaded.digest, results: results)
  }

  /// For each survivor a test that would notice it, nil where none is found.
  private func killingTests(
    of entry: SoundPolicies.Entry, _ survivors: [Mutant], _ workers: [PolicyLoader]
  ) -> [String?] {
    guard let loader = workers.first, !survivors.isEmpty else { return survivors.map { _ in nil } }
    let tests = KillingTests(entry.loaded.file, entry.policy, sources: loader.sources) { loader.check($0) }
    return survivors.map { survivor in tests.test(for: survivor) { loader.check($0) } }
  }
}

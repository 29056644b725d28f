import ArgumentParser
import PledgeDiagnostics
import PledgeReports
import PledgeTesting

/// `pledge test`: does a policy decide as its tests say, and what of it do they meet?
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the tests of policies.",
    discussion: """
      A failure shows what was expected beside what came, the timeline and the reason. With --coverage also
      what no test meets: outcomes, rows, branches, exclusions, refunds, steps, and the values at and beside
      each threshold.
      Exit status 2 when a test fails or the coverage is under --threshold, 1 when a policy has errors.

      EXAMPLE
        pledge test policies/ --filter "working day"
        pledge test policies/ --threshold 100%
      """)

  @Argument(
    help: ArgumentHelp("Policy files, or folders that are searched for .pledge files.", valueName: "path"))
  var paths: [String]

  @Option(
    help: ArgumentHelp("Run only the tests whose title contains this text.", valueName: "text"))
  var filter: String?

  @Flag(help: "Say what of each policy its tests meet, and what they do not.")
  var coverage = false

  @Option(
    help: ArgumentHelp(
      "The least coverage of each policy, such as 100% or 9/10; asks for --coverage.", valueName: "share"))
  var threshold: CoverageThreshold?

  @Option(help: ArgumentHelp("How many threads run tests; without: one for each processor.", valueName: "n"))
  var jobs: Int?

  @Option(help: ArgumentHelp("Run the tests in an order that this number gives.", valueName: "n"))
  var seed: UInt64?

  @Flag(help: "Run again whenever a file changes, until Ctrl-C or the end of the standard input.")
  var watch = false

  @OptionGroup var output: OutputOptions<TestFormat>

  func validate() throws {
    if let jobs, jobs < 1 || jobs > 256 { throw ValidationError("--jobs is a number from 1 to 256.") }
    if coverage, !showsCoverage { throw ValidationError("--coverage is for text, json and ndjson.") }
    if watch, output.format != .text { throw ValidationError("--watch is for text.") }
  }

  /// Whether the format has a place for what is not covered; `--threshold` does without.
  private var showsCoverage: Bool {
    switch output.format {
    case .text, .json, .ndjson: true
    case .csv, .junit, .tap, .github: false
    }
  }

  func run() throws {
    if watch { return try FileWatch.run(paths) { try runOnce() } }
    guard try runOnce() else { throw ExitStatus.found }
  }

  /// Runs the tests and reports; whether all is as it should be.
  private func runOnce() throws -> Bool {
    let loader = PolicyLoader()
    let loaded = try PolicyFinder.files(paths).map { try loader.load($0) }
    let style = output.style(for: loaded.first?.file)
    let sound = try SoundPolicies.require(loaded, loader, style)
    let suites = sound.map { entry in
      TestSuite(entry.policy) { title in filter.map { title.contains($0) } ?? true }
    }
    if let filter, suites.allSatisfy({ $0.count == 0 }) {
      throw CommandFailure(.noTest(title: filter), in: style.language)
    }
    let results = results(of: suites)
    let sources = loader.sources
    let entries = zip(sound, zip(suites, results)).map { sound, run in
      var entry = TestReport.Entry(
        policy: sound.policy, file: sound.loaded.file.name, digest: sound.loaded.digest, results: run.1,
        inputs: sound.loaded.inputs)
      if coverage || threshold != nil {
        let found = TestCoverage(run.0.policy, results: run.1, sources: sources)
        if showsCoverage {
          entry.witnesses = OfferedTests(file: sound.loaded.file, loader: loader).tests(found, sound.policy)
        }
        entry.coverage = found
      }
      return entry
    }
    let report = TestReport(entries: entries, sources: sources, seed: seed)
    Terminal.write(report.bytes(output.format, style))
    return reachesThreshold(entries, style) && report.failed == 0
  }

  /// The results of each suite's tests in the order of the text, whatever the order in which they ran.
  private func results(of suites: [TestSuite]) -> [[TestResult]] {
    let places = suites.indices.flatMap { suite in (0..<suites[suite].count).map { (suite, $0) } }
    let order = TestOrder.numbers(places.count, seed: seed)
    let count = max(1, min(jobs ?? ParallelWork.processors, places.count))
    let found = ParallelWork.map(places.count, workers: Array(repeating: suites, count: count)) {
      lent, number in
      let (suite, test) = places[order[number]]
      return lent.worker[suite].run(test)
    }
    var left = zip(order, found).sorted { $0.0 < $1.0 }.map(\.1)[...]
    return suites.map { suite in
      defer { left = left.dropFirst(suite.count) }
      return Array(left.prefix(suite.count))
    }
  }

  /// Whether each policy is covered as far as it should be; what is not is said.
  private func reachesThreshold(_ entries: [TestReport.Entry], _ style: Style) -> Bool {
    guard let threshold else { return true }
    var isReached = true
    for entry in entries {
      guard let total = entry.coverage?.total, !threshold.isReached(by: total) else { continue }
      isReached = false
      Terminal.complain(style.say(.coverageUnder(entry.file, total.text, threshold.text)))
    }
    return isReached
  }
}

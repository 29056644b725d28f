import ArgumentParser
import Glibc
import PledgeEvaluation
import PledgePolicy
import PledgeReadings
import PledgeReports
import PledgeSimulation

/// `pledge simulate`: a history through a policy.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Take a history of tickets through a policy: verdicts, refunds, overruns.",
    discussion: """
      Memory does not grow with the history. Every output is the same for any number of jobs.

      EXAMPLE
        pledge simulate sla.pledge --tickets 2025.ndjson.gz --as-of 2026-01-01 --by priority
      """)

  @OptionGroup var options: RunOptions

  @Option(
    help: ArgumentHelp(
      """
      Totals for each value of a field, a let, a register's column (circuit.level) or a path of the record \
      (.category, recorded.team); may be given several times.
      """, valueName: "field"))
  var by: [String] = []

  @Option(help: ArgumentHelp("How many threads decide; without: one for each processor.", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Write each decision there: CSV for a name in .csv, else NDJSON; FILE.run.json says what was run.",
      valueName: "file"))
  var decisions: String?

  @Option(
    help: ArgumentHelp(
      "Write what each key and period came to, and its refunds, there: CSV for a name in .csv, else NDJSON.",
      valueName: "file"))
  var periods: String?

  @Option(
    help: ArgumentHelp(
      "Compare a target's verdict with a recorded one, for example restore=recorded.made_sla.",
      valueName: "target=path"))
  var compare: String?

  @OptionGroup var output: OutputOptions<OutputFormat>

  func validate() throws {
    if let jobs, jobs < 1 || jobs > 256 { throw ValidationError("--jobs is a number from 1 to 256.") }
    if options.failOn.contains(.disagree), compare == nil {
      throw ValidationError("--fail-on disagree needs --compare TARGET=PATH.")
    }
  }

  func run() throws {
    var run = try RunPreparation.settled(options, by: by, compare: compare, style: output.style(for:))
    run.setup.jobs = jobs ?? ParallelWork.processors
    if let decisions { run.setup.encode(asCSV: decisions.hasSuffix(".csv")) }
    let files = try CommandFailure.telling(in: run.style.language) {
      try OutputFile.protect(run.files, from: [decisions, options.rejects, periods])
      return try RunOutput(
        decisions: decisions, rejects: options.rejects, periods: periodsFile(run),
        progress: ProgressLine(files: options.tickets, run.style))
    }
    if let head = run.setup.encoder?.head, !head.isEmpty { try files.write(decisions: head) }
    let result: SimulationResult
    do {
      result = try RunFaults.explained(in: run.policy.header.zone, run.style) {
        try Simulation.run(run.setup, output: files)
      }
    } catch {
      files.progressLine.end()
      throw error
    }
    files.progressLine.end()
    run.sheet.inputs += result.inputs.map { RunSheet.Input(.tickets, file: $0.file, digest: $0.digest) }
    try files.finish(run.sheet, result.totals)
    let report = SimulationReport(
      policy: run.policy, sheet: run.sheet, breakdowns: run.setup.breakdowns, comparison: run.comparison,
      result: result)
    Terminal.write(report.bytes(output.format, run.style))
    RunFaults.warnOfEmptiness(result.totals, run.style)
    RunFaults.warnOfInput(result, run.style)
    if let compare { try RunFaults.askForRecorded(compare, result.totals, options.failOn, run.style) }
    try RunFaults.check(result.totals, options.failOn)
  }
}

extension SimulateCommand {
  /// Where what keys and periods come to is written, and how; nil where no file is named for it.
  private func periodsFile(_ run: RunPreparation) throws -> PeriodsFile? {
    guard let periods else { return nil }
    guard !run.policy.periodTargets.isEmpty else {
      throw CommandFailure(.noPeriods)
    }
    return try PeriodsFile(path: periods, policies: run.policies)
  }
}

/// The file of what keys and periods come to.
private final class PeriodsFile {
  private let file: OutputFile
  /// By the version that judges.
  private let records: [PeriodRecord]
  private let isCSV: Bool
  private var lines = 0

  init(path: String, policies: [Policy]) throws {
    file = try OutputFile(path: path)
    let isVersion = policies.count > 1
    records = policies.map { PeriodRecord(policy: $0, isVersion: isVersion) }
    isCSV = path.hasSuffix(".csv")
    if isCSV { try file.write(PeriodRecord.head(isVersion: isVersion)) }
  }

  func write(_ decision: PeriodDecision) throws {
    let record = records[decision.version]
    try file.write(isCSV ? record.row(decision) : record.line(decision))
    lines += 1
  }

  func write(_ frame: FrameDecision) throws {
    let record = records[frame.place.version]
    try file.write(isCSV ? record.row(frame) : record.line(frame))
    lines += 1
  }

  func finish(_ sheet: RunSheet) throws { try file.finish(sheet, lines: lines) }
}

/// The files that `simulate` writes while it runs.
private final class RunOutput: SimulationOutput {
  private let decisionsFile: OutputFile?
  private let rejectsFile: OutputFile?
  private let periodsFile: PeriodsFile?
  let progressLine: ProgressLine

  init(decisions: String?, rejects: String?, periods: PeriodsFile?, progress: ProgressLine) throws {
    periodsFile = periods
    decisionsFile = try decisions.map { try OutputFile(path: $0) }
    rejectsFile = try rejects.map { try OutputFile(path: $0) }
    progressLine = progress
  }

  func write(decisions: [UInt8]) throws { try decisionsFile?.write(decisions) }

  func write(rejection: Rejection) throws { try rejectsFile?.write(RejectionJSON.line(rejection)) }

  func write(period: PeriodDecision) throws { try periodsFile?.write(period) }

  func write(frame: FrameDecision) throws { try periodsFile?.write(frame) }

  func progress(tickets: Int, bytes: Int) { progressLine.show(tickets: tickets, bytes: bytes) }

  func finish(_ sheet: RunSheet, _ totals: Totals) throws {
    try decisionsFile?.finish(sheet, lines: totals.decided)
    try rejectsFile?.finish(sheet, lines: totals.rejected)
    try periodsFile?.finish(sheet)
  }
}

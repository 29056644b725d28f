import ArgumentParser
import PledgeReports
import PledgeSimulation

/// `pledge eval`: the decisions of a few tickets, with their reasons.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Decide a few tickets and say why.",
    discussion: """
      EXAMPLE
        pledge eval sla.pledge --tickets T-02.json --as-of 2026-04-01 --explain
      """)

  @OptionGroup var options: RunOptions

  @Flag(
    help: "Show for each decision what was counted and what was not, the row that applied, and each step.")
  var explain = false

  @OptionGroup var output: OutputOptions<OutputFormat>

  func validate() throws {
    if options.failOn.contains(.disagree) {
      throw ValidationError("--fail-on disagree is for simulate, which compares with recorded verdicts.")
    }
  }

  func run() throws {
    var run = try RunPreparation.settled(options, style: output.style(for:))
    try CommandFailure.telling(in: run.style.language) {
      try OutputFile.protect(run.files, from: [options.rejects])
    }
    run.setup.isExplained = explain
    var report = EvaluationReport(
      plans: run.plans, sources: run.sources, format: output.format, style: run.style,
      isExplained: explain)
    let rejects = try options.rejects.map { try OutputFile(path: $0) }
    let result = try RunFaults.explained(in: run.policy.header.zone, run.style) {
      try TicketPass.run(run.setup) { number, ticket, evaluator, _ in
        report.add(&ticket, &evaluator, number: number)
      } onRejection: { number, rejection in
        report.add(rejection, number: number)
        try rejects?.write(RejectionJSON.line(rejection))
      } onPeriod: {
        report.add($0)
      } onFrame: {
        report.add($0)
      }
    }
    run.sheet.inputs += result.inputs.map { RunSheet.Input(.tickets, file: $0.file, digest: $0.digest) }
    try rejects?.finish(run.sheet, lines: result.totals.rejected)
    Terminal.write(report.bytes(run.sheet, result.totals))
    RunFaults.warnOfEmptiness(result.totals, run.style)
    RunFaults.warnOfInput(result, run.style)
    try RunFaults.check(result.totals, options.failOn)
  }
}

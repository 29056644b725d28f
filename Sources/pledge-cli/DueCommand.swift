import ArgumentParser
import PledgePolicy
import PledgeReadings
import PledgeReports
import PledgeSimulation
import PledgeTickets
import PledgeTime

/// `pledge due`: what falls due next for open tickets.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "Say what falls due next: bounds of running targets and steps of escalations.",
    discussion: """
      Sorted by instant, ticket and name. An instant behind the as-of instant is where a clock comes to as \
      things stand: on its calendar, without pauses that are still to come.

      EXAMPLE
        pledge due sla.pledge --tickets open.ndjson --as-of now --within 8 h
      """)

  @OptionGroup var options: RunOptions

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Only what falls due within this time; without: at any time.", valueName: "8 h"))
  var within: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only the first of them; memory then does not grow with the number of tickets.", valueName: "n"))
  var limit: Int?

  @OptionGroup var output: OutputOptions<OutputFormat>

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is a number from 1 on.") }
    if options.failOn.contains(.disagree) {
      throw ValidationError("--fail-on disagree is for simulate, which compares with recorded verdicts.")
    }
  }

  func run() throws {
    let horizon = within.isEmpty ? nil : try Self.duration(within.joined(separator: " "))
    var run = try RunPreparation.settled(options, style: output.style(for:))
    try CommandFailure.telling(in: run.style.language) {
      try OutputFile.protect(run.files, from: [options.rejects])
    }
    var list = DueList(policies: run.policies, asOf: run.setup.asOf, within: horizon, limit: limit)
    var rejections: [Rejection] = []
    let rejects = try options.rejects.map { try OutputFile(path: $0) }
    let progress = ProgressLine(files: options.tickets, run.style)
    var tickets = 0
    defer { progress.end() }
    let result = try RunFaults.explained(in: run.policy.header.zone, run.style) {
      try TicketPass.run(run.setup) { _, ticket, evaluator, _ in
        list.add(ticket, evaluator)
        tickets += 1
        if tickets & 0xfff == 0 { progress.show(tickets: tickets, bytes: 0) }
      } onRejection: { _, rejection in
        if rejections.count < Self.rejectionLimit { rejections.append(rejection) }
        try rejects?.write(RejectionJSON.line(rejection))
      }
    }
    progress.end()
    run.sheet.inputs += result.inputs.map { RunSheet.Input(.tickets, file: $0.file, digest: $0.digest) }
    try rejects?.finish(run.sheet, lines: result.totals.rejected)
    let report = DueReport(
      policy: run.policy, sheet: run.sheet, list: list, totals: result.totals, rejections: rejections)
    Terminal.write(report.bytes(output.format, run.style))
    try RunFaults.check(result.totals, options.failOn)
  }

  /// How many records that were not read a report names; `--rejects` has all of them.
  private static let rejectionLimit = 100

  private static func duration(_ text: String) throws -> Duration {
    var pool = TextPool()
    let constant = ParameterSetting.constant(text, as: .duration, zone: .utc, pool: &pool)
    guard case .duration(let length)? = constant, length >= .zero else {
      throw CommandFailure(.badLength(text: text))
    }
    return length
  }
}

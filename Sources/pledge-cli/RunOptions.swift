import ArgumentParser

/// What `eval` and `simulate` decide, and with what.
struct RunOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The policy file; several files of one id are its versions over time.", valueName: "policy"))
  var policies: [String]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Files of tickets: .ndjson, .json, .csv or .yaml, also .gz; - is the standard input.", valueName: "file"
    ))
  var tickets: [String]

  @Option(help: ArgumentHelp("How foreign records become tickets (YAML).", valueName: "file"))
  var mapping: String?

  @Option(help: ArgumentHelp("The rows of a register, once for each register.", valueName: "name=file"))
  var register: [String] = []

  @Option(help: ArgumentHelp("Another value for a parameter of the policy.", valueName: "param=value"))
  var set: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      The instant as of which is decided: 2026-04-01T00:00:00+08:00, 2026-04-01 (in the policy's zone) or \
      now. Needed unless the mapping states it.
      """,
      valueName: "instant"))
  var asOf: String?

  @Option(help: ArgumentHelp("Write the records that cannot be read there (NDJSON).", valueName: "file"))
  var rejects: String?

  @Flag(help: "Reject a second ticket of the same id; memory then grows with the number of tickets.")
  var unique = false

  @Flag(help: "Stop at the first record that cannot be read.")
  var strict = false

  @Option(
    parsing: .upToNextOption,
    help: "End with status 2 when there are tickets that are breached, undecided, rejected or disagree.")
  var failOn: [FailureKind] = []
}

/// What `--fail-on` looks for.
enum FailureKind: String, ExpressibleByArgument, CaseIterable {
  case breached, undecided, rejected, disagree
}

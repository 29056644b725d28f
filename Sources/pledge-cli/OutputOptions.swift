import ArgumentParser
import PledgeReports

/// How a command writes its report.
struct OutputOptions: ParsableArguments {
  @Option(name: [.short, .long], help: "How the report is written: text, json, ndjson or csv.")
  var format = OutputFormat.text

  @Flag(inversion: .prefixedNo, help: "Use colours; without either: on a terminal, unless NO_COLOR is set.")
  var color: Bool?

  /// The style of text reports.
  var style: Style { Terminal.style(color) }
}

extension OutputFormat: ExpressibleByArgument {}

import ArgumentParser
import PledgeDiagnostics
import PledgeReports

/// A choice of formats that a command can write.
protocol ReportFormat: ExpressibleByArgument, CaseIterable, RawRepresentable, Sendable
where RawValue == String {
  /// For people; the default.
  static var text: Self { get }
}

extension ReportFormat {
  /// The names in a sentence: `text, json or csv`.
  static var names: String {
    let names = allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }
}

extension OutputFormat: ReportFormat {}
extension DiagnosticFormat: ReportFormat {}
extension TestFormat: ReportFormat {}

/// How a command writes its report.
struct OutputOptions<Format: ReportFormat>: ParsableArguments {
  @Option(name: [.short, .long], help: "How the report is written: \(Format.names).")
  var format = Format.text

  @Flag(inversion: .prefixedNo, help: "Use colours; without either: on a terminal, unless NO_COLOR is set.")
  var color: Bool?

  @OptionGroup var reader: ReaderOptions

  /// The style of reports that are about no policy.
  var style: Style { style(for: nil) }

  /// The style of reports about a policy.
  func style(for policy: SourceFile?) -> Style {
    var style = Terminal.style(color)
    style.language = reader.language(for: policy)
    style.languageOfData = reader.lang ?? .english
    return style
  }
}

import ArgumentParser
import PledgeDiagnostics
import PledgeFormat
import PledgeReports
import PledgeSyntax

/// `pledge fmt`: policies in the one style.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Format policies in the one style.",
    discussion: """
      Prints the formatted text; with --write it replaces the files. What is damaged in a file stays as it is.
      Comments stay where they are. Exit status 1 when --check finds a file that would change, 2 when the
      command could not run.

      EXAMPLE
        pledge fmt --check policies/
      """)

  @Argument(
    help: ArgumentHelp(
      "Policy files, folders that are searched for .pledge files, or - for the standard input.",
      valueName: "path"))
  var paths: [String]

  @Flag(help: "Change nothing; name the files that would change.")
  var check = false

  @Flag(help: "Change nothing; show what would change.")
  var diff = false

  @Flag(help: "Write the formatted text into the files.")
  var write = false

  @Option(help: "Write the words of this dialect: en or zh; without, those that the file is written in.")
  var dialect: Dialect?

  @OptionGroup var reader: ReaderOptions

  @Flag(inversion: .prefixedNo, help: "Use colours; without either: on a terminal, unless NO_COLOR is set.")
  var color: Bool?

  func validate() throws {
    if write, check || diff { throw ValidationError("--write changes files, --check and --diff do not") }
    if write, paths.contains("-") { throw ValidationError("the standard input cannot be written") }
  }

  func run() throws {
    let disk = PolicyDisk()
    var sources = SourceSet()
    var changed = 0
    do {
      for path in try PolicyFinder.files(paths) {
        let file = try disk.read(path, into: &sources)
        let result = Formatter.format(file, dialect: dialect)
        report(result, of: file, sources)
        if result.isChanged(from: file) { changed += 1 }
        try show(result, of: file)
      }
    } catch {
      throw FormatCommand.usage(error)
    }
    if check, changed > 0 { throw FormatStatus.wouldChange }
  }

  /// What is wrong with a text, beside the formatted one.
  private func report(_ result: FormatResult, of file: SourceFile, _ sources: SourceSet) {
    guard !result.diagnostics.isEmpty else { return }
    Terminal.complain(
      DiagnosticRenderer(
        sources: sources, speech: Speech(reader.language(for: file)),
        usesColours: Terminal.isTerminal(2) && color != false
      )
      .render(result.diagnostics))
  }

  private func show(_ result: FormatResult, of file: SourceFile) throws {
    let isChanged = result.isChanged(from: file)
    if diff, isChanged {
      Terminal.write(
        TextDifference.bytes(from: file.bytes, to: result.bytes, name: file.name, Terminal.style(color)))
    } else if check, isChanged {
      Terminal.say(file.name)
    } else if write, isChanged {
      try FileReplacement.write(result.bytes, to: file.name)
    } else if !write, !check, !diff {
      Terminal.write(result.bytes)
    }
  }

  private static func usage(_ error: any Error) -> any Error {
    if let failure = error as? CommandFailure { return FormatFailure(text: failure.text) }
    return FormatFailure(text: "error: \(error)")
  }
}

extension Dialect: ExpressibleByArgument {
  /// The codes, for the help.
  public static var allValueStrings: [String] { allCases.map(\.code) }

  /// The dialect of a code such as `zh`.
  public init?(argument: String) {
    guard let dialect = Dialect.allCases.first(where: { $0.code == argument }) else { return nil }
    self = dialect
  }
}

/// How `fmt` ends where it finds something, as other formatters do.
enum FormatStatus: Int32, Error {
  /// A file is not formatted.
  case wouldChange = 1
}

/// Why `fmt` could not run, which is status 2 as in other formatters.
struct FormatFailure: Error {
  let text: String
}

import ArgumentParser
import Glibc
import PledgeDiagnostics
import PledgeReports
import PledgeSimulation

/// `pledge`: the commands and how they end.
struct PledgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pledge",
    abstract: "Decide tickets by the promises of a service-level agreement.",
    discussion: """
      A policy (a .pledge file) says what was promised. Pledge checks it, tests it, and decides real tickets
      by it: what was kept, what was breached, what is owed, and why.

      EXAMPLE
        pledge simulate sla.pledge --tickets tickets.ndjson --as-of 2026-04-01 --by priority

      EXIT STATUS
        0  fine
        1  could not run: wrong usage, a file that cannot be read, a policy with errors
        2  ran and found what it looks for: an error (check), a failure (test, mutate), what --fail-on names
      """,
    version: ToolVersion.text,
    subcommands: [
      InitCommand.self, CheckCommand.self, LintCommand.self, ExplainCommand.self, FormatCommand.self,
      TestCommand.self, MutateCommand.self, EvalCommand.self, DueCommand.self, SimulateCommand.self,
    ])

  /// Parses the arguments of the process, runs what they ask for and ends the process.
  static func start() -> Never {
    do {
      try suggestCommand(CommandLine.arguments.dropFirst().first)
      var command = try parseAsRoot()
      try command.run()
      Glibc.exit(0)
    } catch let failure as CommandFailure {
      Terminal.complain(failure.text)
      Glibc.exit(1)
    } catch let status as ExitStatus {
      Glibc.exit(status.rawValue)
    } catch let status as FormatStatus {
      Glibc.exit(status.rawValue)
    } catch let failure as FormatFailure {
      Terminal.complain(failure.text)
      Glibc.exit(2)
    } catch {
      let message = fullMessage(for: error)
      guard exitCode(for: error) != .success else {
        Terminal.say(message)
        Glibc.exit(0)
      }
      Terminal.complain(message)
      // A formatter's 1 says that something would change.
      Glibc.exit(CommandLine.arguments.dropFirst().first == "fmt" ? 2 : 1)
    }
  }
}

extension PledgeCommand {
  /// Names the nearest command where the first word is none.
  private static func suggestCommand(_ word: String?) throws {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word, !word.hasPrefix("-"), !names.contains(word) else { return }
    throw CommandFailure(.unknownCommand(KnownNames(word, among: names, .commands)))
  }
}

/// How a command ends that ran.
enum ExitStatus: Int32, Error {
  /// It found what it looks for.
  case found = 2
}

/// Why a command could not run, with what can be done about it.
struct CommandFailure: Error {
  let fault: CommandFault
  /// The language to say it in; nil where nobody knows of which policy it is.
  private var language: MessageLanguage?

  init(_ fault: CommandFault, in language: MessageLanguage? = nil) {
    self.fault = fault
    self.language = language
  }

  /// Some work; what stops it is said in a language unless it has one.
  static func telling<T>(in language: MessageLanguage, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let failure as CommandFailure {
      throw failure.told(in: language)
    }
  }

  /// The same, said in a language unless it has one.
  func told(in language: MessageLanguage?) -> CommandFailure {
    CommandFailure(fault, in: self.language ?? language)
  }

  /// What is printed: the message and, on a line of its own, the hint.
  var text: String {
    let language = language ?? ReaderOptions.languageOfCaller
    let words = FactText(language == .chinese ? fault.chineseWords : fault.englishWords, in: language)
    let hint = words.hint.map { "\n  " + Phrase.hintTitle.text(in: language) + $0 } ?? ""
    return Phrase.errorTitle.text(in: language) + words.headline + hint
  }
}

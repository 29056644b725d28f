import ArgumentParser
import PledgeSyntax

/// `pledge init`: a folder of policies to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Start a folder of policies: a vocabulary, a calendar, two targets, their tests, CI files.",
    discussion: """
      Writes over nothing: where one of the files is there already, none is written.

      EXAMPLE
        pledge init sla
        pledge test sla
      """)

  @Argument(help: ArgumentHelp("The folder; it is made where it is missing.", valueName: "folder"))
  var folder = "."

  @Option(help: "The dialect of the policies: en or zh.")
  var dialect = Dialect.english

  func run() throws {
    let start = PolicyStart(dialect)
    try start.write(into: folder)
    for file in start.files { Terminal.say(folder == "." ? file.path : folder + "/" + file.path) }
  }
}

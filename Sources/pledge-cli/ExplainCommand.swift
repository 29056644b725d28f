import ArgumentParser
import PledgeReports

/// `pledge explain`: what does a code mean?
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Print the page of a code: what it means, a wrong and a right example, what to do.",
    discussion: """
      Without a code: a list of all codes, those of `check` and the rules of `lint`.

      EXAMPLE
        pledge explain P0206
        pledge explain unused-parameter
      """)

  @Argument(help: ArgumentHelp("A code such as P0206, or its name.", valueName: "code"))
  var code: String?

  @OptionGroup var output: OutputOptions<OutputFormat>

  func run() throws {
    let pages = try code.map { [try ExplainedCode.named($0)] } ?? ExplainedCode.all
    if code != nil, output.format == .text {
      for page in pages { Terminal.say(page.markdown) }
    } else {
      Terminal.write(ExplainedCode.bytes(pages, output.format))
    }
  }
}

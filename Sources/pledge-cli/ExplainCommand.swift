import ArgumentParser
import PledgeAnalysis
import PledgeDiagnostics

/// `pledge explain`: what does a code mean?
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Print the page of a rule: what it finds, why, a wrong and a right example.",
    discussion: """
      EXAMPLE
        pledge explain P1003
        pledge explain unused-parameter
      """)

  @Argument(help: ArgumentHelp("A code such as P1003, or its name.", valueName: "code"))
  var code: String

  func run() throws {
    let rules = LintRules.descriptions
    guard let rule = rules.first(where: { "\($0.code)" == code.uppercased() || $0.name == code }) else {
      let names = rules.flatMap { ["\($0.code)", $0.name] }
      throw CommandFailure(
        "there is no page for `\(code)`",
        hint: Suggestion.nearest(to: code, among: names).map { "did you mean `\($0)`?" })
    }
    Terminal.say(LintPage.text(of: rule))
  }
}

import Foundation

/// One fenced block of a page. Behind its language the fence says what the block is for.
struct DocumentBlock {
  let fence: String
  /// The number of its first line, counted from 0.
  let first: Int
  let lines: [String]

  var text: String { lines.map { $0 + "\n" }.joined() }

  /// What is done with a block.
  enum Use: Equatable {
    /// Commands behind `$` and what they print; run in a folder of the repository, or in a folder of its own
    /// that holds the page's files.
    case session(folder: String?)
    /// A file that the page's commands and policies can read.
    case file(String)
    /// A whole policy.
    case policy
    /// Declarations that stand in a policy, checked together with the page's context.
    case fragment
    /// A mapping file.
    case mapping
    /// A record of a ticket.
    case record
    /// Productions of the grammar, which the tests of the syntax read.
    case grammar
    /// Nothing, and the fence says so.
    case notRun
    /// Nothing, and nobody knows why.
    case unmarked
  }

  var use: Use {
    let words = fence.split(separator: " ").map(String.init)
    if words.suffix(2) == ["not", "run"] { return .notRun }
    switch words {
    case ["console"]: return .session(folder: nil)
    case ["pledge"]: return .policy
    case ["pledge", "fragment"]: return .fragment
    case ["yaml", "mapping"]: return .mapping
    case ["json", "record"]: return .record
    case ["ebnf"]: return .grammar
    default: break
    }
    if words.count == 3, words[0] == "console", words[1] == "in" { return .session(folder: words[2]) }
    if words.count == 2, words[1].contains(".") { return .file(words[1]) }
    return .unmarked
  }

  /// One command of a session and its output.
  struct Step {
    /// The command as the shell reads it.
    let command: String
    /// The number of the first line of its output, counted from 0 in the page.
    let first: Int
    let output: [String]
  }

  /// The commands of a session; a command goes on behind a line that ends with `\`.
  var steps: [Step] {
    var steps: [Step] = []
    var index = 0
    while index < lines.count {
      guard lines[index].hasPrefix("$ ") else { return steps }
      var command = String(lines[index].dropFirst(2))
      index += 1
      while command.hasSuffix("\\"), index < lines.count {
        command = command.dropLast() + " " + lines[index].trimmed
        index += 1
      }
      let start = index
      while index < lines.count, !lines[index].hasPrefix("$ ") { index += 1 }
      steps.append(Step(command: command, first: first + start, output: Array(lines[start..<index])))
    }
    return steps
  }
}

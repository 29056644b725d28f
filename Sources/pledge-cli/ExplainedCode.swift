import PledgeAnalysis
import PledgeDiagnostics
import PledgePages
import PledgeReports

/// What `pledge explain` says about a code, whether it is one of `check` or a rule of `lint`.
struct ExplainedCode {
  let code: DiagnosticCode
  /// `error`, `warning`, `note`, or `off` for a rule that has to be switched on.
  let level: String
  /// One sentence without a full stop.
  let title: String
  /// The whole page.
  let markdown: String
  fileprivate let meaning: String
  fileprivate let wrong: CodeExample
  fileprivate let right: CodeExample
  fileprivate let advice: String?

  /// What the page of a code says, for reports.
  static func page(of code: DiagnosticCode) -> CheckReport.Page? {
    all.first { $0.code == code }.map { .init(title: $0.title, meaning: $0.meaning, markdown: $0.markdown) }
  }

  /// All codes in their order.
  static let all = CodePages.all.map { ExplainedCode($0) } + LintRules.descriptions.map { ExplainedCode($0) }

  private init(_ page: CodePage) {
    code = page.code
    level = SeverityWords.word(page.severity)
    title = page.title
    markdown = page.markdown
    meaning = page.meaning
    wrong = page.wrong
    right = page.right
    advice = page.advice
  }

  private init(_ rule: LintRuleDescription) {
    code = rule.code
    level = LintRuleList.level(of: rule)
    title = rule.summary.prefix(1).uppercased() + rule.summary.dropFirst()
    markdown = LintPage.text(of: rule)
    meaning = rule.explanation
    wrong = .policy(rule.wrong)
    right = .policy(rule.right)
    advice = nil
  }
}

extension ExplainedCode {
  /// The page that a word means: a code, its number alone, or its name.
  static func named(_ word: String) throws -> ExplainedCode {
    let digits = word.drop { $0 == "P" || $0 == "p" }
    let number = Int(digits)
    if let found = all.first(where: { $0.code.name == word.lowercased() || $0.code.number == number }) {
      return found
    }
    guard let number else {
      let nearest = Suggestion.nearest(to: word, among: all.map(\.code.name))
      throw CommandFailure(.unknownPage(word, nearest: nearest, neighbours: []))
    }
    let neighbours = [all.last { $0.code.number < number }, all.first { $0.code.number > number }]
    throw CommandFailure(
      .unknownPage(word, nearest: nil, neighbours: neighbours.compactMap { $0.map { "\($0.code)" } }))
  }
}

extension ExplainedCode {
  /// A list of pages: a line each as text, whole as JSON.
  static func bytes(_ pages: [ExplainedCode], _ format: OutputFormat) -> [UInt8] {
    switch format {
    case .text: return Array(text(pages).utf8)
    case .csv:
      var bytes: [UInt8] = []
      CSVText.append(row: ["code", "name", "level", "title"], to: &bytes)
      for page in pages {
        CSVText.append(row: ["\(page.code)", page.code.name, page.level, page.title], to: &bytes)
      }
      return bytes
    case .json:
      var json = JSONText(indented: true)
      json.object { json in
        json.member("schema", "pledge.explain/1")
        json.list("pages") { json in for page in pages { json.object { page.write(to: &$0) } } }
      }
      json.newline()
      return json.bytes
    case .ndjson:
      var json = JSONText(indented: false)
      for page in pages {
        json.object { page.write(to: &$0) }
        json.newline()
      }
      return json.bytes
    }
  }

  private static func text(_ pages: [ExplainedCode]) -> String {
    let width = pages.map { DisplayWidth.of($0.code.name) }.max() ?? 0
    return pages.map { page in
      let name = page.code.name + String(repeating: " ", count: width - DisplayWidth.of(page.code.name))
      let level = page.level + String(repeating: " ", count: max(0, 8 - page.level.count))
      return "\(page.code)  \(name)  \(level) \(page.title)\n"
    }.joined()
  }

  private func write(to json: inout JSONText) {
    json.member("code", "\(code)")
    json.member("name", code.name)
    json.member("level", level)
    json.member("title", title)
    json.member("meaning", meaning)
    json.member("wrong") { write(wrong, to: &$0) }
    json.member("right") { write(right, to: &$0) }
    json.member("advice", advice)
  }

  private func write(_ example: CodeExample, to json: inout JSONText) {
    switch example {
    case .fragment(let text): json.member("fragment", text)
    case .policy(let text): json.member("policy", text)
    case .words(let text): json.member("words", text)
    case .files(let files): write(files, "files", to: &json)
    case .versions(let files): write(files, "versions", to: &json)
    }
  }

  private func write(_ files: [CodeExample.File], _ key: String, to json: inout JSONText) {
    json.list(key) { json in
      for file in files {
        json.object { json in
          json.member("name", file.name)
          json.member("text", file.text)
        }
      }
    }
  }
}

import Foundation

/// The grammar as the page `docs/language/grammar.md` has it.
struct Grammar {
  /// What a production allows.
  indirect enum Rule: Hashable {
    /// A word of the language or a sign, as it stands.
    case quoted(String)
    /// A kind of token.
    case token(String)
    case production(String)
    /// A production with a parameter, such as `block(field)`.
    case instance(String, [String])
    case sequence([Rule])
    case choice([Rule])
    case optional(Rule)
    case repeated(Rule)
    /// What stands behind an opening bracket, where line ends count in another way.
    case inside(LineEnds, Rule)
  }

  /// Where line ends count.
  enum LineEnds: UInt8 {
    case clauses, parentheses, table
  }

  /// One production of the page.
  struct Production {
    let name: String
    let parameters: [String]
    /// What stands behind the `=`, with single blanks.
    let text: String
    let rule: Rule

    /// Whether it only groups others and makes no node.
    var isGroup: Bool { name.contains("-") }
  }

  private(set) var productions: [Production] = []

  static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("docs/language/grammar.md")

  /// The grammar of the page.
  init() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    var isGrammar = false
    var lines: [String] = []
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isGrammar = line == "```ebnf"
      } else if isGrammar, !line.isEmpty {
        lines.append(line)
      }
    }
    try self.init(lines: lines)
  }

  /// A production begins in the first column and goes on in indented lines.
  init(lines: [String]) throws {
    var texts: [String] = []
    for line in lines {
      if line.hasPrefix(" "), let last = texts.indices.last {
        texts[last] += line
      } else {
        texts.append(line)
      }
    }
    for text in texts {
      guard let equals = text.range(of: " = ") ?? text.range(of: "= ") else { throw GrammarError(text) }
      let head = text[..<equals.lowerBound].trimmingCharacters(in: .whitespaces)
      let parts = head.split { "(,) ".contains($0) }.map(String.init)
      guard let name = parts.first else { throw GrammarError(text) }
      let body = text[equals.upperBound...].split(separator: " ").joined(separator: " ")
      var reader = RuleReader(body)
      productions.append(
        Production(name: name, parameters: Array(parts.dropFirst()), text: body, rule: try reader.read()))
    }
  }

  /// The production of a name.
  subscript(name: String) -> Production? { productions.first { $0.name == name } }

  /// The rule of a production with other productions in the place of its parameters.
  func rule(of name: String, with arguments: [String]) -> Rule? {
    guard let production = self[name], production.parameters.count == arguments.count else { return nil }
    let places = Dictionary(uniqueKeysWithValues: zip(production.parameters, arguments))
    let inner: LineEnds = name == "table-lines" ? .table : .clauses
    guard case .sequence(let parts) = production.rule, let first = parts.first else { return nil }
    let rest = parts.dropFirst().map { $0.replacing(places) }
    return .sequence([first, .inside(inner, .sequence(rest))])
  }
}

/// A production that cannot be read.
struct GrammarError: Error {
  let text: String

  init(_ text: some StringProtocol) { self.text = String(text) }
}

extension Grammar.Rule {
  /// The rules directly inside of it.
  var parts: [Grammar.Rule] {
    switch self {
    case .quoted, .token, .production, .instance: []
    case .sequence(let parts), .choice(let parts): parts
    case .optional(let part), .repeated(let part), .inside(_, let part): [part]
    }
  }

  /// Every rule in it, itself included.
  var all: [Grammar.Rule] { [self] + parts.flatMap(\.all) }

  fileprivate func replacing(_ places: [String: String]) -> Grammar.Rule {
    switch self {
    case .production(let name): .production(places[name] ?? name)
    case .quoted, .token, .instance: self
    case .sequence(let parts): .sequence(parts.map { $0.replacing(places) })
    case .choice(let parts): .choice(parts.map { $0.replacing(places) })
    case .optional(let part): .optional(part.replacing(places))
    case .repeated(let part): .repeated(part.replacing(places))
    case .inside(let lineEnds, let part): .inside(lineEnds, part.replacing(places))
    }
  }
}

/// Reads what stands behind the `=` of a production.
struct RuleReader {
  private var pieces: ArraySlice<String>
  private let text: String

  init(_ text: String) {
    self.text = text
    var pieces: [String] = []
    var rest = text[...]
    while let first = rest.first {
      if first == " " {
        rest = rest.dropFirst()
      } else if first == "\"" {
        let word = rest.dropFirst().prefix { $0 != "\"" }
        pieces.append("\"" + word)
        rest = rest.dropFirst(word.count + 2)
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter || $0 == "-" }
        pieces.append(String(word))
        rest = rest.dropFirst(word.count)
        // `block(` without a blank names a production with parameters.
        if rest.first == "(" {
          pieces.append("with(")
          rest = rest.dropFirst()
        }
      } else {
        pieces.append(String(first))
        rest = rest.dropFirst()
      }
    }
    self.pieces = pieces[...]
  }

  /// The whole rule.
  mutating func read() throws -> Grammar.Rule {
    let rule = try readChoice()
    guard pieces.isEmpty else { throw GrammarError(text) }
    return rule
  }

  private mutating func readChoice() throws -> Grammar.Rule {
    var parts = [try readSequence()]
    while take("|") { parts.append(try readSequence()) }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func readSequence() throws -> Grammar.Rule {
    var parts: [Grammar.Rule] = []
    while let next = pieces.first, !["|", ")", "]", "}"].contains(next) { parts.append(try readPart()) }
    guard !parts.isEmpty else { throw GrammarError(text) }
    parts = Self.withParentheses(parts)
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  /// What stands between the signs `(` and `)` is read without line ends.
  private static func withParentheses(_ parts: [Grammar.Rule]) -> [Grammar.Rule] {
    guard let open = parts.firstIndex(of: .quoted("(")), let close = parts.lastIndex(of: .quoted(")")) else {
      return parts
    }
    return parts[...open] + [.inside(.parentheses, .sequence(Array(parts[(open + 1)...close])))]
      + parts[(close + 1)...]
  }

  private mutating func readPart() throws -> Grammar.Rule {
    guard let piece = pieces.popFirst(), let first = piece.first else { throw GrammarError(text) }
    switch first {
    case "\"": return .quoted(String(piece.dropFirst()))
    case "(": return try closed(by: ")") { $0 }
    case "[": return try closed(by: "]") { .optional($0) }
    case "{": return try closed(by: "}") { .repeated($0) }
    default: break
    }
    guard first.isLetter else { throw GrammarError(text) }
    if take("with(") {
      var arguments: [String] = []
      repeat { arguments.append(pieces.popFirst() ?? "") } while take(",")
      guard take(")") else { throw GrammarError(text) }
      return .instance(piece, arguments)
    }
    return piece.allSatisfy(\.isUppercase) ? .token(piece) : .production(piece)
  }

  private mutating func closed(
    by bracket: String, _ make: (Grammar.Rule) -> Grammar.Rule
  ) throws -> Grammar.Rule {
    let rule = try readChoice()
    guard take(bracket) else { throw GrammarError(text) }
    return make(rule)
  }

  private mutating func take(_ piece: String) -> Bool {
    guard pieces.first == piece else { return false }
    pieces = pieces.dropFirst()
    return true
  }
}

import Foundation

/// A policy file by its text: its declarations, what they cite, and the names that they write.
///
/// It is read from the layout alone (a declaration begins in the first column), so that the page of the
/// clauses does not depend on what the present version evaluates.
struct PolicyText {
  /// One declaration with all its lines, without the comments before it.
  struct Declaration {
    let kind: String
    let name: String
    let lines: [String]
    /// The words behind `cite` that are ids of clauses.
    let citations: [String]
    /// All names in it, without texts and comments.
    let words: Set<String>
  }

  /// The path from the folder `policies`.
  let path: String
  let declarations: [Declaration]
  /// The files that `use` lines name, as paths from the folder `policies`.
  let uses: [String]

  var tests: [Declaration] { declarations.filter { $0.kind == "test" } }

  private static let kinds: Set<String> = [
    "use", "policy", "ticket", "register", "role", "action", "calendar", "span", "let", "table", "param",
    "exclusion", "target", "refund", "right", "escalation", "combine", "test",
  ]

  init(path: String, text: String) {
    self.path = path
    var blocks: [[String]] = []
    for line in text.components(separatedBy: "\n") {
      let first = line.split(separator: " ", maxSplits: 1).first.map(String.init) ?? ""
      if !line.hasPrefix(" "), Self.kinds.contains(first) {
        blocks.append([line])
      } else if !blocks.isEmpty {
        blocks[blocks.count - 1].append(line)
      }
    }
    declarations = blocks.map(Self.declaration)
    let folder = path.contains("/") ? path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex) : ""
    uses = declarations.filter { $0.kind == "use" }.compactMap { use in
      Self.texts(in: use.lines[0]).last.map { folder + $0 }
    }
  }

  private static func declaration(_ lines: [String]) -> Declaration {
    // Comments between this declaration and the next belong to the next.
    var lines = lines
    while let last = lines.last, last.isEmpty || last.hasPrefix("#") { lines.removeLast() }
    let kind = lines[0].prefix { $0 != " " }
    let rest = lines[0].dropFirst(kind.count + 1)
    let texts = texts(in: lines[0])
    let name = kind == "test" ? texts.first ?? "" : names(in: String(rest)).first ?? ""
    let citations = lines.flatMap { line -> [String] in
      guard let cite = line.range(of: "cite ") else { return [] }
      return Self.texts(in: String(line[cite.upperBound...])).filter(isClause)
    }
    return Declaration(
      kind: String(kind), name: name, lines: lines, citations: citations,
      words: Set(lines.flatMap(names)))
  }

  /// Whether a text is an id such as `002-C1`.
  static func isClause(_ text: String) -> Bool { text.wholeMatch(of: /[0-9]{3}-[A-Z][0-9]/) != nil }

  /// The texts in quotation marks of a line.
  private static func texts(in line: String) -> [String] {
    line.components(separatedBy: "\"").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  /// The names of a line, without texts and comments.
  static func names(in line: String) -> [String] {
    let code = line.components(separatedBy: "\"").enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
      .joined(separator: " ").prefix { $0 != "#" }
    return code.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
  }
}

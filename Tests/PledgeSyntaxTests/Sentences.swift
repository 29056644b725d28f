import PledgeTestSupport

/// Writes sentences of the grammar at random.
struct Sentences {
  private let grammar: Grammar
  private var generator: SeededGenerator
  /// How deep the shortest sentence of a production is.
  private var heights: [String: Int] = [:]
  private var text = ""
  private var indent = 0
  /// The literal that the last token belongs to, 0 for none; two beside each other would be one.
  private var literal = 0
  private var lastLiteral = 0
  private var literals = 0
  private var isAmbiguous = false
  private var endsWithNumber = false

  init(_ grammar: Grammar, seed: UInt64) {
    self.grammar = grammar
    generator = SeededGenerator(seed: seed)
    findHeights()
  }

  /// A file of one declaration; nil where two literals stand beside each other, which read as one.
  mutating func file(with declaration: String) -> String? {
    (text, indent, literal, lastLiteral, isAmbiguous, endsWithNumber) = ("pledge 1\n", 0, 0, 0, false, false)
    write(.production(declaration), budget: 14)
    return isAmbiguous ? nil : text + "\n"
  }

  /// Operands that take what follows them; in the midst of others they stand in parentheses.
  private static let openEnded: Set<String> = [
    "eventSpan", "duringSpan", "overlapSpan", "conditional", "membership",
  ]

  // MARK: Rules

  private mutating func write(_ rule: Grammar.Rule, budget: Int) {
    switch rule {
    case .quoted(let word): add(word)
    case .token(let name): writeToken(name)
    case .production(let name): writeProduction(name, budget: budget)
    case .instance(let name, let arguments):
      guard let rule = grammar.rule(of: name, with: arguments) else { return }
      indent += 1
      write(rule, budget: budget - 1)
      indent -= 1
    case .sequence(let parts): for part in parts { write(part, budget: budget) }
    case .choice(let parts): write(chosen(parts, budget), budget: budget)
    case .optional(let part):
      if height(part) < budget, Bool.random(using: &generator) { write(part, budget: budget) }
    case .repeated(let part):
      guard height(part) < budget else { return }
      for _ in 0..<Int.random(in: 0...2, using: &generator) { write(part, budget: budget) }
    case .inside(_, let part): write(part, budget: budget)
    }
  }

  private mutating func writeProduction(_ name: String, budget: Int) {
    guard let rule = grammar[name]?.rule else { return }
    if name == "any-literal" {
      literals += 1
      literal = literals
    }
    if Self.openEnded.contains(name) { add("(") }
    write(rule, budget: budget - 1)
    if Self.openEnded.contains(name) { add(")") }
    if name == "any-literal" { literal = 0 }
    if name == "numberLiteral" { endsWithNumber = true }
  }

  private mutating func chosen(_ parts: [Grammar.Rule], _ budget: Int) -> Grammar.Rule {
    let fitting = parts.filter { height($0) < budget }
    let least = parts.map { height($0) }.min() ?? 0
    let candidates = fitting.isEmpty ? parts.filter { height($0) == least } : fitting
    return candidates.randomElement(using: &generator) ?? parts[0]
  }

  // MARK: Tokens

  private mutating func writeToken(_ name: String) {
    if name == "NL" {
      text += "\n" + String(repeating: "  ", count: indent)
      (lastLiteral, endsWithNumber) = (0, false)
      return
    }
    if name == "SIGN" {
      add("-")
      return
    }
    let samples: [String: [String]] = [
      "NAME": ["alpha", "beta_2", "`first of all`", "派单时限", "delta"],
      "STRING": ["\"S-17\"", "“引文”"], "NUMBER": ["3", "2.5", "1_000"], "ORDINAL": ["1st", "2nd", "13th"],
      "DATE": ["2026-03-02"], "TIME": ["9:00", "12:00:01", "24:00"], "UNIT": ["h", "min", "day", "months"],
      "CURRENCY": ["CNY", "USD"], "MINUS": ["-"], "WORD": ["7.2(b)", "\"annex B\"", "Asia/Shanghai"],
      "EDITION": ["1"], "DIALECT": ["en"],
    ]
    add(samples[name]?.randomElement(using: &generator) ?? "?", isName: name == "NAME")
  }

  private mutating func add(_ token: String, isName: Bool = false) {
    if literal != lastLiteral, literal > 0, lastLiteral > 0 { isAmbiguous = true }
    // A number directly before a name is a number with a misspelt unit.
    if isName, endsWithNumber { text += " min" }
    text += text.hasSuffix(" -") && literal > 0 && literal == lastLiteral ? token : " " + token
    lastLiteral = literal
    endsWithNumber = false
  }

  // MARK: Heights

  private mutating func findHeights() {
    var isChanging = true
    while isChanging {
      isChanging = false
      for production in grammar.productions where production.parameters.isEmpty {
        let height = height(production.rule) + 1
        if height < heights[production.name] ?? .max {
          heights[production.name] = height
          isChanging = true
        }
      }
    }
  }

  private func height(_ rule: Grammar.Rule) -> Int {
    switch rule {
    case .quoted, .token: 0
    case .production(let name): heights[name] ?? 1_000
    // Blocks and tables can be empty, but for the first line of a table.
    case .instance(let name, let arguments):
      name == "table-lines" ? (arguments.first.flatMap { heights[$0] } ?? 1_000) + 1 : 1
    case .sequence(let parts): min(1_000, parts.map { height($0) }.max() ?? 0)
    case .choice(let parts): parts.map { height($0) }.min() ?? 0
    case .optional, .repeated: 0
    case .inside(_, let part): height(part)
    }
  }
}

import Foundation
import PledgeDiagnostics
import PledgeFormat
import PledgeSyntax
import PledgeTestSupport
import Testing

@Suite("The published grammar")
struct GrammarTests {
  static let root = Grammar.page.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test("uses every word of the language and no other")
  func words() throws {
    let quoted = Set(
      try Grammar().productions.flatMap { $0.rule.all }.compactMap { rule in
        if case .quoted(let text) = rule { text } else { nil }
      })
    let words = Set(KeywordTable.rows.map(\.english))
    #expect(quoted.subtracting(words).subtracting(GrammarToken.signs.keys) == [])
    #expect(words.subtracting(quoted) == [])
  }

  @Test("has a production for every kind of node, and a node or a hyphen for every production")
  func nodes() throws {
    let productions = try Grammar().productions
    #expect(Set(productions.map(\.name)).count == productions.count)
    let kinds = Set(NodeKind.allCases.map { "\($0)" }).subtracting(["error"])
    let nodes = Set(productions.filter { !$0.isGroup }.map(\.name))
    #expect(nodes.subtracting(kinds) == [])
    #expect(kinds.subtracting(nodes) == [])
  }

  @Test("is what the parser's table of nodes says")
  func table() throws {
    let grammar = try Grammar()
    for row in NodeTable.rows where row.kind != .error {
      #expect(grammar["\(row.kind)"]?.text == row.production)
    }
  }

  @Test("lists the reserved words")
  func reserved() throws {
    let text = try String(contentsOf: Grammar.page, encoding: .utf8)
    guard let start = text.range(of: "cannot be names: "),
      let end = text.range(of: ". Every other word", range: start.upperBound..<text.endIndex)
    else {
      Issue.record("no list")
      return
    }
    let listed = text[start.upperBound..<end.lowerBound].split { " \n`".contains($0) }.map(String.init)
    #expect(listed == KeywordTable.rows.filter(\.isReserved).map(\.english))
  }

  @Test("defines what it names, and needs what it defines")
  func references() throws {
    let grammar = try Grammar()
    let tokens = Set(KnownTokens.all)
    var used: Set<String> = ["file"]
    for production in grammar.productions {
      for rule in production.rule.all {
        switch rule {
        case .production(let name):
          #expect(grammar[name] != nil || production.parameters.contains(name), "\(name)")
          used.insert(name)
        case .instance(let name, let arguments):
          for name in [name] + arguments { #expect(grammar[name] != nil, "\(name)") }
          used.formUnion([name] + arguments)
        case .token(let name): #expect(tokens.contains(name), "\(name)")
        case .quoted, .sequence, .choice, .optional, .repeated, .inside: break
        }
      }
    }
    #expect(Set(grammar.productions.map(\.name)).subtracting(used) == [])
  }

  /// The tokens of the page.
  enum KnownTokens {
    static let all = [
      "NAME", "STRING", "NUMBER", "ORDINAL", "DATE", "TIME", "UNIT", "CURRENCY", "SIGN", "MINUS", "WORD",
      "EDITION", "DIALECT", "NL",
    ]
  }

  // MARK: Policies

  /// The policies of the repository: of `policies` and `examples`, and those of the cases.
  static let policies: [(name: String, text: String)] = {
    let files = ["policies", "examples"].flatMap { folder -> [URL] in
      let walk = FileManager.default.enumerator(
        at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)
      return (walk?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "pledge" }
    }
    let walk = FileManager.default.enumerator(
      at: root.appendingPathComponent("Tests/Cases"), includingPropertiesForKeys: nil)
    let cases = (walk?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "md" }
    return (files + cases).sorted { $0.path < $1.path }.flatMap { url -> [(String, String)] in
      guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
      if url.pathExtension == "pledge" { return [(url.lastPathComponent, text)] }
      let blocks = text.components(separatedBy: "\n```pledge\n").dropFirst()
      return blocks.compactMap { block in
        block.components(separatedBy: "\n```").first.map { (url.lastPathComponent, $0 + "\n") }
      }
    } + [("everything", Policies.constructs)]
  }()

  @Test("has every policy that the parser reads without a message, with the nodes of its tree, and no other")
  func policiesAreSentences() throws {
    let grammar = try Grammar()
    #expect(Self.policies.count > 150)
    for policy in Self.policies {
      guard let reading = inEnglish(policy.text) else { continue }
      guard !reading.hasDamagedToken else { continue }
      let recogniser = Recogniser(grammar, reading.tree)
      let accepts = recogniser.accepts
      let next = reading.tree.root.tokens.dropFirst(recogniser.reach).prefix(6).map(\.text)
      #expect(accepts == reading.diagnostics.isEmpty, "\(policy.name): at \(next)")
      if reading.diagnostics.isEmpty { expectProductions(of: reading.tree, recogniser, policy.name) }
    }
  }

  /// A text in the words of the page; nil where it is damaged and written in others.
  private func inEnglish(_ text: String) -> Reading? {
    let reading = Reading(text)
    guard reading.tree.dialect != .english else { return reading }
    let result = PledgeFormat.Formatter.format(reading.tree.file, dialect: .english)
    return result.diagnostics.isEmpty ? Reading(bytes: result.bytes) : nil
  }

  /// Every node of a tree is what the production of its kind allows.
  private func expectProductions(of tree: SourceTree, _ recogniser: Recogniser, _ name: String) {
    let tokens = tree.root.tokens
    let starts = Dictionary(
      tokens.enumerated().map { ($0.element.range.start, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var waiting = [tree.root]
    while let node = waiting.popLast() {
      for case .node(let child) in node.children { waiting.append(child) }
      // A block's lines depend on what it is the block of.
      guard node.kind != .file, node.kind != .block, let first = starts[node.range.start] else { continue }
      let own = first..<first + node.tokens.count
      guard !own.isEmpty else { continue }
      #expect(
        recogniser.accepts(own, as: "\(node.kind)"),
        "\(name): \(node.kind): \(tokens[own].map(\.text).joined(separator: " "))")
    }
  }

  @Test("and the parser agree on damaged declarations")
  func mutants() throws {
    let grammar = try Grammar()
    var generator = SeededGenerator(seed: 1)
    var differing: [String] = []
    let declarations = Policies.all.flatMap { Reading($0).view.node.children }.compactMap { child in
      if case .node(let node) = child, node.kind != .edition { node } else { nil }
    }
    for node in declarations {
      let tokens = node.tokens.map { token in
        (trivia: token.trivia.isEmpty ? "" : token.startsLine ? "\n  " : " ", text: token.text)
      }
      for _ in 0..<min(6, tokens.count) {
        guard let damage = Damage.allCases.randomElement(using: &generator),
          let mutant = damage.applied(to: tokens, at: Int.random(in: 1..<tokens.count, using: &generator))
        else { continue }
        let text = mutant.text.trimmingCharacters(in: .whitespacesAndNewlines)
        let reading = Reading("pledge 1\n" + text + "\n")
        let isRead = reading.diagnostics.isEmpty
        guard !reading.hasDamagedToken else { continue }
        if Recogniser(grammar, reading.tree).accepts != isRead {
          differing.append("\(isRead ? "only the parser" : "only the grammar"): \(text)\n\(reading.summary)")
        }
      }
    }
    #expect(differing.isEmpty, "\(differing.joined(separator: "\n\n"))")
  }

  // MARK: Sentences

  @Test("has only sentences that the parser reads without a message", arguments: 0..<20)
  func sentences(seed: UInt64) throws {
    let grammar = try Grammar()
    var sentences = Sentences(grammar, seed: seed)
    guard case .choice(let declarations)? = grammar["any-declaration"]?.rule else { return }
    for case .production(let declaration) in declarations {
      for _ in 0..<6 {
        guard let text = sentences.file(with: declaration) else { continue }
        let reading = Reading(text)
        #expect(reading.summary == [], "seed \(seed): \(text)")
        #expect(Recogniser(grammar, reading.tree).accepts, "seed \(seed): \(text)")
      }
    }
  }
}

extension Reading {
  /// Whether a token was reported; a grammar knows tokens by their kinds alone.
  fileprivate var hasDamagedToken: Bool { diagnostics.contains { (20..<40).contains($0.code.number) } }
}

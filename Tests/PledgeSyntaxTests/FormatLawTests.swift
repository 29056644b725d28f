import PledgeDiagnostics
import PledgeFormat
import PledgeSyntax
import PledgeTestSupport
import Testing

@Suite("Formatting")
struct FormatLawTests {
  static let policies =
    GrammarTests.policies + Policies.all.enumerated().map { ("policy \($0.offset)", $0.element) }

  @Test("twice is formatting once, for every policy of the repository")
  func policies() {
    for policy in Self.policies {
      let formatted = Formatted(policy.text)
      #expect(!formatted.hasGivenUp, "\(policy.name)")
      #expect(formatted.isStable, "\(policy.name)")
      #expect(Formatted.comments(of: policy.text) == Formatted.comments(of: formatted.text), "\(policy.name)")
    }
  }

  @Test("twice is formatting once, also where no two settings have room on one line")
  func wideSettings() {
    let text = String(repeating: "x", count: 120)
    let formatted = Formatted("pledge 1\ntest \"t\" {\n  given { circuit \"\(text)\"; cause carrier }\n}\n")
    #expect(formatted.isStable)
    #expect(formatted.text.contains("    cause    carrier\n"))
  }

  @Test("twice is formatting once, also where what stands before a default is too wide")
  func wideDefault() {
    let members = (1...20).map { "member_\($0)" }.joined(separator: ", ")
    let formatted = Formatted("pledge 1\nticket {\n  cause one of \(members) = member_1\n  event opened\n}\n")
    #expect(formatted.isStable)
    #expect(formatted.text.split(separator: "\n").allSatisfy { $0.utf8.count <= 110 })
    #expect(formatted.text.contains(" = member_1\n"))
  }

  @Test("does not depend on how many blanks stand where one stands")
  func blanks() {
    for policy in Self.policies where Reading(policy.text).diagnostics.isEmpty {
      let tree = Reading(policy.text).tree
      var text = ""
      for token in tree.root.tokens {
        for piece in token.trivia {
          let range = SourceRange(file: tree.file.id, start: Int(piece.start), end: Int(piece.end))
          text += piece.kind == .blanks ? "   " : tree.file.text(in: range)
        }
        text += token.text
      }
      #expect(Formatted(text).text == Formatted(policy.text).text, "\(policy.name)")
    }
  }

  @Test("keeps lines within the width, but for tables, texts, comments and steps, which cannot be broken")
  func width() {
    for policy in Self.policies where Reading(policy.text).diagnostics.isEmpty {
      for line in Formatted(policy.text).text.split(separator: "\n") {
        let isFree = ["|", "->", "#", "\"", " done when "].contains { line.contains($0) }
        #expect(isFree || DisplayWidth.of(String(line)) <= 110, "\(policy.name): \(line)")
      }
    }
  }

  // MARK: Comments anywhere

  @Test("keeps a comment between any two tokens of a sentence", arguments: 0..<4)
  func comments(seed: UInt64) throws {
    let grammar = try Grammar()
    var sentences = Sentences(grammar, seed: seed)
    guard case .choice(let declarations)? = grammar["any-declaration"]?.rule else { return }
    for case .production(let declaration) in declarations {
      guard let text = sentences.file(with: declaration) else { continue }
      expectKept(text, seed)
      let tokens = Reading(text).view.node.tokens.map(\.text)
      for place in 1..<max(2, min(tokens.count, 24)) {
        let comments = [" # note\n  ", "\n\n\n# note \n  ", "\n  ## one\n  # two\n"]
        for comment in comments[(place % 3)...(place % 3)] {
          expectKept(
            tokens[..<place].joined(separator: " ") + comment
              + tokens[place...].joined(separator: " ") + "\n", seed)
        }
      }
    }
  }

  private func expectKept(_ text: String, _ seed: UInt64) {
    let formatted = Formatted(text)
    #expect(!formatted.hasGivenUp, "seed \(seed): \(text)")
    #expect(formatted.isStable, "seed \(seed): \(text)\n\(formatted.text)")
    #expect(
      Formatted.comments(of: text) == Formatted.comments(of: formatted.text), "seed \(seed): \(text)")
  }

  @Test("keeps a comment between any two tokens of a policy", arguments: Policies.all)
  func commentsInPolicies(policy: String) {
    let tokens = Reading(policy).view.node.tokens
    let bytes = Array(policy.utf8)
    for (index, token) in tokens.enumerated().dropFirst() where index % 97 == 3 {
      let start = token.range.start
      let text =
        String(decoding: bytes[..<start], as: UTF8.self) + " # note\n  "
        + String(decoding: bytes[start...], as: UTF8.self)
      expectKept(text, 0)
    }
  }

  // MARK: Damage

  @Test("leaves what is damaged as it is, byte for byte", arguments: Policies.all)
  func damage(policy: String) {
    let tokens = Reading(policy).view.node.tokens.map { token in
      let trivia = token.trivia.map { piece in
        token.tree.file.text(
          in: SourceRange(file: token.tree.file.id, start: Int(piece.start), end: Int(piece.end)))
      }
      return (trivia: trivia.joined(), text: token.text)
    }
    for index in tokens.indices.dropLast() {
      for (turn, damage) in Damage.allCases.enumerated() where index % 81 == turn * 27 {
        guard let mutant = damage.applied(to: tokens, at: index) else { continue }
        let formatted = Formatted(mutant.text)
        #expect(!formatted.hasGivenUp, "\(damage) at \(index): \(tokens[index].text)")
        #expect(formatted.isStable, "\(damage) at \(index): \(tokens[index].text)")
        #expect(
          Reading(mutant.text).diagnostics.map(\.code) == Reading(formatted.text).diagnostics.map(\.code))
      }
    }
  }

  @Test("of any bytes ends with a text", arguments: 0..<16)
  func bytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<6 {
      let count = Int.random(in: 0..<400, using: &generator)
      _ = Formatted(bytes: (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }).isStable
    }
    let policy = Array((Policies.all.randomElement(using: &generator) ?? "").utf8)
    for _ in 0..<6 {
      var bytes = policy
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      let formatted = Formatted(bytes: bytes)
      #expect(formatted.isStable, "seed \(seed)")
    }
  }
}

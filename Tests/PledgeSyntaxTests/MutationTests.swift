import PledgeDiagnostics
import PledgeSyntax
import Testing

/// One damage to one token of a policy.
enum Damage: CaseIterable {
  case delete, double, swap

  /// The text with a token damaged, and the bytes that the damage touches.
  func applied(to tokens: [(trivia: String, text: String)], at index: Int) -> (
    text: String, touched: Range<Int>
  )? {
    var pieces = tokens
    switch self {
    case .delete: pieces[index].text = ""
    case .double: pieces[index].text += " " + pieces[index].text
    case .swap:
      guard index + 1 < tokens.count, tokens[index].text != tokens[index + 1].text else { return nil }
      (pieces[index].text, pieces[index + 1].text) = (pieces[index + 1].text, pieces[index].text)
    }
    let before = pieces[..<index].reduce(0) { $0 + $1.trivia.utf8.count + $1.text.utf8.count }
    let last = self == .swap ? index + 1 : index
    let size = pieces[index...last].reduce(0) { $0 + $1.trivia.utf8.count + $1.text.utf8.count }
    let following =
      last + 1 < pieces.count ? pieces[last + 1].trivia.utf8.count + pieces[last + 1].text.utf8.count : 0
    let end = before + size + following
    return (pieces.map { $0.trivia + $0.text }.joined(), before..<end)
  }
}

@Suite("Damaged policies")
struct MutationTests {
  @Test("keep every byte and mostly give one message at the damage", arguments: Policies.all)
  func mutate(policy: String) {
    let tokens = Reading(policy).view.node.tokens.map { token in
      let trivia = token.trivia.map { piece in
        token.tree.file.text(
          in: SourceRange(file: token.tree.file.id, start: Int(piece.start), end: Int(piece.end)))
      }
      return (trivia: trivia.joined(), text: token.text)
    }
    var counts: [Int: Int] = [:]
    var misplaced = 0
    // Each token is damaged in one of the ways, in turn.
    for index in tokens.indices.dropLast() {
      for (turn, damage) in Damage.allCases.enumerated() where index % 3 == turn {
        guard let mutant = damage.applied(to: tokens, at: index) else { continue }
        let reading = Reading(mutant.text)
        #expect(reading.isLossless)
        let messages = reading.diagnostics.count
        counts[messages, default: 0] += 1
        guard messages == 1, let range = reading.diagnostics.first?.range else { continue }
        if range.end < mutant.touched.lowerBound || range.start > mutant.touched.upperBound {
          misplaced += 1
        }
      }
    }
    let broken = counts.reduce(0) { $1.key > 0 ? $0 + $1.value : $0 }
    let single = counts[1] ?? 0
    #expect(Double(single) >= 0.97 * Double(broken))
    #expect(Double(misplaced) <= 0.05 * Double(broken))
  }
}

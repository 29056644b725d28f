import PledgeDiagnostics
import PledgeSyntax
import PledgeTestSupport

/// What is done to one token of a policy.
package enum TokenDamage: String, CaseIterable, Sendable {
  /// It is gone; the blanks and comments before it stay.
  case deleted
  /// It stands twice, with a blank between the two.
  case doubled
  /// It and the one behind it have changed places.
  case exchangedWithNext
  /// Another token of the same file stands in its place.
  case exchangedWithAnother
}

/// A policy with one damaged token.
package struct DamagedPolicy: Sendable {
  /// Its text.
  package let bytes: [UInt8]
  /// The bytes that the damage touches: the tokens that stand there now, or both neighbours of one that is gone.
  package let touched: Range<Int>
  /// What was done.
  package let damage: TokenDamage
  /// What the damaged token was, and what stands there now, for a report.
  package let words: String
}

/// A policy cut into its tokens.
package struct TokenText: Sendable {
  private struct Piece: Sendable {
    var trivia: ArraySlice<UInt8>
    var text: ArraySlice<UInt8>
  }

  private let pieces: [Piece]

  /// Cuts a text.
  package init(_ bytes: [UInt8]) {
    let (tree, _) = Parser.parse(SourceFile(name: "policy", bytes: bytes))
    pieces = tree.root.tokens.map { token in
      Piece(
        trivia: bytes[token.fullRange.start..<token.range.start],
        text: bytes[token.range.start..<token.range.end])
    }
  }

  /// How many tokens there are before the end of the file.
  package var count: Int { max(0, pieces.count - 1) }

  /// In which declaration a token stands, counted by the tokens in a first column, other than closing braces.
  package func declaration(of index: Int) -> Int {
    pieces[...index].count { $0.trivia.last == 0x0A && $0.text.first != UInt8(ascii: "}") }
  }

  /// The text with one token damaged; nil where that changes nothing.
  package func damaged(
    at index: Int, by damage: TokenDamage, with generator: inout SeededGenerator
  ) -> DamagedPolicy? {
    var pieces = pieces
    guard let touched = change(&pieces, at: index, by: damage, with: &generator) else { return nil }
    let words = [self.pieces[index], pieces[index]].map { String(decoding: $0.text, as: UTF8.self) }
    return DamagedPolicy(
      bytes: pieces.flatMap { $0.trivia + $0.text }, touched: Self.bytes(of: touched, in: pieces),
      damage: damage, words: "`\(words[0])` -> `\(words[1])`")
  }

  /// The text with several tokens deleted or doubled, and the bytes that each damage touches.
  package func damaged(_ damages: [Int: TokenDamage]) -> (bytes: [UInt8], touched: [Range<Int>]) {
    var pieces = pieces
    var generator = SeededGenerator(seed: 0)
    let touched = damages.sorted { $0.key < $1.key }.compactMap { index, damage in
      change(&pieces, at: index, by: damage, with: &generator)
    }
    return (pieces.flatMap { $0.trivia + $0.text }, touched.map { Self.bytes(of: $0, in: pieces) })
  }

  /// Damages a token; the tokens that this touches, nil where it changes nothing.
  private func change(
    _ pieces: inout [Piece], at index: Int, by damage: TokenDamage, with generator: inout SeededGenerator
  ) -> ClosedRange<Int>? {
    let old = pieces[index].text
    switch damage {
    case .deleted:
      pieces[index].text = []
      return max(0, index - 1)...index + 1
    case .doubled:
      pieces[index].text += [0x20] + old
    case .exchangedWithNext:
      guard index + 1 < count, old != pieces[index + 1].text else { return nil }
      pieces[index].text = pieces[index + 1].text
      pieces[index + 1].text = old
      return index...index + 1
    case .exchangedWithAnother:
      let other = pieces[generator.below(count)].text
      guard other != old else { return nil }
      pieces[index].text = other
    }
    return index...index
  }

  private static func bytes(of tokens: ClosedRange<Int>, in pieces: [Piece]) -> Range<Int> {
    func size(_ piece: Piece) -> Int { piece.trivia.count + piece.text.count }
    let before = pieces[..<tokens.lowerBound].reduce(0) { $0 + size($1) }
    let all = pieces[tokens].reduce(0) { $0 + size($1) }
    return before + pieces[tokens.lowerBound].trivia.count..<before + all
  }
}

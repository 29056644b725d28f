import PledgeDamage
import PledgeTestSupport

/// Makes texts that nobody would write out of those of the repository.
struct Mutator {
  private let texts: [[UInt8]]
  private let tokens: [TokenText]

  init(_ policies: [RepositoryPolicies.Policy]) {
    texts = policies.map(\.bytes)
    tokens = texts.map { TokenText($0) }
  }

  /// The ways to change a text.
  private enum Change: CaseIterable {
    case bytes, notUTF8, tokens, lines, splice, cut, repetition, nesting, numbers
  }

  /// A text of the repository, changed in one to three ways, and its place among the policies.
  func text(_ generator: inout SeededGenerator) -> (bytes: [UInt8], policy: Int) {
    let place = generator.below(texts.count)
    // Some begin small, so that many are looked at.
    var bytes = generator.once(in: 2) ? piece(of: texts[place], &generator) : texts[place]
    for _ in 0..<generator.number(1...3) {
      switch generator.one(of: Change.allCases) {
      case .bytes: changeBytes(&bytes, within: 0x20...0x7E, &generator)
      case .notUTF8: changeBytes(&bytes, within: 0x00...0xFF, &generator)
      case .tokens: bytes = withDamagedTokens(bytes, place, &generator)
      case .lines: moveLines(&bytes, &generator)
      case .splice: splice(piece(of: generator.one(of: texts), &generator), into: &bytes, &generator)
      case .cut: bytes = Array(bytes.prefix(generator.below(bytes.count + 1)))
      case .repetition: repeatPart(&bytes, &generator)
      case .nesting: splice(nest(&generator), into: &bytes, &generator)
      case .numbers: enlargeNumbers(&bytes, &generator)
      }
    }
    return (Array(bytes.prefix(1 << 18)), place)
  }

  /// The head of a policy and some lines of it.
  private func piece(of text: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    let start = generator.below(lines.count)
    let part = lines.prefix(12) + lines.dropFirst(start).prefix(generator.number(1...60))
    return Array(part.joined(separator: [0x0A]))
  }

  private func changeBytes(
    _ bytes: inout [UInt8], within range: ClosedRange<UInt8>, _ generator: inout SeededGenerator
  ) {
    for _ in 0..<generator.number(1...6) where !bytes.isEmpty {
      let index = generator.below(bytes.count)
      let byte = UInt8(generator.number(Int(range.lowerBound)...Int(range.upperBound)))
      switch generator.below(3) {
      case 0: bytes[index] = byte
      case 1: bytes.insert(byte, at: index)
      default: bytes.remove(at: index)
      }
    }
  }

  private func withDamagedTokens(
    _ bytes: [UInt8], _ place: Int, _ generator: inout SeededGenerator
  ) -> [UInt8] {
    var bytes = bytes
    for turn in 0..<generator.number(1...4) {
      let cut = turn == 0 && bytes == texts[place] ? tokens[place] : TokenText(bytes)
      guard cut.count > 0 else { return bytes }
      let damage = generator.one(of: TokenDamage.allCases)
      let damaged = cut.damaged(at: generator.below(cut.count), by: damage, with: &generator)
      bytes = damaged?.bytes ?? bytes
    }
    return bytes
  }

  private func moveLines(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for _ in 0..<generator.number(1...4) {
      let line = lines.remove(at: generator.below(lines.count))
      lines.insert(line, at: generator.below(lines.count + 1))
    }
    bytes = Array(lines.joined(separator: [0x0A]))
  }

  private func splice(_ part: [UInt8], into bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    bytes.insert(contentsOf: part, at: generator.below(bytes.count + 1))
  }

  private func repeatPart(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let start = generator.below(bytes.count)
    let part = bytes[start..<min(bytes.count, start + generator.number(1...40))]
    bytes.insert(contentsOf: (0..<generator.number(2...400)).flatMap { _ in part }, at: start)
  }

  private static let nests = [
    "(", "not ", "if ", "first of { 1 when ", "{ ", "a.", "a + ", "end of ", "during ", "max(",
    "from a until ",
    "ticket \"a\" {\n", "a of ", "- ", "at least 2 a of ", "cases {\n", "如果 ", "（",
  ]

  private func nest(_ generator: inout SeededGenerator) -> [UInt8] {
    let part = generator.one(of: Mutator.nests)
    return Array(String(repeating: part, count: generator.number(2...3000)).utf8)
  }

  private static let numbers = [
    "9223372036854775807", "9223372036854775808", "170141183460469231731687303715884105727",
    "0.000000000000000000000000000000001", "999999999999999999999999999999999999999999999999.99", "0", "00",
    "1e400", "0.1.2", "9999-12-31", "0000-00-00", "2026-02-30", "24:00", "99:99:99.999999999",
  ]

  private func enlargeNumbers(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    for _ in 0..<generator.number(1...3) {
      let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }
      guard !digits.isEmpty else { return }
      let start = generator.one(of: digits)
      let end = bytes[start...].firstIndex { !(0x30...0x39).contains($0) } ?? bytes.count
      bytes.replaceSubrange(start..<end, with: Array(generator.one(of: Mutator.numbers).utf8))
    }
  }
}

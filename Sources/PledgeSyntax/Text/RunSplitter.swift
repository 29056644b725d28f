/// Finds the words in a run of characters that has no blanks between them.
package struct RunSplitter {
  /// Longer runs are no slip.
  private static let longest = 64

  private let words: Set<String>

  /// A splitter that knows the words of a dialect, its units and the given names.
  package init(names: some Sequence<String>, dialect: Dialect) {
    var words = Set(names)
    words.formUnion(KeywordTable.words(of: dialect).keys)
    words.formUnion(UnitTable.units(of: dialect).keys)
    words.formUnion(BuiltInNames.rows.compactMap { BuiltInNames.word(for: $0.english, in: dialect) })
    if let closing = DialectWords.closing(in: dialect) { words.insert(closing) }
    self.words = words
  }

  /// The words of a run, two at least, where there is exactly one way to cut it; digits are words too.
  package func split(_ run: String) -> [String]? {
    let letters = Array(run)
    guard letters.count > 1, letters.count <= Self.longest else { return nil }
    // How many ways lead from a place to the end, at most two, and the end of the first word of one of them.
    var ways = [Int](repeating: 0, count: letters.count + 1)
    var ends = [Int](repeating: 0, count: letters.count + 1)
    ways[letters.count] = 1
    for start in letters.indices.reversed() {
      for end in (start + 1)...letters.count where ways[end] > 0 {
        guard end - start < letters.count, isWord(letters, start, end) else { continue }
        ways[start] = min(2, ways[start] + ways[end])
        ends[start] = end
      }
    }
    guard ways[0] == 1 else { return nil }
    var parts: [String] = []
    var place = 0
    while place < letters.count {
      parts.append(String(letters[place..<ends[place]]))
      place = ends[place]
    }
    return parts
  }

  private func isWord(_ letters: [Character], _ start: Int, _ end: Int) -> Bool {
    if letters[start..<end].allSatisfy({ $0.isASCII && $0.isNumber }) {
      let isWhole = end == letters.count || !(letters[end].isASCII && letters[end].isNumber)
      return isWhole && (start == 0 || !(letters[start - 1].isASCII && letters[start - 1].isNumber))
    }
    return words.contains(String(letters[start..<end]))
  }
}

/// Did-you-mean: the known word that is nearest to a misspelt one.
package enum Suggestion {
  /// Longer words are not compared, so that the work stays bounded.
  private static let longest = 64

  /// The nearest candidate within a third of the word's length (at least one edit), nil where none or two
  /// are nearest.
  ///
  /// Takes O(number of candidates × length²). Candidates of equal distance are told apart by nothing, so
  /// that the order of the candidates never decides.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased())
    guard letters.count <= longest, !letters.isEmpty else { return nil }
    let shape = LookAlike.shape(word)
    if let twin = candidates.first(where: { $0 != word && LookAlike.shape($0) == shape }) { return twin }
    var best: (word: String, distance: Int)?
    var isTied = false
    for candidate in candidates where candidate != word {
      let allowed = max(1, min(letters.count, candidate.count) / 3)
      guard let distance = distance(letters, Array(candidate.lowercased()), limit: allowed) else { continue }
      if let found = best, found.distance <= distance {
        if found.distance == distance, found.word != candidate { isTied = true }
        continue
      }
      best = (candidate, distance)
      isTied = false
    }
    return isTied ? nil : best?.word
  }

  /// The question in English, or what tells the word from one that looks alike.
  static func englishHint(_ suggestion: String, for word: String) -> Wording {
    guard LookAlike.areAlike(word, suggestion),
      let difference = LookAlike.difference(of: word, from: suggestion)
    else { return "did you mean `\(suggestion)`?" }
    return "`\(suggestion)` looks the same, but here stands \(difference)"
  }

  /// The question in Chinese, or what tells the word from one that looks alike.
  static func chineseHint(_ suggestion: String, for word: String) -> Wording {
    guard LookAlike.areAlike(word, suggestion),
      let difference = LookAlike.difference(of: word, from: suggestion)
    else { return "是否要写 `\(suggestion)`？" }
    return "`\(suggestion)` 看上去一样，但此处写的是 \(difference)"
  }

  /// The number of insertions, removals, replacements and swaps of neighbours between two words, nil above
  /// the limit.
  private static func distance(_ first: [Character], _ second: [Character], limit: Int) -> Int? {
    guard second.count <= longest, abs(first.count - second.count) <= limit else { return nil }
    // A single letter is near every other one, which helps nobody.
    guard min(first.count, second.count) > 1 else { return nil }
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for row in 1...first.count {
      var current = [row]
      for column in 1...second.count {
        let cost = first[row - 1] == second[column - 1] ? 0 : 1
        var value = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
        if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
          value = min(value, beforePrevious[column - 2] + 1)
        }
        current.append(value)
      }
      beforePrevious = previous
      previous = current
    }
    guard let distance = previous.last, distance <= limit else { return nil }
    return distance
  }
}

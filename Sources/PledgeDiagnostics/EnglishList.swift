/// Lists in English sentences, for the catalogues.
enum EnglishList {
  /// Words in backticks, joined by commas and a last `or`.
  static func or(_ words: [String]) -> String { joined(words, by: "or") }

  /// Words in backticks, joined by commas and a last `and`.
  static func and(_ words: [String]) -> String { joined(words, by: "and") }

  private static func joined(_ words: [String], by conjunction: String) -> String {
    let quoted = words.map { "`\($0)`" }
    guard quoted.count > 1, let last = quoted.last else { return quoted.first ?? "nothing" }
    return quoted.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}

import Foundation

extension Document {
  /// What its links lead to, outside of fenced blocks.
  var links: [String] {
    var isFenced = false
    let text = lines.filter { line in
      if line.trimmed.hasPrefix("```") { isFenced.toggle() }
      return !isFenced
    }.joined(separator: "\n")
    guard let pattern = try? NSRegularExpression(pattern: #"\]\(([^)\s]+)\)"#) else { return [] }
    return pattern.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap { match in
      Range(match.range(at: 1), in: text).map { String(text[$0]) }
    }
  }

  /// The anchor of a heading, as forges make it.
  static func anchor(of heading: String) -> String {
    let title = heading.drop { $0 == "#" || $0 == " " }.lowercased()
    return String(title.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" })
      .replacing(" ", with: "-")
  }
}

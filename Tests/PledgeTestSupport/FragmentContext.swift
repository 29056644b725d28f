import Foundation

/// What fragments use and do not declare: the declarations of a file, apart by empty lines. A fragment gets
/// those that it needs and does not make itself.
package struct FragmentContext: Sendable {
  private let declarations: [Declaration]

  private struct Declaration: Sendable {
    let word: String
    let name: String
    let text: String

    init(_ text: String) {
      let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
      word = words.first ?? ""
      name = ["ticket", "policy"].contains(word) ? "" : words.dropFirst().first ?? ""
      self.text = text
    }
  }

  /// The declarations of a text.
  package init(_ text: String) {
    let parts = text.trimmingCharacters(in: .newlines).components(separatedBy: "\n\n")
    declarations = parts.map(Declaration.init).filter { !$0.word.isEmpty }
  }

  /// A policy of the fragment and what it needs.
  package func completed(_ fragment: String) -> String {
    let own = Set(
      fragment.components(separatedBy: "\n").filter { $0.first?.isLetter ?? false }.map(Declaration.init)
        .map { $0.word + " " + $0.name })
    let others = declarations.filter { !own.contains($0.word + " " + $0.name) }
    var chosen = others.map { $0.name.isEmpty }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      let used = Self.words(of: fragment + zip(others, chosen).map { $1 ? $0.text : "" }.joined())
      for (index, other) in others.enumerated() where !chosen[index] && used.contains(other.name) {
        chosen[index] = true
        isGrowing = true
      }
    }
    let context = zip(others, chosen).filter(\.1).map { $0.0.text + "\n\n" }.joined()
    return "pledge 1\n\n" + context + fragment
  }

  private static func words(of text: String) -> Set<String> {
    Set(text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
  }
}

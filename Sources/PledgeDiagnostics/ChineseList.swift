/// Lists in Chinese sentences, for the catalogues.
enum ChineseList {
  /// Names of the author's in backticks, joined by `、` and a last 或.
  static func or(_ names: [String]) -> Wording { joined(names.map { "`\($0)`" }, by: " 或 ") }

  /// Names of the author's in backticks, joined by `、` and a last 和.
  static func and(_ names: [String]) -> Wording { joined(names.map { "`\($0)`" }, by: " 和 ") }

  /// Words of the language in backticks, joined by `、` and a last 或.
  static func orCode(_ words: [String]) -> Wording { joined(words.map { "`\(code: $0)`" }, by: " 或 ") }

  /// Words of the language in backticks, joined by `、` and a last 和.
  static func andCode(_ words: [String]) -> Wording { joined(words.map { "`\(code: $0)`" }, by: " 和 ") }

  /// Code that is given together with the alternatives to it, as the lexer and the parser name them in
  /// English: ``a`, `b` or `c``.
  static func alternatives(_ given: String) -> String {
    "`" + given.replacing("`, `", with: "`、`").replacing("` or `", with: "` 或 `") + "`"
  }

  private static func joined(_ parts: [Wording], by conjunction: Wording) -> Wording {
    parts.isEmpty ? "空" : .joined(parts, by: "、", last: conjunction)
  }
}

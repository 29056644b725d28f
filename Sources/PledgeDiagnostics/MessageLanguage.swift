/// The languages that people read messages and reports in.
package enum MessageLanguage: String, Hashable, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// Chinese in simplified characters.
  case chinese = "zh"

  /// The language of a locale's name, such as `zh_CN.UTF-8`; nil where we have no words for it.
  package init?(locale: String) {
    let name = locale.prefix { $0.isLetter }.lowercased()
    guard let language = MessageLanguage(rawValue: name) else { return nil }
    self = language
  }
}

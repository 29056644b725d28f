/// An example of a page. `‹U+200B›` in a text stands for a character that cannot be shown.
package enum CodeExample: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Declarations of a policy whose others do not matter.
  case fragment(String)
  /// A whole policy.
  case policy(String)
  /// Files in one folder, of which the first is checked.
  case files([File])
  /// Versions of one policy, which are checked together.
  case versions([File])
  /// Words, where the cause is none that a page could show.
  case words(String)

  /// One of several files.
  package struct File: Hashable, Sendable {
    /// Its name in the folder.
    package let name: String
    /// What it says.
    package let text: String

    init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  /// A fragment.
  package init(stringLiteral text: String) { self = .fragment(text) }
}

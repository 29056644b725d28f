/// Bounds that keep every input cheap; each has a diagnostic of its own.
package enum SyntaxLimits {
  /// The largest file in bytes.
  package static let fileBytes = 8 * 1024 * 1024
  /// The longest token in bytes.
  package static let tokenBytes = 64 * 1024
  /// How deep parentheses, blocks and operators may stand in each other, and the depth of a tree.
  package static let depth = 200
  /// How many diagnostics one file gives.
  package static let messages = 1_000
}

/// A change of the text that removes a fact's cause.
package struct Fix: Hashable, Sendable {
  /// How far the fix may be applied without asking.
  package enum Applicability: Hashable, Sendable {
    /// Keeps every decision, so tools may apply it by themselves.
    case safe
    /// Changes what the policy decides, probably as its author meant.
    case unsafe
    /// One of several possibilities, or with gaps to fill in.
    case suggestion
  }

  /// The edits, not overlapping, in order.
  package let edits: [TextEdit]
  /// How far the fix may be applied without asking.
  package let applicability: Applicability

  /// A fix of several edits.
  package init(_ edits: [TextEdit], _ applicability: Applicability) {
    self.edits = edits
    self.applicability = applicability
  }

  /// A fix of one edit.
  package static func replace(
    _ range: SourceRange, with text: String, _ applicability: Applicability
  ) -> Fix {
    Fix([TextEdit(range: range, replacement: text)], applicability)
  }
}

/// The replacement of a range by a text.
package struct TextEdit: Hashable, Sendable {
  /// What is replaced; an empty range inserts.
  package let range: SourceRange
  /// What stands there afterwards.
  package let replacement: String

  /// An edit.
  package init(range: SourceRange, replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

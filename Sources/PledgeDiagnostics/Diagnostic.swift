/// One message about a text: a fact and where it is. Its words are made later, in the reader's language.
package struct Diagnostic: Hashable, Sendable {
  /// What is so.
  package let fact: Fact
  /// The part of the text that the headline speaks of.
  package let range: SourceRange
  /// Further places that explain the fact, also in other files.
  package let labels: [SecondaryLabel]
  /// Edits that would remove the cause.
  package let fixes: [Fix]

  /// A message about a range.
  package init(_ fact: Fact, at range: SourceRange, labels: [SecondaryLabel] = [], fixes: [Fix] = []) {
    self.fact = fact
    self.range = range
    self.labels = labels
    self.fixes = fixes
  }

  /// The stable code.
  package var code: DiagnosticCode { fact.code }

  /// How bad it is.
  package var severity: Severity { fact.severity }

  /// The file that the primary range lies in.
  package var file: FileID { range.file }
}

/// How bad a fact is.
package enum Severity: Hashable, Sendable, CaseIterable {
  /// The policy means nothing certain until it is changed.
  case error
  /// The policy means something, but hardly what its author wants.
  case warning
  /// Worth knowing.
  case note
}

/// A stable code: the number never changes its meaning, the name is for people and configuration.
package struct DiagnosticCode: Hashable, Sendable, CustomStringConvertible {
  /// The number, at most four digits.
  package let number: Int
  /// The name in kebab case.
  package let name: String

  /// A code from its number and name.
  package init(_ number: Int, _ name: String) {
    self.number = number
    self.name = name
  }

  /// The code as it is printed: `P0123`.
  package var description: String {
    let digits = String(number)
    return "P" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// A further place and what it has to do with the fact.
package struct SecondaryLabel: Hashable, Sendable {
  /// The place.
  package let range: SourceRange
  /// What the place is.
  package let role: LabelRole

  /// A label on a range.
  package init(_ role: LabelRole, at range: SourceRange) {
    self.range = range
    self.role = role
  }
}

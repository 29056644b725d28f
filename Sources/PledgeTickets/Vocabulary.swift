/// What a policy says a ticket consists of: its fields and the events of its log.
///
/// A field or event is named by its index everywhere behind the checker.
package struct Vocabulary: Sendable {
  package var fields: [FieldDeclaration]
  package var events: [EventDeclaration]

  package init(fields: [FieldDeclaration] = [], events: [EventDeclaration] = []) {
    self.fields = fields
    self.events = events
  }
}

/// One declared field of a ticket or column of a register.
package struct FieldDeclaration: Sendable {
  package var name: String
  package var type: ValueType
  package var presence: Presence

  package init(name: String, type: ValueType, presence: Presence = .required) {
    self.name = name
    self.type = type
    self.presence = presence
  }

  /// What it means that a record holds no value for the field.
  package enum Presence: Sendable, Hashable {
    /// The record is rejected.
    case required
    /// The value is missing, and what needs it is undecided.
    case optional
    /// The value is this one.
    case defaulted(Scalar)
  }
}

/// One declared event of a ticket's log.
package struct EventDeclaration: Sendable {
  package var name: String
  /// A ticket holds it at most once.
  package var once: Bool
  /// It may have happened without having been recorded, so that its absence is a missing value.
  package var ifRecorded: Bool
  /// The attributes that each occurrence may carry.
  package var attributes: [FieldDeclaration]

  package init(
    name: String, once: Bool = false, ifRecorded: Bool = false, attributes: [FieldDeclaration] = []
  ) {
    self.name = name
    self.once = once
    self.ifRecorded = ifRecorded
    self.attributes = attributes
  }
}

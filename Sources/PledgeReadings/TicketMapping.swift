import PledgeTime

/// A place in a text, counted from 1.
package struct TextPosition: Sendable, Hashable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// What is wrong with a mapping, register or holiday file as a whole; such a file is not used.
package struct ReadingProblem: Error, Sendable, Hashable, CustomStringConvertible {
  package var file: String
  package var position: TextPosition?
  package var message: String

  package init(file: String, position: TextPosition? = nil, message: String) {
    self.file = file
    self.position = position
    self.message = message
  }

  /// `file:line:column: message`.
  package var description: String {
    position.map { "\(file):\($0.line):\($0.column): \(message)" } ?? "\(file): \(message)"
  }
}

/// How the records of another system become tickets. Written as a YAML file, see docs/mapping.md.
package struct TicketMapping: Sendable {
  package var file = ""
  /// Nil: as the file's name says.
  package var format: InputFormat?
  package var charset = "UTF-8"
  package var delimiter: UInt8 = 0x2c
  /// The zone of times without offset, by name.
  package var zone: String?
  package var zonePosition: TextPosition?
  /// How times are written, besides ISO 8601; tried in order.
  package var timePatterns: [TimePattern] = []
  /// Marks of a missing value in any field.
  package var missing: [String] = []
  package var asOf: String?
  /// Where the list of records is in a JSON document; empty: at the top.
  package var records = RecordPath([])
  package var id = RecordPath(["id"])
  /// Whether the rows of one ticket stand next to each other.
  package var manyRows = false
  package var fields: [Field] = []
  /// Where events come from; empty: the list `events` with `at` and `type`.
  package var events: [EventSource] = []

  package init() {}

  /// How one declared field is read.
  package struct Field: Sendable {
    package var name: String
    package var position: TextPosition?
    /// Nil: by the field's own name.
    package var path: RecordPath?
    /// The same value in every ticket.
    package var constant: String?
    /// Translations of the source's texts.
    package var values: [(from: String, to: String)] = []
    package var missing: [String] = []
    /// The value where the source has none.
    package var otherwise: String?
    /// The row of a ticket with many rows that holds the value.
    package var row = Row.last

    package init(name: String) { self.name = name }
  }

  /// Which of a ticket's rows is meant.
  package enum Row: String, Sendable, CaseIterable {
    case first
    case last
    case each
  }

  /// One source of events; a ticket's events come from all of them, in their order where instants are equal.
  package struct EventSource: Sendable {
    package var kind: Kind
    package var position: TextPosition?
    package var at: RecordPath
    /// Attributes by the paths that hold them.
    package var attributes: [(name: String, path: RecordPath)] = []
    /// Attributes that are always the same.
    package var constants: [(name: String, value: String)] = []

    package init(kind: Kind, at: RecordPath) {
      self.kind = kind
      self.at = at
    }
  }

  /// What tells that an event happened.
  package enum Kind: Sendable {
    /// The elements of a list; `type` names the event.
    case list(path: RecordPath, type: RecordPath, names: Names)
    /// Each row is an event; `type` names it.
    case row(type: RecordPath, names: Names)
    /// An instant in a column.
    case instant(event: String, row: Row)
    /// A column whose value differs from that of the row before; the first row differs from nothing.
    case change(event: String, column: RecordPath, from: Match, to: Match)
  }

  /// How the source's names of events are read.
  package struct Names: Sendable {
    package var translations: [(from: String, to: String)] = []
    package var ignored: [String] = []
    /// Whether every event that the vocabulary does not have is ignored.
    package var ignoresOthers = false

    package init() {}
  }

  /// A condition on a column's value before or after a change.
  package struct Match: Sendable {
    /// The values; empty with `negated` means any.
    package var values: [String]
    /// Whether the condition is that the value is none of them.
    package var negated: Bool
    /// Whether no value (no row before, or a missing one) meets it.
    package var acceptsNothing: Bool

    package init(values: [String] = [], negated: Bool = true, acceptsNothing: Bool = true) {
      self.values = values
      self.negated = negated
      self.acceptsNothing = acceptsNothing
    }
  }
}

/// Where a value is in a record: keys from the outside in; a column is one key.
package struct RecordPath: Sendable, Hashable, CustomStringConvertible {
  package var keys: [String]

  package init(_ keys: [String]) { self.keys = keys }

  /// Reads `recorded.made_sla`.
  package init(dotted text: String) {
    keys = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }

  /// The keys with points between them; the name of the column in a CSV file.
  package var description: String { keys.joined(separator: ".") }
}

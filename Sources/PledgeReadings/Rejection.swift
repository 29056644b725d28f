/// A record that could not be read, with its place and why. It is a value: the run goes on.
package struct Rejection: Sendable, Hashable {
  package var file: String
  /// Counted from 1.
  package var line: Int
  /// In characters from 1; nil where the format gives none.
  package var column: Int?
  /// The id of the ticket, where it could be read.
  package var ticket: String?
  /// The field, event attribute or column that is at fault, where it is one.
  package var field: String?
  package var reason: Reason

  package init(
    file: String, line: Int, column: Int? = nil, ticket: String? = nil, field: String? = nil, reason: Reason
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.ticket = ticket
    self.field = field
    self.reason = reason
  }

  /// Why a record was not read.
  package enum Reason: Error, Sendable, Hashable {
    /// The text breaks the grammar of its format.
    case malformed(format: InputFormat, detail: String)
    /// The bytes are not text of the stated character set.
    case invalidText
    /// A record, a list or a nesting is beyond a bound.
    case tooLarge(what: String, limit: Int)
    /// The record is not an object with fields.
    case notARecord(found: String)
    /// A row has another number of cells than the header.
    case ragged(expected: Int, found: Int)
    /// A required field, an event's time or type, or the id has no value.
    case missing
    /// A field stands twice in one record.
    case twice
    /// The value is not of the declared type.
    case wrongType(expected: String, found: String)
    /// The value is written like one of the type, but there is no such value.
    case impossible(expected: String, text: String)
    /// The value is not one of the enumeration's.
    case unknownMember(text: String, members: [String])
    /// An amount of another currency than the policy's.
    case otherCurrency(text: String, expected: String)
    /// A number of more digits than 18, or a duration beyond what can be counted.
    case numberTooLarge(text: String)
    /// A time without offset where no zone is declared.
    case timeWithoutZone(text: String)
    /// More than six digits of a second's fraction.
    case tooFine(text: String)
    /// Second 60.
    case leapSecond(text: String)
    /// An event that the vocabulary does not have.
    case unknownEvent(text: String)
    /// An event declared `once` that stands twice.
    case eventTwice(event: String)
    /// An id that an earlier ticket has, where a run asks for unique ids.
    case duplicateTicket
  }
}

extension Rejection.Reason {
  /// The stable name of the reason, for reports that are counted by it.
  package var code: String {
    switch self {
    case .malformed: "malformed"
    case .invalidText: "invalid-text"
    case .tooLarge: "too-large"
    case .notARecord: "not-a-record"
    case .ragged: "ragged-row"
    case .missing: "missing-value"
    case .twice: "field-twice"
    case .wrongType: "wrong-type"
    case .impossible: "impossible-value"
    case .unknownMember: "unknown-member"
    case .otherCurrency: "other-currency"
    case .numberTooLarge: "number-too-large"
    case .timeWithoutZone: "time-without-zone"
    case .tooFine: "too-many-second-digits"
    case .leapSecond: "leap-second"
    case .unknownEvent: "unknown-event"
    case .eventTwice: "event-twice"
    case .duplicateTicket: "duplicate-ticket"
    }
  }

  /// The reason in one plain sentence without a full stop.
  package var text: String {
    switch self {
    case .malformed(let format, let detail): "malformed \(format.title): \(detail)"
    case .invalidText: "bytes that are not text of the stated character set"
    case .tooLarge(let what, let limit): "\(what) beyond the limit of \(limit)"
    case .notARecord(let found): "expected a record with fields, found \(found)"
    case .ragged(let expected, let found): "the row has \(found) cells, the header \(expected)"
    case .missing: "a required value is missing"
    case .twice: "the field stands twice"
    case .wrongType(let expected, let found): "expected \(expected), found \(found)"
    case .impossible(let expected, let text): "there is no \(expected) `\(text)`"
    case .unknownMember(let text, let members):
      "`\(text)` is not one of \(members.map { "`\($0)`" }.joined(separator: ", "))"
    case .otherCurrency(let text, let expected): "`\(text)` is not an amount in \(expected)"
    case .numberTooLarge(let text): "the number `\(text)` is too large"
    case .timeWithoutZone(let text):
      "the time `\(text)` has no offset, and no zone is declared for such times"
    case .tooFine(let text): "the time `\(text)` has more than six digits behind the second"
    case .leapSecond(let text): "the time `\(text)` has a second 60"
    case .unknownEvent(let text): "the event `\(text)` is not in the vocabulary"
    case .eventTwice(let event): "the event `\(event)` is declared `once` and stands twice"
    case .duplicateTicket: "an earlier ticket has the same id"
    }
  }
}

/// A format in which tickets, registers and holidays are read.
package enum InputFormat: String, Sendable, Hashable, CaseIterable {
  case ndjson
  case json
  case csv
  case yaml

  /// How messages name the format.
  package var title: String {
    switch self {
    case .ndjson, .json: "JSON"
    case .csv: "CSV"
    case .yaml: "YAML"
    }
  }

  /// The format that a file's name tells, `.gz` aside; nil when it tells none.
  package static func named(by path: String) -> InputFormat? {
    var name = path[...]
    if name.hasSuffix(".gz") { name = name.dropLast(3) }
    for (ending, format) in endings where name.hasSuffix(ending) { return format }
    return nil
  }

  private static let endings: [(String, InputFormat)] = [
    (".ndjson", .ndjson), (".jsonl", .ndjson), (".json", .json), (".csv", .csv), (".yaml", .yaml),
    (".yml", .yaml),
  ]
}

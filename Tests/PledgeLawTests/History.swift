import PledgeTime

/// Tickets and registers as a law can change them before they are read.
struct History: Sendable {
  struct Event: Sendable {
    var at: Instant
    var type: String
    /// Attributes and changes of fields, as JSON.
    var attributes: [(name: String, value: String)] = []
    var changes: [(name: String, value: String)] = []

    var json: String {
      var members = ["\"at\":\"\(at.text(in: .utc))\"", "\"type\":\"\(type)\""]
      members += attributes.map { "\"\($0.name)\":\($0.value)" }
      if !changes.isEmpty {
        members.append("\"set\":{\(changes.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ","))}")
      }
      return "{\(members.joined(separator: ","))}"
    }
  }

  struct Record: Sendable {
    var id: String
    /// The values as JSON.
    var fields: [(name: String, value: String)] = []
    var events: [Event] = []

    var json: String {
      let members = ["\"id\":\"\(id)\""] + fields.map { "\"\($0.name)\":\($0.value)" }
      return "{\(members.joined(separator: ",")),\"events\":[\(events.map(\.json).joined(separator: ","))]}"
    }

    /// The record as it was at an instant.
    func cut(at instant: Instant) -> Record {
      var record = self
      record.events.removeAll { $0.at > instant }
      return record
    }
  }

  /// A register as CSV cells; the first row has the names of the columns.
  struct Table: Sendable {
    var name: String
    var rows: [[String]]

    var csv: String { rows.map { $0.joined(separator: ",") + "\n" }.joined() }
  }

  var records: [Record] = []
  var tables: [Table] = []

  /// The records, one a line.
  var lines: [String] { records.map(\.json) }
}

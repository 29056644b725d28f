import PledgeDiagnostics
import PledgeReadings

/// Records that were not read, as JSON: docs/schemas/rejection-1.json.
package enum RejectionJSON {
  /// Writes one rejection as an object.
  package static func write(_ rejection: Rejection, to json: inout JSONText) {
    json.object { json in
      json.member("file", rejection.file)
      json.member("line", rejection.line)
      if let column = rejection.column { json.member("column", column) }
      json.member("field", rejection.field)
      json.member("ticket", rejection.ticket)
      json.member("code", rejection.reason.code)
      json.member("reason", rejection.reason.text)
    }
  }

  /// One line of a `--rejects` file.
  package static func line(_ rejection: Rejection) -> [UInt8] {
    var json = JSONText(indented: false)
    write(rejection, to: &json)
    json.newline()
    return json.bytes
  }

  /// `file:line:column: field: reason`, as a message names it.
  package static func message(_ rejection: Rejection) -> String {
    let column = rejection.column.map { ":\($0)" } ?? ""
    let ticket = rejection.ticket.map { "ticket \($0): " } ?? ""
    let field = rejection.field.map { "`\($0)`: " } ?? ""
    return PrintableText.of(
      "\(rejection.file):\(rejection.line)\(column): \(ticket)\(field)\(rejection.reason.text)")
  }
}

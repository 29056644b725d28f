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
}

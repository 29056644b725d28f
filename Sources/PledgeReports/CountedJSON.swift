/// A report with counts as JSON: one document, or a line for each record with the counts last.
struct CountedJSON {
  /// The version of the format, such as `pledge.check/1`.
  let schema: String
  let counts: (inout JSONText) -> Void

  /// The whole document: schema, tool and counts, then what `body` adds.
  func document(_ body: (inout JSONText) -> Void) -> [UInt8] {
    var json = JSONText(indented: true)
    json.object { json in
      json.member("schema", schema)
      RunSheet.writeTool(to: &json)
      json.member("counts") { counts(&$0) }
      body(&json)
    }
    json.newline()
    return json.bytes
  }

  /// The lines that `body` writes, and one for the counts.
  func lines(_ body: (inout JSONText) -> Void) -> [UInt8] {
    var json = JSONText(indented: false)
    body(&json)
    CountedJSON.line("counts", to: &json) { json in
      json.member("schema", schema)
      RunSheet.writeTool(to: &json)
      counts(&json)
    }
    return json.bytes
  }

  /// One line, which says what it is about.
  static func line(_ record: String, to json: inout JSONText, _ body: (inout JSONText) -> Void) {
    json.object { json in
      json.member("record", record)
      body(&json)
    }
    json.newline()
  }
}

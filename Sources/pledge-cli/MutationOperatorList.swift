import PledgeDiagnostics
import PledgeReports
import PledgeTesting

/// The kinds of mistakes of `pledge mutate` as a list.
enum MutationOperatorList {
  /// One line or record a kind.
  static func bytes(_ format: OutputFormat, _ style: Style) -> [UInt8] {
    let operators = MutationOperator.all
    switch format {
    case .text:
      let width = operators.map { DisplayWidth.of($0.name) }.max() ?? 0
      return Array(
        operators.map { one in
          one.name + String(repeating: " ", count: width + 2 - DisplayWidth.of(one.name))
            + MutationWords.summary(one, in: style.language) + "\n"
        }.joined().utf8)
    case .csv:
      var bytes: [UInt8] = []
      CSVText.append(row: ["name", "summary"], to: &bytes)
      for one in operators { CSVText.append(row: [one.name, one.summary], to: &bytes) }
      return bytes
    case .json:
      var json = JSONText(indented: true)
      json.object { json in
        json.member("schema", "pledge.mutation-operators/1")
        json.list("operators") { json in
          for one in operators { json.object { write(one, to: &$0) } }
        }
      }
      json.newline()
      return json.bytes
    case .ndjson:
      var json = JSONText(indented: false)
      for one in operators {
        json.object { write(one, to: &$0) }
        json.newline()
      }
      return json.bytes
    }
  }

  private static func write(_ one: MutationOperator, to json: inout JSONText) {
    json.member("name", one.name)
    json.member("summary", one.summary)
  }
}

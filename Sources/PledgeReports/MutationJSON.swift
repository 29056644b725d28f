import PledgeDiagnostics
import PledgeTesting

/// What tests do not notice as JSON: docs/schemas/mutate-1.json.
struct MutationJSON {
  let report: MutationReport

  private var json: CountedJSON { CountedJSON(schema: "pledge.mutate/1") { writeCounts(to: &$0) } }

  /// The whole document.
  var bytes: [UInt8] {
    json.document { json in
      json.list("policies") { json in
        for entry in report.entries {
          json.object { json in
            write(entry, to: &json)
            json.list("mutants") { json in
              for result in entry.results { json.object { write(result, entry, to: &$0) } }
            }
          }
        }
      }
    }
  }

  /// One line a policy and one a mutant, the counts last.
  var lines: [UInt8] {
    json.lines { json in
      for entry in report.entries {
        CountedJSON.line("policy", to: &json) { write(entry, to: &$0) }
        for result in entry.results {
          CountedJSON.line("mutant", to: &json) { json in
            json.member("file", entry.file.name)
            write(result, entry, to: &json)
          }
        }
      }
    }
  }

  private func writeCounts(to json: inout JSONText) {
    json.member("policies", report.entries.count)
    json.member("mutants", report.entries.reduce(0) { $0 + $1.results.count })
    json.member("killed", report.killed)
    json.member("survived", report.survived)
    json.member("equivalent", report.entries.reduce(0) { $0 + $1.equivalent })
    json.member("refused", report.entries.reduce(0) { $0 + $1.refused })
  }

  private func write(_ entry: MutationReport.Entry, to json: inout JSONText) {
    json.member("file", entry.file.name)
    json.member(RunSheet.digestName, entry.digest)
    json.member("killed", entry.killed)
    json.member("survived", entry.survived)
    json.member("equivalent", entry.equivalent)
    json.member("refused", entry.refused)
  }

  private func write(
    _ result: MutationReport.Result, _ entry: MutationReport.Entry, to json: inout JSONText
  ) {
    json.list("edits") { json in
      for (operation, edit) in zip(result.mutant.operations, result.mutant.edits) {
        json.object { json in
          json.member("operator", operation)
          json.member("line", entry.file.line(at: edit.range.start))
          json.member("start", edit.range.start)
          json.member("end", edit.range.end)
          json.member("text", entry.file.text(in: edit.range))
          json.member("replacement", edit.replacement)
        }
      }
    }
    json.member("result", result.verdict.word)
    json.member("reason", result.verdict.reasons.map(\.sentence).joined(separator: "; "))
    json.member("test", result.verdict.test ?? "")
    json.member("offered", result.offered ?? "")
  }
}

import PledgeDiagnostics

/// Diagnostics as JSON: docs/schemas/check-1.json.
struct CheckJSON {
  private let report: CheckReport

  private let speech: Speech

  init(_ report: CheckReport, _ speech: Speech) {
    self.report = report
    self.speech = speech
  }

  private var json: CountedJSON { CountedJSON(schema: report.schema) { writeCounts(to: &$0) } }

  /// The whole document.
  var bytes: [UInt8] {
    json.document { json in
      json.list("files") { json in
        for entry in report.entries {
          json.object { json in
            writeFile(entry, to: &json)
            json.list("diagnostics") { json in
              for diagnostic in entry.diagnostics { json.object { write(diagnostic, to: &$0) } }
            }
          }
        }
      }
      if !report.plans.isEmpty {
        json.list("plans") { json in for plan in report.plans { plan.write(to: &json) } }
        let together = VersionPlanReport.reports(report.plans)
        if !together.isEmpty {
          json.list("together") { json in for plan in together { plan.write(to: &json) } }
        }
      }
    }
  }

  /// One line a file and one a diagnostic, the counts last.
  var lines: [UInt8] {
    json.lines { json in
      for entry in report.entries {
        CountedJSON.line("file", to: &json) { writeFile(entry, to: &$0) }
        for diagnostic in entry.diagnostics {
          CountedJSON.line("diagnostic", to: &json) { write(diagnostic, to: &$0) }
        }
      }
      for plan in report.plans {
        CountedJSON.line("plan", to: &json) { json in
          json.key("plan")
          plan.write(to: &json)
        }
      }
      for plan in VersionPlanReport.reports(report.plans) {
        CountedJSON.line("together", to: &json) { json in
          json.key("together")
          plan.write(to: &json)
        }
      }
    }
  }

  private func writeCounts(to json: inout JSONText) {
    json.member("files", report.entries.count)
    json.member("errors", report.count(.error))
    json.member("warnings", report.count(.warning))
    json.member("notes", report.count(.note))
  }

  private func writeFile(_ entry: CheckReport.Entry, to json: inout JSONText) {
    json.member("file", entry.file.name)
    json.member(RunSheet.digestName, entry.digest)
  }

  private func write(_ diagnostic: Diagnostic, to json: inout JSONText) {
    let words = speech.words(diagnostic.fact, in: report.sources[diagnostic.file])
    json.member("code", "\(diagnostic.code)")
    json.member("name", diagnostic.code.name)
    json.member("severity", SeverityWords.word(diagnostic.severity))
    json.member("message", words.headline)
    json.member("label", words.label)
    json.member("hint", words.hint)
    json.key("at")
    write(diagnostic.range, to: &json)
    json.list("labels") { json in
      for label in diagnostic.labels {
        json.object { json in
          json.member("message", speech.words(label.role, in: report.sources[label.range.file]))
          json.key("at")
          write(label.range, to: &json)
        }
      }
    }
    json.list("fixes") { json in
      for fix in diagnostic.fixes { write(fix, to: &json) }
    }
    if let sheet = report.witnesses.first(where: { $0.diagnostic == diagnostic }) {
      json.key("witness")
      sheet.write(to: &json)
    }
  }

  private func write(_ fix: Fix, to json: inout JSONText) {
    json.object { json in
      switch fix.applicability {
      case .safe: json.member("applicability", "safe")
      case .unsafe: json.member("applicability", "unsafe")
      case .suggestion: json.member("applicability", "suggestion")
      }
      json.list("edits") { json in
        for edit in fix.edits {
          json.object { json in
            json.key("at")
            write(edit.range, to: &json)
            json.member("replacement", edit.replacement)
          }
        }
      }
    }
  }

  /// A range: bytes from 0, lines and columns (of UTF-16 units, as editors count) from 1.
  private func write(_ range: SourceRange, to json: inout JSONText) {
    json.object { json in
      guard let file = report.sources[range.file] else { return }
      json.member("file", file.name)
      json.list("bytes") { json in
        json.number(range.start)
        json.number(range.end)
      }
      for (key, offset) in [("start", range.start), ("end", range.end)] {
        let place = file.location(at: offset)
        json.member(key) { json in
          json.member("line", place.line)
          json.member("column", place.utf16Column)
        }
      }
    }
  }
}

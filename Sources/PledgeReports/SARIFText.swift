import PledgeDiagnostics

/// Diagnostics as SARIF 2.1.0 (OASIS), as code-scanning services read it.
struct SARIFText {
  private let report: CheckReport
  /// The rules that have findings, in the order of their codes.
  private let rules: [DiagnosticCode]

  private let speech: Speech

  init(_ report: CheckReport, _ speech: Speech) {
    self.report = report
    self.speech = speech
    rules = Set(report.entries.flatMap(\.diagnostics).map(\.code)).sorted { $0.number < $1.number }
  }

  /// The whole document.
  var bytes: [UInt8] {
    var json = JSONText(indented: true)
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.list("runs") { json in
        json.object { json in
          json.member("tool") { json in json.member("driver") { writeDriver(to: &$0) } }
          json.member("columnKind", "utf16CodeUnits")
          json.list("results") { json in
            for diagnostic in report.entries.flatMap(\.diagnostics) {
              json.object { write(diagnostic, to: &$0) }
            }
          }
        }
      }
    }
    json.newline()
    return json.bytes
  }

  private func writeDriver(to json: inout JSONText) {
    json.member("name", "pledge")
    json.member("version", ToolVersion.text)
    json.list("rules") { json in
      for rule in rules {
        json.object { json in
          json.member("id", "\(rule)")
          json.member("name", rule.name)
          if let page = report.page(rule) { write(page, to: &json) }
        }
      }
    }
  }

  private func write(_ page: CheckReport.Page, to json: inout JSONText) {
    json.member("shortDescription") { $0.member("text", page.title + ".") }
    json.member("fullDescription") { $0.member("text", page.meaning) }
    json.member("help") { json in
      json.member("text", page.markdown)
      json.member("markdown", page.markdown)
    }
  }

  private func write(_ diagnostic: Diagnostic, to json: inout JSONText) {
    let words = speech.words(diagnostic.fact, in: report.sources[diagnostic.file])
    json.member("ruleId", "\(diagnostic.code)")
    if let index = rules.firstIndex(of: diagnostic.code) { json.member("ruleIndex", index) }
    json.member("level", SeverityWords.word(diagnostic.severity))
    json.member("message") { json in
      json.member("text", words.headline + (words.hint.map { "; " + $0 } ?? ""))
    }
    json.list("locations") { json in
      json.object { write(place: diagnostic.range, label: words.label, to: &$0) }
    }
    if !diagnostic.labels.isEmpty {
      json.list("relatedLocations") { json in
        for label in diagnostic.labels {
          json.object {
            write(
              place: label.range,
              label: speech.words(label.role, in: report.sources[label.range.file]), to: &$0)
          }
        }
      }
    }
    if !diagnostic.fixes.isEmpty {
      json.list("fixes") { json in
        for fix in diagnostic.fixes { json.object { write(fix, to: &$0) } }
      }
    }
  }

  private func write(place range: SourceRange, label: String?, to json: inout JSONText) {
    guard let file = report.sources[range.file] else { return }
    json.member("physicalLocation") { json in
      writeArtifact(file, to: &json)
      json.member("region") { writeRegion(range, file, to: &$0) }
    }
    if let label { json.member("message") { $0.member("text", label) } }
  }

  private func write(_ fix: Fix, to json: inout JSONText) {
    var files: [FileID] = []
    for edit in fix.edits where !files.contains(edit.range.file) { files.append(edit.range.file) }
    json.list("artifactChanges") { json in
      for file in files.compactMap({ report.sources[$0] }) {
        json.object { json in
          writeArtifact(file, to: &json)
          json.list("replacements") { json in
            for edit in fix.edits where edit.range.file == file.id {
              json.object { json in
                json.member("deletedRegion") { writeRegion(edit.range, file, to: &$0) }
                json.member("insertedContent") { $0.member("text", edit.replacement) }
              }
            }
          }
        }
      }
    }
  }

  private func writeArtifact(_ file: SourceFile, to json: inout JSONText) {
    json.member("artifactLocation") { $0.member("uri", SARIFText.uri(of: file.name)) }
  }

  /// Lines and columns count from 1, bytes from 0; the end is behind the region.
  private func writeRegion(_ range: SourceRange, _ file: SourceFile, to json: inout JSONText) {
    let start = file.location(at: range.start)
    let end = file.location(at: max(range.start, range.end))
    json.member("startLine", start.line)
    json.member("startColumn", start.utf16Column)
    json.member("endLine", end.line)
    json.member("endColumn", end.utf16Column)
    json.member("byteOffset", range.start)
    json.member("byteLength", max(0, range.end - range.start))
  }

  /// A path as a reference of RFC 3986; what is no character of a path is percent-encoded.
  private static func uri(of path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

import PledgeDiagnostics
import PledgeTesting

/// What tests do not notice as CSV: a row a mutant; where it is two mistakes at once, a cell has both parts
/// behind each other with `; ` between them.
enum MutationCSV {
  static func bytes(_ report: MutationReport) -> [UInt8] {
    var bytes: [UInt8] = []
    CSVText.append(
      row: [
        "file", RunSheet.digestName, "line", "operator", "text", "replacement", "result", "reason", "test",
        "tool",
      ], to: &bytes)
    for entry in report.entries {
      for result in entry.results {
        let edits = result.mutant.edits
        let lines = edits.map { "\(entry.file.line(at: $0.range.start))" }
        CSVText.append(
          row: [
            entry.file.name, entry.digest, lines.joined(separator: "; "),
            result.mutant.operations.joined(separator: "; "),
            edits.map { entry.file.text(in: $0.range) }.joined(separator: "; "),
            edits.map(\.replacement).joined(separator: "; "),
            result.verdict.word, result.verdict.reasons.map(\.sentence).joined(separator: "; "),
            result.verdict.test ?? "", ToolVersion.text,
          ], to: &bytes)
      }
    }
    return bytes
  }
}

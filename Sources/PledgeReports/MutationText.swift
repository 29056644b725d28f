import PledgeDiagnostics
import PledgeTesting

/// What tests do not notice, for people: a line a policy, and the lines of each survivor before and behind.
struct MutationText {
  let report: MutationReport
  let style: Style

  var text: String {
    var result = ""
    for entry in report.entries {
      result += style.result(isGood: entry.survived == 0)
      result += entry.file.name + style.say(.colon) + counts(entry) + "\n"
      for one in entry.results where one.verdict == .survived {
        result += "\n" + survivor(one.mutant, entry.file)
        if one.offered == nil { result += "    " + style.faint(style.say(.noTestNotices)) + "\n" }
      }
      result += equivalents(entry) + offered(entry)
      if entry.survived > 0 { result += "\n" }
    }
    return result + (result.hasSuffix("\n\n") ? "" : "\n") + summary
  }

  private var summary: String {
    let judged = style.say(.mistakeCount(report.killed + report.survived))
    let result =
      report.survived == 0
      ? style.good(style.say(.allNoticed)) : style.bad(style.say(.notNoticed(report.survived)))
    return judged + style.say(.colon) + result + "\n"
  }

  /// Each mistake that changes no decision, with the reason.
  private func equivalents(_ entry: MutationReport.Entry) -> String {
    entry.results.map { one in
      guard !one.verdict.reasons.isEmpty else { return "" }
      return "\n" + survivor(one.mutant, entry.file)
        + one.verdict.reasons.map { "    " + style.faint("changes nothing: \($0.sentence)") + "\n" }.joined()
    }.joined()
  }

  /// Each test that would notice a survivor, once, with the lines whose mistakes it notices.
  private func offered(_ entry: MutationReport.Entry) -> String {
    var tests: [(text: String, lines: [Int])] = []
    for one in entry.results {
      guard let test = one.offered, let edit = one.mutant.edits.first else { continue }
      let line = entry.file.line(at: edit.range.start)
      if let place = tests.firstIndex(where: { $0.text == test }) {
        if tests[place].lines.last != line { tests[place].lines.append(line) }
      } else {
        tests.append((test, [line]))
      }
    }
    return tests.map { test in
      let lines = test.lines.map(String.init).joined(separator: ", ")
      let head: Phrase = test.lines.count == 1 ? .testNoticesLine(lines) : .testNoticesLines(lines)
      return "\n  " + style.note(style.say(head)) + "\n\n"
        + test.text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n") + "\n"
    }.joined()
  }

  private func counts(_ entry: MutationReport.Entry) -> String {
    let noticed = style.say(.noticed(entry.killed, entry.killed + entry.survived))
    var rest: [String] = []
    if entry.equivalent > 0 { rest.append(style.say(.changingNothing(entry.equivalent))) }
    if entry.refused > 0 { rest.append(style.say(.noPolicies(entry.refused))) }
    return rest.isEmpty
      ? noticed : noticed + style.faint(style.say(.besides(rest.joined(separator: style.say(.comma)))))
  }

  /// The lines that the mutant touches, as they are and as they become.
  private func survivor(_ mutant: Mutant, _ file: SourceFile) -> String {
    zip(mutant.operations, mutant.edits).map { operation, edit in
      let place = "\(file.name):\(file.line(at: edit.range.start))"
      let title = MutationWords.title(operation, in: style.language)
      return "  \(style.bold(title))  \(style.faint(place))\n" + lines(of: edit, file)
    }.joined()
  }

  private func lines(of edit: TextEdit, _ file: SourceFile) -> String {
    let range = edit.range
    let start = file.startOfLine(file.line(at: range.start))
    let end = file.bytesOfLine(file.line(at: max(range.start, range.end - 1))).upperBound
    let before = file.text(in: SourceRange(file: range.file, start: start, end: end))
    let after =
      file.text(in: SourceRange(file: range.file, start: start, end: range.start))
      + edit.replacement
      + file.text(in: SourceRange(file: range.file, start: range.end, end: end))
    return lines(before, "-", style.bad) + lines(after, "+", style.good)
  }

  private func lines(_ text: String, _ sign: String, _ mark: (String) -> String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { $0.contains { $0 != " " } }
      .map { "    " + mark("\(sign) \($0)") + "\n" }.joined()
  }
}

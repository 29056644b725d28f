import PledgeDiagnostics
import PledgeTesting

/// For people: how much of each kind the tests of a policy meet, and what they do not.
struct CoverageText {
  let coverage: TestCoverage
  let entry: TestReport.Entry
  let report: TestReport
  let style: Style

  var text: String {
    var table = TextTable([.left, .right])
    table.indent = "  "
    for kind in CoverageItem.Kind.allCases {
      let count = coverage.count(kind)
      if count.total > 0 { table.add([kind.word(in: style.language), count.text], marks: mark(count)) }
    }
    table.add([style.say(.all), coverage.total.text], marks: mark(coverage.total))
    return style.bold(style.say(.coverageOf(entry.file))) + "\n" + table.text + missing
  }

  private func mark(_ count: CoverageCount) -> [Int: (String) -> String] {
    if count.covered == count.total { return [1: style.good] }
    return [1: style.warning]
  }

  private var missing: String {
    guard !coverage.uncovered.isEmpty else { return "" }
    let items = coverage.uncovered.map { item in
      let place = "\(report.sources[item.origin.file]?.name ?? entry.file):\(report.line(item.origin))"
      let test = entry.witnesses[item.goal].map { "\n" + indented($0) } ?? ""
      return "  \(style.faint(place))  \(PrintableText.of(item.called.words(in: style.language)))\n" + test
    }
    return "\n" + style.warning(style.say(.notCovered)) + "\n" + items.joined() + unseen
  }

  /// That a test is not offered for all.
  private var unseen: String {
    let count = coverage.uncovered.count { entry.witnesses[$0.goal] == nil }
    guard count > 0 else { return "" }
    return "\n" + style.faint(style.say(.noTestFor(count))) + "\n"
  }

  private func indented(_ block: String) -> String {
    block.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "\n" : "      \($0)\n" }.joined()
  }
}

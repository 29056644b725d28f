import Glibc
import PledgeReports

extension CheckReport {
  /// Writes the report to the standard output, with the pages of its codes where the format carries them.
  func write(_ output: OutputOptions<DiagnosticFormat>, _ style: Style) {
    var report = self
    report.page = ExplainedCode.page
    Terminal.write(report.bytes(output.format, style))
    if output.format == .text, Terminal.isTerminal(STDOUT_FILENO), let hint = hint(style) {
      Terminal.say(hint)
    }
  }

  /// Where to read more, once for all messages; whoever sits at a terminal can type it.
  private func hint(_ style: Style) -> String? {
    let codes = entries.flatMap(\.diagnostics).map(\.code)
    guard let first = codes.first else { return nil }
    return style.say(Set(codes).count > 1 ? .pagesOfCodes("\(first)") : .pageOfCode("\(first)"))
  }
}

import Glibc
import PledgeReports

extension CheckReport {
  /// Writes the report to the standard output, with the pages of its codes where the format carries them.
  func write(_ output: OutputOptions<DiagnosticFormat>) {
    var report = self
    report.page = ExplainedCode.page
    Terminal.write(report.bytes(output.format, output.style))
    if output.format == .text, Terminal.isTerminal(STDOUT_FILENO), let hint { Terminal.say(hint) }
  }

  /// Where to read more, once for all messages; whoever sits at a terminal can type it.
  private var hint: String? {
    let codes = entries.flatMap(\.diagnostics).map(\.code)
    guard let first = codes.first else { return nil }
    let other = Set(codes).count > 1 ? ", for example" : ""
    return "`pledge explain \(first)` says more\(other)"
  }
}

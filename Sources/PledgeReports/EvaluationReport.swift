import PledgeDiagnostics
import PledgeEvaluation
import PledgePolicy
import PledgeReadings
import PledgeSimulation
import PledgeTickets

/// Collects the decisions of a few tickets in a format.
///
/// All tickets are read before anything is written, because what was run names the digests of what was read.
package struct EvaluationReport {
  private let format: OutputFormat
  private let style: Style
  private let plan: Plan
  private let sources: SourceSet
  private let isExplained: Bool
  private let encoder: DecisionNDJSON
  private var rows: DecisionText
  private var tickets: [[UInt8]] = []
  private var texts = ""
  /// The cells of CSV rows behind which what was run is written.
  private var csvRows: [[UInt8]] = []
  private let csv: DecisionCSV
  private var rejections: [Rejection] = []

  package init(plan: Plan, sources: SourceSet, format: OutputFormat, style: Style, isExplained: Bool) {
    self.plan = plan
    self.sources = sources
    self.format = format
    self.style = style
    self.isExplained = isExplained
    encoder = DecisionNDJSON(policy: plan.policy)
    rows = DecisionText(policy: plan.policy, style: style)
    csv = DecisionCSV(policy: plan.policy)
  }

  /// Takes what an evaluator has just decided of a ticket.
  package mutating func add(_ ticket: inout Ticket, _ evaluator: inout Evaluator) {
    switch format {
    case .text:
      if isExplained {
        let decision = evaluator.explained(&ticket, asOf: evaluator.asOf)
        let explaining = ExplanationText(plan: plan, sources: sources, style: style)
        texts += explaining.text(of: decision, fields: FieldText.fields(of: ticket, policy: plan.policy))
      } else {
        rows.add(ticket, evaluator)
      }
    case .json, .ndjson:
      var bytes: [UInt8] = []
      encoder.appendOpen(ticket, evaluator, recorded: nil, to: &bytes)
      if isExplained {
        let decision = evaluator.explained(&ticket, asOf: evaluator.asOf)
        var json = JSONText(indented: false)
        ExplanationJSON(policy: plan.policy, sources: sources).write(decision, to: &json)
        bytes += Array(#","explanation":"#.utf8) + json.bytes
      }
      bytes.append(UInt8(ascii: "}"))
      tickets.append(bytes)
    case .csv:
      var bytes: [UInt8] = []
      csv.append(ticket, evaluator, recorded: nil, to: &bytes)
      csvRows.append(bytes)
    }
  }

  /// Takes a record that was not read.
  package mutating func add(_ rejection: Rejection) { rejections.append(rejection) }

  /// The whole report.
  package func bytes(_ sheet: RunSheet, _ totals: Totals) -> [UInt8] {
    switch format {
    case .text: Array(text(sheet, totals).utf8)
    case .json: json(sheet, totals)
    case .ndjson: lines(sheet, totals)
    case .csv: csv(sheet)
    }
  }

  private func text(_ sheet: RunSheet, _ totals: Totals) -> String {
    var parts = [sheet.head(style, namesSource: isExplained), isExplained ? texts : rows.text + "\n"]
    if !rejections.isEmpty { parts.append(DecisionText.rejections(rejections, style) + "\n") }
    parts.append(
      "tickets  \(totals.tickets) in = \(totals.decided) decided + \(totals.rejected) rejected\n\n")
    parts.append(sheet.foot(style))
    return parts[0] + "\n" + parts.dropFirst().joined()
  }

  private func json(_ sheet: RunSheet, _ totals: Totals) -> [UInt8] {
    var json = JSONText(indented: true)
    json.object { json in
      json.member("schema", "pledge.eval/1")
      json.key("run")
      sheet.write(to: &json)
      json.member("counts") { Self.write(totals, to: &$0) }
      json.list("tickets") { json in tickets.forEach { json.raw($0) } }
      json.list("rejected") { json in rejections.forEach { RejectionJSON.write($0, to: &json) } }
    }
    json.newline()
    return json.bytes
  }

  private func lines(_ sheet: RunSheet, _ totals: Totals) -> [UInt8] {
    var result: [UInt8] = []
    for ticket in tickets { result += ticket + [0x0a] }
    for rejection in rejections {
      var json = JSONText(indented: false)
      json.object { json in
        json.key("rejected")
        RejectionJSON.write(rejection, to: &json)
      }
      json.newline()
      result += json.bytes
    }
    var json = JSONText(indented: false)
    json.object { json in
      json.member("schema", "pledge.eval/1")
      json.key("run")
      sheet.write(to: &json)
      json.member("counts") { Self.write(totals, to: &$0) }
    }
    json.newline()
    return result + json.bytes
  }

  private static func write(_ totals: Totals, to json: inout JSONText) {
    json.member("tickets", totals.tickets)
    json.member("decided", totals.decided)
    json.member("rejected", totals.rejected)
  }

  /// What was run stands in every row, so that a lone table says where it is from.
  private func csv(_ sheet: RunSheet) -> [UInt8] {
    let inputs = sheet.inputs.map { "\($0.role.word):\($0.digest)" }.joined(separator: " ")
    var names: [UInt8] = []
    CSVText.append(
      row: DecisionCSV.columns + [
        "tool", "policy_\(RunSheet.digestName)", "as_of", "inputs_\(RunSheet.digestName)",
      ], to: &names)
    var cells: [UInt8] = [UInt8(ascii: ",")]
    CSVText.append(
      row: [ToolVersion.text, sheet.policy.digest, sheet.asOf.text(in: sheet.zone), inputs], to: &cells)
    var result = names
    for ticket in csvRows {
      // A cell never holds a line feed here but between quotes; rows are cut where quotes are even.
      var isQuoted = false
      for byte in ticket {
        if byte == 0x22 { isQuoted.toggle() }
        if byte == 0x0a, !isQuoted { result += cells } else { result.append(byte) }
      }
    }
    return result
  }
}

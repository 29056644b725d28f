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
  /// The plans of all versions in the order of their time.
  private let plans: [Plan]
  private let format: OutputFormat
  private let style: Style
  private let sources: SourceSet
  private let isExplained: Bool
  /// Whether several versions decide, so that each decision says which did.
  private let hasVersions: Bool
  private var rows: DecisionText
  /// JSON, CSV rows or explanations of the tickets, by their places in the history.
  private var tickets: [Entry] = []
  /// What keys and periods came to, in their order.
  private var periods: [PeriodDecision] = []
  /// The refunds and rights of keys and periods, in their order.
  private var frames: [FrameDecision] = []
  private var rejected: [(number: Int, rejection: Rejection)] = []

  private struct Entry {
    var number: Int
    var bytes: [UInt8]
  }

  private var policies: [Policy] { plans.map(\.policy) }
  private var inOrder: [[UInt8]] { tickets.sorted { $0.number < $1.number }.map(\.bytes) }
  private var rejections: [Rejection] { rejected.sorted { $0.number < $1.number }.map(\.rejection) }

  package init(
    plans: [Plan], sources: SourceSet, format: OutputFormat, style: Style, isExplained: Bool
  ) {
    self.plans = plans
    self.sources = sources
    self.format = format
    self.style = style
    self.isExplained = isExplained
    hasVersions = plans.count > 1
    rows = DecisionText(style: style, hasVersions: hasVersions)
  }

  /// Takes what an evaluator has just decided of a ticket; `number` is its place in the history.
  package mutating func add(_ ticket: inout Ticket, _ evaluator: inout Evaluator, number: Int) {
    let plan = evaluator.plan
    var bytes: [UInt8] = []
    switch format {
    case .text:
      guard isExplained else { return rows.add(ticket, evaluator, number: number) }
      let decision = evaluator.explained(&ticket, asOf: evaluator.asOf)
      let explaining = ExplanationText(
        plan: plan, sources: sources, style: style,
        version: hasVersions && !evaluator.isOutsideVersions ? plan.policy.header.version : nil)
      let fields = FieldText.fields(of: ticket, policy: plan.policy, language: style.language)
      bytes = Array(explaining.text(of: decision, fields: fields).utf8)
    case .json, .ndjson:
      let encoder = DecisionNDJSON(policy: plan.policy, isVersion: hasVersions)
      encoder.appendOpen(ticket, evaluator, recorded: nil, to: &bytes)
      if isExplained {
        let decision = evaluator.explained(&ticket, asOf: evaluator.asOf)
        var json = JSONText(indented: false)
        ExplanationJSON(policy: plan.policy, sources: sources).write(decision, to: &json)
        bytes += Array(#","explanation":"#.utf8) + json.bytes
      }
      bytes.append(UInt8(ascii: "}"))
    case .csv:
      DecisionCSV(policy: plan.policy, isVersion: hasVersions).append(
        ticket, evaluator, recorded: nil, to: &bytes)
    }
    tickets.append(Entry(number: number, bytes: bytes))
  }

  /// Takes a record that was not read.
  package mutating func add(_ rejection: Rejection, number: Int) { rejected.append((number, rejection)) }

  /// Takes what a key came to in a period.
  package mutating func add(_ period: PeriodDecision) { periods.append(period) }

  /// Takes what a refund or right of a key and period came to.
  package mutating func add(_ frame: FrameDecision) { frames.append(frame) }

  /// The whole report.
  package func bytes(_ sheet: RunSheet, _ totals: Totals) -> [UInt8] {
    switch format {
    case .text: Array(text(sheet, totals).utf8)
    case .json: json(sheet, totals)
    case .ndjson: lines(sheet, totals)
    case .csv: csv(sheet)
    }
  }

  private var explanations: String {
    inOrder.map { String(decoding: $0, as: UTF8.self) }.joined()
  }

  /// What keys and periods came to where a ticket gave something, or where that is not simply met.
  private var explainedPeriods: String {
    let shown = periods.filter { decision in
      switch decision.outcome.verdict {
      case .breached, .excused, .undecided: true
      case .met, .pending, .notApplicable: !(decision.explanation?.contributions.isEmpty ?? true)
      }
    }
    let blocks = shown.prefix(PeriodText.limit).map { explaining($0.version).period($0) + "\n" }
    let rest = shown.count - blocks.count
    return blocks.joined() + (rest > 0 ? style.say(.andMore(rest)) + "\n\n" : "")
  }

  private func explaining(_ version: Int) -> ExplanationText {
    ExplanationText(
      plan: plans[version], sources: sources, style: style,
      version: hasVersions ? plans[version].policy.header.version : nil)
  }

  /// The refunds and rights of keys and periods that come to something.
  private var explainedFrames: String {
    let shown = frames.filter { !$0.isNothing }
    let blocks = shown.prefix(PeriodText.limit).map { explaining($0.place.version).frame($0) + "\n" }
    let rest = shown.count - blocks.count
    return blocks.joined() + (rest > 0 ? style.say(.andMore(rest)) + "\n\n" : "")
  }

  private func text(_ sheet: RunSheet, _ totals: Totals) -> String {
    var parts = [sheet.head(style, namesSource: isExplained), isExplained ? explanations : rows.text + "\n"]
    if isExplained { parts += [explainedPeriods, explainedFrames] }
    if let periods = PeriodText(policies: policies, periods: periods, style: style).text {
      parts.append(periods + "\n")
    }
    for table in FrameText(policies: policies, frames: frames, style: style).tables {
      parts.append(table + "\n")
    }
    if !rejections.isEmpty { parts.append(DecisionText.rejections(rejections, style) + "\n") }
    parts.append(
      style.say(
        .ticketCounts(totals.tickets, totals.decided, style.say(.rejectedCount(totals.rejected)))) + "\n\n")
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
      json.list("tickets") { json in inOrder.forEach { json.raw($0) } }
      if policies.contains(where: { !$0.periodTargets.isEmpty }) {
        let writing = writing
        json.list("periods") { json in
          for period in periods {
            let (record, explaining) = writing[period.version]
            record.write(period, to: &json, explaining: explaining)
          }
        }
        if policies.contains(where: { $0.refunds.contains { $0.scope != nil } }) {
          json.list("period_refunds") { json in
            for case .refund(let frame) in frames {
              let (record, explaining) = writing[frame.place.version]
              record.write(.refund(frame), to: &json, explaining: explaining)
            }
          }
        }
        if policies.contains(where: { $0.rights.contains { $0.scope != nil } }) {
          json.list("period_rights") { json in
            for case .right(let frame) in frames {
              let (record, explaining) = writing[frame.place.version]
              record.write(.right(frame), to: &json, explaining: explaining)
            }
          }
        }
      }
      json.list("rejected") { json in rejections.forEach { RejectionJSON.write($0, to: &json) } }
    }
    json.newline()
    return json.bytes
  }

  /// What writes the periods of each version.
  private var writing: [(record: PeriodRecord, explaining: ExplanationJSON)] {
    policies.map { policy in
      (
        PeriodRecord(policy: policy, isVersion: hasVersions),
        ExplanationJSON(policy: policy, sources: sources)
      )
    }
  }

  private func lines(_ sheet: RunSheet, _ totals: Totals) -> [UInt8] {
    var result: [UInt8] = []
    for ticket in inOrder { result += ticket + [0x0a] }
    let writing = writing
    for period in periods {
      let (record, explaining) = writing[period.version]
      result += record.line(period, explaining: explaining)
    }
    for frame in frames {
      let (record, explaining) = writing[frame.place.version]
      result += record.line(frame, explaining: explaining)
    }
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
      row: DecisionCSV.columns + (hasVersions ? [DecisionCSV.versionColumn] : []) + [
        "tool", "policy_\(RunSheet.digestName)", "as_of", "inputs_\(RunSheet.digestName)",
      ], to: &names)
    var cells: [UInt8] = [UInt8(ascii: ",")]
    CSVText.append(
      row: [
        ToolVersion.text, sheet.policyDigests.joined(separator: " "), sheet.asOf.text(in: sheet.zone), inputs,
      ], to: &cells)
    var result = names
    for ticket in inOrder {
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

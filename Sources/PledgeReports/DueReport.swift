import PledgeDiagnostics
import PledgeEvaluation
import PledgePolicy
import PledgeReadings
import PledgeSimulation
import PledgeTime

/// What falls due next, in a format.
package struct DueReport {
  /// The policy of the head: the newest version.
  private let policy: Policy
  private let sheet: RunSheet
  private let list: DueList
  private let entries: [DueEntry]
  private let totals: Totals
  private let rejections: [Rejection]
  private var zone: Zone { policy.header.zone }
  private var hasVersions: Bool { list.policies.count > 1 }

  /// `rejections`: the records that were not read.
  package init(policy: Policy, sheet: RunSheet, list: DueList, totals: Totals, rejections: [Rejection]) {
    self.policy = policy
    self.sheet = sheet
    self.list = list
    self.totals = totals
    self.rejections = rejections
    entries = list.sorted()
  }

  /// The whole report.
  package func bytes(_ format: OutputFormat, _ style: Style) -> [UInt8] {
    switch format {
    case .text: Array(text(style).utf8)
    case .json: json
    case .ndjson: lines
    case .csv: csv
    }
  }

  // MARK: Parts of an entry

  /// The version that decides the ticket of an entry.
  private func own(_ entry: DueEntry) -> Policy { list.policies[entry.version] }

  private func words(
    _ entry: DueEntry, in language: MessageLanguage = .english
  ) -> (name: String, task: String) {
    let policy = own(entry)
    switch entry.subject {
    case .target(let index): return (policy.targets[index].name, "")
    case .step(let escalation, let line, let repetition, let level):
      let step = StepOutcome(line: line, repetition: repetition, level: level, .pending)
      let declared = policy.escalations[escalation]
      return (
        "\(declared.name) \(step.number)",
        ReportWords(policy: policy, language: language).task(of: step, in: declared)
      )
    }
  }

  private func wall(_ entry: DueEntry) -> Duration { entry.at.since(sheet.asOf) ?? .zero }

  private func roles(_ entry: DueEntry) -> [String] {
    guard case .step(let escalation, let line, _, let level) = entry.subject else { return [] }
    let policy = own(entry)
    return policy.escalations[escalation].steps[line].groups.prefix(level).joined().map {
      policy.roles[$0].name
    }
  }

  private func action(_ entry: DueEntry) -> String? {
    guard case .step(let escalation, let line, _, _) = entry.subject else { return nil }
    let policy = own(entry)
    return policy.actions[policy.escalations[escalation].steps[line].action].name
  }

  // MARK: Text

  private func text(_ style: Style) -> String {
    var table = TextTable([.left, .right, .right, .left, .left, .left])
    table.add(
      [style.say(.due), style.say(.inTime), style.say(.left), style.say(.ticket), "", ""], mark: style.faint)
    let words = ReportWords(policy: policy, language: style.language)
    for entry in entries {
      let (name, task) = self.words(entry, in: style.language)
      let day = words.weekday(zone.local(entry.at).date.weekday)
      table.add(
        [
          "\(day) \(entry.at.plainText(in: zone))" + (entry.isIncluded ? "" : words.say(.exclusive)),
          wall(entry).text, entry.left?.text ?? "", ticket(entry, style), name,
          entry.holdsNow ? task : task + words.say(.semicolon) + words.say(.conditionsDoNotHold),
        ], marks: [3: style.bold])
    }
    var parts = [sheet.head(style), entries.isEmpty ? style.say(.nothingDue) + "\n" : table.text]
    if !rejections.isEmpty { parts.append(DecisionText.rejections(rejections, style)) }
    parts.append(counts(style))
    parts.append(sheet.foot(style))
    return parts.joined(separator: "\n")
  }

  private func ticket(_ entry: DueEntry, _ style: Style) -> String {
    hasVersions ? entry.ticket + style.say(.version(own(entry).header.version)) : entry.ticket
  }

  private func counts(_ style: Style) -> String {
    let rejected = style.say(.rejectedCount(totals.rejected))
    var result = style.say(.ticketCounts(totals.tickets, totals.decided, rejected))
    result += style.say(.withSomethingToCome(list.openTickets)) + "\n" + style.say(.dueCount(list.found))
    if entries.count < list.found { result += style.say(.firstShown(entries.count)) }
    if list.unknown > 0 { result += style.say(.unknownInstants(list.unknown)) }
    return result + "\n"
  }

  // MARK: JSON

  private var json: [UInt8] {
    var json = JSONText(indented: true)
    json.object { json in
      json.member("schema", "pledge.due/1")
      json.key("run")
      sheet.write(to: &json)
      json.member("counts") { writeCounts(to: &$0) }
      json.list("due") { json in
        for entry in entries { json.object { write(entry, to: &$0) } }
      }
      json.list("rejected") { json in rejections.forEach { RejectionJSON.write($0, to: &json) } }
    }
    json.newline()
    return json.bytes
  }

  private var lines: [UInt8] {
    var json = JSONText(indented: false)
    for entry in entries {
      json.object { write(entry, to: &$0) }
      json.newline()
    }
    for rejection in rejections {
      json.object { json in
        json.key("rejected")
        RejectionJSON.write(rejection, to: &json)
      }
      json.newline()
    }
    json.object { json in
      json.member("schema", "pledge.due/1")
      json.key("run")
      sheet.write(to: &json)
      json.member("counts") { writeCounts(to: &$0) }
    }
    json.newline()
    return json.bytes
  }

  private func writeCounts(to json: inout JSONText) {
    json.member("tickets", totals.tickets)
    json.member("decided", totals.decided)
    json.member("rejected", totals.rejected)
    json.member("open", list.openTickets)
    json.member("due", list.found)
    json.member("instant_unknown", list.unknown)
  }

  private func write(_ entry: DueEntry, to json: inout JSONText) {
    json.member("due", entry.at.text(in: zone))
    if !entry.isIncluded { json.member("due_included", false) }
    json.member("in_s", seconds: wall(entry))
    if let left = entry.left { json.member("left_s", seconds: left) }
    json.member("ticket", entry.ticket)
    if hasVersions { json.member("version", own(entry).header.version) }
    switch entry.subject {
    case .target: json.member("target", list.name(of: entry))
    case .step(_, let line, let repetition, _):
      json.member("escalation", list.name(of: entry))
      json.member("step", line + 1)
      if repetition > 0 { json.member("repetition", repetition) }
      json.member("action", action(entry))
      json.list("roles") { json in roles(entry).forEach { json.string($0) } }
      if !entry.holdsNow { json.member("holds_now", false) }
    }
  }

  // MARK: CSV

  /// The columns, in order; where there are several versions, one that names the version follows.
  package static let columns = [
    "due", "due_included", "in_s", "left_s", "ticket", "kind", "name", "action", "roles", "holds_now",
    "tool", "policy_\(RunSheet.digestName)", "as_of", "inputs_\(RunSheet.digestName)",
  ]

  private var csv: [UInt8] {
    let inputs = sheet.inputs.map { "\($0.role.word):\($0.digest)" }.joined(separator: " ")
    let run = [
      ToolVersion.text, sheet.policyDigests.joined(separator: " "), sheet.asOf.text(in: zone), inputs,
    ]
    var bytes: [UInt8] = []
    CSVText.append(row: Self.columns + (hasVersions ? [DecisionCSV.versionColumn] : []), to: &bytes)
    for entry in entries {
      let isStep = if case .step = entry.subject { true } else { false }
      let cells = [
        entry.at.text(in: zone), entry.isIncluded ? "true" : "false", seconds(wall(entry)),
        entry.left.map { seconds($0) } ?? "", entry.ticket, isStep ? "step" : "target", words(entry).name,
        action(entry) ?? "", roles(entry).joined(separator: " "), isStep ? "\(entry.holdsNow)" : "",
      ]
      CSVText.append(row: cells + run + (hasVersions ? [own(entry).header.version] : []), to: &bytes)
    }
    return bytes
  }

  private func seconds(_ length: Duration) -> String {
    var bytes: [UInt8] = []
    JSONText.append(seconds: length, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

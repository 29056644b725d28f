import PledgeAnalysis
import PledgeChecker
import PledgeDiagnostics
import PledgePolicy

/// The tickets in which a message is seen, and the rows of registers that they join, as `eval` reads them.
package struct WitnessSheet: Sendable {
  /// The message.
  package var diagnostic: Diagnostic
  /// The policy's id, as far as a file may be called so, the code and a number: `desk-P0502-1`.
  package var name: String
  /// One line of JSON a ticket.
  package var tickets: String
  /// For each register of the policy its rows as CSV.
  package var registers: [(name: String, rows: String)]
  /// The instant as of which to decide.
  package var asOf: String

  /// The sheets of what a check found, in the order of the messages; a witness whose values cannot be solved
  /// for a ticket has none.
  package static func sheets(_ result: CheckResult) -> [WitnessSheet] { sheets([result]) }

  /// The same of several policies: no two sheets have one name, though versions of a policy have one id.
  package static func sheets(_ results: [CheckResult]) -> [WitnessSheet] {
    var numbers: [String: Int] = [:]
    return results.flatMap { sheets($0, &numbers) }
  }

  private static func sheets(_ result: CheckResult, _ numbers: inout [String: Int]) -> [WitnessSheet] {
    let order = Dictionary(
      zip(result.diagnostics, result.diagnostics.indices), uniquingKeysWith: { first, _ in first })
    let known = result.witnesses.filter { order[$0.diagnostic] != nil }
    let sorted = known.sorted { (order[$0.diagnostic] ?? 0) < (order[$1.diagnostic] ?? 0) }
    let id = FileWord(result.draft.header.id).text
    var sheets: [WitnessSheet] = []
    for witness in sorted {
      let tickets = WitnessTicket.tickets(of: witness, in: result.draft)
      guard !tickets.isEmpty, let asOf = tickets.map(\.asOf).max() else { continue }
      let kind = (id.isEmpty ? "" : "\(id)-") + "\(witness.diagnostic.code)"
      let number = (numbers[kind] ?? 0) + 1
      numbers[kind] = number
      let name = "\(kind)-\(number)"
      sheets.append(
        WitnessSheet(
          diagnostic: witness.diagnostic, name: name,
          tickets: tickets.map { line($0, name, isOnly: tickets.count == 1) + "\n" }.joined(),
          registers: result.draft.registers.indices.map { register in
            (result.draft.registers[register].name, rows(of: register, tickets))
          }, asOf: asOf.text(in: result.draft.header.zone)))
    }
    return sheets
  }

  private static func line(_ ticket: WitnessTicket, _ name: String, isOnly: Bool) -> String {
    var json = JSONText(indented: false)
    json.object { json in
      json.member("id", isOnly ? name : "\(name)-\(ticket.number)")
      for (name, value) in ticket.fieldValues { write(name, value, to: &json) }
      json.list("events") { json in
        for (name, instant) in ticket.eventTimes {
          json.object { json in
            json.member("at", instant.text(in: ticket.policy.header.zone))
            json.member("type", name)
          }
        }
      }
    }
    return json.text
  }

  private static func write(_ name: String, _ value: WitnessTicket.Text, to json: inout JSONText) {
    switch value {
    case .word(let text): json.member(name, text)
    case .number(let text):
      json.key(name)
      json.raw(text.utf8)
    case .truth(let truth):
      json.key(name)
      json.truth(truth)
    }
  }

  private static func rows(of register: Int, _ tickets: [WitnessTicket]) -> String {
    guard let declaration = tickets.first?.policy.registers[register] else { return "" }
    var bytes: [UInt8] = []
    CSVText.append(row: (declaration.keys + declaration.columns).map(\.name), to: &bytes)
    for ticket in tickets {
      if let row = ticket.row(of: register) { CSVText.append(row: row.map(\.text), to: &bytes) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension WitnessSheet {
  /// What stands in each file of the sheet, by the file's name.
  package var files: [(name: String, text: String)] {
    [("\(name).ndjson", tickets)] + registers.indices.map { (fileName(ofRegister: $0), registers[$0].rows) }
  }

  /// Registers whose names are no names of files, or only differ in what these leave out, have a number.
  private func fileName(ofRegister index: Int) -> String {
    let word = FileWord(registers[index].name)
    return "\(name).\(word.isWhole ? word.text : "\(word.text).\(index + 1)").csv"
  }

  /// The command that decides the tickets, its files lying in a folder.
  func command(_ policy: String, in folder: String) -> String {
    let place = folder.hasSuffix("/") ? folder : folder + "/"
    var words = ["pledge", "eval", policy, "--tickets", "\(place)\(name).ndjson"]
    for index in registers.indices {
      words += ["--register", "\(registers[index].name)=\(place)\(fileName(ofRegister: index))"]
    }
    words += ["--as-of", asOf, "--explain"]
    return words.map { ShellWord($0).text }.joined(separator: " ")
  }

  /// The same as a JSON object.
  func write(to json: inout JSONText) {
    json.object { json in
      json.member("name", name)
      json.list("tickets") { json in
        for line in tickets.split(separator: "\n") { json.raw(line.utf8) }
      }
      json.member("registers") { json in
        for register in registers { json.member(register.name, register.rows) }
      }
      json.member("as_of", asOf)
    }
  }
}

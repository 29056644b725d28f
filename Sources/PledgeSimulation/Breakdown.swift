import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTickets

/// One `--by`: what tickets are grouped by.
package struct Breakdown: Sendable {
  /// As the caller named it.
  package var name: String
  package var source: Source
  /// The type of its values; nil for a path of the record.
  package var type: ExpressionType?

  package init(name: String, source: Source, type: ExpressionType?) {
    self.name = name
    self.source = source
    self.type = type
  }

  /// Where a ticket's value comes from.
  package enum Source: Sendable, Hashable {
    /// A probe of the plan, by index.
    case probe(Int)
    /// A captured path of the record, by index.
    case captured(Int)
  }
}

/// The rows of one breakdown: which value has which row of the ledger.
struct GroupTable {
  /// More values than this say that the field is no grouping.
  static let limit = 100_000

  private var choices: [Int32] = []
  private var rows: [Value: Int32] = [:]
  /// Texts that are not of the policy's pool; `TextID(local:)` names them in keys.
  private var own = TextPool()
  private var unknownRow: Int32 = -1

  /// The number of values seen.
  var count: Int { rows.count + choices.reduce(0) { $0 + ($1 >= 0 ? 1 : 0) } + (unknownRow >= 0 ? 1 : 0) }

  /// The rows of all values and of tickets without one, in no order.
  var allRows: [Int] { (choices + rows.values + [unknownRow]).filter { $0 >= 0 }.map(Int.init) }

  /// The row of a value, added where it is new.
  mutating func row(of value: Value, ticket: borrowing Ticket, pool: TextPool, ledger: inout Ledger) -> Int {
    switch value {
    case .choice(let member): return choiceRow(Int(member), &ledger)
    case .unknown, .later: return rowOfUnknown(&ledger)
    case .text(let id) where id.localPosition != nil:
      let text = ticket.withBytes(id, pool: pool) { own.intern($0) }
      return row(ofKey: .text(TextID(local: Int(text.index))), &ledger)
    case .truth, .number, .duration, .calendarLength, .workingDays, .instant, .date, .timeOfDay, .text:
      return row(ofKey: value, &ledger)
    }
  }

  private mutating func choiceRow(_ member: Int, _ ledger: inout Ledger) -> Int {
    guard member >= 0 else { return rowOfUnknown(&ledger) }
    while choices.count <= member { choices.append(-1) }
    if choices[member] < 0 { choices[member] = Int32(ledger.addRow()) }
    return Int(choices[member])
  }

  /// The row of tickets without a value.
  mutating func rowOfUnknown(_ ledger: inout Ledger) -> Int {
    if unknownRow < 0 { unknownRow = Int32(ledger.addRow()) }
    return Int(unknownRow)
  }

  private mutating func row(ofKey key: Value, _ ledger: inout Ledger) -> Int {
    if let row = rows[key] { return Int(row) }
    let row = ledger.addRow()
    rows[key] = Int32(row)
    return row
  }

  /// Adds the rows of another worker's table.
  mutating func merge(_ other: GroupTable, from otherLedger: Ledger, into ledger: inout Ledger) {
    for (member, otherRow) in other.choices.enumerated() where otherRow >= 0 {
      ledger.merge(row: choiceRow(member, &ledger), from: otherLedger, row: Int(otherRow))
    }
    if other.unknownRow >= 0 {
      ledger.merge(row: rowOfUnknown(&ledger), from: otherLedger, row: Int(other.unknownRow))
    }
    // The order of this walk decides the order of rows only, which groups are sorted out of.
    for (key, otherRow) in other.rows {
      ledger.merge(row: row(ofKey: adopted(key, other), &ledger), from: otherLedger, row: Int(otherRow))
    }
  }

  private mutating func adopted(_ key: Value, _ other: GroupTable) -> Value {
    guard case .text(let id) = key, let position = id.localPosition else { return key }
    let text = other.own.withBytes(TextID(Int32(position))) { own.intern($0) }
    return .text(TextID(local: Int(text.index)))
  }

  /// The groups in the order of their values: members as declared, numbers by size, texts by their bytes,
  /// what has no value last.
  func groups(of breakdown: Breakdown, evaluator: borrowing Evaluator) -> [Group] {
    var result: [Group] = []
    for (member, row) in choices.enumerated() where row >= 0 {
      let label = evaluator.text(
        of: .choice(Int32(member)), as: breakdown.type ?? .text, in: Ticket(fields: 0))
      result.append(Group(label: label, row: Int(row), key: .position(member)))
    }
    for (value, row) in rows {
      let label = label(of: value, breakdown, evaluator)
      result.append(Group(label: label, row: Int(row), key: sortKey(value, label)))
    }
    result.sort(by: Group.precedes)
    if unknownRow >= 0 { result.append(Group(label: nil, row: Int(unknownRow))) }
    return result
  }

  private func label(of value: Value, _ breakdown: Breakdown, _ evaluator: borrowing Evaluator) -> String {
    if case .text(let id) = value {
      guard let position = id.localPosition else { return evaluator.plan.policy.texts.text(id) }
      return own.text(TextID(Int32(position)))
    }
    return evaluator.text(of: value, as: breakdown.type ?? .text, in: Ticket(fields: 0))
  }

  private func sortKey(_ value: Value, _ label: String) -> SortKey {
    switch value {
    case .truth(let truth): .position(truth ? 0 : 1)
    case .number(let number): .number(number)
    case .duration(let duration): .number(Rational(duration.microseconds))
    case .workingDays(let days): .number(Rational(Int(days)))
    case .instant(let instant): .number(Rational(instant.microseconds))
    case .date(let date): .number(Rational(Int(date.dayNumber)))
    case .timeOfDay(let time): .number(Rational(time.microseconds))
    case .choice(let member): .position(Int(member))
    case .calendarLength, .text, .unknown, .later: .text(Array(label.utf8))
    }
  }
}

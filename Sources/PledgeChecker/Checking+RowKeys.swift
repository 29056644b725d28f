import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax
import PledgeTickets

// How a ticket finds its row of a register: by a value that is declared to be a key of it, or by the values
// that have the names of the register's keys.

extension Checking {
  /// The key of the ticket's row, or nil with a message: for each key of the register the field or `let` that
  /// has its name.
  func rowKey(_ register: Int, _ name: NameView) -> Expression? {
    let declared = policy.registers[register]
    var values: [Expression] = []
    for (key, range) in zip(declared.keys, registerKeyRanges[register]) {
      guard let value = keyValue(key.name, at: range) else {
        let owner = Term.ticketJoinedTo(declared.name)
        report(.clause(.missing(clause: key.name, owner: owner)), at: name.range, labels: labels(of: name))
        return nil
      }
      guard Checking.keyType(value.type) != nil else {
        report(
          .type(.mismatch(found: value.type.words, needed: .keyValue)),
          at: name.range, labels: labels(of: name))
        return nil
      }
      values.append(value)
    }
    dependencies.note(.register(register))
    return rowKey(register, values, at: name.range)
  }

  private func rowKey(_ register: Int, _ values: [Expression], at range: SourceRange) -> Expression {
    if values.count == 1, var value = values.first {
      value.origin = range
      return value
    }
    return Expression(.rowKey(register: register, values), type: .key(register: register), origin: range)
  }

  /// Where a name is declared, for a message about its use.
  func labels(of name: NameView) -> [SecondaryLabel] { labels(of: name.name) }

  /// The same of what a message calls by its name.
  func labels(of declared: String) -> [SecondaryLabel] {
    scope.place(of: declared).map { [SecondaryLabel(.declaredHere(name: declared), at: $0)] } ?? []
  }

  /// The ticket's field or `let` of a name; nil where it has none.
  private func keyValue(_ name: String, at range: SourceRange) -> Expression? {
    if let field = policy.vocabulary.fields.firstIndex(where: { $0.name == name }) {
      dependencies.note(.field(field))
      let type = ExpressionType(policy.vocabulary.fields[field].type)
      return Expression(.field(field), type: type, origin: range)
    }
    guard let derived = policy.derivedValues.firstIndex(where: { $0.name == name }),
      let type = checkDerived(derived)
    else { return nil }
    dependencies.note(.derived(derived))
    let value = Expression(.derived(derived), type: type, origin: range)
    return isOfTicket(value, named: name) ? value : nil
  }

  /// The ticket's value for each key of a register; nil where it lacks one, without a message.
  func keyValues(_ register: Int) -> [Expression]? {
    let keys = policy.registers[register].keys
    let values = zip(keys, registerKeyRanges[register]).compactMap { keyValue($0.name, at: $1) }
    return values.count == keys.count ? values : nil
  }

  /// What a register holds in the column of a key that is compared with values of a type; nil for what names
  /// no row.
  private static func keyType(_ type: ExpressionType) -> ValueType? {
    switch type {
    case .text, .key: .text
    case .choice(let members): .choice(members: members)
    case .date: .date
    case .truth: .truth
    case .integer, .decimal, .percent, .money, .duration, .calendarLength, .workingLength, .instant,
      .timeOfDay:
      nil
    }
  }

  /// Gives the keys of each register the types of the ticket's values that they are compared with. The key
  /// of a register that values are declared to be a `key of` is a text.
  func settleRowKeys() {
    policy.rowKeys = policy.registers.indices.map { register in
      guard let values = keyValues(register) else { return nil }
      let types = values.map { Checking.keyType($0.type) }
      guard types.allSatisfy({ $0 != nil }) else { return nil }
      if !keyedRegisters.contains(register) {
        for (position, type) in types.enumerated() {
          policy.registers[register].keys[position].type = type ?? .text
        }
      }
      return rowKey(register, values, at: policy.header.origin)
    }
  }

  // MARK: Rows

  /// Whether one value can be declared to be the key of a register; a message where it cannot.
  func hasOneKey(_ register: Int, _ name: NameView) -> Bool {
    let keys = policy.registers[register].keys.map(\.name)
    guard keys.count > 1 else { return true }
    report(
      .clause(
        .conflict(
          first: "key of \(name.name)", second: "by \(keys.joined(separator: ", "))",
          advice: .namesNoRow(keys: keys, register: name.name))),
      at: name.range, labels: labels(of: name))
    return false
  }

  /// Whether a key of the register has one row, so that a column of it is one value; a message where not.
  func hasOneRow(_ register: Int, _ range: SourceRange) -> Bool {
    guard policy.registers[register].isMany else { return true }
    report(.type(.mismatch(found: .keyOfSeveralRows, needed: .keyOfOneRow)), at: range)
    return false
  }

  /// A column of the row of a key.
  func column(
    _ name: NameView, of register: Int, _ key: Expression, at range: SourceRange
  ) -> Expression? {
    let declared = policy.registers[register]
    guard let index = registerColumns[register][name.name] else {
      if isUncertain(register) || isLost(name.name) { return nil }
      let columns = declared.columns.map(\.name)
      report(
        .name(
          .unknownColumn(
            name: name.name, owner: declared.name, columns: columns,
            suggestion: Suggestion.nearest(to: name.name, among: columns))), at: name.range)
      return nil
    }
    guard !brokenColumns.contains(RegisterColumn(register: register, column: index)) else { return nil }
    return Expression(
      .column(register: register, key: key, column: index),
      type: ExpressionType(declared.columns[index].type),
      origin: range)
  }
}

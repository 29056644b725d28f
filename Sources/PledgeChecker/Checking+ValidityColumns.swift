import PledgeDiagnostics
import PledgePolicy
import PledgeTickets

// `valid_from` and `valid_to` say when a row holds. Where they could not, they would be columns like others,
// and whoever wrote them would believe that the rows are dated.

extension Checking {
  /// Says of the columns of a register that are called so where they do not date its rows.
  func checkValidityColumns(_ register: Int, _ places: [String: SourceRange]) {
    let declared = policy.registers[register]
    let from = dateColumn("valid_from", declared, register, places)
    let until = dateColumn("valid_to", declared, register, places)
    guard let from, let until, from.type != until.type else { return }
    let (first, last) = (ExpressionType(from.type).words, ExpressionType(until.type).words)
    report(
      .type(.mismatch(found: last, needed: first)), at: until.place,
      labels: [SecondaryLabel(.operand(first), at: from.place)])
  }

  /// A column that says when a row holds; a message where it cannot.
  private func dateColumn(
    _ name: String, _ declared: PledgeTickets.RegisterDeclaration, _ register: Int,
    _ places: [String: SourceRange]
  ) -> (type: ValueType, place: SourceRange)? {
    guard let column = registerColumns[register][name], let place = places[name],
      !brokenColumns.contains(RegisterColumn(register: register, column: column))
    else { return nil }
    let type = declared.columns[column].type
    guard !declared.isMany else {
      report(
        .clause(.clauseElsewhere(clause: name, owner: .code("many by"), advice: .rowsSideBySide)), at: place)
      return nil
    }
    guard type == .date || type == .instant else {
      report(
        .type(.mismatch(found: ExpressionType(type).words, needed: .anyOf([.instant, .date]))), at: place)
      return nil
    }
    return (type, place)
  }
}

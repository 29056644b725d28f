import PledgePolicy
import PledgeTesting
import PledgeTickets
import PledgeTime

/// The situations with which a search begins.
struct Seeds {
  let domains: FigureDomains

  private var policy: Policy { domains.policy }

  /// One ticket without events beside the first that starts a clock, and one for each row of a table that
  /// fields and columns can choose.
  var all: [Situation] {
    let first = plain
    var result = [first]
    let start = Schedule.start(of: policy)
    for code in policy.vocabulary.events.indices {
      var other = first
      other.tickets[0].events = [domains.event(code, at: start)]
      result.append(other)
    }
    for table in policy.tables {
      for row in table.rows { result += result.prefix(1).map { chosen(row, table, in: $0) } }
    }
    return result
  }

  private var plain: Situation {
    let values = policy.vocabulary.fields.enumerated().map { index, field in
      field.presence == .required ? domains.fields[index].first ?? .missing : usual(field, index)
    }
    var situation = Situation(
      tickets: [Situation.Draft(values: values, events: [])],
      rows: policy.registers.indices.map { [row($0)] })
    if !policy.vocabulary.events.isEmpty {
      situation.tickets[0].events = [domains.event(0, at: Schedule.start(of: policy))]
    }
    return situation
  }

  /// A key joins rows; another field that need not be there is left to the search.
  private func usual(_ field: FieldDeclaration, _ index: Int) -> Scalar {
    switch field.type {
    case .key: domains.fields[index].first ?? .missing
    case .truth, .integer, .decimal, .percent, .money, .duration, .instant, .date, .text, .choice: .missing
    }
  }

  private func row(_ register: Int) -> Situation.Row {
    let declared = policy.registers[register]
    var result = Situation.Row(
      keys: declared.keys.map { domains.value(ofKey: $0) },
      cells: declared.columns.indices.map { domains.columns[register][$0].first ?? .missing })
    // A row without dates holds at any time.
    for column in [declared.validFrom, declared.validTo].compactMap({ $0 })
    where declared.columns[column].presence != .required {
      result.cells[column] = .missing
    }
    guard let window = declared.window, let end = Duration(hours: 1) else { return result }
    let start = Schedule.start(of: policy)
    result.cells[window.start] = .instant(start)
    result.cells[window.end] = .instant(start.adding(end) ?? start)
    return result
  }

  /// A situation with the values that the cells of a row name.
  private func chosen(
    _ row: DecisionTable.Row, _ table: DecisionTable, in situation: Situation
  ) -> Situation {
    var result = situation
    for (cell, column) in zip(row.cells, table.columns) {
      guard let value = value(in: cell, column) else { continue }
      switch column.kind {
      case .field(let field): result.tickets[0].values[field] = value
      case .column(let register, _, let index): result.rows[register][0].cells[index] = value
      case .constant, .rowKey, .rowColumn, .parameter, .derived, .tableResult, .event, .attribute, .extreme,
        .isKnown, .not, .all, .any, .compare, .oneOf, .sum, .difference, .product, .quotient, .negation,
        .share, .perUnit, .perDate, .graded, .datesOver, .choice, .verdict, .figure, .measure, .overlaps,
        .ticketCount, .during, .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled,
        .periodBoundary, .periodVerdict, .periodFigure:
        continue
      }
    }
    return result
  }

  /// A value that a cell takes: one of the domain, so that it can be written.
  private func value(in cell: DecisionTable.Cell, _ column: Expression) -> Scalar? {
    let domain: [Scalar] =
      switch column.kind {
      case .field(let field): domains.fields[field]
      case .column(let register, _, let index): domains.columns[register][index]
      case .constant, .rowKey, .rowColumn, .parameter, .derived, .tableResult, .event, .attribute, .extreme,
        .isKnown, .not, .all, .any, .compare, .oneOf, .sum, .difference, .product, .quotient, .negation,
        .share, .perUnit, .perDate, .graded, .datesOver, .choice, .verdict, .figure, .measure, .overlaps,
        .ticketCount, .during, .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled,
        .periodBoundary, .periodVerdict, .periodFigure:
        []
      }
    return domain.first { CellTest.takes(cell, $0) }
  }
}

extension FigureDomains {
  /// An event with the first value of each attribute.
  func event(_ code: Int, at instant: Instant) -> Situation.Event {
    Situation.Event(
      at: instant, code: Int32(code), attributes: attributes[code].map { $0.first ?? .missing })
  }

  /// The value of a register's key column in its first row.
  func value(ofKey field: FieldDeclaration) -> Scalar {
    switch field.type {
    case .text, .key: keys[0]
    case .choice: .choice(0)
    case .truth: .truth(false)
    case .integer, .decimal, .percent, .money: Scalar(1)
    case .duration, .instant, .date: .missing
    }
  }
}

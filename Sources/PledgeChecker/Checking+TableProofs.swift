import PledgeDiagnostics
import PledgePolicy

extension Checking {
  /// How many rows a message about another one shows at most.
  private static let shownRows = 3

  /// Reports what is wrong with the rows of a table as a whole; false for a case without a row.
  func proveCases(_ table: inout DecisionTable) -> Bool {
    table.isComplete = table.rows.last?.isOtherwise ?? false
    let cases = TableCases(table, of: policy, parameters: policy.parameterValues())
    guard let proof = TableProof(cases) else {
      if !table.isComplete { report(.table(.tooManyCases), at: table.origin.firstByte) }
      return true
    }
    if let hole = proof.hole { report(hole, of: cases) }
    for needless in proof.idle {
      table.rows[needless.row].isIdle = true
      reportIdle(needless, cases)
    }
    for needless in proof.repeating {
      report(
        .table(.repeatedRow), at: table.rows[needless.row].origin,
        labels: labels(.rowOfTheSame, needless.others, table))
      show([needless.example], [needless.row], cases)
    }
    for turn in TableOrder(cases, of: policy).turns {
      report(turn, table)
      show(turn.examples, [turn.from, turn.row], cases)
    }
    for gap in TableGaps(cases).gaps { report(gap, of: cases) }
    table.isComplete = proof.hole == nil
    return proof.hole == nil
  }

  /// A case without a row, with the rows on both sides of it.
  private func report(_ hole: [Int], of cases: TableCases) {
    let (below, above) = cases.neighbours(of: hole)
    let labels = [
      below.map { SecondaryLabel(.rowBelow, at: cases.table.rows[$0].origin) },
      above.map { SecondaryLabel(.rowAbove, at: cases.table.rows[$0].origin) },
    ]
    report(
      .table(.missingRow(example: cases.words(hole))), at: cases.table.origin.firstByte,
      labels: labels.compactMap { $0 })
    show([hole], [nil], cases)
  }

  /// Tells of the message that was reported last in which cases it is seen, and which rows decide them.
  private func show(_ examples: [[Int]?], _ rows: [Int?], _ cases: TableCases) {
    let tickets = examples.compactMap { $0.map { cases.demands($0) } }
    if tickets.count == rows.count { witness(tickets, .rows(rows, of: cases.table)) }
  }

  /// A gap, at the `otherwise` that hides it, with the rows on both sides.
  private func report(_ gap: TableGaps.Gap, of cases: TableCases) {
    guard let otherwise = cases.table.rows.last else { return }
    report(
      .table(.gapBehindOtherwise(example: cases.words(gap.example))), at: otherwise.origin,
      labels: [
        SecondaryLabel(.rowBelow, at: cases.table.rows[gap.below].origin),
        SecondaryLabel(.rowAbove, at: cases.table.rows[gap.above].origin),
      ])
    show([gap.example], [cases.table.rows.count - 1], cases)
  }

  private func reportIdle(_ needless: TableProof.Needless, _ cases: TableCases) {
    let row = cases.table.rows[needless.row]
    let isEmpty = cases.places[needless.row].contains([])
    report(
      .table(row.isOtherwise ? .unreachableOtherwise : .unreachableRow(isEmpty: isEmpty)), at: row.origin,
      labels: labels(.rowThatTakes(isOnly: needless.others.count == 1), needless.others, cases.table))
    show([needless.example], [needless.others.first], cases)
  }

  private func report(_ turn: TableOrder.Turn, _ table: DecisionTable) {
    let result = table.results[turn.result]
    let values = [turn.from, turn.row].map { words(of: table.rows[$0].results[turn.result], result.type) }
    report(
      .table(
        .turningResult(
          column: result.name, from: values[0], to: values[1], rises: turn.rises)),
      at: table.rows[turn.row].results[turn.result].origin,
      labels: [
        SecondaryLabel(
          .rowThatSays(values[0]), at: table.rows[turn.from].results[turn.result].origin)
      ])
  }

  private func labels(_ role: LabelRole, _ rows: [Int], _ table: DecisionTable) -> [SecondaryLabel] {
    rows.prefix(Checking.shownRows).map { SecondaryLabel(role, at: table.rows[$0].origin) }
  }

  /// A result as a message writes it: a written one, or a share of a figure.
  private func words(of result: Expression, _ type: ExpressionType) -> Term {
    if case .constant(let constant) = result.kind { return .constant(words(constant, type)) }
    guard let amount = PaidRange(result, in: policy) else { return .thisResult }
    return policy.words(amount.low, of: amount.base, type)
  }

  /// How a message writes a constant of a type.
  func words(_ constant: Constant, _ type: ExpressionType) -> String { policy.words(constant, type) }
}

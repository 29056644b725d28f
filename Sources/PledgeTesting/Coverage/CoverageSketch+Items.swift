import PledgeDiagnostics
import PledgeEvaluation
import PledgePolicy

// The items of each kind but choices and thresholds.

extension CoverageSketch {
  mutating func addTargets() {
    for (index, target) in policy.targets.enumerated() {
      for verdict in [Verdict.met, .breached] {
        add(.targets, .target(index, verdict), .verdict(target: target.name, verdict), target.origin)
      }
      for span in target.pauses {
        add(
          .pauses, .pause(span: span, target: index),
          .pause(span: policy.spans[span].name, target: target.name), target.origin)
      }
    }
  }

  mutating func addPeriodTargets() {
    for (index, target) in policy.periodTargets.enumerated() {
      for verdict in [Verdict.met, .breached] {
        add(.targets, .periodTarget(index, verdict), .verdict(target: target.name, verdict), target.origin)
      }
      for span in target.pauses {
        add(
          .pauses, .periodPause(span: span, target: index),
          .pause(span: policy.spans[span].name, target: target.name), target.origin)
      }
    }
  }

  mutating func addTables() {
    for (index, table) in policy.tables.enumerated() {
      for (row, declared) in table.rows.enumerated() {
        add(
          .rows, .row(table: index, row: row),
          .row(row + 1, table: table.name, text: text(declared.origin)), declared.origin)
      }
      if let result = table.results.first {
        watches.append(
          WatchedPlace(
            watch: Watch(
              Expression(.tableResult(table: index, column: 0), type: result.type, origin: table.origin),
              parts: table.columns), role: .columns(table: index)))
      }
      for column in table.columns.indices { addCells(table, index, column) }
    }
  }

  /// The bounds and values that a column's cells hold against an ordered value, each once.
  private mutating func addCells(_ table: DecisionTable, _ index: Int, _ column: Int) {
    let subject = table.columns[column]
    var known: Set<Constant> = []
    for row in table.rows {
      for value in row.cells[column].values {
        guard let figure = value.written, known.insert(figure).inserted,
          let unit = ThresholdUnit.constant(subject.type, figure),
          let measure = ThresholdUnit.measure(unit)
        else { continue }
        addBoundary(
          Threshold(
            place: .cell(table: index, column: column, figure), unit: measure, isTime: unit.isTime,
            origin: row.origin),
          figure, subject.type, unit: unit,
          name: .cell(
            subject: text(subject.origin), figure: policy.words(figure, subject.type), table: table.name))
      }
    }
  }

  mutating func addExclusions() {
    for (index, exclusion) in policy.exclusions.enumerated() {
      add(.exclusions, .exclusion(index), .exclusion(exclusion.name), exclusion.origin)
    }
  }

  mutating func addRefunds() {
    for (index, refund) in policy.refunds.enumerated() {
      let name = refund.name
      add(.refunds, .refund(index, .owed), .owed(refund: name), refund.origin)
      for (place, cap) in refund.caps.enumerated() {
        add(.refunds, .refund(index, .capReached(place)), .capReached(refund: name), cap.origin)
      }
      if let claim = refund.claims.first {
        add(.refunds, .refund(index, .lapsed), .lapsed(refund: name), claim.origin)
      }
      if refund.minimum != nil {
        add(.refunds, .refund(index, .belowMinimum), .belowMinimum(refund: name), refund.origin)
      }
    }
    for (index, group) in policy.groups.enumerated() {
      let names = group.members.map { policy.refunds[$0].name }
      switch group.limit {
      case .cap: add(.refunds, .groupCap(index), .sharedCapReached(refunds: names), group.origin)
      case .minimum:
        for member in group.members where policy.refunds[member].minimum == nil {
          add(
            .refunds, .refund(member, .belowMinimum),
            .belowMinimum(refund: policy.refunds[member].name), group.origin)
        }
      }
    }
  }

  mutating func addRights() {
    for (index, right) in policy.rights.enumerated() {
      add(.rights, .right(index), .granted(right: right.name), right.origin)
    }
  }

  mutating func addSteps() {
    for (index, escalation) in policy.escalations.enumerated() {
      for (line, step) in escalation.steps.enumerated() {
        let states: [StepState] = step.evidence == nil ? [.scheduled] : [.done, .missed]
        for state in states {
          add(
            .steps, .step(escalation: index, line: line, state),
            .step(line + 1, escalation: escalation.name, state), step.origin)
        }
      }
    }
  }
}

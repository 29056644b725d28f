import PledgeDiagnostics
import PledgeEvaluation
import PledgePolicy

// The items of each kind but choices and thresholds.

extension CoverageSketch {
  mutating func addTargets() {
    for (index, target) in policy.targets.enumerated() {
      for verdict in [Verdict.met, .breached] {
        add(.targets, .target(index, verdict), "`\(target.name)` \(verdict.word)", target.origin)
      }
      for span in target.pauses {
        add(
          .pauses, .pause(span: span, target: index),
          "pause `\(policy.spans[span].name)` of `\(target.name)`", target.origin)
      }
    }
  }

  mutating func addPeriodTargets() {
    for (index, target) in policy.periodTargets.enumerated() {
      for verdict in [Verdict.met, .breached] {
        add(.targets, .periodTarget(index, verdict), "`\(target.name)` \(verdict.word)", target.origin)
      }
      for span in target.pauses {
        add(
          .pauses, .periodPause(span: span, target: index),
          "pause `\(policy.spans[span].name)` of `\(target.name)`", target.origin)
      }
    }
  }

  mutating func addTables() {
    for (index, table) in policy.tables.enumerated() {
      let owner = table.name.map { "`\($0)`" } ?? "this table"
      for (row, declared) in table.rows.enumerated() {
        add(
          .rows, .row(table: index, row: row), "row \(row + 1) of \(owner): `\(text(declared.origin))`",
          declared.origin)
      }
      if let result = table.results.first {
        watches.append(
          WatchedPlace(
            watch: Watch(
              Expression(.tableResult(table: index, column: 0), type: result.type, origin: table.origin),
              parts: table.columns), role: .columns(table: index)))
      }
      for column in table.columns.indices { addCells(table, index, column, owner) }
    }
  }

  /// The bounds and values that a column's cells hold against an ordered value, each once.
  private mutating func addCells(_ table: DecisionTable, _ index: Int, _ column: Int, _ owner: String) {
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
          name: "`\(text(subject.origin))` at `\(policy.words(figure, subject.type))` in \(owner)")
      }
    }
  }

  mutating func addExclusions() {
    for (index, exclusion) in policy.exclusions.enumerated() {
      add(.exclusions, .exclusion(index), "exclusion `\(exclusion.name)` helps", exclusion.origin)
    }
  }

  mutating func addRefunds() {
    for (index, refund) in policy.refunds.enumerated() {
      let name = "`\(refund.name)`"
      add(.refunds, .refund(index, .owed), "\(name) owed", refund.origin)
      for (place, cap) in refund.caps.enumerated() {
        add(.refunds, .refund(index, .capReached(place)), "cap of \(name) reached", cap.origin)
      }
      if let claim = refund.claims.first {
        add(.refunds, .refund(index, .lapsed), "\(name) claimed too late or not at all", claim.origin)
      }
      if refund.minimum != nil {
        add(.refunds, .refund(index, .belowMinimum), "\(name) below the minimum", refund.origin)
      }
    }
    for (index, group) in policy.groups.enumerated() {
      let names = group.members.map { "`\(policy.refunds[$0].name)`" }.joined(separator: ", ")
      switch group.limit {
      case .cap: add(.refunds, .groupCap(index), "shared cap of \(names) reached", group.origin)
      case .minimum:
        for member in group.members where policy.refunds[member].minimum == nil {
          add(
            .refunds, .refund(member, .belowMinimum), "`\(policy.refunds[member].name)` below the minimum",
            group.origin)
        }
      }
    }
  }

  mutating func addRights() {
    for (index, right) in policy.rights.enumerated() {
      add(.rights, .right(index), "`\(right.name)` granted", right.origin)
    }
  }

  mutating func addSteps() {
    for (index, escalation) in policy.escalations.enumerated() {
      for (line, step) in escalation.steps.enumerated() {
        let states: [StepState] = step.evidence == nil ? [.scheduled] : [.done, .missed]
        for state in states {
          add(
            .steps, .step(escalation: index, line: line, state),
            "step \(line + 1) of `\(escalation.name)` \(state.word)", step.origin)
        }
      }
    }
  }
}

import PledgePolicy
import PledgeSimulation

extension TotalsText {
  /// The steps of each escalation by their states.
  var steps: String {
    var table = stepTable([words.say(.stepsOf)])
    for (index, escalation) in policy.escalations.enumerated() {
      add(escalation: index, row: totals.overall, [escalation.name], to: &table)
    }
    return table.text
  }

  func stepTable(_ leading: [String]) -> TextTable {
    table(
      leading,
      figures: StepState.allCases.map {
        $0 == .notApplicable ? words.heading(.notApplicable) : words.say(code: $0.word)
      })
  }

  func add(escalation: Int, row: Int, _ leading: [String], to table: inout TextTable) {
    let style = style
    let counts = StepState.allCases.map { state in
      (ledger.count(of: state, escalation: escalation, row: row), { style.step(state, $0) })
    }
    add(leading, counts, to: &table)
  }
}

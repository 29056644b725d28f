import PledgePolicy
import PledgeSimulation

extension TotalsText {
  /// The steps of each escalation by their states.
  var steps: String {
    var table = stepTable(["steps of"])
    for (index, escalation) in policy.escalations.enumerated() {
      add(escalation: index, row: totals.overall, [escalation.name], to: &table)
    }
    return table.text
  }

  func stepTable(_ leading: [String]) -> TextTable {
    let figures = StepState.allCases.map { $0 == .notApplicable ? "n/a" : $0.word }
    var table = TextTable(leading.map { _ in .left } + figures.map { _ in .right })
    table.add(leading + figures, mark: style.faint)
    return table
  }

  func add(escalation: Int, row: Int, _ leading: [String], to table: inout TextTable) {
    var cells = leading
    var marks: [Int: (String) -> String] = [:]
    for state in StepState.allCases {
      let count = ledger.count(of: state, escalation: escalation, row: row)
      let style = style
      marks[cells.count] = { count == 0 ? style.faint($0) : style.step(state, $0) }
      cells.append("\(count)")
    }
    table.add(cells, marks: marks)
  }
}

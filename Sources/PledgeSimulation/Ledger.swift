import PledgeEvaluation
import PledgePolicy

/// Counts and sums of decisions: one row for all tickets and one for each value of each breakdown.
///
/// The cells lie flat, so that a decision costs a handful of additions. Merging two ledgers is exact and
/// does not depend on the order.
package struct Ledger: Sendable {
  package let targetCount: Int
  package let refundCount: Int
  package let escalationCount: Int
  package let rightCount: Int
  /// The number of rows.
  package private(set) var rowCount = 0
  private var tickets: [Int] = []
  private var verdicts: [Int] = []
  private var overruns: [OverrunHistogram] = []
  private var states: [Int] = []
  private var owed: [MoneySum] = []
  private var accruing: [MoneySum] = []
  private var claimable: [MoneySum] = []
  private var steps: [Int] = []
  private var rightStates: [Int] = []

  private static let verdictCount = Verdict.allCases.count
  private static let stateCount = RefundState.allCases.count
  private static let stepStateCount = StepState.allCases.count
  private static let rightStateCount = RightState.allCases.count

  /// Which refunds and rights are of a key and period, and not counted for tickets.
  package struct Frames: Sendable {
    /// Empty where none is.
    fileprivate let refunds: [Bool]
    fileprivate let rights: [Bool]

    package init(refunds: [Bool] = [], rights: [Bool] = []) {
      self.refunds = refunds.contains(true) ? refunds : []
      self.rights = rights.contains(true) ? rights : []
    }
  }

  private let frames: Frames

  package init(targets: Int, refunds: Int, rights: Int = 0, escalations: Int = 0, frames: Frames = Frames()) {
    escalationCount = escalations
    self.frames = frames
    targetCount = targets
    refundCount = refunds
    rightCount = rights
  }

  /// Adds an empty row and returns its index.
  package mutating func addRow() -> Int {
    tickets.append(0)
    verdicts.append(contentsOf: repeatElement(0, count: targetCount * Self.verdictCount))
    overruns.append(contentsOf: repeatElement(OverrunHistogram(), count: targetCount))
    states.append(contentsOf: repeatElement(0, count: refundCount * Self.stateCount))
    owed.append(contentsOf: repeatElement(MoneySum(), count: refundCount))
    accruing.append(contentsOf: repeatElement(MoneySum(), count: refundCount))
    claimable.append(contentsOf: repeatElement(MoneySum(), count: refundCount))
    rightStates.append(contentsOf: repeatElement(0, count: rightCount * Self.rightStateCount))
    steps.append(contentsOf: repeatElement(0, count: escalationCount * Self.stepStateCount))
    rowCount += 1
    return rowCount - 1
  }

  /// Counts a ticket in a row, with what its targets and refunds came to.
  mutating func count(_ targets: [TargetOutcome], _ refunds: [RefundOutcome], row: Int) {
    tickets[row] += 1
    let firstTarget = row * targetCount
    verdicts.withUnsafeMutableBufferPointer { verdicts in
      for index in 0..<targetCount {
        verdicts[(firstTarget + index) * Self.verdictCount + Int(targets[index].verdict.rawValue)] += 1
      }
    }
    for index in 0..<targetCount where targets[index].verdict == .breached {
      if targets[index].doubt == nil {
        overruns[firstTarget + index].add(targets[index].over)
      } else {
        overruns[firstTarget + index].addUnknown()
      }
    }
    let firstRefund = row * refundCount
    for index in 0..<refundCount where frames.refunds.isEmpty || !frames.refunds[index] {
      let state = refunds[index].state
      states[(firstRefund + index) * Self.stateCount + Int(state.rawValue)] += 1
      if state == .owed { owed[firstRefund + index].add(refunds[index].amount) }
      if state == .accruing { accruing[firstRefund + index].add(refunds[index].amount) }
      if state == .claimable { claimable[firstRefund + index].add(refunds[index].amount) }
    }
  }

  /// Counts what the rights of a ticket came to.
  mutating func count(_ rights: [RightOutcome], row: Int) {
    for index in 0..<rightCount where frames.rights.isEmpty || !frames.rights[index] {
      rightStates[(row * rightCount + index) * Self.rightStateCount + Int(rights[index].state.rawValue)] += 1
    }
  }

  /// Counts the steps of a ticket's escalations.
  mutating func count(_ stepOutcomes: [[StepOutcome]], row: Int) {
    for index in 0..<escalationCount {
      let first = (row * escalationCount + index) * Self.stepStateCount
      for step in stepOutcomes[index] { steps[first + Int(step.state.rawValue)] += 1 }
    }
  }

  /// Counts what a refund or right came to for a key and period.
  mutating func count(_ frame: FrameDecision, row: Int) {
    switch frame {
    case .refund(let refund): count(refund, row: row)
    case .right(let right):
      let state = Int(right.outcome.state.rawValue)
      rightStates[(row * rightCount + right.right) * Self.rightStateCount + state] += 1
    }
  }

  private mutating func count(_ frame: FrameRefund, row: Int) {
    let index = row * refundCount + frame.refund
    let outcome = frame.outcome
    states[index * Self.stateCount + Int(outcome.state.rawValue)] += 1
    if outcome.state == .owed { owed[index].add(outcome.amount) }
    if outcome.state == .accruing { accruing[index].add(outcome.amount) }
    if outcome.state == .claimable { claimable[index].add(outcome.amount) }
  }

  /// Makes the overruns ready to be asked.
  mutating func settle() {
    for index in overruns.indices { overruns[index].settle() }
  }

  /// Adds a row of another ledger of the same policy to a row of this one.
  package mutating func merge(row: Int, from other: Ledger, row otherRow: Int) {
    tickets[row] += other.tickets[otherRow]
    let stepCells = escalationCount * Self.stepStateCount
    for index in 0..<stepCells { steps[row * stepCells + index] += other.steps[otherRow * stepCells + index] }
    for index in 0..<targetCount * Self.verdictCount {
      verdicts[row * targetCount * Self.verdictCount + index] +=
        other.verdicts[otherRow * targetCount * Self.verdictCount + index]
    }
    for index in 0..<targetCount {
      overruns[row * targetCount + index].merge(other.overruns[otherRow * targetCount + index])
    }
    for index in 0..<refundCount * Self.stateCount {
      states[row * refundCount * Self.stateCount + index] +=
        other.states[otherRow * refundCount * Self.stateCount + index]
    }
    for index in 0..<refundCount {
      owed[row * refundCount + index].merge(other.owed[otherRow * refundCount + index])
      accruing[row * refundCount + index].merge(other.accruing[otherRow * refundCount + index])
      claimable[row * refundCount + index].merge(other.claimable[otherRow * refundCount + index])
    }
    for index in 0..<rightCount * Self.rightStateCount {
      rightStates[row * rightCount * Self.rightStateCount + index] +=
        other.rightStates[otherRow * rightCount * Self.rightStateCount + index]
    }
  }

  /// Adds a row of another version's ledger, whose declarations stand elsewhere here.
  mutating func merge(row: Int, from other: Ledger, row otherRow: Int, by map: VersionUnion.Map) {
    tickets[row] += other.tickets[otherRow]
    for (index, place) in map.targets.enumerated() {
      let from = otherRow * other.targetCount + index
      let to = row * targetCount + place
      for verdict in 0..<Self.verdictCount {
        verdicts[to * Self.verdictCount + verdict] += other.verdicts[from * Self.verdictCount + verdict]
      }
      overruns[to].merge(other.overruns[from])
    }
    for (index, place) in map.refunds.enumerated() {
      let from = otherRow * other.refundCount + index
      let to = row * refundCount + place
      for state in 0..<Self.stateCount {
        states[to * Self.stateCount + state] += other.states[from * Self.stateCount + state]
      }
      for _ in 0..<map.payees[index] {
        owed[to].merge(other.owed[from])
        accruing[to].merge(other.accruing[from])
        claimable[to].merge(other.claimable[from])
      }
    }
    mergeStates(row: row, from: other, row: otherRow, by: map)
  }

  /// The same of rights and steps.
  private mutating func mergeStates(
    row: Int, from other: Ledger, row otherRow: Int, by map: VersionUnion.Map
  ) {
    for (index, place) in map.rights.enumerated() {
      let from = (otherRow * other.rightCount + index) * Self.rightStateCount
      let to = (row * rightCount + place) * Self.rightStateCount
      for state in 0..<Self.rightStateCount { rightStates[to + state] += other.rightStates[from + state] }
    }
    for (index, place) in map.escalations.enumerated() {
      let from = (otherRow * other.escalationCount + index) * Self.stepStateCount
      let to = (row * escalationCount + place) * Self.stepStateCount
      for state in 0..<Self.stepStateCount { steps[to + state] += other.steps[from + state] }
    }
  }

  // MARK: Reading

  /// The tickets counted in a row.
  package func tickets(row: Int) -> Int { tickets[row] }

  /// How many tickets of a row have a verdict for a target.
  package func count(of verdict: Verdict, target: Int, row: Int) -> Int {
    verdicts[(row * targetCount + target) * Self.verdictCount + Int(verdict.rawValue)]
  }

  /// By how much the breached tickets of a row are over a target.
  package func overrun(target: Int, row: Int) -> OverrunHistogram { overruns[row * targetCount + target] }

  /// How many tickets of a row have a refund in a state.
  package func count(of state: RefundState, refund: Int, row: Int) -> Int {
    states[(row * refundCount + refund) * Self.stateCount + Int(state.rawValue)]
  }

  /// How many steps of an escalation are in a state, over the tickets of a row.
  package func count(of state: StepState, escalation: Int, row: Int) -> Int {
    steps[(row * escalationCount + escalation) * Self.stepStateCount + Int(state.rawValue)]
  }

  /// What the tickets of a row owe to one payee.
  package func owed(refund: Int, row: Int) -> MoneySum { owed[row * refundCount + refund] }

  /// What one payee would get from clocks that still run, as of the as-of instant.
  package func accruing(refund: Int, row: Int) -> MoneySum { accruing[row * refundCount + refund] }

  /// What one payee of a row gets if it is claimed in time.
  package func claimable(refund: Int, row: Int) -> MoneySum { claimable[row * refundCount + refund] }

  /// How many tickets of a row have a right in a state.
  package func count(of state: RightState, right: Int, row: Int) -> Int {
    rightStates[(row * rightCount + right) * Self.rightStateCount + Int(state.rawValue)]
  }
}

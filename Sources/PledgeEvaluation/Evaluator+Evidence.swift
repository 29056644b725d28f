import PledgePolicy
import PledgeTickets
import PledgeTime

// What shows that a step was done. Steps with one evidence stand in a row by their instants, and each event
// shows one of them: the one in whose time it lies, which is from behind the instant of the step before up to
// its own instant. What is left over then shows a step before, late.

extension Evaluator {
  /// One event that shows, or may show, that a step was done.
  private struct Proof {
    var at: Instant
    /// Why it is not known whether it shows anything.
    var unknown: UnknownID?
    var isUsed = false
  }

  /// Finds for each step that is not settled what shows that it was done.
  mutating func judgeEvidence(_ escalation: Int, _ outcomes: inout [StepOutcome]) {
    let lines = plan.steps[plan.escalations[escalation].steps.range]
    let kinds = lines.compactMap(\.evidence)
    for (index, evidence) in kinds.enumerated()
    where !kinds[..<index].contains(where: { $0.isShared(with: evidence) }) {
      let row = outcomes.indices.filter { position in
        guard outcomes[position].state == .pending, outcomes[position].due != nil,
          let own = plan.steps[lines.startIndex + outcomes[position].line].evidence
        else { return false }
        return own.isShared(with: evidence)
      }.sorted { (outcomes[$0].due ?? .latest, $0) < (outcomes[$1].due ?? .latest, $1) }
      if !row.isEmpty { judge(row, evidence, escalation, &outcomes) }
    }
    dropSecondComing(&outcomes)
  }

  private mutating func judge(
    _ row: [Int], _ evidence: EvidencePlan, _ escalation: Int, _ outcomes: inout [StepOutcome]
  ) {
    var proofs = self.proofs(evidence)
    let opens = row.indices.map { place in open(place, row, escalation, outcomes) }
    for (place, position) in row.enumerated() {
      guard let deadline = outcomes[position].deadline else { continue }
      let found = proofs.firstIndex { proof in
        !proof.isUsed && proof.unknown == nil && opens[place].admits(proof.at) && proof.at <= deadline
      }
      if let found { use(&proofs[found], .done, &outcomes[position]) }
    }
    for (place, position) in row.enumerated() where outcomes[position].state == .pending {
      guard let deadline = outcomes[position].deadline else { continue }
      let next = place + 1 < row.count ? outcomes[row[place + 1]].due ?? .latest : .latest
      let found = proofs.firstIndex { proof in
        !proof.isUsed && proof.unknown == nil && proof.at > deadline && proof.at <= next
      }
      if let found {
        use(&proofs[found], .late, &outcomes[position])
      } else if let doubt = doubt(proofs, opens[place], next), outcomes[position].state == .pending {
        outcomes[position].state = .undecided
        outcomes[position].unknown = doubt
      } else if asOf > deadline {
        miss(&outcomes[position], evidence)
      }
    }
  }

  private func use(_ proof: inout Proof, _ state: StepState, _ outcome: inout StepOutcome) {
    proof.isUsed = true
    outcome.state = state
    outcome.doneAt = proof.at
  }

  private mutating func miss(_ outcome: inout StepOutcome, _ evidence: EvidencePlan) {
    outcome.state = .missed
    guard plan.policy.vocabulary.events[Int(evidence.event)].ifRecorded else { return }
    outcome.state = .undecided
    outcome.unknown = unknown(.eventUnrecorded, evidence.event)
  }

  // MARK: Times

  /// From when on evidence counts for a step.
  private struct Opening {
    var at: Instant
    var isIncluded: Bool

    func admits(_ instant: Instant) -> Bool { isIncluded ? instant >= at : instant > at }
  }

  private mutating func open(
    _ place: Int, _ row: [Int], _ escalation: Int, _ outcomes: [StepOutcome]
  ) -> Opening {
    let outcome = outcomes[row[place]]
    let start = outcome.cycleStart ?? .earliest
    for earlier in row[..<place].reversed() {
      guard let due = outcomes[earlier].due, let own = outcome.due, due < own else { continue }
      if due < start { break }
      return Opening(at: due, isIncluded: false)
    }
    if outcome.cycleStart != nil { return Opening(at: start, isIncluded: true) }
    let step = plan.steps[plan.escalations[escalation].steps.range.lowerBound + outcome.line]
    if case .event(var point) = step.moment {
      // The event itself, before which there was nothing to do.
      point.offset = min(point.offset, .zero)
      if point.occurrence == 0 { point.occurrence = 1 }
      if case .instant(let instant) = instant(of: point) { return Opening(at: instant, isIncluded: true) }
    }
    return Opening(at: self.start(of: step.clock) ?? .earliest, isIncluded: true)
  }

  private mutating func proofs(_ evidence: EvidencePlan) -> [Proof] {
    var result: [Proof] = []
    for position in 0..<visible where ticket.events[position].code == evidence.event {
      let at = ticket.events[position].at
      let holds = holds(evidence.condition, at: at, event: position)
      if holds != .truth(false) { result.append(Proof(at: at, unknown: holds.unknown)) }
    }
    return result
  }

  private mutating func doubt(_ proofs: [Proof], _ open: Opening, _ next: Instant) -> UnknownID? {
    var result: UnknownID?
    for proof in proofs where open.admits(proof.at) && proof.at <= next {
      guard let id = proof.unknown else { continue }
      result = result.map { unknowns.join($0, id) } ?? id
    }
    return result
  }

  /// Of a repeated step that has not been done ahead of its time only the next coming is of interest.
  private func dropSecondComing(_ outcomes: inout [StepOutcome]) {
    var dropped: [Int] = []
    for (position, outcome) in outcomes.enumerated().dropFirst() where outcome.repetition > 1 {
      let before = outcomes[position - 1]
      guard before.line == outcome.line, let due = before.due, due > asOf else { continue }
      if before.state != .done { dropped.append(position) }
    }
    for position in dropped.reversed() { outcomes.remove(at: position) }
  }
}

import PledgeEvaluation
import PledgePolicy
import PledgeReadings
import PledgeTickets
import PledgeTime

/// What a run needs for one of several versions of a policy. Each version reads the records by its own
/// vocabulary and has its own texts and registers, so that versions know nothing of each other.
package struct VersionSetup: Sendable {
  package var plan: Plan
  package var registers: [Register]
  package var recordPlan: RecordPlan
  package var period: ForcePeriod
  package var breakdowns: [Breakdown] = []
  package var comparison: RecordedComparison?
  package var encoder: (any DecisionEncoder)?
  /// What counts of tickets read; filled by the run itself.
  var ticketIndex: TicketIndex?
  /// What the items of several tickets have come to; nil where that is found out, or not needed.
  var settled: SettledHistory?

  package init(plan: Plan, registers: [Register], recordPlan: RecordPlan, period: ForcePeriod) {
    self.plan = plan
    self.registers = registers
    self.recordPlan = recordPlan
    self.period = period
  }
}

extension SimulationSetup {
  /// One setup a version, in the order of their time; this one alone where there is one version.
  var setups: [SimulationSetup] {
    guard !versions.isEmpty else { return [self] }
    let tenures = self.tenuresOfVersions
    let groups = self.groupsOfVersions
    return versions.enumerated().map { index, version in
      var setup = self
      setup.tenures = tenures.tenures[index]
      setup.timeOfVersions = Interval(
        start: versions[0].period.from, end: versions[versions.count - 1].period.until ?? .latest)
      setup.sharedGroups = groups.shared[index]
      setup.settled = version.settled
      setup.versions = []
      setup.plan = version.plan
      setup.registers = version.registers
      setup.recordPlan = version.recordPlan
      setup.breakdowns = version.breakdowns
      setup.comparison = version.comparison
      setup.encoder = version.encoder
      setup.ticketIndex = version.ticketIndex
      return setup
    }
  }

  /// Whether the run looks at the tickets of other versions: those that fall in its periods.
  var asksSharedTickets: Bool { !plan.policy.periodTargets.isEmpty }

  /// The version that decides a ticket of a governing instant; one that is not known yet can only come after
  /// the as-of instant. Nil outside of all versions.
  func version(at governing: Instant?) -> Int? {
    if let governing { return versions.firstIndex { $0.period.contains(governing) } }
    return versions.firstIndex { $0.period.contains(asOf) } ?? versions.indices.last
  }

  /// The totals of one version, or of all together; what each key and period came to is handed over.
  func totals(of boxes: [TallyBox], _ each: (PeriodDecision) throws -> Void) rethrows -> Totals {
    if versions.isEmpty {
      try boxes[0].tally.finishPeriods(each)
    } else {
      for box in boxes { box.tally.takeRegisterKeys() }
      try VersionFrames(self, boxes, boxes.map { $0.tally.portfolio }).finishPeriods(each)
    }
    var parts = boxes.map { $0.tally.finish() }
    for (index, setup) in setups.enumerated() {
      guard let settled = setup.settled else { continue }
      parts[index].ledger.merge(row: parts[index].overall, from: settled.frames, row: parts[index].overall)
    }
    guard !versions.isEmpty else { return parts[0] }
    return VersionUnion(versions.map(\.plan.policy)).totals(parts)
  }
}

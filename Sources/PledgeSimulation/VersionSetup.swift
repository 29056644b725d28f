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
    return versions.map { version in
      var setup = self
      setup.versions = []
      setup.plan = version.plan
      setup.registers = version.registers
      setup.recordPlan = version.recordPlan
      setup.breakdowns = version.breakdowns
      setup.comparison = version.comparison
      setup.encoder = version.encoder
      return setup
    }
  }

  /// The version that decides a ticket of a governing instant; one that is not known yet can only come after
  /// the as-of instant. Nil outside of all versions.
  func version(at governing: Instant?) -> Int? {
    if let governing { return versions.firstIndex { $0.period.contains(governing) } }
    return versions.firstIndex { $0.period.contains(asOf) } ?? versions.indices.last
  }

  /// The totals of one version, or of all together; what each key and period came to is handed over where
  /// there is one version.
  func totals(of boxes: [TallyBox], _ each: (PeriodDecision) throws -> Void) rethrows -> Totals {
    var parts = try boxes.map { box in
      try box.tally.finish { if versions.isEmpty { try each($0) } }
    }
    if let settled {
      parts[0].ledger.merge(row: parts[0].overall, from: settled.frames, row: parts[0].overall)
    }
    guard !versions.isEmpty else { return parts[0] }
    return VersionUnion(versions.map(\.plan.policy)).totals(parts)
  }
}

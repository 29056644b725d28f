import PledgeEvaluation
import PledgePolicy

/// Settles what several versions of a policy have collected: items of all versions meet in the groups that
/// they share.
struct VersionSettling {
  let setup: SimulationSetup
  /// One worker's, with what all workers have collected.
  let boxes: [TallyBox]

  /// What all items come to, for each version in its own terms. The refunds and then the rights
  /// of keys and periods are handed over: by declaration, key and period.
  func settle(_ each: (FrameDecision) throws -> Void) rethrows -> [SettledHistory] {
    for box in boxes { box.tally.takeRegisterKeysOfItems() }
    let union = VersionUnion(setup.versions.map(\.plan.policy))
    func frames() -> VersionFrames { VersionFrames(setup, boxes, boxes.map { $0.tally.portfolioOfItems }) }
    frames().eachRefund { version, refund, decided in
      boxes[version].tally.collect(refund: refund, &decided) { boxes.limit($0, for: version, setup.names) }
    }
    var settlement = Settlement()
    for (version, box) in boxes.enumerated() {
      settlement.merge(box.tally.handOverItems { union.maps[version].cause($0) })
    }
    let all = settlement.finish(groupCount: setup.groupsOfVersions.count)
    let own = boxes.indices.map { version in
      all.renamed { union.maps[version].own($0) ?? Cause(.otherTickets) }
    }
    try frames().eachRefund { version, refund, decided in
      try boxes[version].tally.settle(refund: refund, &decided, own[version]) { try each($0.of(version)) }
    }
    try frames().eachRight { version, right, decided in
      try boxes[version].tally.grant(right: right, &decided) { try each($0.of(version)) }
    }
    return zip(own, boxes).map { groups, box in
      SettledHistory(groups: groups, frames: box.tally.totals.ledger)
    }
  }
}

extension [TallyBox] {
  /// What a version answers that another one asks, in the asking one's terms.
  func limit(_ question: GroupQuestion, for version: Int, _ names: VersionNames) -> Settlement.Limit {
    self[question.version].tally.limit(question).renamed {
      names.cause($0, of: question.version, in: version)
    }
  }
}

extension FrameDecision {
  /// The same as what a version has decided.
  fileprivate func of(_ version: Int) -> FrameDecision {
    var result = self
    result.place.version = version
    return result
  }
}

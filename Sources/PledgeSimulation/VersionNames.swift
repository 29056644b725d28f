import PledgeEvaluation
import PledgePolicy

/// What the declarations of one version of a policy are in another one: those of one name are the same.
struct VersionNames: Sendable {
  private let maps: [VersionUnion.Map]
  private let targets: [Int]

  init(_ union: VersionUnion, targets: [Int]) {
    maps = union.maps
    self.targets = targets
  }

  /// What the targets of a version came to for a ticket of another one, by their places here; nil where that
  /// version has no such target.
  func verdicts(_ verdicts: [SharedVerdict], of other: Int, in version: Int) -> SharedVerdicts {
    (0..<targets[version]).map { index in
      let place = maps[version].targets[index]
      guard let theirs = maps[other].targets.firstIndex(of: place), theirs < verdicts.count else {
        return nil
      }
      var verdict = verdicts[theirs]
      verdict.rename { cause($0, of: other, in: version) }
      verdict.outcome.exclusion = verdict.outcome.exclusion.flatMap { exclusion in
        maps[version].exclusions.firstIndex(of: maps[other].exclusions[exclusion])
      }
      return verdict
    }
  }

  /// A cause of one version in the terms of another; where that has no such declaration, it is something of
  /// other tickets that is not known.
  func cause(_ cause: Cause, of other: Int, in version: Int) -> Cause {
    maps[version].own(maps[other].cause(cause)) ?? Cause(.otherTickets)
  }
}

extension SimulationSetup {
  /// The names of the versions of the run.
  var names: VersionNames {
    let policies = versions.isEmpty ? [plan.policy] : versions.map(\.plan.policy)
    return VersionNames(VersionUnion(policies), targets: policies.map(\.targets.count))
  }
}

import PledgeEvaluation
import PledgePolicy
import PledgeTime

/// Which of several versions of a policy judges which periods of a target.
///
/// A target goes on in the next version where that has one of its name that takes the same keys and periods
/// together. Each period of it is judged by the version in force when it begins. A target that does not go on
/// is judged to the end of the period that has begun, one that begins anew from the first day of its version.
struct VersionTenures: Sendable {
  /// By version and target.
  private(set) var tenures: [[PeriodTenure]] = []
  /// For each version and target the place of the target in the version before from which it goes on.
  private(set) var before: [[Int?]] = []

  /// `policies` in the order of their time.
  init(_ policies: [Policy], _ periods: [ForcePeriod]) {
    let end = periods.last?.until ?? .latest
    for (version, policy) in policies.enumerated() {
      let until = version + 1 < policies.count ? periods[version].until ?? .latest : .latest
      var (own, places): ([PeriodTenure], [Int?]) = ([], [])
      for target in policy.periodTargets {
        let place = version > 0 ? Self.place(of: target, policy, in: policies[version - 1]) : nil
        let start = place.map { tenures[version - 1][$0].whole.start } ?? periods[version].from
        own.append(
          PeriodTenure(
            own: Interval(start: place == nil ? .earliest : periods[version].from, end: until),
            whole: Interval(start: start, end: end)))
        places.append(place)
      }
      tenures.append(own)
      before.append(places)
    }
  }

  /// The target from which another one goes on.
  private static func place(of target: PeriodTarget, _ policy: Policy, in earlier: Policy) -> Int? {
    earlier.periodTargets.firstIndex { other in
      guard other.name == target.name, let names = policy.names(of: target.scope) else { return false }
      return names == earlier.names(of: other.scope)
    }
  }
}

extension SimulationSetup {
  /// Which version judges which periods.
  var tenuresOfVersions: VersionTenures {
    VersionTenures(versions.map(\.plan.policy), versions.map(\.period))
  }
}

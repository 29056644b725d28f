import PledgeEvaluation
import PledgePolicy
import PledgeTime

/// The groups of refunds of several versions of a policy as one list: caps and minimums of one name, with the
/// same refunds, keys and periods, are one. Caps stand from inner to outer, then minimums.
struct VersionGroups: Sendable {
  /// For each version where its groups stand.
  private(set) var shared: [SharedGroups] = []
  /// How many groups there are in all versions.
  let count: Int

  /// What tells a group from others; two that nothing tells apart are counted.
  private struct Name: Hashable {
    var names: GroupNames?
    /// How many of that name stand before it; of a group without names its version and place.
    var number: Int
    var version: Int?
  }

  /// `policies` in the order of their time.
  init(_ policies: [Policy], _ periods: [ForcePeriod]) {
    let lists = policies.enumerated().map { Self.names($1, version: $0) }
    let order = Self.order(lists, policies)
    count = order.count
    for (version, list) in lists.enumerated() {
      shared.append(
        SharedGroups(
          version: version, starts: periods.map(\.from),
          numbers: list.map { name in Int32(order.firstIndex(of: name) ?? 0) },
          places: list.map { name in lists.map { $0.firstIndex(of: name).map { Int32($0) } } }))
    }
  }

  private static func names(_ policy: Policy, version: Int) -> [Name] {
    var result: [Name] = []
    for (index, group) in policy.groups.enumerated() {
      if let names = policy.names(of: group) {
        result.append(Name(names: names, number: result.count(where: { $0.names == names }), version: nil))
      } else {
        result.append(Name(names: nil, number: index, version: version))
      }
    }
    return result
  }

  /// All groups so that of two that meet in a refund the inner one comes first, as in each version.
  private static func order(_ lists: [[Name]], _ policies: [Policy]) -> [Name] {
    var waiting: [Name] = []
    var behind: [Name: Set<Name>] = [:]
    for (list, policy) in zip(lists, policies) {
      for name in list where !waiting.contains(name) { waiting.append(name) }
      for (index, group) in policy.groups.enumerated() {
        for (other, outer) in policy.groups.enumerated().dropFirst(index + 1)
        where !Set(group.members).isDisjoint(with: outer.members) {
          behind[list[other], default: []].insert(list[index])
        }
      }
    }
    var result: [Name] = []
    while !waiting.isEmpty {
      let next = waiting.firstIndex { name in behind[name]?.isSubset(of: result) ?? true } ?? 0
      result.append(waiting.remove(at: next))
    }
    return result
  }
}

extension SimulationSetup {
  /// The groups of all versions.
  var groupsOfVersions: VersionGroups { VersionGroups(versions.map(\.plan.policy), versions.map(\.period)) }
}

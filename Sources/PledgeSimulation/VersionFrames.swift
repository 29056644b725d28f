import PledgeEvaluation
import PledgePolicy
import PledgeTime

/// Keys and periods of several versions of a policy, decided key by key and, for each key, version by version
/// in the order of their time.
///
/// A later version reads what an earlier one has come to: how many periods in a row were breached. What one
/// key comes to is held at a time.
final class VersionFrames {
  private let boxes: [TallyBox]
  private let portfolios: [Portfolio?]
  private let policies: [Policy]
  private let union: VersionUnion
  private let names: VersionNames
  private let tenures: VersionTenures
  private let asOf: Instant
  /// The numbers of keys by version and list of keys.
  private var numbers: [Place: [SharedKey: Int]] = [:]
  /// The key that is being decided, and what is known of it.
  private var key = SharedKey(parts: [])
  private var decisions: [Place: Portfolio.KeyDecision] = [:]

  private struct Place: Hashable {
    var version: Int
    var set: Int
  }

  /// A declaration of one version that is decided for keys and periods.
  private struct Part {
    var version: Int
    var index: Int
    /// Its list of keys in the version's portfolio.
    var set: Int
    /// The paths of its keys; nil where they have none.
    var keys: [String]?

    var place: Place { Place(version: version, set: set) }
  }

  /// `portfolios` have what the tickets gave and the keys of registers.
  init(_ setup: SimulationSetup, _ boxes: [TallyBox], _ portfolios: [Portfolio?]) {
    self.boxes = boxes
    self.portfolios = portfolios
    policies = setup.versions.map(\.plan.policy)
    union = VersionUnion(policies)
    names = setup.names
    tenures = setup.tenuresOfVersions
    asOf = setup.asOf
  }

  // MARK: Targets

  /// Decides all keys and periods, counts them and hands them over: by target, key and period.
  func finishPeriods(_ each: (PeriodDecision) throws -> Void) rethrows {
    for target in union.policy.periodTargets.indices {
      let parts = parts(of: target, \.periodTargets) {
        $0.keySet(of: $1)
      } _: {
        $0.periodTargets[$1].scope
      }
      try eachKey(of: parts) { part, key in
        var decided = decision(part.place, key)
        prepare(part.version, part.index, &decided)
        try boxes[part.version].tally.finishPeriods(part.index, &decided) { decision in
          var decision = decision
          decision.version = part.version
          try each(decision)
        }
        decisions[part.place] = decided
      }
    }
    for box in boxes { box.tally.evaluator.leaveFrame() }
  }

  /// Hands over each refund of a key and period with each key and version, by refund and key.
  func eachRefund(_ body: (Int, Int, inout Portfolio.KeyDecision) throws -> Void) rethrows {
    for refund in union.policy.refunds.indices {
      let parts = parts(of: refund, \.refunds) {
        $0.keySet(ofRefund: $1)
      } _: {
        $0.refunds[$1].scope
      }
      try eachFrame(of: parts, reading: { $0.targets(readByRefund: $1) }, body)
    }
  }

  /// The same of rights.
  func eachRight(_ body: (Int, Int, inout Portfolio.KeyDecision) throws -> Void) rethrows {
    for right in union.policy.rights.indices {
      let parts = parts(of: right, \.rights) {
        $0.keySet(ofRight: $1)
      } _: {
        $0.rights[$1].scope
      }
      try eachFrame(of: parts, reading: { $0.targets(readByRight: $1) }, body)
    }
  }

  private func eachFrame(
    of parts: [Part], reading: (Portfolio, Int) -> [Int],
    _ body: (Int, Int, inout Portfolio.KeyDecision) throws -> Void
  ) rethrows {
    var before: (key: SharedKey, decided: Portfolio.KeyDecision)?
    try eachKey(of: parts) { part, key in
      var decided = decision(part.place, key)
      for target in portfolios[part.version].map({ reading($0, part.index) }) ?? [] {
        prepare(part.version, target, &decided)
      }
      decided.goOn(behind: before?.key == self.key ? before?.decided : nil)
      try body(part.version, part.index, &decided)
      decisions[part.place] = decided
      before = (self.key, decided)
    }
    for box in boxes { box.tally.evaluator.leaveFrame() }
  }

  /// Puts what earlier versions came to in the place of what a target reads, itself or through others.
  private func prepare(_ version: Int, _ target: Int, _ decided: inout Portfolio.KeyDecision) {
    guard version > 0, let portfolio = portfolios[version] else { return }
    for index in portfolio.family(of: target) where decided.earlier[index] == nil {
      guard let before = tenures.before[version][index] else { continue }
      decided.earlier[index] = history(version - 1, before).map { outcome in
        outcome.adopted(
          target: index, key: decided.key, from: boxes[version - 1].tally.evaluator.unknowns,
          into: &boxes[version].tally.evaluator
        ) { names.cause($0, of: version - 1, in: version) }
      }
    }
  }

  /// What a target came to for the key at hand, in a version's periods and those of the versions before it.
  private func history(_ version: Int, _ target: Int) -> [PeriodOutcome] {
    guard let portfolio = portfolios[version] else { return [] }
    let place = Place(version: version, set: portfolio.keySet(of: target))
    guard let number = number(of: key, place) else { return [] }
    var decided = decision(place, number)
    prepare(version, target, &decided)
    let own = portfolio.decide(target, &decided, &boxes[version].tally.evaluator, asOf: asOf)
    decisions[place] = decided
    return (decided.earlier[target] ?? []) + own
  }

  private func decision(_ place: Place, _ number: Int) -> Portfolio.KeyDecision {
    decisions[place] ?? Portfolio.KeyDecision(set: place.set, key: number)
  }

  // MARK: Keys

  /// The declarations of all versions that are one in the union, in the order of time.
  private func parts(
    of place: Int, _ list: (VersionUnion.Map) -> [Int], _ set: (Portfolio, Int) -> Int?,
    _ scope: (Policy, Int) -> Scope?
  ) -> [Part] {
    union.maps.enumerated().compactMap { version, map in
      guard let index = list(map).firstIndex(of: place), let portfolio = portfolios[version],
        let set = set(portfolio, index), let scope = scope(policies[version], index)
      else { return nil }
      return Part(
        version: version, index: index, set: set,
        keys: policies[version].names(of: scope)?.keys)
    }
  }

  /// Hands over each key's number with each declaration that knows it. Declarations whose keys are others
  /// come one behind the other.
  private func eachKey(of parts: [Part], _ body: (Part, Int) throws -> Void) rethrows {
    var rest = parts
    while let first = rest.first {
      let alike = rest.filter { $0.version == first.version || first.keys != nil && $0.keys == first.keys }
      rest.removeAll { part in alike.contains { $0.version == part.version } }
      for key in keys(of: alike) {
        self.key = key
        decisions = [:]
        for part in alike {
          if let number = number(of: key, part.place) { try body(part, number) }
        }
      }
    }
  }

  /// The keys of several versions, in the order of the newest one.
  private func keys(of parts: [Part]) -> [SharedKey] {
    var seen: Set<SharedKey> = []
    var result: [SharedKey] = []
    for part in parts.reversed() {
      guard let portfolio = portfolios[part.version] else { continue }
      for number in portfolio.order(of: part.set) {
        let key = portfolio.sharedKey(part.set, Int(number))
        if seen.insert(key).inserted { result.append(key) }
      }
    }
    return result
  }

  /// The number of a key in a version; nil where no ticket and no register names it there.
  private func number(of key: SharedKey, _ place: Place) -> Int? {
    if let known = numbers[place] { return known[key] }
    guard let portfolio = portfolios[place.version] else { return nil }
    var own: [SharedKey: Int] = [:]
    for number in portfolio.order(of: place.set) {
      own[portfolio.sharedKey(place.set, Int(number))] = Int(number)
    }
    numbers[place] = own
    return own[key]
  }
}

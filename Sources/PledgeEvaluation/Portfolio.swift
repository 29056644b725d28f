import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// What tickets come to together: a fold of decided tickets into one account for each period target and key.
///
/// **Invariant**: the accounts do not depend on the order of tickets, and merging the portfolios of the parts
/// of a history gives that of the whole.
package struct Portfolio: Sendable {
  let plan: Plan
  /// The keys met, a table for each key set of the plan.
  var keys: [KeyTable]
  /// By target and key.
  var accounts: [[PeriodAccount?]]
  /// What contributions can be, by number; 0 is certain.
  var classes: [ContributionClass] = [.certain]
  private var classNumbers: [ContributionClass: Int32] = [.certain: 0]
  /// The first event of all tickets; `latest` before any.
  var firstEvent = Instant.latest
  /// The first event of the tickets taken; `latest` before any.
  package var beginning: Instant { firstEvent }
  /// For which periods of each target this version of the policy answers; empty where there is one version.
  let tenures: [PeriodTenure]
  /// For each target the time in which its own periods can lie; what lies outside need not be held.
  let reaches: [Interval]
  /// What each ticket gave, where decisions are explained; memory then grows with tickets.
  var evidence: [PeriodEvidence.Place: [PeriodEvidence]]?
  /// The id of the ticket at hand, where that is kept.
  var ticketID: [UInt8] = []
  /// Buffers.
  var parts: [Value] = []
  var intervals: [Interval] = []

  /// Nil where the policy asks nothing of several tickets: then tickets cost nothing more. Decisions that are
  /// explained need what each ticket gave.
  package init?(_ plan: Plan, isExplained: Bool = false, tenures: [PeriodTenure] = []) {
    guard !plan.periodTargets.isEmpty else { return nil }
    self.plan = plan
    self.tenures = tenures
    reaches = plan.periodTargets.indices.map { target in
      tenures.isEmpty ? .always : plan.reach(of: target, tenures[target])
    }
    keys = plan.keySets.map { KeyTable(width: $0.count) }
    accounts = plan.periodTargets.map { _ in [] }
    evidence = isExplained ? [:] : nil
  }

  /// The number of a class of contributions.
  mutating func number(of contribution: ContributionClass) -> Int32 {
    if contribution == .certain { return 0 }
    if let known = classNumbers[contribution] { return known }
    let number = Int32(classes.count)
    classes.append(contribution)
    classNumbers[contribution] = number
    return number
  }

  /// Changes the account of a key, which is opened where it is new.
  mutating func change(_ target: Int, _ key: Int, _ body: (inout PeriodAccount) -> Void) {
    while accounts[target].count <= key { accounts[target].append(nil) }
    var account = accounts[target][key] ?? PeriodAccount(leaves: plan.periodTargets[target].leaves.count)
    accounts[target][key] = nil
    body(&account)
    accounts[target][key] = account
  }

  /// How many intervals, counts and values are held for all keys.
  var held: Int {
    accounts.joined().reduce(0) { sum, account in
      guard let account else { return sum }
      let intervals = account.bags.joined().reduce(0) { $0 + $1.intervals.count }
      return sum + intervals + account.weighted.count + account.tallies.count + account.samples.count
    }
  }

  // MARK: Merging

  /// Adds what another worker has taken, and gives its memory back on the way; `theirs` names its unknowns,
  /// `evaluator` takes them over.
  package mutating func merge(
    _ other: consuming Portfolio, unknowns theirs: UnknownInterner, into evaluator: inout Evaluator
  ) {
    firstEvent = min(firstEvent, other.firstEvent)
    let classes = other.classes.map { contribution in
      number(
        of: ContributionClass(
          doubt: contribution.doubt.map { evaluator.unknowns.adopt($0, of: theirs) },
          exclusion: contribution.exclusion,
          mayBeExcluded: contribution.mayBeExcluded.map { evaluator.unknowns.adopt($0, of: theirs) },
          vague: contribution.vague.map { evaluator.unknowns.adopt($0, of: theirs) }))
    }
    let keys = self.keys.indices.map { set in
      (0..<other.keys[set].count).map { self.keys[set].adopt($0, of: other.keys[set]) }
    }
    for (place, entries) in other.evidence ?? [:] {
      let set = plan.periodTargets[place.target].scope.keySet
      let own = PeriodEvidence.Place(target: place.target, key: keys[set][place.key])
      for var entry in entries {
        entry.contribution = classes[Int(entry.contribution)]
        evidence?[own, default: []].append(entry)
      }
    }
    for target in accounts.indices {
      let set = plan.periodTargets[target].scope.keySet
      let isGreatest = plan.periodTargets[target].isOfGreatest
      var accounts: [PeriodAccount?] = []
      swap(&accounts, &other.accounts[target])
      for key in accounts.indices {
        guard let account = accounts[key] else { continue }
        accounts[key] = nil
        let unknown = account.unknown.map { evaluator.unknowns.adopt($0, of: theirs) }
        change(target, keys[set][key]) { own in
          own.add(account, classes: classes, greatest: isGreatest)
          own.unknown = [own.unknown, unknown].compactMap { $0 }.reduce(nil) { joined, next in
            joined.map { evaluator.unknowns.join($0, next) } ?? next
          }
        }
      }
    }
  }
}

extension PeriodTargetPlan {
  /// Whether samples keep the greatest value, not their sum.
  var isOfGreatest: Bool {
    if case .maximum = kind { true } else { false }
  }
}

extension PeriodAccount {
  /// Adds another account whose classes have these numbers here.
  mutating func add(_ other: PeriodAccount, classes: [Int32], greatest: Bool) {
    for (leaf, bags) in other.bags.enumerated() {
      for bag in bags {
        let number = classes[Int(bag.contribution)]
        for interval in bag.intervals { add(interval, leaf: leaf, number) }
      }
    }
    for var weighted in other.weighted {
      weighted.contribution = classes[Int(weighted.contribution)]
      self.weighted.append(weighted)
    }
    for var tally in other.tallies {
      tally.contribution = classes[Int(tally.contribution)]
      add(tally)
    }
    for var sample in other.samples {
      sample.contribution = classes[Int(sample.contribution)]
      add(sample, greatest: greatest)
    }
    anchor = min(anchor, other.anchor)
    tickets += other.tickets
  }
}

extension UnknownInterner {
  /// The id here of a set of causes that another interner holds.
  mutating func adopt(_ id: UnknownID, of other: UnknownInterner) -> UnknownID {
    let causes = other.causes(id)
    guard let first = causes.first else { return id }
    return causes.dropFirst().reduce(self.id(first)) { join($0, self.id($1)) }
  }
}

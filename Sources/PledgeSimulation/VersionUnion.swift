import PledgeEvaluation
import PledgePolicy
import PledgeTickets

/// Several versions of a policy as one in reports: targets, refunds and all that reasons name are one where
/// their names are. What the newest version declares comes first.
package struct VersionUnion: Sendable {
  /// Declarations of all versions under the newest one's header; for reports only, it decides nothing.
  package private(set) var policy: Policy
  private(set) var maps: [Map]

  /// Where the declarations of a version stand in the union.
  struct Map: Sendable {
    var targets: [Int] = []
    var periodTargets: [Int] = []
    var refunds: [Int] = []
    var rights: [Int] = []
    var escalations: [Int] = []
    var exclusions: [Int] = []
    var fields: [Int] = []
    var events: [Int] = []
    var registers: [Int] = []
    var columns: [[Int]] = []
    var tables: [Int] = []
    var calendars: [Int] = []
    /// How often an amount counts: a refund whose payees differ between versions is counted a payee.
    var payees: [Int] = []

    init() {}

    /// Everything stands where it stands.
    init(identityOf policy: Policy) {
      targets = Array(policy.targets.indices)
      periodTargets = Array(policy.periodTargets.indices)
      refunds = Array(policy.refunds.indices)
      rights = Array(policy.rights.indices)
      escalations = Array(policy.escalations.indices)
      exclusions = Array(policy.exclusions.indices)
      fields = Array(policy.vocabulary.fields.indices)
      events = Array(policy.vocabulary.events.indices)
      registers = Array(policy.registers.indices)
      columns = policy.registers.map { Array($0.columns.indices) }
      tables = Array(policy.tables.indices)
      calendars = Array(policy.calendars.indices)
      payees = policy.refunds.map { _ in 1 }
    }
  }

  /// `policies` has at least one policy, the newest last.
  package init(_ policies: [Policy]) {
    policy = policies[policies.count - 1]
    maps = policies.map { _ in Map() }
    maps[policies.count - 1] = Map(identityOf: policy)
    for index in policies.indices.dropLast().reversed() { maps[index] = add(policies[index]) }
    for refund in policy.refunds.indices { countPayees(refund, policies) }
  }

  private mutating func add(_ version: Policy) -> Map {
    var map = Map()
    map.targets = Self.unite(version.targets, into: &policy.targets) { $0.name }
    map.periodTargets = Self.unite(version.periodTargets, into: &policy.periodTargets) { $0.name }
    map.refunds = Self.unite(version.refunds, into: &policy.refunds) { $0.name }
    map.rights = Self.unite(version.rights, into: &policy.rights) { $0.name }
    map.escalations = Self.unite(version.escalations, into: &policy.escalations) { $0.name }
    map.exclusions = Self.unite(version.exclusions, into: &policy.exclusions) { $0.name }
    map.fields = Self.unite(version.vocabulary.fields, into: &policy.vocabulary.fields) { $0.name }
    map.events = Self.unite(version.vocabulary.events, into: &policy.vocabulary.events) { $0.name }
    map.registers = Self.unite(version.registers, into: &policy.registers) { $0.name }
    map.tables = Self.unite(version.tables, into: &policy.tables) { $0.name }
    map.calendars = Self.unite(version.calendars, into: &policy.calendars) { $0.name }
    for (register, place) in zip(version.registers, map.registers) {
      map.columns.append(Self.unite(register.columns, into: &policy.registers[place].columns) { $0.name })
    }
    map.payees = version.refunds.map { _ in 1 }
    return map
  }

  /// Where each of `own` stands in `all`, which takes those whose names it does not have.
  private static func unite<T>(_ own: [T], into all: inout [T], name: (T) -> String?) -> [Int] {
    var places: [Int] = []
    for element in own {
      let wanted = name(element)
      if wanted != nil, let place = all.firstIndex(where: { name($0) == wanted }) {
        places.append(place)
      } else {
        places.append(all.count)
        all.append(element)
      }
    }
    return places
  }

  private mutating func countPayees(_ refund: Int, _ policies: [Policy]) {
    var counts: Set<Int> = []
    for (map, version) in zip(maps, policies) {
      for (index, place) in map.refunds.enumerated() where place == refund {
        counts.insert(max(1, version.refunds[index].payees.count))
      }
    }
    guard counts.count > 1 else { return }
    policy.refunds[refund].payees = []
    for number in maps.indices {
      for (index, place) in maps[number].refunds.enumerated() where place == refund {
        maps[number].payees[index] = max(1, policies[number].refunds[index].payees.count)
      }
    }
  }

  // MARK: Totals

  /// The totals of all versions together; `parts` has those of each version.
  func totals(_ parts: [Totals]) -> Totals {
    var result = Totals(policy: policy)
    let breakdowns = parts.map(\.groups.count).max() ?? 0
    var groups: [[Group]] = Array(repeating: [], count: breakdowns)
    result.causes = policy.targets.map { _ in [] }
    for (map, part) in zip(maps, parts).reversed() {
      result.decided += part.decided
      result.rejected += part.rejected
      result.events += part.events
      for (code, count) in part.rejections { result.rejections[code, default: 0] += count }
      result.agreement.merge(part.agreement)
      result.ledger.merge(row: result.overall, from: part.ledger, row: part.overall, by: map)
      for (breakdown, list) in part.groups.enumerated() {
        for group in list { add(group, of: part, by: map, to: &groups[breakdown], &result.ledger) }
      }
      addReasons(of: part, by: map, to: &result)
      for (target, place) in map.periodTargets.enumerated() {
        result.periods[place].merge(part.periods[target])
      }
    }
    result.groups = groups.map { $0.sorted(by: Group.precedes) }
    for index in result.causes.indices { result.causes[index].sort { $0.cause < $1.cause } }
    return result
  }

  private func add(
    _ group: Group, of part: Totals, by map: Map, to groups: inout [Group], _ ledger: inout Ledger
  ) {
    let known = groups.first { $0.label == group.label }
    let row = known?.row ?? ledger.addRow()
    if known == nil { groups.append(Group(label: group.label, row: row, key: group.key)) }
    ledger.merge(row: row, from: part.ledger, row: group.row, by: map)
  }

  private func addReasons(of part: Totals, by map: Map, to result: inout Totals) {
    for (target, place) in map.targets.enumerated() {
      for (exclusion, count) in part.excusals[target].enumerated() {
        result.excusals[place][map.exclusions[exclusion]] += count
      }
      for entry in part.causes[target] {
        let cause = map.cause(entry.cause)
        if let known = result.causes[place].firstIndex(where: { $0.cause == cause }) {
          result.causes[place][known].count += entry.count
        } else {
          result.causes[place].append(CauseCount(cause: cause, count: entry.count))
        }
      }
    }
  }
}

extension VersionUnion.Map {
  /// A cause of the version, in the words of the union.
  func cause(_ cause: Cause) -> Cause {
    renamed(cause, columns: { Int(cause.first) }, { $0.indices.contains($1) ? $0[$1] : $1 }) ?? cause
  }

  /// A cause of the union, in the words of the version; nil where the version has no such declaration.
  func own(_ cause: Cause) -> Cause? {
    renamed(cause, columns: { registers.firstIndex(of: Int(cause.first)) }, { $0.firstIndex(of: $1) })
  }

  /// A cause whose declarations have the places that `place` finds; `columns` says of which register columns
  /// are.
  private func renamed(
    _ cause: Cause, columns register: () -> Int?, _ place: ([Int], Int) -> Int?
  ) -> Cause? {
    func both(_ list: [Int], _ second: Int32) -> Cause? {
      place(list, Int(cause.first)).map { Cause(cause.kind, $0, Int(second)) }
    }
    switch cause.kind {
    case .eventNotYet, .eventUnrecorded:
      return cause.first < 0 ? cause : both(events, cause.second)
    case .attributeMissing: return both(events, cause.second)
    case .targetPending, .targetNotApplicable: return both(targets, cause.second)
    case .periodPending, .windowTooShort: return both(periodTargets, cause.second)
    case .fieldMissing: return both(fields, cause.second)
    case .rowMissing, .rowNotInForce:
      guard cause.second >= 0 else { return both(registers, cause.second) }
      return place(fields, Int(cause.second)).flatMap { both(registers, Int32($0)) }
    case .cellMissing:
      guard let register = register(), columns.indices.contains(register) else { return nil }
      return place(columns[register], Int(cause.second)).flatMap { both(registers, Int32($0)) }
    case .stopBeforeStart: return place(events, Int(cause.second)).flatMap { both(events, Int32($0)) }
    case .noTableRow: return both(tables, cause.second)
    case .beyondCoverage, .neverOpen: return both(calendars, cause.second)
    case .tooManyRepetitions: return both(escalations, cause.second)
    case .logEmpty, .instantNotYet, .groupUndecided, .otherTickets, .overflow, .divisionByZero, .outOfRange:
      return cause
    }
  }
}

import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTestSupport
import Testing

/// Laws 3 and 4: what is added for the provider never hurts the provider.
@Suite struct ReliefLawTests {
  /// The warnings of the polarity check; with one of them law 3 is not promised.
  private static let polarity: Set<String> = ["P0750", "P0751", "P0752", "P0753"]

  private func worse(_ before: Verdict, _ after: Verdict) -> Bool {
    if before == .met { return after == .breached || after == .excused }
    return before != .breached && after == .breached
  }

  // MARK: Law 3

  @Test func `law 3: an exclusion never turns met into breached and never raises what is owed`() {
    Law.holds(100) { world in
      var random = SeededGenerator(seed: world.seed &+ 77)
      var relieved = world.draft
      let lines: [Draft.Line] =
        switch random.number(0...3) {
        case 0: ["when cause is \(random.one("theirs", "ours", "nature"))"]
        case 1: ["when level is \(random.one("gold", "silver"))"]
        case 2: ["during from held until resumed"]
        default: ["during from \(random.one("away", "noted", "opened")) until back or closed"]
        }
      relieved.declarations.append(
        Draft.Declaration(
          kind: .exclusion, name: "added", head: "exclusion added for all targets", lines: lines))
      return try compare(world, relieved)
    }
  }

  @Test func `law 3: a pause never turns met into breached and never raises what is owed`() {
    Law.holds(100, from: 5000) { world in
      var random = SeededGenerator(seed: world.seed &+ 78)
      var relieved = world.draft
      let places = relieved.declarations.indices.filter { relieved.declarations[$0].takesPauses }
      guard let place = places.randomElement(using: &random) else { return nil }
      let sides = random.one("from held until resumed", "from away until back", "from noted until claimed")
      relieved.declarations[place].lines.append("pause added")
      relieved.declarations.append(
        Draft.Declaration(kind: .span, name: "added", head: "span added = \(sides)"))
      return try compare(world, relieved)
    }
  }

  /// What the relief made worse; nil where nothing is, or where the law promises nothing.
  private func compare(_ world: World, _ relieved: Draft) throws -> String? {
    let after = try Decider(relieved, world.history.tables)
    guard after.warnings.isDisjoint(with: Self.polarity) else { return nil }
    let (old, new) = (
      try Decider(world).decide(world.history.records, asOf: world.asOf),
      try after.decide(world.history.records, asOf: world.asOf)
    )
    return worsened(old, new).map { "\($0)\nbehind the change:\n\(relieved.text)" }
  }

  private func worsened(_ old: Decided, _ new: Decided) -> String? {
    for ticket in old.tickets {
      guard let other = new[ticket.id] else { return "\(ticket.id) is gone" }
      for (name, before) in ticket.targets {
        guard let after = other.targets[name] else { return "\(name) is gone" }
        if worse(before.verdict, after.verdict) {
          return "\(ticket.id) \(name): \(ticket.lines[name] ?? "")\nbecame \(other.lines[name] ?? "")"
        }
        if before.verdict == .breached, after.verdict == .breached, after.over > before.over {
          return "\(ticket.id) \(name): over \(before.over.text) became \(after.over.text)"
        }
      }
    }
    if let text = worsenedPeriods(old, new) { return text }
    return raised(old, new)
  }

  private func worsenedPeriods(_ old: Decided, _ new: Decided) -> String? {
    let verdicts = { (decided: Decided) in
      // A line of windows stands for several; only its last is looked at.
      Dictionary(
        (decided.portfolio?.periods ?? []).map { (decided.name($0), $0.outcome) },
        uniquingKeysWith: { first, _ in first })
    }
    let (before, after) = (verdicts(old), verdicts(new))
    for (name, outcome) in before.sorted(by: { $0.key < $1.key }) {
      guard let other = after[name], worse(outcome.verdict, other.verdict) else { continue }
      return "\(name): \(outcome.verdict) became \(other.verdict)"
    }
    return nil
  }

  /// A total that has grown. Where something was not known, a total was only what was known of it.
  private func raised(_ old: Decided, _ new: Decided) -> String? {
    let isKnown = old.tickets.allSatisfy { ticket in
      ticket.refunds.values.allSatisfy { $0.state != .undecided && $0.state != .pending }
    }
    guard isKnown, old.frameRefunds.allSatisfy({ isCertain($0, old.policy) }) else { return nil }
    let (before, after) = (old.totals, new.totals)
    if old.policy.groups.isEmpty {
      for (name, total) in after.sorted(by: { $0.key < $1.key }) where total > before[name] ?? .zero {
        return "\(name): \(before[name]?.text ?? "0") became \(total.text)"
      }
    }
    // A cap leaves to others what one item does not take, so that only all together cannot grow.
    let sum = { (totals: [String: Rational]) in
      totals.values.reduce(Rational.zero) { $0.adding($1) ?? $0 }
    }
    return sum(after) > sum(before) ? "all: \(sum(before).text) became \(sum(after).text)" : nil
  }

  /// Whether it is known what a frame pays. A window that may still pay leaves open which of those that
  /// overlap it do.
  private func isCertain(_ frame: FrameRefund, _ policy: Policy) -> Bool {
    switch frame.outcome.state {
    case .undecided: false
    case .pending: policy.refunds[frame.refund].scope?.isRolling != true
    case .none, .owed, .accruing, .claimable, .lapsed, .combined, .belowMinimum: true
    }
  }

  // MARK: Law 4

  @Test func `law 4: loosening one target's limit never worsens that target`() {
    Law.holds(130, from: 10_000) { world in
      var random = SeededGenerator(seed: world.seed &+ 79)
      var looser = world.draft
      let places = looser.declarations.indices.filter { index in
        [.target, .periodTarget].contains(looser.declarations[index].kind)
          && looser.declarations[index].lines.contains { $0.loosening != 0 }
      }
      guard let place = places.randomElement(using: &random) else { return nil }
      for line in looser.declarations[place].lines.indices {
        for index in looser.declarations[place].lines[line].limits.indices {
          let step = random.one(1, 1, 2, 7)
          looser.declarations[place].lines[line].limits[index] +=
            step * looser.declarations[place].lines[line].loosening
        }
      }
      return try compareTarget(world, looser, looser.declarations[place].name)
    }
  }

  private func compareTarget(_ world: World, _ looser: Draft, _ name: String) throws -> String? {
    let old = try Decider(world).decide(world.history.records, asOf: world.asOf)
    let new = try Decider(looser, world.history.tables).decide(world.history.records, asOf: world.asOf)
    for ticket in old.tickets {
      guard let before = ticket.targets[name], let after = new[ticket.id]?.targets[name] else { continue }
      guard worse(before.verdict, after.verdict) || (after.verdict == .breached && after.over > before.over)
      else { continue }
      return "\(ticket.id) \(name): \(ticket.lines[name] ?? "")\nbecame \(new[ticket.id]?.lines[name] ?? "")"
    }
    let later = new.portfolio?.periods ?? []
    for before in old.portfolio?.periods ?? []
    where old.policy.periodTargets[before.outcome.target].name == name {
      let after = later.first { new.name($0) == old.name(before) }?.outcome
      if let after, worse(before.outcome.verdict, after.verdict) {
        return "\(old.name(before)): \(before.outcome.verdict) became \(after.verdict)"
      }
    }
    return nil
  }
}

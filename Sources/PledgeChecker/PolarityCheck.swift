import PledgeDiagnostics
import PledgePolicy

/// Looks for readings of verdicts by which an exclusion or a pause could hurt the provider.
///
/// Source: "An exclusion can only help the provider" in the language's chapter on exclusions. The rule is
/// written out in docs/decisions/0011-polarity.md.
struct PolarityCheck {
  let policy: Policy
  private(set) var warnings: [Diagnostic] = []
  /// The declaration that reads, for the words.
  private var reader = ""
  private var consequence = Consequence.raises
  private var place: SourceRange
  private var seen: Set<SourceRange> = []

  /// What an unfavourable reading can do.
  enum Consequence {
    /// More is owed.
    case raises
    /// A target is breached that was met.
    case breaches
    /// Something that is not money is granted.
    case grants
  }

  /// The warnings about a policy without errors, in the order of its declarations.
  static func warnings(_ policy: Policy) -> [Diagnostic] {
    var check = PolarityCheck(policy)
    check.run()
    return check.warnings
  }

  private init(_ policy: Policy) {
    self.policy = policy
    place = policy.header.origin
  }

  private mutating func run() {
    for exclusion in policy.exclusions {
      begin(exclusion.name, .breaches, exclusion.origin)
      if let condition = exclusion.condition { need(condition, .rising) }
      if let span = exclusion.span { need(span, .rising) }
    }
    for target in policy.targets { check(target) }
    for target in policy.periodTargets { check(target) }
    for refund in policy.refunds {
      begin(refund.name, .raises, refund.origin)
      switch refund.basis {
      case .pay(let condition, let amount):
        need(condition, .falling)
        need(amount, .falling)
      case .combination(.first, let components): needFirst(of: components)
      case .combination(.sum, _), .combination(.greatest, _): break
      }
      for cap in refund.caps { need(cap, .falling) }
    }
    for group in policy.groups {
      guard case .cap(let cap) = group.limit, let member = group.members.first else { continue }
      begin(policy.refunds[member].name, .raises, policy.refunds[member].origin)
      need(cap, .falling)
    }
    for right in policy.rights {
      begin(right.name, .grants, right.origin)
      need(right.condition, .falling)
    }
    for index in policy.refunds.indices { checkWindows(index) }
  }

  /// The first of several refunds that is owed: where an exclusion takes one away, the next one is paid.
  private mutating func needFirst(of components: [Int]) {
    var branches: [Expression.Branch] = []
    for component in components {
      guard case .pay(let condition, let amount) = policy.refunds[component].basis else { return }
      branches.append(Expression.Branch(condition: condition, value: amount))
    }
    guard let last = branches.last else { return }
    let nothing = Expression(.constant(.number(.zero)), type: last.value.type, origin: last.value.origin)
    need(branches[...], nothing, .falling)
  }

  /// Of windows that overlap those pay that together come to the most, whether they are claimed or not. An
  /// exclusion that makes one come to less may let others pay instead: that does no harm where each is paid
  /// what it comes to.
  private mutating func checkWindows(_ index: Int) {
    let refund = policy.refunds[index]
    guard let scope = refund.scope, scope.isRolling else { return }
    let isCombined = policy.refunds.contains { $0.components.contains(index) }
    let claims = refund.claims + refund.components.flatMap { policy.refunds[$0].claims }
    let isOfPeriods = policy.groups.contains { $0.members.contains(index) && $0.scope?.period != nil }
    guard !isCombined, isOfPeriods || !claims.isEmpty else { return }
    warnings.append(Diagnostic(.polarity(.movesWindow(reader: refund.name)), at: scope.origin))
  }

  private mutating func begin(_ reader: String, _ consequence: Consequence, _ place: SourceRange) {
    self.reader = reader
    self.consequence = consequence
    self.place = place
  }

  private mutating func check(_ target: Target) {
    begin(target.name, .breaches, target.origin)
    if let condition = target.condition { need(condition, .falling) }
    need(target.clock, .falling)
    for span in target.pauses + target.extensions { need(policy.spans[span].span, .rising) }
    switch target.bound {
    case .within(let limit, strict: _, workingCalendar: _): need(limit, .rising)
    case .by(let deadline): need(deadline, .rising)
    }
  }

  private mutating func check(_ target: PeriodTarget) {
    begin(target.name, .breaches, target.origin)
    let counted = Self.counted(target)
    if let condition = target.condition { need(condition, counted) }
    if let condition = target.measure.condition { need(condition, counted) }
    for span in target.pauses { need(policy.spans[span].span, .rising) }
    for bound in target.bounds {
      let wanted: Polarity
      switch bound.kind {
      case .atLeast, .moreThan: wanted = .rising
      case .atMost, .under: wanted = .falling
      }
      need(bound.limit, wanted.flipped)
      need(target.measure.kind, wanted, at: bound.limit.origin)
    }
  }

  /// What a figure is made of: verdicts of another target, or values.
  private mutating func need(_ measure: Measure.Kind, _ wanted: Polarity, at range: SourceRange) {
    switch measure {
    case .share(let target, let verdicts):
      let declared = policy.targets[target]
      read(declared.name, at: range, declared: declared.origin, Polarity(verdicts), wanted: wanted)
    case .run(let target, let verdicts):
      let declared = policy.periodTargets[target]
      read(declared.name, at: range, declared: declared.origin, Polarity(verdicts), wanted: wanted)
    case .mean(let value), .maximum(let value), .sum(let value, since: _): need(value, wanted)
    case .availability, .total, .longest, .starts, .tickets: return
    }
  }

  // MARK: Readings

  /// A target's verdict or figure is read where only `wanted` does no harm; `verdicts` are those asked for.
  mutating func read(
    _ name: String, at range: SourceRange, declared: SourceRange, _ polarity: Polarity,
    wanted: Polarity, verdicts: [Verdict] = []
  ) {
    let fact: PolarityFact
    guard wanted != .mixed else { return }
    if polarity != .constant, polarity != wanted {
      fact =
        switch consequence {
        case .raises: .raises(target: name, reader: reader)
        case .breaches: .breaches(target: name, reader: reader)
        case .grants: .grants(target: name, reader: reader)
        }
    } else if consequence != .breaches, givesNoRelief(verdicts, wanted) {
      fact = .noRelief(target: name, reader: reader)
    } else {
      return
    }
    guard seen.insert(range).inserted else { return }
    warnings.append(
      Diagnostic(
        .polarity(fact), at: range,
        labels: [
          SecondaryLabel(.declaredHere(name: name), at: declared.firstByte),
          SecondaryLabel(.declaredHere(name: reader), at: place.firstByte),
        ]))
  }

  /// Whether money is owed alike for a breached and for an excused target.
  private func givesNoRelief(_ verdicts: [Verdict], _ wanted: Polarity) -> Bool {
    switch wanted {
    case .falling: verdicts.contains(.breached) && verdicts.contains(.excused)
    case .rising: !verdicts.isEmpty && !verdicts.contains(.breached) && !verdicts.contains(.excused)
    case .constant, .mixed: false
    }
  }

  /// Which way the tickets that count may move without harm: with more of them some measures can only go up,
  /// which an upper bound does not like, and a lower bound does.
  private static func counted(_ target: PeriodTarget) -> Polarity {
    let isUp: Bool
    switch target.measure.kind {
    case .total, .longest, .starts, .tickets, .maximum: isUp = true
    case .availability: isUp = false
    case .share, .mean, .sum, .run: return .constant
    }
    let kinds = Set(target.bounds.map { $0.kind == .atLeast || $0.kind == .moreThan })
    guard kinds.count == 1, let isLower = kinds.first else { return .constant }
    return isUp == isLower ? .rising : .falling
  }
}

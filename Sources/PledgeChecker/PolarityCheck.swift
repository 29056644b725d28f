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
      case .combination: break
      }
      for cap in refund.caps { need(cap, .falling) }
    }
    for index in policy.refunds.indices { checkWindows(index) }
  }

  /// Of windows that overlap the first one pays in which the condition holds. An exclusion that leaves it out
  /// may let a later one pay instead, which does no harm where all pay alike.
  private mutating func checkWindows(_ index: Int) {
    let refund = policy.refunds[index]
    guard let scope = refund.scope, scope.isRolling, case .pay(_, let amount) = refund.basis else { return }
    let isOfPeriods = policy.groups.contains { $0.members.contains(index) && $0.scope?.period != nil }
    let amounts = [amount] + refund.caps
    guard isOfPeriods || !refund.claims.isEmpty || amounts.contains(where: policy.differsByPeriod) else {
      return
    }
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
    let counted = Self.isWorseWithMore(target.measure.kind) ? Polarity.falling : .constant
    if let condition = target.condition { need(condition, counted) }
    if let condition = target.measure.condition { need(condition, counted) }
    for span in target.pauses { need(policy.spans[span].span, .rising) }
    for bound in target.bounds {
      switch bound.kind {
      case .atLeast, .moreThan: need(bound.limit, .falling)
      case .atMost, .under: need(bound.limit, .rising)
      }
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
        consequence == .raises
        ? .raises(target: name, reader: reader) : .breaches(target: name, reader: reader)
    } else if consequence == .raises, givesNoRelief(verdicts, wanted) {
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

  /// Whether a measure can only get worse for the provider when more tickets count.
  private static func isWorseWithMore(_ measure: Measure.Kind) -> Bool {
    switch measure {
    case .availability, .total, .longest, .starts, .tickets, .maximum: true
    case .share, .mean, .sum, .run: false
    }
  }
}

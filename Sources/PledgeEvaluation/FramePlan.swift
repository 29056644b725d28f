import PledgePolicy

/// The key and period of a refund or right, made ready.
struct FramePlan {
  var scope: ScopePlan
  /// When it is paid or granted.
  var condition: Int32
  /// The period targets that it reads, in the plan's `operands`. They say which frames there are: each period
  /// in which one of them is judged.
  var targets: Node.List
  /// Whether what is asked of it may differ from window to window where all targets come to the same.
  var differsByPeriod: Bool
  /// Whether its periods are windows that need not all come to the same amount, so that it matters which of
  /// them pay.
  var choosesWindows: Bool
}

extension PlanCompiler {
  /// `amounts` are what is paid and what limits it, of a combination those of all its items.
  mutating func compileFrame(
    _ scope: Scope, _ condition: Expression, _ targets: [Int], amounts: [Expression] = [],
    isCombination: Bool = false
  ) -> FramePlan {
    plan.hasFrames = true
    let choosesWindows =
      scope.isRolling && (isCombination || amounts.contains(where: policy.differsByWindow))
    let asked = [condition, scope.filter].compactMap { $0 } + (choosesWindows ? amounts : [])
    return FramePlan(
      scope: compile(scope), condition: compile(condition),
      targets: append(targets.map { Int32($0) }, to: \.operands),
      differsByPeriod: asked.contains(where: policy.differsByPeriod), choosesWindows: choosesWindows)
  }
}

extension FramePlan {
  /// Whether its periods are windows that overlap.
  var isRolling: Bool {
    if case .rolling = scope.rule { true } else { false }
  }
}

extension Plan {
  /// The frame that says for which periods a refund is paid: its own, or where a combination of windows that
  /// roll pays it that of the combination.
  func placing(ofRefund index: Int) -> (refund: Int, frame: FramePlan)? {
    guard let frame = refunds[index].frame else { return nil }
    let payer = Int(refunds[index].combinedBy)
    guard frame.isRolling, refunds[index].isComponent, let other = refunds[payer].frame else {
      return (index, frame)
    }
    return (payer, other)
  }
}

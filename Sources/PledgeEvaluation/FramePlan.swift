import PledgePolicy

/// The key and period of a refund or right, made ready.
struct FramePlan {
  var scope: ScopePlan
  /// When it is paid or granted.
  var condition: Int32
  /// The period targets that it reads, in the plan's `operands`; the first one says which frames there are.
  var targets: Node.List
  /// Whether the condition or the scope's filter may differ from window to window where all targets come to
  /// the same.
  var differsByPeriod: Bool
}

extension PlanCompiler {
  mutating func compileFrame(_ scope: Scope, _ condition: Expression, _ targets: [Int]) -> FramePlan {
    plan.hasFrames = true
    let asked = [condition, scope.filter].compactMap { $0 }
    return FramePlan(
      scope: compile(scope), condition: compile(condition),
      targets: append(targets.map { Int32($0) }, to: \.operands),
      differsByPeriod: asked.contains(where: policy.differsByPeriod))
  }
}

extension FramePlan {
  /// Whether its periods are windows that overlap.
  var isRolling: Bool {
    if case .rolling = scope.rule { true } else { false }
  }
}

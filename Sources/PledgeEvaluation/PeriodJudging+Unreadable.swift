import PledgePolicy
import PledgeTime

extension PeriodJudging {
  /// A key whose periods cannot be told, because what they begin with or how long they are is not known, or
  /// because windows of that length would leave time out: one outcome over the whole history says so. Its
  /// name is the history's first day.
  func withoutPeriods(_ history: Interval, _ evaluator: inout Evaluator) -> [PeriodOutcome] {
    guard !isUnknownKey, let id = whyWithoutPeriods(&evaluator) else { return [] }
    if ready.scope.filter >= 0, evaluator.value(ready.scope.filter) == .truth(false) { return [] }
    let day = plan.policy.header.zone.date(at: history.start)
    var outcome = PeriodOutcome(
      target: target, key: key, period: Period(number: 0, interval: history, label: .date(day)),
      verdict: evaluator.verdict(for: id))
    outcome.unknown = id
    return [outcome]
  }

  private func whyWithoutPeriods(_ evaluator: inout Evaluator) -> UnknownID? {
    guard let node = missingNode else { return nil }
    if let id = evaluator.value(node).unknown { return id }
    guard case .rolling = ready.scope.rule else { return nil }
    return evaluator.unknown(.windowTooShort, Int32(target))
  }

  /// What the periods of the scope follow from, where it follows from the key.
  private var missingNode: Int32? {
    switch ready.scope.rule {
    case .calendar: nil
    case .anchored(_, let node, let ofTickets, _): ofTickets ? nil : node
    case .rolling(let node, _): node
    }
  }
}

import PledgeEvaluation
import PledgePolicy
import PledgeTickets

/// The names that a target's reason mentions: what `because NAME` in a test looks for.
struct ReasonNames {
  let policy: Policy

  /// The names in a fixed order, each once: the exclusion, what a false condition reads, what is not known.
  func names(target: Int, _ outcome: TargetOutcome, _ causes: [Cause]) -> [String] {
    var result: [String] = []
    func add(_ name: String) { if !result.contains(name) { result.append(name) } }
    if let exclusion = outcome.exclusion { add(policy.exclusions[exclusion].name) }
    if outcome.verdict == .notApplicable {
      switch outcome.applicability {
      case .applies: break
      case .notInForce: add("effective")
      case .conditionFalse: policy.targets[target].condition.map { names(in: $0) }?.forEach(add)
      }
    }
    for cause in causes { names(of: cause).forEach(add) }
    return result
  }

  /// What a cause is about.
  private func names(of cause: Cause) -> [String] {
    let first = Int(cause.first)
    let events = policy.vocabulary.events
    switch cause.kind {
    case .eventNotYet, .eventUnrecorded: return [events[first].name]
    case .targetPending: return [policy.targets[first].name]
    case .logEmpty: return []
    case .fieldMissing: return [policy.vocabulary.fields[first].name]
    case .rowMissing:
      let keys = policy.vocabulary.fields.filter { $0.type == .key(register: first) }.map(\.name)
      return [policy.registers[first].name] + keys
    case .cellMissing: return [policy.registers[first].columns[Int(cause.second)].name, policy.registers[first].name]
    case .stopBeforeStart: return [events[first].name, events[Int(cause.second)].name]
    case .noTableRow: return policy.tables[first].name.map { [$0] } ?? []
    case .beyondCoverage, .neverOpen: return [policy.calendars[first].name]
    case .overflow, .divisionByZero, .outOfRange: return []
    }
  }

  /// The fields, columns, events and values that a condition reads.
  private func names(in expression: Expression) -> [String] {
    switch expression.kind {
    case .constant: return []
    case .field(let index): return [policy.vocabulary.fields[index].name]
    case .column(let register, let key, let column):
      return names(in: key) + [policy.registers[register].columns[column].name]
    case .parameter(let index): return [policy.parameters[index].name]
    case .derived(let index):
      return [policy.derivedValues[index].name] + names(in: policy.derivedValues[index].value)
    case .tableResult(let table, _): return policy.tables[table].name.map { [$0] } ?? []
    case .event(let point): return [policy.vocabulary.events[point.event].name]
    case .extreme(_, let operands), .all(let operands), .any(let operands): return operands.flatMap { names(in: $0) }
    case .oneOf(let subject, let values): return names(in: subject) + values.flatMap { names(in: $0) }
    case .isKnown(let operand), .not(let operand), .negation(let operand), .timeOfDay(let operand),
      .dateOf(let operand), .during(let operand, _), .perDate(let operand, _, _, _):
      return names(in: operand)
    case .compare(_, let left, let right), .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right), .quotient(let left, let right), .share(let left, let right),
      .perUnit(let left, _, _, let right), .moved(let left, let right, _, _):
      return names(in: left) + names(in: right)
    case .choice(let branches, let otherwise):
      return branches.flatMap { names(in: $0.condition) + names(in: $0.value) } + names(in: otherwise)
    case .verdict(let target, _), .figure(let target, _): return [policy.targets[target].name]
    case .measure, .overlaps: return []
    case .endOf(.date(let operand)), .endOf(.workingDay(_, let operand, _)), .endOf(.calendarDay(_, let operand)):
      return names(in: operand)
    }
  }
}

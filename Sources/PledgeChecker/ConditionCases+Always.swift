import PledgePolicy
import PledgeTickets

// Conditions that are true of all values, and known to be: a value that is missing leaves most comparisons
// open.

extension ConditionCases {
  /// Whether a formula is true of all values of its subjects, also of one that is missing where it may be.
  func isAlways(_ formula: Formula) -> Bool {
    switch formula {
    case .fixed(let holds): return holds
    case .free: return false
    case .test: return isAlways(group: [formula])
    case .all(let parts): return parts.allSatisfy { isAlways($0) }
    case .any(let parts):
      let flat = ConditionCases.alternatives(parts).filter { !$0.hasFree }
      return flat.contains { isAlways($0) } || groups(flat).contains { isAlways(group: $0) }
    }
  }

  /// Whether for all values of their subjects one of some parts is true.
  private func isAlways(group: [Formula]) -> Bool {
    let asked = Set(group.flatMap { subjects(of: $0) }).sorted()
    // A verdict that is still open, or undecided, is neither this nor that.
    guard !asked.isEmpty, asked.allSatisfy({ isValue($0) }) else { return false }
    var isTrue = true
    let isTried = walk(asked, missing: { mayBeMissing($0) }) { values, truths in
      isTrue = group.contains { holds($0, values, truths) }
      return isTrue
    }
    return isTried && isTrue
  }

  private static func alternatives(_ parts: [Formula]) -> [Formula] {
    parts.flatMap { part in
      if case .any(let inner) = part { alternatives(inner) } else { [part] }
    }
  }

  private func isValue(_ subject: Int) -> Bool {
    switch subjects[subject] {
    case .value: true
    case .verdict, .periodVerdict: false
    }
  }

  /// Whether a value may be missing: of a field that every ticket has it is not, of a row of a register it is
  /// where there is no row.
  private func mayBeMissing(_ subject: Int) -> Bool {
    guard case .value(let value) = subjects[subject], case .field(let field) = value.kind,
      policy.vocabulary.fields.indices.contains(field)
    else { return true }
    switch policy.vocabulary.fields[field].presence {
    case .required, .defaulted: return false
    case .optional: return true
    }
  }
}

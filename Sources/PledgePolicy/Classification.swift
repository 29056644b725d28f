/// What a declaration needs to be evaluated, and so what of a policy can run apart.
///
/// Source: "What can run apart" in the language's design.
package enum EvaluationClass: String, Sendable, Hashable, CaseIterable, Comparable {
  /// One ticket alone.
  case ticket = "T"
  /// A fold over the tickets of each key and period; folds of parts of a history merge.
  case keyed = "K"
  /// Counts over other tickets, for which an index comes first.
  case global = "G"
  /// What is known only once all parts are merged.
  case final = "F"

  package static func < (left: EvaluationClass, right: EvaluationClass) -> Bool {
    left.order < right.order
  }

  private var order: Int {
    switch self {
    case .ticket: 0
    case .keyed: 1
    case .global: 2
    case .final: 3
    }
  }
}

/// The order in which declarations are evaluated: each uses only lower ones and its own.
package enum Stratum: String, Sendable, Hashable, CaseIterable {
  case registers, spans
  case counts = "counts of other tickets"
  case lets
  case exclusions
  case ticketTargets = "ticket targets"
  case periodTargets = "period targets"
  case refunds, caps, rights
}

/// What every declaration of a policy needs, how often a history is read and what memory grows with.
package struct Classification: Sendable {
  /// One declaration.
  package struct Entry: Sendable, Hashable {
    package var name: String
    /// Its sort, as the language writes it.
    package var sort: String
    package var evaluationClass: EvaluationClass
    package var stratum: Stratum
    /// What memory grows with because of it; nil for a constant.
    package var memory: String?
  }

  /// In the order of the strata, in each in the order of the text.
  package private(set) var entries: [Entry] = []
  private let policy: Policy

  package init(_ policy: Policy) {
    self.policy = policy
    for stratum in Stratum.allCases { add(stratum) }
  }

  /// What is done, pass by pass.
  package var passes: [String] {
    let classes = Set(entries.map(\.evaluationClass))
    var result: [String] = []
    if classes.contains(.global) { result.append("read the history: index the tickets that others count") }
    var read = "read the history: decide each ticket"
    if classes.contains(.keyed) || classes.contains(.final) { read += ", fold each key and period" }
    result.append(read)
    if classes.contains(.final) {
      result.append("merge the parts, then settle what needs all of them")
      result.append("read the history again, only where each ticket's settled decision is written")
    }
    return result
  }

  /// What memory grows with; empty where it does not grow with the history.
  package var memory: [String] {
    var result: [String] = []
    for entry in entries {
      if let memory = entry.memory { result.append("\(entry.name): \(memory)") }
    }
    return result
  }

  // MARK: Declarations

  private mutating func add(_ stratum: Stratum) {
    switch stratum {
    case .registers:
      for register in policy.registers {
        add(register.name, "register", .ticket, stratum, memory: "rows of the register")
      }
      for calendar in policy.calendars { add(calendar.name, "calendar", .ticket, stratum) }
      for parameter in policy.parameters { add(parameter.name, "param", .ticket, stratum) }
    case .spans: for span in policy.spans { add(span.name, "span", .ticket, stratum) }
    case .counts, .caps, .rights: return
    case .lets:
      for value in policy.derivedValues { add(value.name, "let", evaluationClass(value.value), stratum) }
      for table in policy.tables {
        let parts = table.columns + table.rows.flatMap(\.results)
        if let name = table.name { add(name, "table", evaluationClass(parts), stratum) }
      }
    case .exclusions:
      for exclusion in policy.exclusions { add(exclusion.name, "exclusion", .ticket, stratum) }
    case .ticketTargets: for target in policy.targets { add(target.name, "target", .ticket, stratum) }
    case .periodTargets: for target in policy.periodTargets { add(target) }
    case .refunds:
      for refund in policy.refunds {
        let own = evaluationClass([refund.condition, refund.amount] + refund.caps)
        add(refund.name, "refund", own, stratum)
      }
    }
  }

  private mutating func add(
    _ name: String, _ sort: String, _ evaluationClass: EvaluationClass, _ stratum: Stratum,
    memory: String? = nil
  ) {
    entries.append(
      Entry(name: name, sort: sort, evaluationClass: evaluationClass, stratum: stratum, memory: memory))
  }

  private mutating func add(_ target: PeriodTarget) {
    var needs = EvaluationClass.keyed
    if target.scope.keyRegister != nil { needs = .final }
    if case .rolling? = target.scope.period?.kind { needs = .final }
    if case .run = target.measure.kind { needs = .final }
    let group = target.scope.keys.isEmpty ? "period" : "key and period"
    let memory =
      switch target.measure.kind {
      case .availability, .total, .longest: "disjoint intervals of each \(group)"
      case .starts, .tickets, .share, .maximum: "a count of each \(group)"
      case .mean: "a sum of each slot, \(group)"
      case .sum: "a sum of each \(group)"
      case .run: "a verdict of each \(group)"
      }
    add(target.name, "target", needs, .periodTargets, memory: memory)
  }

  // MARK: Expressions

  /// What reads a decided period is known only after merging.
  private func evaluationClass(_ expression: Expression) -> EvaluationClass {
    var search = PeriodSearch(policy: policy)
    return search.reads(expression) ? .final : .ticket
  }

  private func evaluationClass(_ expressions: [Expression]) -> EvaluationClass {
    expressions.map { evaluationClass($0) }.max() ?? .ticket
  }
}

/// Looks for readings of period targets, through lets and tables, each once.
private struct PeriodSearch {
  let policy: Policy
  private var derived: Set<Int> = []
  private var tables: Set<Int> = []

  init(policy: Policy) { self.policy = policy }

  mutating func reads(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .periodVerdict, .periodFigure, .periodBoundary: return true
    case .derived(let index):
      return derived.insert(index).inserted && reads(policy.derivedValues[index].value)
    case .tableResult(let index, column: _):
      guard tables.insert(index).inserted else { return false }
      let table = policy.tables[index]
      return readsAny(table.columns + table.rows.flatMap(\.results))
    case .constant, .field, .parameter, .event, .verdict, .figure, .measure, .overlaps: return false
    case .column(register: _, let operand, column: _), .isKnown(let operand), .not(let operand),
      .negation(let operand), .startOf(let operand), .timeOfDay(let operand), .dateOf(let operand),
      .during(let operand, _), .perDate(let operand, _, _, target: _):
      return reads(operand)
    case .extreme(_, let operands), .all(let operands), .any(let operands): return readsAny(operands)
    case .oneOf(let operand, let others): return readsAny([operand] + others)
    case .compare(_, let left, let right), .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right), .quotient(let left, let right), .share(let left, of: let right):
      return readsAny([left, right])
    case .perUnit(let amount, _, unit: _, in: let length): return readsAny([amount, length])
    case .moved(let instant, by: let length, calendar: _, negated: _): return readsAny([instant, length])
    case .choice(let branches, otherwise: let otherwise):
      return readsAny(branches.flatMap { [$0.condition, $0.value] } + [otherwise])
    case .endOf(let day):
      switch day {
      case .date(let date): return reads(date)
      case .workingDay(number: _, after: let instant, calendar: _),
        .calendarDay(number: _, after: let instant), .unit(_, number: _, after: let instant):
        return reads(instant)
      }
    }
  }

  private mutating func readsAny(_ expressions: [Expression]) -> Bool {
    for expression in expressions where reads(expression) { return true }
    return false
  }
}

import PledgePolicy

/// Whether a condition can hold at all: it is tried with every combination of the values that it tells apart.
///
/// What it compares with constants counts (fields, columns, verdicts); of anything else it is taken that it
/// may hold and may not. So a condition that is found never to hold never does.
package struct ConditionCases {
  /// More is not tried: the combinations times the size of the condition.
  private static let limit = 200_000
  /// Larger conditions are not looked at.
  static let sizeLimit = 100

  let policy: Policy
  var subjects: [Subject] = []
  private var tests: [Test] = []
  var size = 0
  /// Targets whose `for` has to hold with the condition, by index.
  private(set) var implied: [Int] = []
  private let countsImplied: Bool

  /// What tests are about.
  enum Subject {
    case value(Expression)
    case verdict(target: Int)
    case periodVerdict(target: Int)
  }

  /// Something that holds for some values of one subject.
  private struct Test {
    var subject: Int
    var asks: [(Comparison, Constant)]
    /// `is known`, instead of comparisons.
    var isKnown = false
    var isNegated: Bool
  }

  /// A condition whose negations stand at its tests.
  indirect enum Formula {
    case all([Formula])
    case any([Formula])
    case test(Int)
    case fixed(Bool)
    /// What is not looked into: it may hold.
    case free

    /// Whether something in it is not looked into.
    var hasFree: Bool {
      switch self {
      case .all(let parts), .any(let parts): parts.contains { $0.hasFree }
      case .test, .fixed: false
      case .free: true
      }
    }
  }

  init(_ policy: Policy, countsImplied: Bool) {
    self.policy = policy
    self.countsImplied = countsImplied
  }

  /// Whether the conditions never hold together, those in `excluded` being false.
  package static func neverHold(
    _ conditions: [Expression], not excluded: [Expression] = [], in policy: Policy
  ) -> Bool {
    var cases = ConditionCases(policy, countsImplied: false)
    return cases.never(conditions, excluded)
  }

  /// The targets because of whose `for` a condition never holds that asks for their verdicts; empty where it
  /// may.
  static func targetsInTheWay(_ condition: Expression, in policy: Policy) -> [Int] {
    var cases = ConditionCases(policy, countsImplied: true)
    return cases.never([condition], []) ? cases.implied : []
  }

  /// Whether a condition is true of all values, and known to be so also where values are missing that may be.
  static func isAlwaysTrue(_ condition: Expression, in policy: Policy) -> Bool {
    var cases = ConditionCases(policy, countsImplied: false)
    let formula = cases.formula(condition, negated: false)
    return cases.size <= sizeLimit && cases.isAlways(formula)
  }

  private mutating func never(_ conditions: [Expression], _ excluded: [Expression]) -> Bool {
    let parts = conditions.map { formula($0, negated: false) } + excluded.map { formula($0, negated: true) }
    guard size <= ConditionCases.sizeLimit else { return false }
    return isNever(.all(parts))
  }

  // MARK: Reading

  mutating func formula(_ condition: Expression, negated: Bool) -> Formula {
    size += 1
    guard size <= ConditionCases.sizeLimit else { return .free }
    switch condition.kind {
    case .constant(.truth(let truth)): return .fixed(truth != negated)
    case .not(let operand): return formula(operand, negated: !negated)
    case .all(let operands):
      let parts = operands.map { formula($0, negated: negated) }
      return negated ? .any(parts) : .all(parts)
    case .any(let operands):
      let parts = operands.map { formula($0, negated: negated) }
      return negated ? .all(parts) : .any(parts)
    case .derived(let index): return formula(policy.derivedValues[index].value, negated: negated)
    case .compare(let comparison, let left, let right):
      return compared(comparison, left, right, negated: negated)
    case .oneOf(let subject, let values):
      let constants = values.compactMap(ConditionCases.constant)
      guard constants.count == values.count else { return .free }
      return test(.value(subject), constants.map { (.equal, $0) }, negated)
    case .isKnown(let subject): return test(.value(subject), [], isKnown: true, negated)
    case .verdict(let target, let verdicts):
      let asked = test(
        .verdict(target: target), verdicts.map { (.equal, ConditionCases.constant($0)) }, negated)
      let isJudged = verdicts.allSatisfy { $0 == .met || $0 == .breached || $0 == .excused }
      guard countsImplied, !negated, isJudged, let own = policy.targets[target].condition else {
        return asked
      }
      if !implied.contains(target) { implied.append(target) }
      return .all([asked, formula(own, negated: false)])
    case .periodVerdict(let target, let verdicts):
      return test(
        .periodVerdict(target: target), verdicts.map { (.equal, ConditionCases.constant($0)) }, negated)
    case .field, .column, .rowColumn, .attribute, .tableResult, .parameter, .sampled:
      return test(.value(condition), [(.equal, .truth(true))], negated)
    case .constant, .event, .extreme, .sum, .difference, .product, .quotient, .negation, .share, .perUnit,
      .perDate, .graded, .datesOver, .choice, .figure, .measure, .overlaps, .ticketCount, .during, .moved,
      .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .rowKey, .periodBoundary, .periodFigure:
      return .free
    }
  }

  private mutating func compared(
    _ comparison: Comparison, _ left: Expression, _ right: Expression, negated: Bool
  ) -> Formula {
    switch (ConditionCases.constant(left), ConditionCases.constant(right)) {
    case (nil, let constant?): test(.value(left), [(comparison, constant)], negated)
    case (let constant?, nil): test(.value(right), [(comparison.mirrored, constant)], negated)
    case (nil, nil), (_?, _?): .free
    }
  }

  mutating func test(
    _ subject: Subject, _ asks: [(Comparison, Constant)], isKnown: Bool = false, _ negated: Bool
  ) -> Formula {
    let index = subjects.firstIndex { ConditionCases.areSame($0, subject) } ?? subjects.count
    if index == subjects.count { subjects.append(subject) }
    tests.append(Test(subject: index, asks: asks, isKnown: isKnown, isNegated: negated))
    return .test(tests.count - 1)
  }

  private static func areSame(_ first: Subject, _ second: Subject) -> Bool {
    switch (first, second) {
    case (.value(let left), .value(let right)): left.isSame(as: right)
    case (.verdict(let left), .verdict(let right)): left == right
    case (.periodVerdict(let left), .periodVerdict(let right)): left == right
    case (_, _): false
    }
  }

  static func constant(_ expression: Expression) -> Constant? {
    if case .constant(let constant) = expression.kind { constant } else { nil }
  }

  static func constant(_ verdict: Verdict) -> Constant {
    .choice(Verdict.allCases.firstIndex(of: verdict) ?? 0)
  }

  // MARK: Trying

  private func isNever(_ formula: Formula) -> Bool {
    switch formula {
    case .fixed(let holds): return !holds
    case .free: return false
    case .test: return isNever(group: [formula])
    case .any(let parts): return parts.allSatisfy { isNever($0) }
    case .all(let parts):
      let flat = ConditionCases.flattened(parts)
      return flat.contains { isNever($0) } || groups(flat).contains { isNever(group: $0) }
    }
  }

  static func flattened(_ parts: [Formula]) -> [Formula] {
    parts.flatMap { part in
      if case .all(let inner) = part { flattened(inner) } else { [part] }
    }
  }

  /// The parts by the subjects that they share: groups without a common subject hold independently.
  func groups(_ parts: [Formula]) -> [[Formula]] {
    var groups: [(subjects: Set<Int>, parts: [Formula])] = []
    for part in parts {
      var merged = (subjects: subjects(of: part), parts: [part])
      for index in groups.indices.reversed() where !groups[index].subjects.isDisjoint(with: merged.subjects) {
        merged = (merged.subjects.union(groups[index].subjects), groups[index].parts + merged.parts)
        groups.remove(at: index)
      }
      groups.append(merged)
    }
    return groups.map(\.parts)
  }

  func subjects(of formula: Formula) -> Set<Int> {
    switch formula {
    case .all(let parts), .any(let parts): Set(parts.flatMap { subjects(of: $0) })
    case .test(let index): [tests[index].subject]
    case .fixed, .free: []
    }
  }

  /// Whether parts hold for no values of their subjects.
  private func isNever(group: [Formula]) -> Bool {
    switch tried(group) {
    case .never: true
    case .holds, .tooMany: false
    }
  }

  /// What trying all values of some subjects comes to.
  enum Trial {
    /// These values make the parts hold: for each subject a part of its scale, the one behind the last for a
    /// missing value.
    case holds([Int: Int])
    case never
    case tooMany
  }

  /// Tries all values of the subjects of parts, one more each for a value that is missing.
  func tried(_ group: [Formula]) -> Trial {
    let asked = Set(group.flatMap { subjects(of: $0) }).sorted()
    var found: [Int]?
    let isTried = walk(asked, missing: { _ in true }) { values, truths in
      if group.allSatisfy({ holds($0, values, truths) }) { found = values }
      return found == nil
    }
    guard isTried else { return .tooMany }
    guard let values = found else { return .never }
    return .holds(Dictionary(uniqueKeysWithValues: asked.map { ($0, values[$0]) }))
  }

  /// Visits all combinations of the values of subjects, and for some one more for a value that is missing, as
  /// long as the visits ask for more; false where they are too many.
  func walk(
    _ asked: [Int], missing: (Int) -> Bool, _ visit: (_ values: [Int], _ truths: [[Bool]]) -> Bool
  ) -> Bool {
    let scales = asked.map { (subject: $0, scale: scale($0), isLonger: missing($0)) }
    let sizes = scales.map { $0.scale.reach.count + ($0.isLonger ? 1 : 0) }
    var count = 1
    for size in sizes {
      count *= size
      if count * self.size > ConditionCases.limit { return false }
    }
    let truths = truths(Dictionary(uniqueKeysWithValues: scales.map { ($0.subject, $0.scale) }))
    var values = Array(repeating: 0, count: subjects.count)
    for number in 0..<count {
      var rest = number
      for ((subject, scale, _), size) in zip(scales, sizes) {
        let value = rest % size
        values[subject] = value < scale.reach.count ? scale.reach.lowerBound + value : scale.texts.count
        rest /= size
      }
      if !visit(values, truths) { break }
    }
    return true
  }

  func scale(_ subject: Int) -> CaseScale {
    let named = tests.filter { $0.subject == subject }.flatMap { $0.asks.map(\.1) }
    switch subjects[subject] {
    case .value(let expression):
      return CaseScale(expression.type, named: named, within: policy.reach(of: expression)) { _, _ in "" }
    case .verdict, .periodVerdict:
      return CaseScale(.choice(members: Verdict.allCases.map(\.word)), named: named) { _, _ in "" }
    }
  }

  /// For each test whether it holds of each value of its subject, of a missing one last.
  private func truths(_ scales: [Int: CaseScale]) -> [[Bool]] {
    tests.map { test in
      guard let scale = scales[test.subject] else { return [] }
      if test.isKnown { return scale.texts.indices.map { _ in !test.isNegated } + [test.isNegated] }
      var truth = [Bool](repeating: test.isNegated, count: scale.texts.count)
      for (comparison, constant) in test.asks {
        for run in scale.places(comparison, constant) { for place in run { truth[place] = !test.isNegated } }
      }
      return truth + [false]
    }
  }

  func holds(_ formula: Formula, _ values: [Int], _ truths: [[Bool]]) -> Bool {
    switch formula {
    case .fixed(let holds): holds
    case .free: true
    case .all(let parts): parts.allSatisfy { holds($0, values, truths) }
    case .any(let parts): parts.contains { holds($0, values, truths) }
    case .test(let index): truths[index][values[tests[index].subject]]
    }
  }
}

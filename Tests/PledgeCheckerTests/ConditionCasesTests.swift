import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeTestSupport
import PledgeTime
import Testing

@testable import PledgeChecker

@Suite("Conditions that never hold")
struct ConditionCasesTests {
  private static let place = SourceRange(file: FileID(index: 0), start: 0, end: 0)
  private static let members = ["a", "b", "c"]
  private static let policy = Policy(
    header: PolicyHeader(title: "", id: "", zoneName: "UTC", zone: .utc, origin: place))

  /// A ticket's values; nil is missing.
  private struct Values {
    var member: Int?
    var number: Rational?
    var truth: Bool?
  }

  private static func make(_ kind: Expression.Kind, _ type: ExpressionType = .truth) -> Expression {
    Expression(kind, type: type, origin: place)
  }

  private static let member = make(.field(0), .choice(members: members))
  private static let number = make(.field(1), .decimal)
  private static let truth = make(.field(2))

  private static func test(_ dice: inout SeededGenerator) -> Expression {
    func choice(_ member: Int) -> Expression {
      make(.constant(.choice(member)), .choice(members: members))
    }
    let whole = make(.constant(.number(Rational(dice.number(0...3)))), .decimal)
    let comparison = Comparison.allCases[dice.number(0...5)]
    switch dice.number(0...5) {
    case 0: return make(.compare(dice.once(in: 2) ? .equal : .notEqual, member, choice(dice.number(0...2))))
    case 1: return make(.oneOf(member, [choice(dice.number(0...2)), choice(dice.number(0...2))]))
    case 2: return make(.compare(comparison, number, whole))
    case 3: return make(.compare(comparison, whole, number))
    case 4: return truth
    case _: return make(.isKnown([member, number, truth][dice.number(0...2)]))
    }
  }

  private static func condition(_ dice: inout SeededGenerator, depth: Int) -> Expression {
    if depth == 0 { return test(&dice) }
    let parts = (0..<2 + dice.number(0...1)).map { _ in condition(&dice, depth: depth - 1) }
    switch dice.number(0...4) {
    case 0, 1: return make(.all(parts))
    case 2: return make(.any(parts))
    case 3: return make(.not(parts[0]))
    case _: return test(&dice)
    }
  }

  /// Kleene's truth of a condition; nil where it is not known.
  private static func holds(_ condition: Expression, _ values: Values) -> Bool? {
    switch condition.kind {
    case .all(let parts):
      let truths = parts.map { holds($0, values) }
      return truths.contains(false) ? false : truths.contains(nil) ? nil : true
    case .any(let parts):
      let truths = parts.map { holds($0, values) }
      return truths.contains(true) ? true : truths.contains(nil) ? nil : false
    case .not(let part): return holds(part, values).map { !$0 }
    case .field: return values.truth
    case .isKnown(let subject):
      if case .field(0) = subject.kind { return values.member != nil }
      if case .field(1) = subject.kind { return values.number != nil }
      return values.truth != nil
    case .oneOf(_, let members):
      guard let member = values.member else { return nil }
      return members.contains { if case .constant(.choice(member)) = $0.kind { true } else { false } }
    case .compare(let comparison, let left, let right): return compare(comparison, left, right, values)
    case _: return nil
    }
  }

  private static func compare(
    _ comparison: Comparison, _ left: Expression, _ right: Expression, _ values: Values
  ) -> Bool? {
    if case .constant(.choice(let wanted)) = right.kind {
      guard let member = values.member else { return nil }
      return (member == wanted) == (comparison == .equal)
    }
    func value(_ side: Expression) -> Rational? {
      if case .constant(.number(let number)) = side.kind { number } else { values.number }
    }
    guard let left = value(left), let right = value(right) else { return nil }
    switch comparison {
    case .equal: return left == right
    case .notEqual: return left != right
    case .less: return left < right
    case .atMost: return left <= right
    case .greater: return left > right
    case .atLeast: return left >= right
    }
  }

  /// Halves from -1 to 4 meet every bound and every gap.
  private static let all: [Values] = {
    var all: [Values] = []
    let numbers = [nil] + (-2...8).map { Rational(numerator: Int128($0), denominator: 2) }
    for member in [nil, 0, 1, 2] {
      for number in numbers {
        for truth in [nil, true, false] { all.append(Values(member: member, number: number, truth: truth)) }
      }
    }
    return all
  }()

  @Test("A condition is found never to hold exactly when no values make it hold", arguments: 1...400)
  func againstAllValues(seed: UInt64) {
    var dice = SeededGenerator(seed: seed)
    let condition = Self.condition(&dice, depth: 3)
    let other = Self.condition(&dice, depth: 1)
    let never = !Self.all.contains { Self.holds(condition, $0) == true }
    #expect(ConditionCases.neverHold([condition], in: Self.policy) == never, "seed \(seed)")
    let together = !Self.all.contains { Self.holds(condition, $0) == true && Self.holds(other, $0) == false }
    #expect(
      ConditionCases.neverHold([condition], not: [other], in: Self.policy) == together, "seed \(seed)")
  }

  @Test(
    "A condition is found always to be true exactly when it is, also of missing values", arguments: 1...400)
  func alwaysTrueOfAllValues(seed: UInt64) {
    var dice = SeededGenerator(seed: seed)
    // Conditions at random hardly ever hold of everything: one beside its opposite does, of what is known.
    let first = Self.condition(&dice, depth: 1)
    let other = Self.condition(&dice, depth: 1)
    for condition in [Self.make(.any([first, Self.make(.not(first))])), Self.make(.any([first, other]))] {
      let always = Self.all.allSatisfy { Self.holds(condition, $0) == true }
      #expect(ConditionCases.isAlwaysTrue(condition, in: Self.policy) == always, "seed \(seed)")
    }
  }

  @Test("What is not looked into is not always true")
  func unknownPartsAreNotAlwaysTrue() {
    let open = Self.make(.compare(.less, Self.number, Self.number))
    #expect(!ConditionCases.isAlwaysTrue(Self.make(.any([open, Self.make(.not(open))])), in: Self.policy))
    let known = Self.make(.isKnown(Self.truth))
    let either = Self.make(.any([open, known, Self.make(.not(known))]))
    #expect(ConditionCases.isAlwaysTrue(either, in: Self.policy))
  }

  @Test("What is not looked into may hold")
  func unknownParts() {
    let open = Self.make(.compare(.less, Self.number, Self.number))
    #expect(!ConditionCases.neverHold([open, Self.make(.not(open))], in: Self.policy))
    #expect(ConditionCases.neverHold([open, Self.truth, Self.make(.not(Self.truth))], in: Self.policy))
  }

  @Test("A condition that is too large is not looked at")
  func largeCondition() {
    let parts = [Expression](repeating: Self.truth, count: 500)
    let condition = Self.make(.all(parts + [Self.make(.not(Self.truth))]))
    #expect(!ConditionCases.neverHold([condition], in: Self.policy))
  }
}

import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime
import Testing

@testable import PledgeEvaluation

/// Logic with three values, and choices and tables whose conditions are not known.
@Suite struct LogicTests {
  /// A truth or nothing, from a field of its own.
  private struct World {
    var builder = PolicyBuilder(events: "alarm", "restored")
    var fields: [Int: Scalar] = [:]

    mutating func truth(_ value: Bool?) -> Expression {
      let index = builder.field("f", .truth)
      if let value { fields[index] = .truth(value) }
      return .field(index)
    }

    mutating func member(_ value: Int?, of members: [String] = ["a", "b", "c"]) -> Expression {
      let index = builder.field("f", .choice(members: members))
      if let value { fields[index] = .choice(Int32(value)) }
      return .field(index, .choice(members: members))
    }

    func value(of expression: Expression, log: String = "alarm 10:00", asOf: String = "12:00") -> (
      Value, [Cause]
    ) {
      evaluate(expression, in: builder, builder.ticket(log, fields: fields), asOf: at(asOf))
    }

    /// yes, no, or nil where it is unknown.
    func truth(of expression: Expression) -> Bool? {
      if case .truth(let truth) = value(of: expression).0 { truth } else { nil }
    }
  }

  private static let values: [Bool?] = [true, false, nil]

  @Test func `and is no where one is no, yes where all are yes, else unknown`() {
    for a in LogicTests.values {
      for b in LogicTests.values {
        var world = World()
        let expression = Expression.all(world.truth(a), world.truth(b))
        let expected: Bool? = a == false || b == false ? false : a == true && b == true ? true : nil
        #expect(
          world.truth(of: expression) == expected, "\(String(describing: a)) and \(String(describing: b))")
      }
    }
  }

  @Test func `or is yes where one is yes, no where all are no, else unknown`() {
    for a in LogicTests.values {
      for b in LogicTests.values {
        var world = World()
        let expression = Expression.any(world.truth(a), world.truth(b))
        let expected: Bool? = a == true || b == true ? true : a == false && b == false ? false : nil
        #expect(
          world.truth(of: expression) == expected, "\(String(describing: a)) or \(String(describing: b))")
      }
    }
  }

  @Test func `not turns yes and no around and leaves the unknown alone`() {
    for a in LogicTests.values {
      var world = World()
      let expression = Expression.not(world.truth(a))
      #expect(world.truth(of: expression) == a.map { !$0 })
    }
  }

  @Test func `three operands follow the same tables, and all that is missing is named`() {
    for a in LogicTests.values {
      for b in LogicTests.values {
        for c in LogicTests.values {
          var world = World()
          let all = Expression.all(world.truth(a), world.truth(b), world.truth(c))
          let operands = [a, b, c]
          let (value, causes) = world.value(of: all)
          if operands.contains(false) {
            #expect(value == .truth(false))
          } else if !operands.contains(nil) {
            #expect(value == .truth(true))
          } else {
            let missing = operands.indices.filter { operands[$0] == nil }
            #expect(causes == missing.map { Cause(.fieldMissing, $0) })
          }
        }
      }
    }
  }

  @Test func `is known is always decided`() {
    for a in LogicTests.values {
      var world = World()
      let expression = Expression.isKnown(world.truth(a))
      #expect(world.truth(of: expression) == (a != nil))
    }
    let world = World()
    #expect(world.truth(of: .isKnown(world.builder.event("alarm"))) == true)
    #expect(world.truth(of: .isKnown(world.builder.event("restored"))) == false)
  }

  // MARK: Choices

  @Test func `a choice takes the first branch that holds`() {
    for a in [true, false] {
      for b in [true, false] {
        var world = World()
        let choice = Expression.choice(
          [(world.truth(a), .number(1)), (world.truth(b), .number(2))], otherwise: .number(3))
        #expect(world.value(of: choice).0 == .number(Rational(a ? 1 : b ? 2 : 3)))
      }
    }
  }

  @Test func `a choice with an unknown condition is decided where all that may apply agree`() {
    var world = World()
    let (unknown, yes, no) = (world.truth(nil), world.truth(true), world.truth(false))
    func value(_ branches: [(Expression, Int)], _ otherwise: Int) -> Value {
      world.value(
        of: .choice(branches.map { ($0.0, .number($0.1)) }, otherwise: .number(otherwise))
      ).0
    }
    #expect(value([(unknown, 1)], 1) == .number(Rational(1)))
    #expect(value([(unknown, 1)], 2).unknown != nil)
    #expect(value([(unknown, 1), (yes, 1)], 2) == .number(Rational(1)))
    #expect(value([(unknown, 1), (no, 3)], 1) == .number(Rational(1)))
    #expect(value([(unknown, 1), (unknown, 1), (no, 2)], 1) == .number(Rational(1)))
    #expect(value([(unknown, 1), (unknown, 2)], 1).unknown != nil)
    #expect(value([(yes, 1), (unknown, 2)], 3) == .number(Rational(1)))
    #expect(value([(no, 1), (unknown, 2)], 3).unknown != nil)
  }

  @Test func `a value that no branch can take is not needed`() {
    var world = World()
    let (no, yes, missing) = (world.truth(false), world.truth(true), world.truth(nil))
    #expect(world.truth(of: .choice([(no, missing)], otherwise: yes)) == true)
    #expect(world.truth(of: .choice([(yes, yes)], otherwise: missing)) == true)
    #expect(world.truth(of: .choice([(missing, yes)], otherwise: missing)) == nil)
  }

  // MARK: Tables

  private func table(_ cells: [([DecisionTable.Cell], Int)], _ columns: Int?...) -> (
    value: Value, causes: [Cause]
  ) {
    var world = World()
    let subjects = columns.map { world.member($0) }
    world.builder.table(subjects, results: [.integer], cells.map { ($0.0, [.number($0.1)]) })
    let (value, causes) = world.value(of: .result(0))
    return (value, causes)
  }

  private func members(_ members: Int...) -> DecisionTable.Cell {
    .matches(members.map { .value(.written(.choice($0))) })
  }

  @Test func `a table takes the first row that applies`() {
    let rows: [([DecisionTable.Cell], Int)] = [
      ([members(0), members(0, 1)], 1), ([.excludes([.value(.written(.choice(1)))]), .any], 2),
      ([.any, .any], 3),
    ]
    #expect(table(rows, 0, 0).value == .number(Rational(1)))
    #expect(table(rows, 0, 2).value == .number(Rational(2)))
    #expect(table(rows, 1, 0).value == .number(Rational(3)))
  }

  @Test func `a row whose cells cannot all hold does not apply, whatever is missing`() {
    let rows: [([DecisionTable.Cell], Int)] = [([members(0), members(0)], 1), ([.any, .any], 2)]
    #expect(table(rows, nil, 1).value == .number(Rational(2)))
    #expect(table(rows, nil, 0).causes == [Cause(.fieldMissing, 0)])
    #expect(table(rows, nil, nil).causes == [Cause(.fieldMissing, 0), Cause(.fieldMissing, 1)])
  }

  @Test func `an unknown row is never skipped: the rows that may apply must agree`() {
    let agreeing: [([DecisionTable.Cell], Int)] = [([members(0)], 1), ([members(1)], 1), ([.any], 1)]
    #expect(table(agreeing, nil).value == .number(Rational(1)))
    let differing: [([DecisionTable.Cell], Int)] = [([members(0)], 1), ([.any], 2)]
    #expect(table(differing, nil).value.unknown != nil)
  }

  @Test func `a table without a row for the case says so`() {
    #expect(table([([members(0)], 1)], 1).causes == [Cause(.noTableRow, 0)])
    #expect(table([([members(0)], 1)], nil).causes == [Cause(.fieldMissing, 0), Cause(.noTableRow, 0)])
  }

  @Test func `a table of an enumeration with more than 64 members knows them all`() {
    let names = (0..<70).map { "m\($0)" }
    for (member, expected) in [(3, 1), (69, 2), (68, 3), (5, 3)] {
      var world = World()
      let subject = world.member(member, of: names)
      world.builder.table(
        [subject], results: [.integer],
        [
          ([members(3)], [.number(1)]), ([members(69)], [.number(2)]),
          ([.excludes([.value(.written(.choice(3)))])], [.number(3)]),
        ])
      #expect(world.value(of: .result(0)).0 == .number(Rational(expected)))
    }
  }

  @Test func `ranges have the ends that are written`() {
    func end(_ value: Int, _ included: Bool) -> DecisionTable.End {
      DecisionTable.End(value: .written(.number(Rational(value))), included: included)
    }
    for (number, expected) in [(9, 3), (10, 1), (19, 1), (20, 2), (21, 2)] {
      var world = World()
      let field = world.builder.field("n", .integer)
      world.fields[field] = .decimal("\(number)")
      world.builder.table(
        [.field(field, .integer)], results: [.integer],
        [
          ([.matches([.range(lower: end(10, true), upper: end(20, false))])], [.number(1)]),
          ([.matches([.range(lower: end(20, true), upper: nil)])], [.number(2)]), ([.any], [.number(3)]),
        ])
      #expect(world.value(of: .result(0)).0 == .number(Rational(expected)))
    }
  }
}

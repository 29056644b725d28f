import PledgePolicy
import PledgeTestSupport
import PledgeTickets
import PledgeTime
import PledgeTestSupport
import Testing

@testable import PledgeEvaluation

/// A table of enumerations finds its row by an index; without one it looks at row after row.
@Suite struct TableIndexTests {
  @Test(arguments: 1...4)
  func `the index finds the row that looking at row after row finds`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for number in 0..<50 {
      var builder = PolicyBuilder(events: "alarm")
      let members = (0..<generator.number(1...6)).map { "m\($0)" }
      let tier = builder.field("tier", .choice(members: members))
      let paid = builder.field("paid", .truth)
      builder.table(
        [.field(tier, .choice(members: members)), .field(paid)], results: [.duration],
        (0..<generator.number(1...6)).map { row in
          ([cell(members.count, &generator), cell(nil, &generator)], [.duration(.hours(Int64(row)))])
        })
      let plan = Plan(builder.policy)
      #expect(plan.tables[0].index.rows.count == 2 * members.count)
      var rows = plan
      rows.tables[0].index = TableIndex()
      for member in -1..<members.count {
        for truth in [nil, false, true] {
          var fields: [Int: Scalar] = [:]
          if member >= 0 { fields[tier] = .choice(Int32(member)) }
          if let truth { fields[paid] = .truth(truth) }
          let ticket = builder.ticket("alarm 10:00", fields: fields)
          #expect(row(plan, ticket) == row(rows, ticket), "seed \(seed), case \(number), \(fields)")
        }
      }
    }
  }

  @Test func `a table with a range, or of very many combinations, has no index`() {
    var builder = PolicyBuilder(events: "alarm")
    let count = builder.field("count", .integer)
    let members = (0..<64).map { "m\($0)" }
    let wide = (0..<3).map { _ in builder.field("wide", .choice(members: members)) }
    builder.table([.field(count, .integer)], results: [.duration], [([.any], [.duration(.hours(1))])])
    builder.table(
      wide.map { .field($0, .choice(members: members)) }, results: [.duration],
      [([.any, .any, .any], [.duration(.hours(1))])])
    builder.table(
      [.field(wide[0], .choice(members: members))], results: [.duration], [])
    let plan = Plan(builder.policy)
    #expect(plan.tables.map(\.index.rows.count) == [0, 0, 0])
  }

  private func cell(_ members: Int?, _ generator: inout SeededGenerator) -> DecisionTable.Cell {
    if generator.once(in: 3) { return .any }
    let value: Constant =
      members.map { .choice(generator.number(0...$0 - 1)) } ?? .truth(generator.once(in: 2))
    return generator.once(in: 2) ? .matches([.value(.written(value))]) : .excludes([.value(.written(value))])
  }

  /// The result that applies, or why it is not known.
  private func row(_ plan: Plan, _ ticket: Ticket) -> String {
    var compiler = PlanCompiler(plan: plan)
    let node = compiler.compile(
      Expression(.tableResult(table: 0, column: 0), type: .duration, origin: .nowhere))
    var evaluator = Evaluator(plan: compiler.plan, registers: [])
    var ticket = ticket
    let value = evaluator.evaluate(node: node, of: &ticket, asOf: at("12:00"))
    guard let id = value.unknown else { return "\(value)" }
    return "\(evaluator.unknowns.causes(id))"
  }
}

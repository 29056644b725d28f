import PledgeNumbers
import PledgePolicy
import PledgeTestSupport
import PledgeTickets
import PledgeTime
import Testing

@testable import PledgeEvaluation

/// The reference job's restoration and refund against a few lines of whole numbers.
@Suite struct ReferenceJobTests {
  static let tiers = ["AAA", "AA", "A", "normal"]
  static let causes = ["carrier", "equipment", "third_party", "customer", "planned", "force_majeure"]

  private var policy: PolicyBuilder {
    var builder = PolicyBuilder(events: "reported", "pending", "resumed", "restored", "reopened")
    let tier = builder.field("tier", .choice(members: ReferenceJobTests.tiers))
    let isVPN = builder.field("vpn", .truth)
    let cause = builder.field("cause", .choice(members: ReferenceJobTests.causes))
    let fee = builder.field("fee", .money(PolicyBuilder.cny))
    func members(_ members: Int...) -> DecisionTable.Cell {
      .matches(members.map { .value(.written(.choice($0))) })
    }
    let vpn = DecisionTable.Cell.matches([.value(.written(.truth(true)))])
    func minutes(_ count: Int64) -> [Expression] { [.duration(.minutes(count))] }
    builder.table(
      [.field(tier, .choice(members: ReferenceJobTests.tiers)), .field(isVPN)], results: [.duration],
      [
        ([members(0), .any], minutes(60)), ([members(1), vpn], minutes(120)),
        ([members(1), .any], minutes(90)),
        ([members(2), vpn], minutes(240)), ([members(2), .any], minutes(180)), ([.any, .any], minutes(240)),
      ])
    let hold = builder.span(builder.pair("pending", "resumed"))
    let relief = builder.exclusion(
      when: .make(
        .oneOf(
          .field(cause, .choice(members: ReferenceJobTests.causes)), [.member(3), .member(4), .member(5)]),
        .truth))
    builder.target(
      builder.pair("reported reopened", "restored"),
      .within(.result(0, .duration), strict: false, workingCalendar: nil), pause: [hold], exclude: [relief])
    let money = Expression.field(fee, .money(PolicyBuilder.cny))
    builder.refund(
      when: .verdict(0, .breached),
      pay: Expression.percent(5).share(of: money).per(.started, .hours(1)),
      cap: [Expression.percent(100).share(of: money)])
    return builder
  }

  @Test(arguments: 1...4)
  func `restoration and refund agree with whole numbers of seconds and fen`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let builder = policy
    var evaluator = Evaluator(plan: Plan(builder.policy), registers: [])
    for number in 0..<2000 {
      let tier = generator.number(0...3)
      let isVPN = generator.once(in: 3)
      let cause = generator.number(0...5)
      let fen = generator.number(0...2_000_000)
      var now = generator.number(0...86_400)
      var elapsed = 0
      var ticket = builder.ticket(
        fields: [
          0: .choice(Int32(tier)), 1: .truth(isVPN), 2: .choice(Int32(cause)),
          3: .decimal("\(fen / 100).\(fen % 100 / 10)\(fen % 10)"),
        ])
      func log(_ code: Int32) {
        ticket.events.append(LoggedEvent(at: Instant(microseconds: Int64(now) * 1_000_000), code: code))
      }
      func run() {
        let step = generator.once(in: 4) ? 60 * generator.number(0...240) : generator.number(0...20_000)
        (now, elapsed) = (now + step, elapsed + step)
      }
      log(0)
      run()
      for _ in 0..<generator.number(0...2) {
        log(1)
        now += generator.number(0...20_000)
        log(2)
        run()
      }
      log(3)
      if generator.once(in: 4) {
        now += generator.number(0...90_000)
        log(4)
        run()
        log(3)
      }
      ticket.finish()
      let limit = 60 * [60, isVPN ? 120 : 90, isVPN ? 240 : 180, 240][tier]
      let verdict: Verdict = elapsed <= limit ? .met : cause >= 3 ? .excused : .breached
      let hours = (elapsed - limit + 3599) / 3600
      let owed = verdict == .breached ? (fen * min(100, 5 * hours) + 50) / 100 : 0
      let decided = decide(&evaluator, ticket, asOf: Instant(microseconds: 40_000_000_000_000))
      let comment = Comment(rawValue: "seed \(seed), case \(number)")
      #expect(decided.verdict == verdict, comment)
      #expect(decided.target.counted == .seconds(Int64(elapsed)), comment)
      #expect(decided.refund.amount == fraction(owed, 100), comment)
      #expect(decided.refund.state == (verdict == .breached ? .owed : .none), comment)
    }
  }
}

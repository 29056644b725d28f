import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime
import Testing

@testable import PledgeEvaluation

/// What is owed for a clock of an hour that starts on Monday the 2nd at 10:00.
@Suite struct RefundTests {
  private func policy(
    pay amount: Expression, cap: [Expression] = [], round: Refund.AmountRounding? = nil,
    minimum: Refund.Minimum? = nil, strict: Bool = false, when condition: Expression = .verdict(0, .breached)
  ) -> PolicyBuilder {
    var builder = PolicyBuilder(events: "alarm", "restored")
    builder.target(builder.pair("alarm", "restored"), strict ? .under(.hours(1)) : .within(.hours(1)))
    builder.refund(when: condition, pay: amount, cap: cap, round: round, minimum: minimum)
    return builder
  }

  private func refund(_ builder: PolicyBuilder, restored: String, asOf: String = "30/00:00") -> RefundOutcome
  {
    builder.decide("alarm 10:00, restored \(restored)", asOf: asOf).refund
  }

  // MARK: Units

  @Test func `units over are started, full or exact at every boundary`() {
    let expected: [(restored: String, started: Int, full: Int, exact: Rational)] = [
      ("11:00:00.000001", 1, 0, .zero), ("11:30", 1, 0, fraction(1, 2)), ("11:59:59.999999", 1, 0, .one),
      ("12:00", 1, 1, .one), ("12:00:00.000001", 2, 1, .one), ("13:00", 2, 2, Rational(2)),
      ("13:15", 3, 2, fraction(9, 4)),
    ]
    for row in expected {
      for (rounding, units) in [
        (UnitRounding.started, Rational(row.started)), (.full, Rational(row.full)), (.exact, row.exact),
      ] {
        let outcome = refund(policy(pay: .money(10).per(rounding, .hours(1))), restored: row.restored)
        // Ten yuan for a microsecond or an hour less one round to the fen that `exact` names.
        #expect(
          outcome.state == .owed && outcome.amount == units.multiplied(by: Rational(10)), "\(row) \(rounding)"
        )
      }
    }
  }

  @Test func `a target that is met owes nothing`() {
    for rounding in UnitRounding.allCases {
      let outcome = refund(policy(pay: .money(10).per(rounding, .hours(1))), restored: "11:00")
      #expect(outcome.state == .none && outcome.amount == .zero)
    }
  }

  /// What is breached is over by something (decision 1): the least time, which has begun one unit and filled none.
  @Test(arguments: [(UnitRounding.started, 10), (.full, 0)])
  func `a count that just reaches a limit it must stay under is over by the least time`(
    _ row: (rounding: UnitRounding, owed: Int)
  ) {
    let outcome = refund(policy(pay: .money(10).per(row.rounding, .hours(1)), strict: true), restored: "11:00")
    #expect(outcome.state == .owed && outcome.amount == Rational(row.owed))
  }

  @Test func `calendar days over are the dates that the overrun touches or fills`() {
    // Due at 11:00 on the 2nd.
    for (restored, started, full) in [
      ("02/11:00:00.000001", 1, 0), ("02/23:59", 1, 0), ("03/00:00", 1, 0), ("03/00:00:00.000001", 2, 0),
      ("04/00:00", 2, 1), ("04/12:00", 3, 1), ("09/00:00", 7, 6),
    ] {
      let amounts = [(UnitRounding.started, started), (.full, full)]
      for (rounding, days) in amounts {
        let outcome = refund(policy(pay: .money(10).per(rounding, .calendarDay)), restored: restored)
        #expect(outcome.amount == Rational(10 * days), "\(restored) \(rounding)")
      }
    }
  }

  @Test func `working days over are the working dates among them`() {
    // Friday the 6th to Tuesday the 10th.
    for (log, days) in [
      ("alarm 06/10:00, restored 06/12:00", 1), ("alarm 06/10:00, restored 08/12:00", 1),
      ("alarm 06/10:00, restored 09/00:00", 1), ("alarm 06/10:00, restored 09/08:00", 2),
      ("alarm 06/10:00, restored 10/08:00", 3), ("alarm 07/10:00, restored 08/12:00", 0),
    ] {
      var builder = policy(pay: .money(10).per(.started, .workingDay(calendar: 0)))
      _ = builder.calendar(office())
      #expect(builder.decide(log, asOf: "30/00:00").refund.amount == Rational(10 * days), "\(log)")
    }
  }

  @Test func `dates are those of the policy's zone`() {
    let shanghai = zone("Asia/Shanghai")
    var builder = PolicyBuilder(events: "alarm", "restored", zone: shanghai)
    builder.target(builder.pair("alarm", "restored"), .within(.hours(1)))
    builder.refund(when: .verdict(0, .breached), pay: .money(1).per(.started, .calendarDay))
    // 22:00 until 00:30 on the wall of Shanghai, 14:00 until 16:30 by UTC.
    let outcome = builder.decide("alarm 22:00, restored 03/00:30", asOf: "30/00:00", zone: shanghai).refund
    #expect(outcome.amount == Rational(2))
  }

  @Test func `several runs of a clock touch each date once`() {
    let builder = policy(pay: .money(1).per(.started, .calendarDay))
    let log = "alarm 10:00, restored 12:00, alarm 14:00, restored 15:00, alarm 05/10:00, restored 05/11:00"
    #expect(builder.decide(log, asOf: "30/00:00").refund.amount == Rational(2))
  }

  // MARK: The fixed order

  @Test func `an item is rounded to the minor unit, half up, unless the policy says otherwise`() {
    let eighth = Expression.money(fraction(1, 8))
    func amount(_ expression: Expression, _ mode: RoundingMode?, _ unit: Rational) -> Rational {
      let rounding = mode.map { Refund.AmountRounding(mode: $0, unit: unit) }
      return refund(policy(pay: expression, round: rounding), restored: "12:00").amount
    }
    let fen = fraction(1, 100)
    #expect(amount(eighth, nil, fen) == fraction(13, 100))
    #expect(amount(eighth, .halfUp, fen) == fraction(13, 100))
    #expect(amount(eighth, .halfEven, fen) == fraction(12, 100))
    #expect(amount(eighth, .up, fen) == fraction(13, 100))
    #expect(amount(eighth, .down, fen) == fraction(12, 100))
    #expect(amount(.money(fraction(1, 3)), nil, fen) == fraction(33, 100))
    #expect(amount(.money(fraction(2, 3)), nil, fen) == fraction(67, 100))
    #expect(amount(.money(fraction(5, 2)), .halfEven, .one) == Rational(2))
    #expect(amount(.money(fraction(5, 2)), .halfUp, .one) == Rational(3))
    #expect(amount(.money(fraction(41, 2)), .up, Rational(10)) == Rational(30))
  }

  @Test func `caps trim the rounded item in their order, each rounded down`() {
    let fee = Expression.money(fraction(1_001, 3))
    func amount(_ caps: [Expression]) -> Rational {
      refund(policy(pay: .money(500), cap: caps), restored: "12:00").amount
    }
    // A tenth of 333.666… is 33.3666…
    #expect(amount([Expression.percent(10).share(of: fee)]) == fraction(3_336, 100))
    #expect(amount([.money(600), .money(400)]) == Rational(400))
    #expect(amount([.money(400), .money(600)]) == Rational(400))
    #expect(amount([.money(0)]) == .zero)
    #expect(amount([]) == Rational(500))
  }

  @Test func `a minimum looks at what is left behind the caps`() {
    func state(_ inclusive: Bool, _ cap: Rational) -> RefundState {
      let minimum = Refund.Minimum(amount: .one, inclusive: inclusive)
      return refund(policy(pay: .money(500), cap: [.money(cap)], minimum: minimum), restored: "12:00").state
    }
    #expect(state(true, .one) == .owed)
    #expect(state(false, .one) == .belowMinimum)
    #expect(state(false, fraction(101, 100)) == .owed)
    #expect(state(true, fraction(99, 100)) == .belowMinimum)
    #expect(state(true, fraction(999, 1000)) == .belowMinimum)
  }

  // MARK: States

  @Test func `a refund accrues while the clock runs on and is owed once it has stopped`() {
    let builder = policy(pay: .money(10).per(.started, .hours(1)))
    for (asOf, state, amount) in [
      ("10:30", RefundState.pending, 0), ("11:00", .pending, 0), ("11:00:01", .accruing, 10),
      ("13:00", .accruing, 20), ("13:00:01", .owed, 20),
    ] {
      let decided = builder.decide("alarm 10:00, restored 13:00:01", asOf: asOf)
      // At the very instant of the stop the event is read.
      #expect(decided.refund.state == state, "\(asOf)")
      #expect(decided.refund.amount == Rational(state == .owed ? 30 : amount), "\(asOf)")
    }
  }

  @Test func `a refund of a pending target is pending and names it`() {
    let decided = policy(pay: .money(10)).decide("alarm 10:00", asOf: "10:30")
    #expect(decided.refund.state == .pending && decided.refundCauses == [[Cause(.targetPending, 0)]])
  }

  @Test func `a refund whose fee is missing is undecided, unless nothing is owed`() {
    var builder = policy(pay: Expression.percent(5).share(of: .field(0, .money(PolicyBuilder.cny))))
    _ = builder.field("fee", .money(PolicyBuilder.cny))
    let breached = builder.decide("alarm 10:00, restored 12:00", asOf: "13:00")
    #expect(breached.refund.state == .undecided && breached.refundCauses == [[Cause(.fieldMissing, 0)]])
    #expect(builder.decide("alarm 10:00, restored 10:30", asOf: "13:00").refund.state == .none)
    let known = builder.decide(
      "alarm 10:00, restored 12:00", asOf: "13:00", fields: [0: .decimal("3000.10")])
    // 150.005 is half a fen above 150.00.
    #expect(known.refund.state == .owed && known.refund.amount == fraction(15_001, 100))
  }

  @Test func `a refund of an undecided target is undecided`() {
    var builder = policy(pay: .money(10))
    _ = builder.field("cause", .truth)
    builder.policy.targets[0].exclusions = [builder.exclusion(when: .field(0))]
    let decided = builder.decide("alarm 10:00, restored 12:00", asOf: "13:00")
    #expect(decided.refund.state == .undecided && decided.refundCauses == [[Cause(.fieldMissing, 0)]])
    let excused = builder.decide("alarm 10:00, restored 12:00", asOf: "13:00", fields: [0: .truth(true)])
    #expect(excused.refund.state == .none)
  }

  @Test func `a missing cap leaves an amount undecided`() {
    var builder = policy(pay: .money(10), cap: [.field(0, .money(PolicyBuilder.cny))])
    _ = builder.field("fee", .money(PolicyBuilder.cny))
    #expect(builder.decide("alarm 10:00, restored 12:00", asOf: "13:00").refund.state == .undecided)
  }

  @Test func `the explanation shows what was paid, rounded and capped`() throws {
    let builder = policy(
      pay: .money(fraction(1, 8)).per(.started, .hours(1)), cap: [.money(fraction(301, 1000))])
    var evaluator = Evaluator(plan: Plan(builder.policy), registers: [])
    var ticket = builder.ticket("alarm 10:00, restored 14:30")
    let explanation = evaluator.explain(&ticket, asOf: at("15:00")).refunds[0]
    #expect(explanation.paid == fraction(4, 8) && explanation.rounded == fraction(1, 2))
    let cap = RefundExplanation.Cap(limit: fraction(3, 10), amount: fraction(3, 10), isReached: true)
    #expect(explanation.caps == [cap])
    #expect(evaluator.refunds[0].amount == fraction(3, 10))
  }
}

import PledgeNumbers
import PledgePolicy
import PledgeTestSupport
import PledgeTime
import Testing

@testable import PledgeEvaluation

/// An amount a unit whose rate changes with the delay, against adding unit by unit.
@Suite struct GradedPayTests {
  /// A table by the delay with a bound a row: `at most BOUND -> AMOUNT`, then `otherwise`.
  private struct Rates {
    var bounds: [Int]
    var amounts: [Int]

    init(_ random: inout SeededGenerator) {
      let count = random.number(1...4)
      var bounds: Set<Int> = []
      // Bounds at whole hours and between them.
      for _ in 0..<count { bounds.insert(random.number(0...24) * 30) }
      self.bounds = bounds.sorted()
      amounts = []
      for _ in 0...bounds.count { amounts.append(random.number(0...9)) }
    }

    /// The amount of a unit that ends at a delay in minutes.
    func amount(at delay: Int) -> Int {
      amounts[bounds.firstIndex { delay <= $0 } ?? bounds.count]
    }

    func table(in builder: inout PolicyBuilder) -> Int {
      let over = Expression(.figure(target: 0, .over), type: .duration, origin: .nowhere)
      var rows = zip(bounds, amounts).map { bound, amount in
        let end = DecisionTable.End(value: .written(.duration(.minutes(Int64(bound)))), included: true)
        return ([DecisionTable.Cell.matches([.range(lower: nil, upper: end)])], [Expression.money(amount)])
      }
      rows.append(([.any], [.money(amounts[amounts.count - 1])]))
      return builder.table([over], results: [.money(PolicyBuilder.cny)], rows)
    }
  }

  private func amount(
    _ rates: Rates, _ rounding: UnitRounding, _ rate: GradedPay.Rate, over minutes: Int
  ) -> Rational {
    var builder = PolicyBuilder(events: "alarm", "restored")
    builder.target(builder.pair("alarm", "restored"), .within(.hours(1)))
    let table = rates.table(in: &builder)
    let single = Expression(
      .tableResult(table: table, column: 0), type: .money(PolicyBuilder.cny), origin: .nowhere)
    let pay = GradedPay(
      amount: single, rounding: rounding, unit: .length(.hours(1)), target: 0, rate: rate)
    builder.refund(
      when: .verdict(0, .breached), pay: Expression(.graded(pay), type: single.type, origin: .nowhere),
      round: Refund.AmountRounding(mode: .down, unit: fraction(1, 60)))
    var ticket = builder.ticket("alarm 10:00")
    guard let stop = at("11:00").adding(.minutes(Int64(minutes))) else { return .zero }
    ticket.events.append(.init(at: stop, code: 1))
    return decide(builder.policy, ticket, asOf: at("30/00:00")).refund.amount
  }

  @Test(arguments: 0..<40) func `bands come to the same as unit by unit`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let rates = Rates(&random)
    let minutes = random.number(1...720)
    let started = (minutes + 59) / 60
    let full = minutes / 60
    let each = { (count: Int) in (0..<count).reduce(0) { $0 + rates.amount(at: ($1 + 1) * 60) } }
    let last = rates.amount(at: started * 60)
    let comment = Comment(rawValue: "seed \(seed): \(rates), \(minutes) min over")
    #expect(amount(rates, .started, .eachUnit, over: minutes) == Rational(each(started)), comment)
    #expect(amount(rates, .full, .eachUnit, over: minutes) == Rational(each(full)), comment)
    let rest = fraction((minutes - full * 60) * rates.amount(at: started * 60), 60)
    #expect(
      amount(rates, .exact, .eachUnit, over: minutes) == Rational(each(full)).adding(rest), comment)
    #expect(amount(rates, .started, .reached, over: minutes) == Rational(started * last), comment)
    #expect(
      amount(rates, .full, .reached, over: minutes) == Rational(full * rates.amount(at: full * 60)), comment)
    #expect(amount(rates, .exact, .reached, over: minutes) == fraction(minutes * last, 60), comment)
  }
}

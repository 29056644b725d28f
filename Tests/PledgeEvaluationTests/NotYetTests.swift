import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime
import Testing

@testable import PledgeEvaluation

/// Instants that have not come by the as-of instant, and values that are missing.
@Suite struct NotYetTests {
  let builder = PolicyBuilder(events: "alarm", "restored", "closed")

  private func value(
    _ expression: Expression, _ log: String = "alarm 10:00", asOf: String = "12:00"
  ) -> (value: Value, causes: [Cause]) {
    evaluate(expression, in: builder, builder.ticket(log), asOf: at(asOf))
  }

  @Test(arguments: Comparison.allCases)
  func `what has not come is later than every instant that has`(comparison: Comparison) {
    let isLater = [Comparison.notEqual, .greater, .atLeast].contains(comparison)
    for known in ["09:00", "12:00"] {
      let compared = builder.event("restored").compared(comparison, .instant(at(known)))
      #expect(value(compared).value == .truth(isLater))
    }
    let isEarlier = [Comparison.notEqual, .less, .atMost].contains(comparison)
    #expect(
      value(builder.event("alarm").compared(comparison, builder.event("restored"))).value == .truth(isEarlier)
    )
  }

  @Test(arguments: Comparison.allCases)
  func `what has not come stands in no known order to what lies ahead`(comparison: Comparison) {
    let ahead = builder.event("restored").compared(comparison, .instant(at("12:00:00.000002")))
    #expect(value(ahead).causes == [Cause(.eventNotYet, 1)])
    let both = builder.event("restored").compared(comparison, builder.event("closed"))
    #expect(value(both).causes == [Cause(.eventNotYet, 1), Cause(.eventNotYet, 2)])
  }

  @Test(arguments: Comparison.allCases)
  func `what has not come is not before the first microsecond behind now`(comparison: Comparison) {
    let first = builder.event("restored").compared(comparison, .instant(at("12:00:00.000001")))
    switch comparison {
    case .less: #expect(value(first).value == .truth(false))
    case .atLeast: #expect(value(first).value == .truth(true))
    case .equal, .notEqual, .atMost, .greater: #expect(value(first).causes == [Cause(.eventNotYet, 1)])
    }
  }

  @Test func `what has not come, moved forward, is still later; moved back, it is not known`() {
    let past = Expression.instant(at("11:00"))
    func isAfter(_ instant: Expression) -> Value { value(instant.compared(.greater, past)).value }
    let restored = builder.event("restored")
    #expect(isAfter(restored.moved(.duration(.hours(4)))) == .truth(true))
    #expect(isAfter(restored.moved(.months(1))) == .truth(true))
    #expect(isAfter(builder.event("restored", offset: .hours(4))) == .truth(true))
    #expect(isAfter(restored.endOfDay) == .truth(true))
    #expect(isAfter(restored.moved(.duration(.hours(4)), back: true)).unknown != nil)
    #expect(isAfter(restored.moved(.duration(.hours(-4)))).unknown != nil)
    #expect(isAfter(restored.moved(.months(-1))).unknown != nil)
    #expect(isAfter(builder.event("restored", offset: .hours(-4))).unknown != nil)
    #expect(isAfter(restored.moved(.duration(.hours(-4)), back: true)) == .truth(true))
  }

  @Test func `the earliest of what has come and what has not is what has come`() {
    let (alarm, restored, closed) = (
      builder.event("alarm"), builder.event("restored"), builder.event("closed")
    )
    #expect(value(.earliest(alarm, restored)).value == .instant(at("10:00")))
    #expect(value(.earliest(restored, alarm, closed)).value == .instant(at("10:00")))
    #expect(value(.latest(alarm, restored).compared(.greater, .instant(at("12:00")))).value == .truth(true))
    #expect(value(.latest(alarm, restored)).causes == [Cause(.eventNotYet, 1)])
    #expect(
      value(.earliest(restored, closed)).causes == [Cause(.eventNotYet, 1), Cause(.eventNotYet, 2)])
  }

  @Test func `the earliest of what lies ahead and what has not come is behind the as-of instant`() {
    let ahead = Expression.instant(at("15:00"))
    let earliest = Expression.earliest(ahead, builder.event("restored"))
    #expect(value(earliest).value.unknown != nil)
    #expect(value(earliest.compared(.greater, .instant(at("12:00")))).value == .truth(true))
    #expect(value(.latest(ahead, builder.event("alarm"))).value == .instant(at("15:00")))
  }

  @Test func `a missing instant is no later one`() {
    var builder = builder
    let field = builder.field("promised", .instant)
    let missing = Expression.field(field, .instant)
    let ticket = builder.ticket("alarm 10:00")
    func value(_ expression: Expression) -> (value: Value, causes: [Cause]) {
      evaluate(expression, in: builder, ticket, asOf: at("12:00"))
    }
    #expect(value(missing.compared(.greater, .instant(at("09:00")))).causes == [Cause(.fieldMissing, 0)])
    #expect(value(.earliest(missing, builder.event("alarm"))).causes == [Cause(.fieldMissing, 0)])
    #expect(
      value(.earliest(missing, builder.event("restored"))).causes
        == [Cause(.eventNotYet, 1), Cause(.fieldMissing, 0)])
  }

  @Test func `occurrences of an event are counted by the as-of instant`() {
    let log = "alarm 10:00, alarm 10:30, alarm 11:00"
    #expect(value(builder.event("alarm", .nth(2)), log).value == .instant(at("10:30")))
    #expect(value(builder.event("alarm", .last), log).value == .instant(at("11:00")))
    #expect(value(builder.event("alarm", .last), log, asOf: "10:59").value == .instant(at("10:30")))
    #expect(value(builder.event("alarm", .nth(3)), log, asOf: "10:59").causes == [Cause(.eventNotYet, 0)])
    #expect(value(builder.event("alarm", .nth(4)), log).causes == [Cause(.eventNotYet, 0)])
  }

  @Test func `an event declared if recorded is missing where it is absent`() {
    var builder = PolicyBuilder(events: "alarm")
    builder.declare("notified", ifRecorded: true)
    let notified = builder.event("notified")
    func value(_ expression: Expression, _ log: String) -> (value: Value, causes: [Cause]) {
      evaluate(expression, in: builder, builder.ticket(log), asOf: at("12:00"))
    }
    let inTime = notified.compared(.atMost, .instant(at("11:00")))
    #expect(value(inTime, "alarm 10:00").causes == [Cause(.eventUnrecorded, 1)])
    #expect(value(inTime, "alarm 10:00, notified 10:30").value == .truth(true))
    #expect(value(.isKnown(notified), "alarm 10:00").value == .truth(false))
  }

  // MARK: Registers

  @Test func `a missing row, a missing cell and a missing key are told apart`() throws {
    var builder = PolicyBuilder(events: "alarm")
    builder.register(key: .choice(members: ["a", "b", "c"]), columns: [.integer, .truth])
    let key = builder.field("circuit", .choice(members: ["a", "b", "c"]))
    var register = Register(columnCount: 2)
    let isAdded = register.add(keys: [.choice(0)], cells: [.decimal("7"), .missing])
    #expect(isAdded)
    func value(_ column: Int, _ key: Scalar) -> (value: Value, causes: [Cause]) {
      let expression = Expression.column(column, key: .field(0, .choice(members: [])), .integer)
      return evaluate(
        expression, in: builder, builder.ticket("alarm 10:00", fields: [0: key]), asOf: at("12:00"),
        registers: [register])
    }
    #expect(key == 0)
    #expect(value(0, .choice(0)).value == .number(Rational(7)))
    #expect(value(1, .choice(0)).causes == [Cause(.cellMissing, 0, 1)])
    #expect(value(0, .choice(1)).causes == [Cause(.rowMissing, 0)])
    #expect(value(0, .missing).causes == [Cause(.fieldMissing, 0)])
  }

  @Test func `a default stands for a missing field`() {
    var builder = PolicyBuilder(events: "alarm")
    let field = builder.field("urgent", .truth, presence: .defaulted(.truth(true)))
    let value = evaluate(.field(field), in: builder, builder.ticket("alarm 10:00"), asOf: at("12:00")).value
    #expect(value == .truth(true))
  }

  // MARK: Spans

  @Test func `whether an instant ahead lies in open hours is known, whether it lies in an outage is not`() {
    var builder = PolicyBuilder(events: "alarm", "restored")
    let calendar = builder.calendar(office())
    let lunch = builder.calendar(office("12:00-13:00"))
    func value(_ time: String, _ span: SpanExpression) -> Value {
      evaluate(
        Expression.instant(at(time)).during(span), in: builder, builder.ticket("alarm 10:00"),
        asOf: at("11:00")
      ).value
    }
    let open = SpanExpression.calendar(calendar).minus(.calendar(lunch))
    #expect(value("03/11:00", open) == .truth(true))
    #expect(value("03/12:30", open) == .truth(false))
    #expect(value("03/18:00", open) == .truth(false))
    #expect(value("02/09:00", open) == .truth(true))
    let outage = builder.pair("alarm", "restored")
    #expect(value("02/10:30", outage) == .truth(true))
    #expect(value("02/09:59", outage) == .truth(false))
    #expect(value("02/11:01", outage).unknown != nil)
    #expect(value("02/19:00", outage.and(open)) == .truth(false))
    #expect(value("02/15:00", outage.or(open)) == .truth(true))
  }
}

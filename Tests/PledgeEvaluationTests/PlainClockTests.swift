import PledgePolicy
import PledgeTestSupport
import PledgeTickets
import PledgeTime
import Testing

@testable import PledgeEvaluation

/// A plain clock is reckoned in one pass over the log; without that form the same target is counted from its
/// spans. The two must not differ in anything.
@Suite struct PlainClockTests {
  @Test(arguments: 1...6)
  func `one pass over the log comes to what the spans come to`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var plain = 0
    for number in 0..<400 {
      let builder = policy(&generator)
      let plan = Plan(builder.policy)
      if plan.targets[0].plainClock != nil { plain += 1 }
      var spans = plan
      spans.targets[0].plainClock = nil
      let ticket = ticket(&generator)
      let asOf = at("27/00:00").adding(.minutes(Int64(generator.number(0...400) * 15))) ?? .epoch
      let expected = describe(spans, ticket, asOf: asOf)
      #expect(describe(plan, ticket, asOf: asOf) == expected, "seed \(seed), case \(number)")
    }
    #expect(plain == 400)
  }

  /// Everything that a decision and its explanation say of the target.
  private func describe(_ plan: Plan, _ ticket: Ticket, asOf: Instant) -> String {
    var evaluator = Evaluator(plan: plan, registers: [])
    var ticket = ticket
    let explanation = evaluator.explain(&ticket, asOf: asOf).targets[0]
    var outcome = evaluator.targets[0]
    let causes = outcome.unknown.map { evaluator.unknowns.causes($0) } ?? []
    // The number of a set of causes says nothing.
    outcome.unknown = nil
    return "\(outcome) \(causes) \(evaluator.counted[0]) \(explanation.segments) \(explanation.causes)"
  }

  // MARK: Random targets and tickets

  private func policy(_ generator: inout SeededGenerator) -> PolicyBuilder {
    var builder = PolicyBuilder(events: "a", "b", "c", "d", "e")
    let calendar = builder.calendar(ReferenceCalendar.all[generator.number(0...5)].rules)
    let field = builder.field("f", .truth)
    let pause = builder.span(pairs(["c", "d"], &generator))
    let isWorking = generator.once(in: 3)
    let limit: Expression =
      isWorking
      ? .workingDays(generator.number(0...3)) : .duration(.minutes(Int64(generator.number(0...60)) * 15))
    let exclusion = builder.exclusion(when: .field(field))
    builder.target(
      pairs(["a", "b", "e"], &generator),
      .within(limit, strict: generator.once(in: 2), workingCalendar: isWorking ? calendar : nil),
      on: generator.once(in: 2) ? calendar : nil, pause: generator.once(in: 3) ? [] : [pause],
      exclude: generator.once(in: 2) ? [exclusion] : [])
    return builder
  }

  /// `from A until B`, `from A or E until B`, `from last A until B or E`, also with one event at both sides.
  private func pairs(_ events: [String], _ generator: inout SeededGenerator) -> SpanExpression {
    let (starts, ends) = (PolicyBuilder(events: "a", "b", "c", "d", "e"), events)
    func point(_ event: String, _ occurrence: EventPoint.Occurrence = .every) -> EventPoint {
      EventPoint(event: starts.code(event), occurrence: occurrence)
    }
    var from = [point(ends[0], generator.once(in: 3) ? .last : .every)]
    var until = [point(ends[1])]
    if let third = ends.dropFirst(2).first, generator.once(in: 2) {
      if generator.once(in: 2) { from.append(point(third)) }
      if generator.once(in: 2) { until.append(point(third)) }
    }
    return SpanExpression(.pairing(Pairing(starts: from, ends: until)), origin: .nowhere)
  }

  /// Events on a grid of a quarter of an hour, several at one instant among them, mostly in a sensible order;
  /// in some logs more than the 64 of which the places are noted.
  private func ticket(_ generator: inout SeededGenerator) -> Ticket {
    var ticket = Ticket(fields: 1)
    if !generator.once(in: 3) { ticket.values[0] = .truth(generator.once(in: 2)) }
    var quarter = generator.number(0...40)
    let usual: [Int32] = [0, 2, 3, 1, 0, 2, 3, 1, 4]
    let isLong = generator.once(in: 8)
    for position in 0..<generator.number(isLong ? 60...140 : 0...9) {
      let code = generator.once(in: 4) ? Int32(generator.number(0...4)) : usual[position % usual.count]
      let instant = at("27/00:00").adding(.minutes(Int64(quarter * 15))) ?? .epoch
      ticket.events.append(LoggedEvent(at: instant, code: code))
      quarter += generator.once(in: 4) ? 0 : generator.number(0...(isLong ? 3 : 40))
    }
    ticket.finish()
    return ticket
  }
}

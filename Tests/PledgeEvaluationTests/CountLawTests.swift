import PledgeNumbers
import PledgePolicy
import PledgeTestSupport
import PledgeTickets
import PledgeTime
import Testing

@testable import PledgeEvaluation

/// The laws of counting: over adjacent spans, up to the due instant and a microsecond beyond.
@Suite struct CountLawTests {
  @Test(arguments: 1...4)
  func `law 1: counts add over adjacent spans and grow with the span`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for number in 0..<40 {
      var builder = PolicyBuilder(events: "hold", "resume")
      let calendar = generator.once(in: 4) ? nil : generator.number(0...5)
      let on = calendar.map { builder.calendar(ReferenceCalendar.all[$0].rules) }
      let pause = builder.span(builder.pair("hold", "resume"))
      var cuts = (0..<3).map { _ in Int64.random(in: 0...400_000_000_000, using: &generator) }
      cuts.sort()
      let instants = cuts.map { Expression.instant(at("27/00:00").adding(.microseconds($0)) ?? .epoch) }
      for (from, until) in [(0, 1), (1, 2), (0, 2)] {
        builder.target(
          .between(instants[from], instants[until]), .within(.hours(900)), on: on, pause: [pause])
      }
      var ticket = Ticket(fields: 0)
      for _ in 0..<generator.number(0...4) {
        let offset = Int64.random(in: 0...400_000_000_000, using: &generator)
        ticket.events.append(
          LoggedEvent(
            at: at("27/00:00").adding(.microseconds(offset)) ?? .epoch, code: Int32(generator.number(0...1))))
      }
      ticket.finish()
      if ticket.events.first?.code == 1 { continue }
      let decided = decide(builder.policy, ticket, asOf: at("31/23:59"))
      let counts = decided.targets.map(\.counted.microseconds)
      #expect(counts[0] + counts[1] == counts[2], "seed \(seed), case \(number)")
      #expect(counts[0] <= counts[2] && counts[1] <= counts[2], "seed \(seed), case \(number)")
    }
  }

  @Test(arguments: 1...6)
  func `law 2: a stop is met up to the due instant, and the first counted microsecond beyond is breached`(
    seed: Int
  ) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    for number in 0..<30 {
      let comment = Comment(rawValue: "seed \(seed), case \(number)")
      var builder = PolicyBuilder(events: "start", "stop", "hold", "resume")
      let calendar = generator.once(in: 4) ? nil : generator.number(0...5)
      let on = calendar.map { builder.calendar(ReferenceCalendar.all[$0].rules) }
      let pause = builder.span(builder.pair("hold", "resume"))
      let limit = Duration.microseconds(Int64.random(in: 1...90_000_000_000, using: &generator))
      builder.target(builder.pair("start", "stop"), .within(limit), on: on, pause: [pause])
      var ticket = Ticket(fields: 0)
      var instant = at("27/00:00")
      for code in [0, 2, 3, 2, 3] as [Int32] {
        instant = try #require(
          instant.adding(.microseconds(Int64.random(in: 1...20_000_000_000, using: &generator))))
        ticket.events.append(LoggedEvent(at: instant, code: code))
        if generator.once(in: 4) { break }
      }
      // The clock runs on from the last event; a pause that still runs ends with it.
      if ticket.events.last?.code == 2 { ticket.events.removeLast() }
      instant = try #require(ticket.events.last?.at)
      let running = decide(builder.policy, ticket, asOf: instant).target
      let due = try #require(running.due, comment)
      if running.verdict == .breached {
        #expect(due < instant, comment)
        continue
      }
      let met = stopped(builder, ticket, due)
      #expect(met.verdict == .met && met.counted == limit && met.due == due, comment)
      var open = due
      if let calendar {
        open = try #require(CalendarIndex(ReferenceCalendar.all[calendar].rules).nextOpening(from: due).value)
      }
      #expect(stopped(builder, ticket, open).verdict == .met, comment)
      let breached = stopped(builder, ticket, try #require(open.adding(.microseconds(1))))
      #expect(breached.verdict == .breached && breached.over == .microseconds(1), comment)
      #expect(breached.due == due, comment)
    }
  }

  private func stopped(_ builder: PolicyBuilder, _ ticket: Ticket, _ stop: Instant) -> TargetOutcome {
    var ticket = ticket
    ticket.events.append(LoggedEvent(at: stop, code: 1))
    return decide(builder.policy, ticket, asOf: at("31/23:59").adding(.hours(300)) ?? .latest).target
  }

  @Test(arguments: 1...3)
  func `law 7: what a ticket is owed never exceeds its caps`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    for number in 0..<300 {
      var builder = PolicyBuilder(events: "start", "stop")
      builder.target(builder.pair("start", "stop"), .within(.hours(1)))
      let rate = fraction(generator.number(0...999_999), generator.number(1...7_000))
      let caps = (0..<generator.number(1...3)).map { _ in
        fraction(generator.number(0...999_999), generator.number(1...999))
      }
      builder.refund(
        when: .verdict(0, .breached), pay: .money(rate).per(.started, .minutes(7)),
        cap: caps.map { .money($0) })
      var ticket = builder.ticket("start 00:00")
      ticket.events.append(
        LoggedEvent(
          at: try #require(at("00:00").adding(.minutes(Int64(generator.number(0...9999))))), code: 1))
      let refund = decide(builder.policy, ticket, asOf: at("30/00:00")).refund
      for cap in caps {
        let comment = Comment(rawValue: "seed \(seed), case \(number)")
        #expect(refund.amount <= (try #require(cap.rounded(.down, toMultipleOf: fraction(1, 100)))), comment)
        let cents = try #require(refund.amount.multiplied(by: Rational(100)))
        #expect(cents.isWhole, comment)
      }
    }
  }
}

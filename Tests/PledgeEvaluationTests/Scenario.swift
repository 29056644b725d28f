import PledgePolicy
import PledgeTestSupport
import PledgeTickets
import PledgeTime

/// One target and one ticket on a grid of equal slots: plain numbers, from which the test makes a policy for
/// the evaluator and sets of slots for the reference.
struct Scenario {
  var base: Instant
  /// Microseconds of a slot.
  var slot: Int64
  /// How many slots the reference looks ahead.
  var horizon: Int
  var eventCount: Int
  /// Events that may have happened without a record.
  var unrecorded: Set<Int> = []
  var clock: Pair
  var pauses: [Pair] = []
  var exclusions: [Relief] = []
  /// Position in `ReferenceCalendar.all`.
  var calendar: Int?
  /// In slots.
  var limit: Int
  var isStrict = false
  /// Events in the order of the file, which need not be that of time.
  var log: [Entry] = []
  var asOf: Int

  struct Pair: Hashable {
    var starts: Set<Int>
    var ends: Set<Int>
    var upTo: Int?
    /// Intervals shorter than this many slots do not count; one of just so many does where `admitsEqual`.
    var shortest: Int?
    var admitsEqual = false
  }

  struct Relief: Hashable {
    var condition: Condition
    var span: Pair?

    enum Condition: CaseIterable { case always, holds, fails, unknown }
  }

  struct Entry: Hashable {
    var slot: Int
    var event: Int
  }

  func instant(_ slot: Int) -> Instant { Instant(microseconds: base.microseconds + Int64(slot) * self.slot) }
  func length(_ slots: Int) -> Duration { Duration(microseconds: Int64(slots) * slot) }
}

// MARK: For the evaluator

extension Scenario {
  /// The policy that says what the scenario means.
  var policy: Policy {
    var builder = PolicyBuilder()
    for event in 0..<eventCount { builder.declare("e\(event)", ifRecorded: unrecorded.contains(event)) }
    for _ in exclusions { _ = builder.field("holds", .truth) }
    let pauses = pauses.map { builder.span(span($0)) }
    var excluded: [Int] = []
    for (index, relief) in exclusions.enumerated() {
      excluded.append(
        builder.exclusion(
          when: relief.condition == .always ? nil : .field(index), during: relief.span.map { span($0) }))
    }
    let calendar = calendar.map { builder.calendar(ReferenceCalendar.all[$0].rules) }
    let limit = length(limit)
    builder.target(
      span(clock), isStrict ? .under(limit) : .within(limit), on: calendar, pause: pauses, exclude: excluded)
    return builder.policy
  }

  private func span(_ pair: Pair) -> SpanExpression {
    func points(_ events: Set<Int>) -> [EventPoint] {
      events.sorted().map { EventPoint(event: $0, occurrence: .every) }
    }
    return SpanExpression(
      .pairing(
        Pairing(
          starts: points(pair.starts), ends: points(pair.ends), atMost: pair.upTo.map { length($0) },
          length: pair.shortest.map { LengthTest(length: length($0), inclusive: pair.admitsEqual) })),
      origin: .nowhere)
  }

  /// The ticket of the scenario's log.
  var ticket: Ticket {
    var ticket = Ticket(fields: exclusions.count)
    for (index, relief) in exclusions.enumerated() {
      switch relief.condition {
      case .holds: ticket.values[index] = .truth(true)
      case .fails: ticket.values[index] = .truth(false)
      case .always, .unknown: break
      }
    }
    ticket.events = log.map { LoggedEvent(at: instant($0.slot), code: Int32($0.event)) }
    ticket.finish()
    return ticket
  }
}

// MARK: By chance

extension Scenario {
  /// Some target and some ticket within three days of five-minute slots.
  static func random(_ generator: inout SeededGenerator) -> Scenario {
    let events = 7
    func pair(_ generator: inout SeededGenerator, _ start: Int, _ end: Int) -> Pair {
      var pair = Pair(starts: [start], ends: [end])
      if generator.once(in: 4) { pair.starts.insert(generator.number(0...events - 1)) }
      if generator.once(in: 4) { pair.ends.insert(generator.number(0...events - 1)) }
      if generator.once(in: 4) { pair.upTo = generator.number(0...60) }
      if generator.once(in: 4) {
        pair.shortest = generator.number(0...30)
        pair.admitsEqual = generator.once(in: 2)
      }
      return pair
    }
    var scenario = Scenario(
      base: at("27/00:00"), slot: 300_000_000, horizon: 4500, eventCount: events,
      clock: pair(&generator, 0, 1),
      limit: generator.once(in: 12) ? generator.number(-3...0) : generator.number(1...150), asOf: 0)
    for _ in 0..<generator.number(0...2) {
      scenario.pauses.append(pair(&generator, generator.number(0...6), generator.number(3...4)))
    }
    for _ in 0..<generator.number(0...3) {
      let condition = Relief.Condition.allCases.randomElement(using: &generator) ?? .always
      let span =
        generator.once(in: 3) ? nil : pair(&generator, generator.number(4...5), generator.number(5...6))
      scenario.exclusions.append(Relief(condition: condition, span: span))
    }
    if generator.once(in: 4) { scenario.unrecorded.insert(generator.number(0...events - 1)) }
    if !generator.once(in: 3) { scenario.calendar = generator.number(0...ReferenceCalendar.all.count - 1) }
    scenario.isStrict = generator.once(in: 3)
    let coarseness = generator.once(in: 2) ? 1 : 48
    var count = generator.number(0...12)
    if !generator.once(in: 8) {
      scenario.log.append(Entry(slot: generator.number(0...100) / coarseness * coarseness, event: 0))
      count += 1
    }
    while scenario.log.count < count {
      let slot = generator.number(0...860) / coarseness * coarseness
      scenario.log.append(Entry(slot: slot, event: generator.number(0...events - 1)))
    }
    scenario.asOf = generator.number(0...900) / coarseness * coarseness
    return scenario
  }
}

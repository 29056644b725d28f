import PledgeTestSupport
import PledgeTickets
import PledgeTime
import Testing

/// Whatever tickets and registers hold, deciding, explaining and writing them never trap.
@Suite struct AnyDataTests {
  private static let texts = [
    "", "x", "S-1", "gold", "999999999999999999", "-999999999999999999", "0.000000000000000001", "-1", "0",
    "100%",
    "999999999999999999%", "-5%", "2500000 h", "1 us", "-3 h", "9999-12-31", "-9999-01-01", "2026-02-28",
    "yes",
    "9999-12-31T23:59:59.999999Z", "-9999-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2026-03-08T02:30:00Z",
  ]

  private static let instants = [
    Instant(microseconds: .min / 4), Instant(microseconds: -377_000_000_000_000_000),
    Instant(microseconds: 253_402_300_799_999_999), Instant(microseconds: .max / 4), .epoch,
  ]

  @Test func `any values of fields and cells are decided or rejected`() {
    Law.holds(40, from: 150_000) { world in
      var random = SeededGenerator(seed: world.seed)
      var mutated = world
      for _ in 0..<random.number(1...6) { mutate(&mutated, &random) }
      // A register with a wrong cell is refused as a whole; that of the world itself is not.
      guard let decider = (try? Decider(mutated)) ?? (try? Decider(world)) else { return "not read" }
      var tickets: [Ticket] = []
      try decider.read(mutated.history.lines.map { $0 + "\n" }.joined()) {
        tickets.append($0)
      } onRejection: { _ in
      }
      // Periods are judged one by one, and ten thousand years have too many days for a test.
      let far = decider.policy.periodTargets.isEmpty ? random.one(of: Self.instants) : Self.instants[1]
      for asOf in [world.asOf, far] {
        let decided = try decider.decide(parts: [tickets], asOf: asOf)
        _ = decided.sortedLines
      }
      _ = try decider.run([mutated.history.lines], asOf: world.asOf)
      let sound = mutated.history.records.filter { (try? decider.tickets([$0])) != nil }
      _ = try decider.explain(sound, asOf: world.asOf)
      return nil
    }
  }

  private func mutate(_ world: inout World, _ random: inout SeededGenerator) {
    let value = random.one(of: Self.texts)
    let json = random.one(
      "\"\(value)\"", "\"\(value)\"", "null", value.isEmpty ? "0" : "\(random.number(-3...3))")
    let record = random.number(0...world.history.records.count - 1)
    switch random.number(0...3) {
    case 0 where !world.history.tables.isEmpty:
      let table = random.number(0...world.history.tables.count - 1)
      let row = random.number(0...world.history.tables[table].rows.count - 1)
      guard row > 0 else { return }
      let column = random.number(0...world.history.tables[table].rows[row].count - 1)
      world.history.tables[table].rows[row][column] = value
    case 1 where !world.history.records[record].events.isEmpty:
      let event = random.number(0...world.history.records[record].events.count - 1)
      let at = Self.instants.filter { $0.microseconds.magnitude < 300_000_000_000_000_000 }
      world.history.records[record].events[event].at = random.one(of: at)
    case 2 where !world.history.records[record].events.isEmpty:
      let event = random.number(0...world.history.records[record].events.count - 1)
      let name = random.one("level", "cause", "fee", "vip", "patience", "visit", "promised", "loss")
      world.history.records[record].events[event].changes = [(name, json)]
    default:
      guard !world.history.records[record].fields.isEmpty else { return }
      let field = random.number(0...world.history.records[record].fields.count - 1)
      world.history.records[record].fields[field].value = json
    }
  }
}

import PledgeEvaluation
import PledgeTestSupport
import PledgeTickets
import Testing

/// Laws 5 and 9: what order and parts do not change.
@Suite struct OrderLawTests {
  @Test func `law 5: the order of the tickets changes nothing`() {
    Law.holds(70, from: 20_000) { world in
      var random = SeededGenerator(seed: world.seed)
      let decider = try Decider(world)
      let whole = try decider.decide(world.history.records, asOf: world.asOf)
      let shuffled = try decider.decide(world.history.records.shuffled(using: &random), asOf: world.asOf)
      return difference(whole.periodLines, shuffled.periodLines)
        ?? difference(whole.frameLines, shuffled.frameLines)
        ?? difference(whole.sortedLines, shuffled.sortedLines)
    }
  }

  @Test func `law 5: the order of the declarations changes nothing`() {
    Law.holds(70, from: 30_000) { world in
      var random = SeededGenerator(seed: world.seed)
      var shuffled = world.draft
      shuffled.declarations.shuffle(using: &random)
      let whole = try Decider(world).decide(world.history.records, asOf: world.asOf)
      let other = try Decider(shuffled, world.history.tables).decide(world.history.records, asOf: world.asOf)
      return difference(whole.sortedLines, other.sortedLines).map { "\($0)\nin the order:\n\(shuffled.text)" }
    }
  }

  @Test func `law 5: the order of events of different instants in the file changes nothing`() {
    Law.holds(70, from: 40_000) { world in
      var random = SeededGenerator(seed: world.seed)
      let decider = try Decider(world)
      let shuffled = world.history.records.map { record in
        var record = record
        let instants = Set(record.events.map(\.at)).sorted().shuffled(using: &random)
        record.events = instants.flatMap { at in record.events.filter { $0.at == at } }
        return record
      }
      let whole = try decider.decide(world.history.records, asOf: world.asOf)
      return try difference(whole.sortedLines, decider.decide(shuffled, asOf: world.asOf).sortedLines)
    }
  }

  @Test func `law 9: the parts of a history, merged in any order, are the whole`() {
    Law.holds(90, from: 50_000) { world in
      var random = SeededGenerator(seed: world.seed)
      let decider = try Decider(world)
      let tickets = try decider.tickets(world.history.records)
      let whole = try decider.decide(parts: [tickets], asOf: world.asOf)
      let cut = random.number(0...tickets.count)
      let splits = [[Array(tickets[..<cut]), Array(tickets[cut...])], tickets.map { [$0] }]
      for parts in splits {
        let merged = try decider.decide(parts: parts, asOf: world.asOf)
        if merged.bytes != whole.bytes {
          return difference(whole.sortedLines, merged.sortedLines) ?? "other bytes"
        }
        if let other = difference(whole.periodLines, merged.periodLines) { return other }
        if let other = difference(whole.frameLines, merged.frameLines) { return other }
        let backwards = try decider.decide(parts: parts.reversed(), asOf: world.asOf)
        if let other = difference(whole.sortedLines, backwards.sortedLines) { return other }
      }
      return nil
    }
  }

  // MARK: Files and threads

  @Test func `laws 5 and 9: any number of files and jobs gives the same bytes`() {
    Law.holds(20, from: 60_000) { world in
      var random = SeededGenerator(seed: world.seed)
      let decider = try Decider(world)
      let lines = world.history.lines
      let whole = try decider.run([lines], asOf: world.asOf).bytes
      let cut = random.number(0...lines.count)
      let parts = [Array(lines[..<cut]), Array(lines[cut...])]
      for (jobs, chunk) in [(1, 600), (2, 600), (2, 1 << 20)] {
        let other = try decider.run(parts, asOf: world.asOf, jobs: jobs, chunk: chunk).bytes
        if other != whole {
          return "jobs \(jobs), chunk \(chunk)\n" + (difference(split(whole), split(other)) ?? "")
        }
      }
      let alone = try decider.decide(world.history.records, asOf: world.asOf)
      return difference(split(alone.bytes), split(Array(whole.prefix(alone.bytes.count))))
    }
  }

  private func split(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

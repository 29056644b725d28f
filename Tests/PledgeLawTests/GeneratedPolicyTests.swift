import Testing

/// What the other tests of this folder rest on: policies that are sound and say everything.
@Suite struct GeneratedPolicyTests {
  @Test func `every generated policy checks without an error, and its history is read`() {
    Law.holds(120) { world in
      let decider = try Decider(world)
      _ = try decider.tickets(world.history.records)
      return nil
    }
  }

  @Test func `every construct occurs again and again`() {
    var counts: [Construct: Int] = [:]
    for seed in 0..<450 {
      for (construct, count) in PolicyWriter.draft(seed: UInt64(seed)).constructs {
        counts[construct, default: 0] += count
      }
    }
    let rare = Construct.allCases.filter { (counts[$0] ?? 0) < 8 }
    #expect(rare.isEmpty, "\(rare.map { "\($0): \(counts[$0] ?? 0)" })")
  }
}

import PledgeChecker
import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax
import PledgeTime
import Testing

@testable import PledgeTesting
@testable import PledgeWitness

@Suite struct WitnessSearchTests {
  /// A policy with its text, so that tests can be pasted into it.
  private struct Pasting {
    var sources = SourceSet()
    var text: String
    var policy: Policy

    init(_ declarations: String, header: String = "timezone UTC; currency EUR", zone: Zone = .utc) throws {
      text = """
        pledge 1
        policy "Desk" { id desk; version "1"; effective from 2026-01-01; \(header) }
        \(declarations)

        """
      let file = sources.add(name: "desk.pledge", text: text)
      let result = Checker.check(file, environment: Self.environment(zone))
      policy = try #require(result.policy, "\(result.diagnostics)")
    }

    static func environment(_ zone: Zone = .utc) -> CheckerEnvironment {
      CheckerEnvironment(
        zone: { _ in .zone(zone) }, holidays: { _, _ in .unreadable(reason: "none") })
    }

    /// What a test block comes to behind the policy; nil where it is refused.
    func paste(_ block: String) -> [TestResult]? {
      let file = SourceFile(name: "pasted.pledge", text: text + block)
      let result = Checker.check(file, environment: Self.environment())
      return result.policy.map { TestRunner.run($0) }
    }
  }

  /// Looks for everything, and pastes what is found; the names of the items for which nothing was found.
  private func unfound(_ declarations: String, tries: Int = 3000) throws -> [String] {
    let pasting = try Pasting(declarations)
    let items = CoverageSketch(pasting.policy, sources: pasting.sources).items
    var search = WitnessSearch(pasting.policy, sources: pasting.sources)
    let found = search.witnesses(for: Set(items.map(\.goal)), tries: tries)
    for item in items {
      guard let witness = found[item.goal] else { continue }
      let block = try #require(
        WitnessText(witness, policy: search.policy).block(title: item.name, dialect: .english), "\(item.name)"
      )
      let results = try #require(pasting.paste(block), "\(item.name)\n\(block)")
      #expect(results.allSatisfy { $0.isPassed }, "\(item.name)\n\(block)\n\(results)")
    }
    return items.filter { found[$0.goal] == nil }.map(\.name)
  }

  @Test("Both outcomes and the three sides of a limit are found, and the tests pass when pasted")
  func limit() throws {
    #expect(
      try unfound(
        """
        ticket { event opened, closed }
        target solve { clock from opened until closed; within 60 min }
        """) == [])
  }

  @Test("A limit on a calendar is reached exactly, although it lies behind a night")
  func calendar() throws {
    #expect(
      try unfound(
        """
        ticket { event opened, held, resumed, closed }
        calendar office { mon..fri 09:00-17:00 }
        span hold = from held until resumed
        target solve { clock from opened until closed; on office; pause hold; within 12 h }
        """) == [])
  }

  @Test("Every row, and the limit that it gives on all sides")
  func rows() throws {
    #expect(
      try unfound(
        """
        register lines by line { level one of a, b; kind one of leased, vpn; fee money }
        ticket { line key of lines; event opened, closed }
        table limits {
          line.level | line.kind -> most
          a          | any       -> 60 min
          b          | vpn       -> 120 min
          b          | leased    -> 90 min
        }
        target solve { clock from opened until closed; within limits.most }
        refund late { when solve is breached; pay 5% of line.fee per started 1 h over; cap 30% of line.fee }
        """) == [])
  }

  @Test("Bounds of a column of figures, a comparison and its branches")
  func figures() throws {
    #expect(
      try unfound(
        """
        ticket { speed integer; share percent; event opened, closed }
        table limits { speed -> most
          under 80 -> 10 min
          80 to under 100 -> 20 min
          at least 100 -> 60 min }
        target solve { for share < 99.5%; clock from opened until closed; within limits.most }
        refund late { when solve is breached; pay if speed > 90 then 5 EUR else 3 EUR }
        """) == [])
  }

  @Test("Bands by the delay are reached by events that come so much later")
  func bands() throws {
    #expect(
      try unfound(
        """
        ticket { event opened, closed }
        target solve { clock from opened until closed; within 2 h }
        table rates { solve.over -> pay
          under 1 h -> 5 EUR
          1 h to under 4 h -> 10 EUR
          at least 4 h -> 20 EUR }
        refund late { when solve is breached; pay rates.pay }
        """) == [])
  }

  @Test("Exclusions, claims and steps")
  func reliefs() throws {
    let left = try unfound(
      """
      ticket { cause one of ours, theirs; event opened, called, closed, claimed }
      role lead "Lead"
      action notify
      exclusion relief { when cause is theirs }
      target solve { clock from opened until closed; exclude relief; within 60 min }
      refund late { when solve is breached; pay 5 EUR; claim claimed until last closed + 24 h }
      escalation major { clock from opened until closed; at 15 min notify lead done when called }
      """)
    // That a claim lapses shows only later, in a ticket that is nothing new before: it is not found yet.
    #expect(left == ["`late` claimed too late or not at all"], "\(left)")
  }

  @Test(
    "A share of a month's time is lost exactly, and more tickets are counted where the count is held against")
  func periods() throws {
    #expect(
      try unfound(
        """
        ticket { line text; event lost, back }
        span outage = from lost until back
        target available per line each month { measure availability of outage; at least 99.9% }
        target faults per line each month { measure count of outage; at most 2 }
        """) == [])
  }

  @Test("What cannot be is not found, and the search ends")
  func impossible() throws {
    let left = try unfound(
      """
      ticket { urgent truth; event opened, closed }
      target solve { for urgent; clock from opened until closed; within if urgent then 5 min else 60 min }
      """, tries: 800)
    #expect(
      // Where it is not known what is urgent, both limits are looked at; the branch itself is never taken.
      left == ["`60 min` otherwise"], "\(left)")
  }

  @Test("The same search finds the same, and a witness has no event that it does not need")
  func small() throws {
    let pasting = try Pasting(
      """
      ticket { note text optional; event opened, seen, closed }
      target solve { clock from opened until closed; within 60 min }
      """)
    let texts = (0..<2).map { _ in
      var search = WitnessSearch(pasting.policy, sources: pasting.sources)
      let witness = search.first { $0.decided.tickets[0].targets[0].verdict == .breached }
      return witness.flatMap {
        WitnessText($0, policy: search.policy).block(title: "late", dialect: .english)
      }
    }
    #expect(texts[0] == texts[1])
    let text = try #require(texts[0])
    #expect(!text.contains("seen") && !text.contains("note"))
    #expect(text.contains("# " + WitnessText.remark(in: .english)))
  }

  @Test("A test is written in the words of the policy's dialect")
  func dialect() throws {
    let pasting = try Pasting(
      """
      ticket { event opened, closed }
      target solve { clock from opened until closed; within 60 min }
      """)
    var search = WitnessSearch(pasting.policy, sources: pasting.sources)
    let witness = try #require(search.first { $0.decided.tickets[0].targets[0].verdict == .met })
    let text = try #require(WitnessText(witness, policy: search.policy).block(title: "达标", dialect: .chinese))
    #expect(text.hasPrefix("测试 \"达标\" {"))
    #expect(text.contains("期望 solve 达标"))
    #expect(text.contains("# " + WitnessText.remark(in: .chinese)))
  }
}

import PledgeChecker
import PledgeDiagnostics
import PledgePolicy
import PledgeTime
import Testing

@testable import PledgeTesting

@Suite struct CoverageTests {
  /// What the tests of a policy cover, and the names of what they do not.
  private struct Covered {
    var coverage: TestCoverage

    var missing: [String] { coverage.uncovered.map(\.name) }

    func count(_ kind: CoverageItem.Kind) -> String { coverage.count(kind).text }

    /// The names of a kind that are covered.
    func names(_ kind: CoverageItem.Kind) -> [String] {
      coverage.sketch.items.filter { $0.kind == kind && coverage.covered.contains($0.goal) }.map(\.name)
    }
  }

  private func coverage(_ declarations: String, _ tests: String = "") throws -> Covered {
    var sources = SourceSet()
    let file = sources.add(
      name: "desk.pledge",
      text: """
        pledge 1
        policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }
        \(declarations)
        \(tests)
        """)
    let environment = CheckerEnvironment(
      zone: { _ in .zone(.utc) }, holidays: { _, _ in .unreadable(reason: "none") })
    let result = Checker.check(file, environment: environment)
    let policy = try #require(result.policy, "\(result.diagnostics)")
    return Covered(
      coverage: TestCoverage(policy, results: TestRunner.run(policy), sources: sources))
  }

  private let desk = """
    ticket { event opened, closed }
    target solve { clock from opened until closed; within 60 min }
    """

  private func story(_ closed: String, _ expectation: String) -> String {
    """
    test "closed at \(closed)" {
      2026-03-02 10:00  opened
      2026-03-02 \(closed)  closed
      expect solve \(expectation)
    }

    """
  }

  // MARK: Outcomes

  @Test("Without tests nothing is covered, and each item has a name and a place")
  func nothing() throws {
    let covered = try coverage(desk)
    #expect(
      covered.missing == [
        "`solve` met", "`solve` breached", "`solve` at `60 min`: 1 min below",
        "`solve` at `60 min`: exactly at it", "`solve` at `60 min`: 1 min above",
      ])
    #expect(covered.coverage.total.text == "0/5")
  }

  @Test("An outcome is covered by a passing test that expects something of it, and by no other")
  func outcomes() throws {
    #expect(try coverage(desk, story("10:30", "met")).names(.targets) == ["`solve` met"])
    #expect(try coverage(desk, story("10:30", "breached")).names(.targets) == [])
    let other = """
      target quick { clock from opened until closed; within 5 min }
      """
    #expect(try coverage(desk + "\n" + other, story("10:30", "met")).names(.targets) == ["`solve` met"])
  }

  // MARK: Boundaries

  @Test(
    "A limit is covered at one unit below, at it and one unit above, and no farther away",
    arguments: [
      ("10:58:59", ""), ("10:59", "1 min below"), ("10:59:59", "1 min below"), ("11:00", "exactly at it"),
      ("11:00:01", "1 min above"), ("11:01", "1 min above"), ("11:01:01", ""),
    ])
  func sides(closed: String, side: String) throws {
    let verdict = closed <= "11:00" ? "met" : "breached"
    let names = try coverage(desk, story(closed, verdict)).names(.boundaries)
    #expect(names == (side.isEmpty ? [] : ["`solve` at `60 min`: \(side)"]))
  }

  @Test("A limit that seconds are written in has a second as its unit")
  func seconds() throws {
    let policy = desk.replacing("60 min", with: "90 s")
    #expect(try coverage(policy, story("10:01:31", "breached")).names(.boundaries).count == 1)
    #expect(try coverage(policy, story("10:01:32", "breached")).names(.boundaries).count == 0)
  }

  @Test(
    "A comparison is covered on the sides on which its values stood, by the unit of its type",
    arguments: [
      ("99.98 EUR", []), ("99.99 EUR", ["0.01 EUR below"]), ("100.00 EUR", ["exactly at it"]),
      ("100.01 EUR", ["0.01 EUR above"]), ("100.02 EUR", []),
    ])
  func comparison(fee: String, sides: [String]) throws {
    let isDear = fee.hasPrefix("100")
    let text = """
      ticket { fee money; event opened, closed }
      let dear = fee >= 100.00 EUR
      target solve { for dear; clock from opened until closed; within 60 min }
      test "a fee" {
        given { fee \(fee) }
        2026-03-02 10:00  opened
        expect dear \(isDear ? "yes" : "no")
      }
      """
    let names = try coverage(text).names(.boundaries).filter { $0.hasPrefix("`fee") }
    #expect(names == sides.map { "`fee >= 100.00 EUR`: \($0)" })
  }

  @Test("Nothing is asked for under zero and over the whole")
  func ends() throws {
    let covered = try coverage(
      """
      ticket { share percent; event opened, closed }
      let full = share >= 100%
      let some = share > 0%
      target solve { for full and some; clock from opened until closed; within 60 min }
      """)
    let names = covered.missing.filter { $0.hasPrefix("`share") }
    #expect(
      names == [
        "`share >= 100%`: 0.01% below", "`share >= 100%`: exactly at it", "`share > 0%`: exactly at it",
        "`share > 0%`: 0.01% above",
      ])
  }

  // MARK: Tables and branches

  @Test("Each row of a table is an item, and each limit that a row gives is a threshold of its own")
  func rows() throws {
    let policy = """
      ticket { level one of a, b, c; event opened, closed }
      table limits { level -> most
        a -> 10 min
        b, c -> 60 min }
      target solve { clock from opened until closed; within limits.most }
      """
    let test = """
      test "b" {
        given { level b }
        2026-03-02 10:00  opened
        2026-03-02 11:00  closed
        expect solve met
      }
      """
    let covered = try coverage(policy, test)
    #expect(covered.names(.rows) == ["row 2 of `limits`: `b, c -> 60 min`"])
    #expect(covered.count(.rows) == "1/2")
    #expect(covered.names(.boundaries) == ["`solve` at `60 min`: exactly at it"])
    #expect(covered.count(.boundaries) == "1/6")
  }

  @Test("The bounds of a table's cells are thresholds of their column")
  func cells() throws {
    let policy = """
      ticket { speed integer; event opened, closed }
      table limits { speed -> most
        under 80 -> 10 min
        at least 80 -> 60 min }
      target solve { clock from opened until closed; within limits.most }
      test "79" { given { speed 79 }; 2026-03-02 10:00 opened; 2026-03-02 10:05 closed; expect solve met }
      """
    let names = try coverage(policy).names(.boundaries)
    #expect(names == ["`speed` at `80` in `limits`: 1 below"])
  }

  @Test("A branch is covered when its value was needed and its condition is known to be the first")
  func branches() throws {
    let policy = """
      ticket { urgent truth; event opened, closed }
      target solve { clock from opened until closed; within if urgent then 5 min else 60 min }
      test "urgent" { given { urgent yes }; 2026-03-02 10:00 opened; 2026-03-02 10:05 closed; expect solve met }
      """
    let covered = try coverage(policy)
    #expect(covered.names(.branches) == ["`5 min` when `urgent`"])
    #expect(covered.missing.contains("`60 min` otherwise"))
    #expect(covered.names(.boundaries) == ["`solve` at `5 min`: exactly at it"])
  }

  // MARK: Exclusions, refunds, rights, steps

  @Test(
    "Exclusions, pauses, refunds with caps and claims are items, covered when a test expects what they do")
  func refunds() throws {
    let policy = """
      ticket { cause one of ours, theirs; event opened, held, resumed, closed, claimed }
      span hold = from held until resumed
      exclusion relief { when cause is theirs }
      target solve { clock from opened until closed; pause hold; exclude relief; within 60 min }
      refund late {
        when   solve is breached
        pay    5 EUR per started 1 h over
        cap    10 EUR
        claim  claimed until last closed + 24 h
      }
      """
    let none = try coverage(policy)
    #expect(
      none.missing.prefix(7) == [
        "`solve` met", "`solve` breached", "exclusion `relief` helps", "pause `hold` of `solve`",
        "`late` owed", "cap of `late` reached", "`late` claimed too late or not at all",
      ])
    let test = """
      test "all of it" {
        given { cause ours }
        2026-03-02 10:00  opened
        2026-03-02 10:10  held
        2026-03-02 10:20  resumed
        2026-03-02 15:00  closed
        2026-03-02 16:00  claimed
        expect solve breached
        expect late owed 10 EUR
      }
      test "too late" {
        given { cause ours }
        2026-03-02 10:00  opened
        2026-03-02 15:00  closed
        as of 2026-03-10
        expect late lapsed
      }
      test "theirs" {
        given { cause theirs }
        2026-03-02 10:00  opened
        2026-03-02 15:00  closed
        expect solve excused
      }
      """
    let all = try coverage(policy, test)
    #expect(all.count(.refunds) == "3/3")
    #expect(all.count(.pauses) == "1/1")
    #expect(all.count(.exclusions) == "1/1")
  }

  @Test("A step with evidence is covered when it was done and when it was missed")
  func steps() throws {
    let policy = """
      ticket { event opened, called, closed }
      role lead "Lead"
      action notify
      target solve { clock from opened until closed; within 60 min }
      escalation major {
        clock  from opened until closed
        at 15 min notify lead done when called
      }
      """
    let missed = """
      test "nobody called" {
        2026-03-02 10:00  opened
        2026-03-02 11:00  closed
        expect major step 1 missed
      }
      """
    let covered = try coverage(policy, missed)
    #expect(covered.names(.steps) == ["step 1 of `major` missed"])
    #expect(covered.count(.steps) == "1/2")
  }

  // MARK: Periods

  @Test("A target of a period is covered by what is expected of it, and its limit by what was reached")
  func periods() throws {
    let policy = """
      ticket { line text; event lost, back }
      span outage = from lost until back
      target faults per line each month { measure count of outage; at most 1 }
      test "one" {
        given { line "L" }
        2026-03-02 10:00  lost
        2026-03-02 11:00  back
        as of 2026-04-01
        expect faults of "L" in 2026-03 met
      }
      """
    let covered = try coverage(policy)
    #expect(covered.names(.targets) == ["`faults` met"])
    #expect(covered.names(.boundaries).contains("`faults` at `1`: exactly at it"))
  }

  // MARK: What does not change

  @Test("Being watched changes no decision")
  func watching() throws {
    let policy = """
      ticket { level one of a, b; speed integer; event opened, closed }
      table limits { level | speed -> most
        a | under 80 -> 10 min
        any | any -> 60 min }
      target solve { clock from opened until closed; within limits.most }
      refund late { when solve is breached; pay if speed > 90 then 5 EUR else 3 EUR }
      """
    let tests = ["a", "b"].flatMap { level in
      [79, 80, 90, 91].map { speed in
        """
        test "\(level) \(speed)" {
          given { level \(level); speed \(speed) }
          2026-03-02 10:00  opened
          2026-03-02 10:30  closed
          expect solve met
        }
        """
      }
    }
    let covered = try coverage(policy, tests.joined(separator: "\n"))
    let sketch = covered.coverage.sketch
    for test in sketch.policy.tests {
      let watched = DecidedTest(test, sketch.plan)
      let plain = DecidedTest(test, .init(sketch.policy))
      #expect(
        watched.tickets.map { $0.targets.map(\.verdict) } == plain.tickets.map { $0.targets.map(\.verdict) })
      #expect(
        watched.tickets.map { $0.refunds.map(\.amount) } == plain.tickets.map { $0.refunds.map(\.amount) })
      #expect(plain.sightings.allSatisfy { $0.allSatisfy { $0.parts.isEmpty } })
      #expect(!watched.sightings.joined().isEmpty)
    }
  }
}

import PledgeChecker
import PledgeDiagnostics
import PledgePolicy
import PledgeTime
import Testing

@testable import PledgeEvaluation
@testable import PledgeSimulation

@Suite("Which version answers for what")
struct VersionTenureTests {
  private static func policy(_ version: String, _ effective: String, _ body: String) throws -> Policy {
    let environment = CheckerEnvironment(
      zone: { $0 == "UTC" ? .zone(.utc) : .unknown }, holidays: { _, _ in .unreadable(reason: "none") })
    let text = """
      pledge 1
      policy "Lines" { id lines; version "\(version)"; effective \(effective); timezone UTC; currency EUR }
      ticket { line text; level one of high, low; event opened, closed }
      span outage = from opened until closed
      target solve { clock outage; within 1 h }
      \(body)
      """
    let result = Checker.check(SourceFile(name: "lines.pledge", text: text), environment: environment)
    return try #require(result.policy, "\(result.diagnostics)")
  }

  private static func versions(_ bodies: String...) throws -> (policies: [Policy], periods: [ForcePeriod]) {
    let dates = ["2026-01-01", "2026-06-15", "2026-09-01", "2026-12-01"]
    let policies = try bodies.enumerated().map { index, body in
      let until = index + 1 < bodies.count ? " until \(dates[index + 1])" : ""
      return try policy("\(index + 1)", "from \(dates[index])\(until)", body)
    }
    return (policies, try policies.map { try #require($0.header.fixedPeriod) })
  }

  private static func day(_ text: String) throws -> Instant {
    try #require(ParameterSetting.instant(text, .utc))
  }

  private static func faults(_ scope: String) -> String {
    "target faults \(scope) { measure count of outage; at most 1 }"
  }

  @Test("A target goes on where its name, keys and periods are the same, whatever else differs")
  func goesOn() throws {
    let (policies, periods) = try Self.versions(
      Self.faults("per line each month"),
      "target other each month { measure count of outage; at most 9 }"
        + "\ntarget faults per line each month { measure total of outage; at most 1 h }")
    let tenures = VersionTenures(policies, periods)
    #expect(tenures.before == [[nil], [nil, 0]])
    let change = try Self.day("2026-06-15")
    let first = tenures.tenures[0][0]
    #expect(first.own == Interval(start: .earliest, end: change))
    #expect(first.whole == Interval(start: try Self.day("2026-01-01"), end: .latest))
    #expect(tenures.tenures[1][1].own == Interval(start: change, end: .latest))
    #expect(tenures.tenures[1][1].whole == first.whole)
    #expect(tenures.tenures[1][0].own == .always)
    #expect(tenures.tenures[1][0].whole == Interval(start: change, end: .latest))
  }

  @Test(
    "Other keys or periods begin anew",
    arguments: [
      "each month", "per level each month", "per line, level each month", "per line each quarter",
      "per line rolling 30 calendar days", "per line each month from opened",
    ])
  func beginsAnew(scope: String) throws {
    let (policies, periods) = try Self.versions(Self.faults("per line each month"), Self.faults(scope))
    #expect(VersionTenures(policies, periods).before == [[nil], [nil]])
  }

  @Test("A target that a version leaves out does not go on behind it")
  func leftOut() throws {
    let own = Self.faults("per line each month")
    let (policies, periods) = try Self.versions(own, "", own, own)
    #expect(VersionTenures(policies, periods).before == [[nil], [], [nil], [0]])
  }

  @Test("Of the periods of a rule those are a version's own that begin in its time")
  func own() throws {
    let months = PeriodSequence(.calendar(.month), zone: .utc)
    let all = try #require(
      months.numbers(in: Interval(start: Self.day("2026-03-05"), end: Self.day("2026-08-20"))))
    func own(_ from: String?, _ until: String?) throws -> [String]? {
      let tenure = PeriodTenure(
        own: Interval(
          start: try from.map { try Self.day($0) } ?? .earliest,
          end: try until.map { try Self.day($0) } ?? .latest),
        whole: .always)
      return tenure.own(all, of: months)?.compactMap { months.period($0)?.name }
    }
    #expect(try own(nil, "2026-06-15") == ["2026-03", "2026-04", "2026-05", "2026-06"])
    #expect(try own("2026-06-15", nil) == ["2026-07", "2026-08"])
    #expect(try own("2026-07-01", "2026-08-01") == ["2026-07"])
    #expect(try own("2026-07-02", "2026-08-01") == nil)
  }

  @Test("Times are held as far as the own periods reach, unless a length test looks at whole intervals")
  func reach() throws {
    func reach(_ measure: String, _ scope: String = "per line each month") throws -> Interval {
      let policy = try Self.policy(
        "1", "from 2026-01-01", "target long \(scope) { measure \(measure); at most 9 h }")
      let own = Interval(start: try Self.day("2026-06-15"), end: try Self.day("2026-09-01"))
      return Plan(policy).reach(of: 0, PeriodTenure(own: own, whole: .always))
    }
    func until(_ day: String) throws -> Interval {
      Interval(start: try Self.day("2026-06-15"), end: try Self.day(day))
    }
    // No month is longer than 31 days; one more is for clocks that change.
    #expect(try reach("total of outage") == until("2026-10-03"))
    #expect(try reach("total of outage", "rolling 7 calendar days") == until("2026-09-09"))
    #expect(try reach("total of outage", "per line each 2 weeks from opened") == until("2026-09-16"))
    #expect(try reach("total of outage longer than 1 min") == .always)
  }

  // MARK: Groups

  private static func refund(_ cap: String) -> String {
    "refund late { when solve is breached; pay 5.00 EUR; \(cap) }"
  }

  @Test("A cap of the same refunds, keys and periods is one, and is settled by the version of its beginning")
  func groups() throws {
    let month = Self.refund("cap 20.00 EUR per line each month")
    let (policies, periods) = try Self.versions(
      month, Self.refund("cap 9.00 EUR per line each month; cap 30.00 EUR per line each year"),
      Self.refund("cap 30.00 EUR per line each year"))
    let groups = VersionGroups(policies, periods)
    #expect(groups.count == 2)
    #expect(groups.shared.map(\.numbers) == [[0], [0, 1], [1]])
    let first = groups.shared[0]
    #expect(try first.settler(of: 0, from: Self.day("2025-12-01")) == 0)
    #expect(try first.settler(of: 0, from: Self.day("2026-06-14")) == 0)
    #expect(try first.settler(of: 0, from: Self.day("2026-06-15")) == 1)
    // The third version has no cap of a month: the one before says how much.
    #expect(try first.settler(of: 0, from: Self.day("2026-10-01")) == 1)
    // The first has none of a year: the next one does.
    #expect(try groups.shared[2].settler(of: 0, from: Self.day("2026-01-01")) == 1)
  }

  @Test("What is inside in one version comes first among all groups")
  func order() throws {
    let (policies, periods) = try Self.versions(
      Self.refund("cap 30.00 EUR per line each year"),
      Self.refund("cap 9.00 EUR per line each month; cap 30.00 EUR per line each year"))
    let groups = VersionGroups(policies, periods)
    #expect(groups.count == 2)
    #expect(groups.shared.map(\.numbers) == [[1], [0, 1]])
  }
}

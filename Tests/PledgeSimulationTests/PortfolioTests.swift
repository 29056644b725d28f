import PledgeChecker
import PledgeDiagnostics
import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTestSupport
import PledgeTickets
import PledgeTime
import Testing

@Suite struct PortfolioTests {
  static let policyText = """
    pledge 1
    policy "Sites" { id sites; version "1"; effective from 2026-01-01; timezone UTC }
    ticket {
      site   text
      cause  one of ours, theirs optional
      event  down, up
    }
    span outage = from down until up
    exclusion relief for all targets { when cause is theirs }
    target availability per site each month { measure availability of outage; at least 99.5% }
    target lost per site each month { measure total of outage; at most 200 min }
    target faults per site each month { measure count of outage; at most 3 }
    target repeats per site rolling 7 calendar days { measure count of outage; at most 1 }
    target all_lost each month { measure total of outage; at most 1000 min }
    """

  private func policy() throws -> Policy {
    let environment = CheckerEnvironment(
      zone: { $0 == "UTC" ? .zone(.utc) : .unknown }, holidays: { _, _ in .unreadable(reason: "none") })
    let file = SourceFile(name: "sites.pledge", text: Self.policyText)
    let result = Checker.check(file, environment: environment)
    return try #require(result.policy, "\(result.diagnostics)")
  }

  /// One outage of some minutes from a minute of 2026 on.
  struct Fault: Sendable {
    var site: Int
    var cause: Int?
    var start: Int
    var length: Int
  }

  private static let newYear = Int64(1_767_225_600)

  private func at(_ minute: Int) -> Instant {
    Instant(microseconds: (Self.newYear + Int64(minute) * 60) * 1_000_000)
  }

  private func faults(_ random: inout SeededGenerator, count: Int) -> [Fault] {
    (0..<count).map { _ in
      let cause = random.number(0...3)
      return Fault(
        site: random.number(0...2), cause: cause == 3 ? nil : (cause == 2 ? 1 : 0),
        start: random.number(0...57) * 1440 + random.number(0...1439), length: 1 + random.number(0...199))
    }
  }

  private func ticket(_ fault: Fault, _ policy: Policy) -> Ticket {
    var ticket = Ticket(fields: 2)
    var site = "s\(fault.site)"
    let id = site.withUTF8 { ticket.text($0, pool: policy.texts) }
    ticket.values = [.text(id), fault.cause.map { .choice(Int32($0)) } ?? .missing]
    ticket.events = [
      LoggedEvent(at: at(fault.start), code: 0),
      LoggedEvent(at: at(fault.start + fault.length), code: 1),
    ]
    ticket.finish()
    return ticket
  }

  /// The end of February: both months have ended.
  private var asOf: Instant { at(59 * 1440) }

  private func lines(_ outcome: PortfolioOutcome, _ policy: Policy) -> [String] {
    outcome.periods.map { decision in
      let period = decision.outcome
      let key = decision.key.joined(separator: "/")
      return "\(policy.periodTargets[period.target].name) \(key) \(period.period.name) \(period.windows) "
        + "\(period.verdict.word) \(period.reached?.text ?? "?") \(period.counted.text) "
        + "\(period.exclusion ?? -1) \(period.short.text) \(period.over.text) \(decision.causes)"
    }
  }

  private func fold(_ parts: [[Fault]], _ policy: Policy) throws -> [String] {
    let plan = Plan(policy)
    var evaluator = Evaluator(plan: plan, registers: [])
    var portfolio = try #require(Portfolio(plan))
    for part in parts {
      var own = Evaluator(plan: plan, registers: [])
      var theirs = try #require(Portfolio(plan))
      for fault in part {
        var log = ticket(fault, policy)
        own.decide(&log, asOf: asOf)
        theirs.take(&log, &own)
      }
      portfolio.merge(theirs, unknowns: own.unknowns, into: &evaluator)
    }
    return lines(portfolio.finish(&evaluator, asOf: asOf), policy)
  }

  @Test(arguments: 0..<20) func everySplitAndOrderComesToTheSame(seed: Int) throws {
    let policy = try policy()
    var random = SeededGenerator(seed: UInt64(seed))
    let history = faults(&random, count: 30)
    let whole = try fold([history], policy)
    var shuffled = history
    for index in shuffled.indices.reversed() { shuffled.swapAt(index, random.number(0...index)) }
    #expect(try fold([shuffled], policy) == whole, "seed \(seed)")
    let cut = random.number(0...30)
    #expect(try fold([Array(shuffled[..<cut]), Array(shuffled[cut...])], policy) == whole, "seed \(seed)")
    #expect(try fold(shuffled.map { [$0] }, policy) == whole, "seed \(seed)")
  }

  // MARK: Reference

  /// The minutes of a site in which it was down by some of the faults.
  private func minutes(_ faults: [Fault], _ month: Range<Int>) -> Int {
    var down: Set<Int> = []
    for fault in faults {
      for minute in fault.start..<fault.start + fault.length where month.contains(minute) {
        down.insert(minute)
      }
    }
    return down.count
  }

  /// What a measure of minutes comes to: met without exclusions, else excused by known ones, else breached in
  /// spite of all, else undecided.
  private func verdict(_ faults: [Fault], isMet: ([Fault]) -> Bool) -> Verdict {
    if isMet(faults) { return .met }
    if !isMet(faults.filter { $0.cause == 0 }) { return .breached }
    return isMet(faults.filter { $0.cause != 1 }) ? .excused : .undecided
  }

  private static let months = [("2026-01", 0..<31 * 1440), ("2026-02", 31 * 1440..<59 * 1440)]

  @Test(arguments: 0..<40) func theFoldAgreesWithSetsOfMinutes(seed: Int) throws {
    let policy = try policy()
    var random = SeededGenerator(seed: UInt64(1000 + seed))
    let history = faults(&random, count: 4 + random.number(0...15))
    let plan = Plan(policy)
    var evaluator = Evaluator(plan: plan, registers: [])
    var portfolio = try #require(Portfolio(plan))
    for fault in history {
      var log = ticket(fault, policy)
      evaluator.decide(&log, asOf: asOf)
      portfolio.take(&log, &evaluator)
    }
    let outcome = portfolio.finish(&evaluator, asOf: asOf)
    let first = history.map(\.start).min() ?? 0
    for site in Set(history.map(\.site)) {
      let own = history.filter { $0.site == site }
      for (name, month) in Self.months where first < month.upperBound {
        let found = { (target: Int) in
          outcome.periods.first {
            $0.outcome.target == target && $0.key == ["s\(site)"] && $0.outcome.period.name == name
          }?.outcome
        }
        let available = verdict(own) { (month.count - minutes($0, month)) * 1000 >= 995 * month.count }
        #expect(found(0)?.verdict == available, "seed \(seed), s\(site), \(name)")
        let lost = verdict(own) { minutes($0, month) <= 200 }
        #expect(found(1)?.verdict == lost, "seed \(seed), s\(site), \(name)")
        // What an exclusion only may take out is counted.
        let counted = minutes(own.filter { $0.cause != 1 }, month)
        #expect(found(1)?.counted == Duration(microseconds: Int64(counted) * 60_000_000))
        let faults = verdict(own) { $0.count { month.contains($0.start) } <= 3 }
        #expect(found(2)?.verdict == faults, "seed \(seed), s\(site), \(name)")
      }
      for day in first / 1440..<59 {
        let window = max(0, day - 6) * 1440..<(day + 1) * 1440
        let expected = verdict(own) { $0.count { window.contains($0.start) } <= 1 }
        let actual = outcome.periods.first { decision in
          let period = decision.outcome
          let last = Int(period.period.interval.end.microseconds / 60_000_000 - Self.newYear / 60) / 1440 - 1
          return period.target == 3 && decision.key == ["s\(site)"] && last >= day
            && last - period.windows < day
        }
        #expect(actual?.outcome.verdict == expected, "seed \(seed), s\(site), day \(day)")
      }
    }
  }
}

extension PortfolioTests {
  /// What explanations show is disjoint, in order, all that tickets gave, and comes to the figure.
  @Test(arguments: 0..<20) func whatIsExplainedAddsUpToTheFigure(seed: Int) throws {
    let policy = try policy()
    var random = SeededGenerator(seed: UInt64(2000 + seed))
    let history = faults(&random, count: 12)
    var evaluator = Evaluator(plan: Plan(policy), registers: [])
    var portfolio = try #require(Portfolio(evaluator.plan, isExplained: true))
    for (number, fault) in history.enumerated() {
      var log = ticket(fault, policy)
      log.id = Array("T\(number)".utf8)
      evaluator.decide(&log, asOf: asOf)
      portfolio.take(&log, &evaluator)
    }
    for decision in portfolio.finish(&evaluator, asOf: asOf).periods {
      let outcome = decision.outcome
      let reasons = try #require(decision.explanation)
      for (left, right) in zip(reasons.segments, reasons.segments.dropFirst()) {
        #expect(left.interval.end <= right.interval.start, "seed \(seed)")
      }
      let counted = reasons.segments.filter { $0.treatment == .counted }
        .reduce(Int64(0)) { $0 + $1.interval.length.microseconds }
      guard let reached = outcome.reached else { continue }
      switch policy.periodTargets[outcome.target].name {
      case "available":
        let lost = try #require(
          Rational(counted).divided(by: Rational(outcome.period.interval.length.microseconds)))
        #expect(
          Rational.one.subtracting(lost) == reached && reasons.part == Rational(counted), "seed \(seed)")
      case "lost":
        #expect(Rational(counted) == reached, "seed \(seed)")
        let own = history.filter { decision.key == ["s\($0.site)"] }
        let (_, month) = try #require(Self.months.first { $0.0 == outcome.period.name })
        let all = reasons.segments.reduce(Int64(0)) { $0 + $1.interval.length.microseconds }
        #expect(all == Int64(minutes(own, month)) * 60_000_000, "seed \(seed)")
      case "faults", "repeats":
        let counting = reasons.contributions.count { item in
          if case .excluded = item.standing { reasons.countsExcluded } else { true }
        }
        #expect(Rational(counting) == reached, "seed \(seed) \(outcome.period.name)")
      default: break
      }
    }
  }
}

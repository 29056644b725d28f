import PledgeEvaluation
import PledgeTestSupport
import PledgeTickets
import Testing

@testable import PledgeSimulation

/// Spans that several tickets make, held against counting minute by minute over small random histories.
@Suite struct KeySpanTests {
  private static let policyText = """
    pledge 1
    policy "Faults" { id faults; version "1"; effective from 2026-01-01; timezone UTC }
    ticket { city, site text; event down, up }
    span outage = from down until up
    span of_site per site = outage
    span crowd per city = at least 2 site of outage
    span storm per city = from 3rd down within 5 min until last up
    span quiet per city = outage minus crowd
    let a = total(of_site)
    let b = total(crowd)
    let c = total(storm)
    let d = total(quiet)
    let e = count(at least 3 city of outage)
    target none { clock outage; within 1 min }
    """

  /// A ticket in minutes behind 10:00; a minute long at least.
  private struct Fault {
    var city: Int
    var site: Int
    var start: Int
    var end: Int

    func covers(_ minute: Int) -> Bool { start <= minute && minute < end }

    func line(_ number: Int) -> String {
      #"{"id":"T\#(number)","city":"c\#(city)","site":"s\#(city)\#(site)","#
        + #""events":[{"at":"\#(Fault.instant(start))","type":"down"},"#
        + #"{"at":"\#(Fault.instant(end))","type":"up"}]}"#
    }

    private static func instant(_ minutes: Int) -> String {
      "2026-03-02T1\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60):00Z"
    }
  }

  /// Writes the values of the policy's `let`s, durations in minutes.
  private struct Totals: DecisionEncoder {
    var head: [UInt8] { [] }

    func append(
      _ ticket: borrowing Ticket, _ evaluator: borrowing Evaluator, recorded: RecordedVerdict?,
      to bytes: inout [UInt8]
    ) {
      let totals = evaluator.probes.map { value in
        switch value {
        case .duration(let duration): "\(duration.microseconds / 60_000_000)"
        case .number(let number): number.text
        case .unknown, .later, .truth, .calendarLength, .workingDays, .instant, .date, .timeOfDay, .text,
          .choice:
          "?"
        }
      }
      bytes += ticket.id + Array(" \(totals.joined(separator: " "))\n".utf8)
    }
  }

  private func random(_ generator: inout SeededGenerator) -> [Fault] {
    (0..<generator.number(1...14)).map { _ in
      let start = generator.number(0...30)
      return Fault(
        city: generator.number(0...2), site: generator.number(0...2), start: start,
        end: start + generator.number(1...10))
    }
  }

  private static let minutes = 0...60

  /// The minutes of a storm: it begins when a third fault stands within five minutes, and ends when none of
  /// the city's faults is left.
  private func stormMinutes(_ faults: [Fault]) -> Int {
    var isOpen = false
    var count = 0
    for minute in Self.minutes {
      let ends = faults.contains { $0.covers(minute - 1) } && !faults.contains { $0.covers(minute) }
      if ends { isOpen = false }
      let starts = faults.filter { (minute - 5...minute).contains($0.start) }
      if starts.count >= 3, starts.contains(where: { $0.start == minute }) { isOpen = true }
      if isOpen { count += 1 }
    }
    return count
  }

  /// What must come out, by looking at each minute.
  private func expected(_ faults: [Fault]) -> [String] {
    func count(_ holds: (Int) -> Bool) -> Int { Self.minutes.filter(holds).count }
    func cities(_ minute: Int) -> Int { Set(faults.filter { $0.covers(minute) }.map(\.city)).count }
    let many = Self.minutes.filter { cities($0) >= 3 && cities($0 - 1) < 3 }.count
    return faults.enumerated().map { number, this in
      let city = faults.filter { $0.city == this.city }
      let site = city.filter { $0.site == this.site }
      func sites(_ minute: Int) -> Int { Set(city.filter { $0.covers(minute) }.map(\.site)).count }
      let united = count { minute in site.contains { $0.covers(minute) } }
      let crowd = count { sites($0) >= 2 }
      let quiet = count { sites($0) == 1 }
      return "T\(number) \(united) \(crowd) \(stormMinutes(city)) \(quiet) \(many)"
    }
  }

  private let history = ProbedHistory(policyText: Self.policyText, encoder: Totals())

  @Test(arguments: 1...3)
  func `spans of keys agree with looking at every minute`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    for number in 0..<40 {
      let faults = random(&generator)
      let found = try history.lines(of: faults.enumerated().map { $0.element.line($0.offset) })
      #expect(found == expected(faults), "seed \(seed), case \(number): \(faults)")
    }
  }

  @Test(arguments: 1...3)
  func `order, parts and jobs of a history change no span of a key`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(100 + seed))
    let faults = (0..<8).flatMap { _ in random(&generator) }
    let records = faults.enumerated().map { $0.element.line($0.offset) }
    try history.expectOneOutcome(of: records, firstFile: 15, &generator)
  }
}

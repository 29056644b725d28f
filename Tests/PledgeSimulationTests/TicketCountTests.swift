import PledgeEvaluation
import PledgeTestSupport
import PledgeTickets
import Testing

@testable import PledgeSimulation

/// Counts of other tickets, held against counting by hand over small random histories.
@Suite struct TicketCountTests {
  private static let policyText = """
    pledge 1
    policy "Faults" { id faults; version "1"; effective from 2026-01-01; timezone UTC }
    ticket { city text; level one of high, low optional; event opened once; event closed }
    span outage = from opened until closed
    let together = count(tickets where city is this.city and level is high and outage overlaps this.outage)
    let earlier  = count(tickets where city is not this.city and opened < this.opened)
    target crowded { for together >= 3; clock outage; within 1 min }
    """

  /// A ticket in minutes behind 10:00; `level` nil is missing, `end` nil still open.
  private struct Fault {
    var city: Int
    var level: String?
    var start: Int
    var end: Int?

    func line(_ number: Int) -> String {
      let level = level.map { #","level":"\#($0)""# } ?? ""
      let closed = end.map { #",{"at":"\#(Fault.instant($0))","type":"closed"}"# } ?? ""
      return #"{"id":"T\#(number)","city":"c\#(city)"\#(level),"#
        + #""events":[{"at":"\#(Fault.instant(start))","type":"opened"}\#(closed)]}"#
    }

    private static func instant(_ minutes: Int) -> String {
      "2026-03-02T1\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60):00Z"
    }

    /// Whether the two share a minute; an open one lasts to the as-of instant.
    func overlaps(_ other: Fault) -> Bool {
      max(start, other.start) < min(end ?? 600, other.end ?? 600)
    }
  }

  /// Writes the values of both counts; a count that may be more than one is `?`.
  private struct Counts: DecisionEncoder {
    var head: [UInt8] { [] }

    func append(
      _ ticket: borrowing Ticket, _ evaluator: borrowing Evaluator, recorded: RecordedVerdict?,
      to bytes: inout [UInt8]
    ) {
      let counts = evaluator.probes.map { value in
        if case .number(let number) = value { number.text } else { "?" }
      }
      let verdict = evaluator.targets[0].verdict
      bytes += ticket.id + Array(" \(counts.joined(separator: " ")) \(verdict.word)\n".utf8)
    }
  }

  private func random(_ generator: inout SeededGenerator) -> [Fault] {
    (0..<generator.number(1...14)).map { _ in
      let start = generator.number(0...20)
      return Fault(
        city: generator.number(0...2),
        level: generator.once(in: 6) ? nil : generator.once(in: 3) ? "low" : "high",
        start: start, end: generator.once(in: 5) ? nil : start + generator.number(0...10))
    }
  }

  /// What must come out, by looking at each pair of tickets.
  private func expected(_ faults: [Fault]) -> [String] {
    faults.enumerated().map { number, this in
      let near = faults.filter { $0.city == this.city && $0.overlaps(this) }
      let surely = near.filter { $0.level == "high" }.count
      let possibly = surely + near.filter { $0.level == nil }.count
      let earlier = faults.filter { $0.city != this.city && $0.start < this.start }.count
      let isBreached = (this.end ?? 600) - this.start > 1
      let verdict =
        possibly < 3 ? "not applicable" : surely < 3 ? "undecided" : isBreached ? "breached" : "met"
      return "T\(number) \(surely == possibly ? "\(surely)" : "?") \(earlier) \(verdict)"
    }
  }

  private let history = ProbedHistory(policyText: Self.policyText, encoder: Counts())

  @Test(arguments: 1...3)
  func `counts agree with looking at every pair`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    for number in 0..<40 {
      let faults = random(&generator)
      let found = try history.lines(of: faults.enumerated().map { $0.element.line($0.offset) })
      #expect(found == expected(faults), "seed \(seed), case \(number): \(faults)")
    }
  }

  @Test(arguments: 1...3)
  func `order, parts and jobs of a history change no count`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(100 + seed))
    let faults = (0..<12).flatMap { _ in random(&generator) }
    let records = faults.enumerated().map { $0.element.line($0.offset) }
    try history.expectOneOutcome(of: records, firstFile: 20, &generator)
  }

  @Test func `a history that can be read only once is refused`() throws {
    #expect(throws: SimulationFault.readsTwice) {
      try history.lines(["-"], jobs: 1)
    }
  }
}

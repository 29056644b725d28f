import PledgeChecker
import PledgeNumbers
import PledgePolicy
import PledgeTime

// Verdicts and figures of ticket targets: solved for the instants at which their clocks start and end.

extension WitnessTicket {
  /// So long after its start a clock ends in which any limit is exceeded, in days.
  private static let longDays: Int64 = 300

  /// A target has one of some verdicts, or none of them.
  mutating func solve(_ verdicts: [Verdict], of target: Int, _ truth: Bool) -> Bool {
    let wanted: [Verdict] = [.met, .breached, .pending]
    guard let verdict = wanted.first(where: { verdicts.contains($0) == truth }) else { return false }
    if let condition = policy.targets[target].condition {
      guard solve(condition, .known(.truth(true))) else { return false }
    }
    if verdict != .pending, hasRun(target) { return true }
    switch verdict {
    case .met: return run(target, for: Duration(microseconds: 1_000_000))
    case .breached:
      return run(target, for: Duration(microseconds: Self.longDays * WallTime.microsecondsPerDay))
    case .pending: return run(target, for: nil)
    case .excused, .notApplicable, .undecided: return false
    }
  }

  /// What a clock has counted, or by how much it is over a written limit.
  mutating func solve(_ figure: TargetFigure, of target: Int, _ value: ProofWitness.Value) -> Bool {
    guard case .known(.duration(let length)) = value, policy.targets[target].calendar == nil,
      policy.targets[target].rounding == nil
    else { return false }
    switch figure {
    case .counted: return run(target, for: length)
    case .over:
      if length == .zero { return run(target, for: Duration(microseconds: 1_000_000)) }
      guard case .within(let limit, _, _) = policy.targets[target].bound,
        case .constant(.duration(let written)) = limit.kind, let whole = written.adding(length)
      else { return false }
      return run(target, for: whole)
    case .due: return false
    }
  }

  mutating func solveTime(_ operand: Expression, _ value: ProofWitness.Value) -> Bool {
    guard case .event(let point) = operand.kind, point.offset == .zero,
      case .known(.timeOfDay(let time)) = value
    else { return false }
    let zone = policy.header.zone
    return place(point.event, at: zone.instant(zone.date(at: start), time))
  }

  mutating func solveDate(_ operand: Expression, _ value: ProofWitness.Value) -> Bool {
    guard case .event(let point) = operand.kind, point.offset == .zero, case .known(.date(let date)) = value
    else { return false }
    return place(
      point.event, at: policy.header.zone.instant(date, WallTime(hour: 10, minute: 0) ?? .startOfDay))
  }

  /// A clock starts and ends after a length; without one it goes on running.
  private mutating func run(_ target: Int, for length: Duration?) -> Bool {
    guard let clock = clock(of: target), let first = clock.starts.first else { return false }
    let begin = events[first.event] ?? start
    guard place(first.event, at: begin) else { return false }
    guard let length else { return avoid(clock.ends.map(\.event)) }
    let opened = begin.adding(first.offset) ?? begin
    for end in clock.ends where end.offset == .zero {
      guard let instant = opened.adding(length) else { return false }
      if place(end.event, at: instant) { return true }
    }
    return false
  }

  /// Whether a clock has started and ended by what was demanded of it before.
  private func hasRun(_ target: Int) -> Bool {
    guard let clock = clock(of: target) else { return false }
    return [clock.starts, clock.ends].allSatisfy { side in side.contains { events[$0.event] != nil } }
  }

  /// The clocks of which nothing is demanded start, so that what the message speaks of is decided.
  mutating func fillClocks() {
    for target in policy.targets.indices {
      guard let first = clock(of: target)?.starts.first else { continue }
      _ = place(first.event, at: start)
    }
    if case .event(let point)? = policy.header.governingEvent?.kind { _ = place(point.event, at: start) }
    if events.isEmpty, !policy.vocabulary.events.isEmpty { _ = place(0, at: start) }
  }

  private func clock(of target: Int) -> Pairing? {
    var span = policy.targets[target].clock
    while true {
      switch span.kind {
      case .pairing(let pairing): return pairing
      case .named(let index): span = policy.spans[index].span
      case .limited(let source, _): span = source
      case .calendar, .between, .whenever, .register, .overlap, .union, .intersection, .minus: return nil
      }
    }
  }
}

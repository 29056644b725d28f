import PledgeEvaluation
import PledgePolicy
import PledgeTesting
import PledgeTime

/// The instants at which something may be decided in a situation: when limits are reached, when steps fall
/// due, when claims lapse, and what lies one unit beside them.
///
/// What is due was projected by the evaluator along calendars and pauses, so that an event set there makes a
/// span reach its limit exactly.
struct Storyline {
  /// Where decisions turn, and what is told; the nearest to the beginning first.
  private(set) var turns: [Instant] = []
  /// All lengths that the policy names behind each event and each turn.
  private(set) var distant: [Instant] = []

  private static let pointLimit = 12
  private static let endLimit = 3
  private static let distantLimit = 240

  init(_ situation: Situation, _ decided: DecidedTest, _ domains: FigureDomains) {
    var points: Set<Instant> = []
    var ends: Set<Instant> = []
    for decision in decided.tickets {
      for outcome in decision.targets {
        points.formUnion([outcome.due, outcome.start, outcome.stop].compactMap { $0 })
      }
      for step in decision.steps.joined() { points.formUnion([step.due, step.deadline].compactMap { $0 }) }
      ends.formUnion(decision.refunds.compactMap(\.until) + decision.rights.compactMap(\.until))
    }
    for frame in decided.frames {
      switch frame {
      case .refund(let refund): ends.formUnion([refund.outcome.until].compactMap { $0 })
      case .right(let right): ends.formUnion([right.outcome.until].compactMap { $0 })
      }
    }
    points.formUnion(decided.periods.prefix(4).map(\.outcome.period.interval.end))
    let told = situation.instants.filter { !points.contains($0) }.prefix(Self.pointLimit / 2)
    // The end of the time in which something can be claimed or used lies behind most of the rest.
    let last = ends.subtracting(points).sorted().prefix(Self.endLimit)
    let sorted = points.sorted().prefix(Self.pointLimit) + last + told
    turns = Self.beside(Array(sorted), domains.timeUnit)
    var far: [Instant] = []
    // A day, a week and a month later much has grown that grows with time.
    let grown = [24, 24 * 7, 24 * 31].compactMap { Duration(hours: $0) }
    for length in domains.lengths.prefix(12) + grown {
      for point in sorted { if let later = point.adding(length) { far.append(later) } }
    }
    let known = Set(turns)
    distant = Array(
      Self.beside(far, domains.timeUnit).filter { !known.contains($0) }.prefix(Self.distantLimit))
  }

  /// Each instant, and those one unit beside it.
  static func beside(_ points: [Instant], _ unit: Duration) -> [Instant] {
    var seen: Set<Instant> = []
    return points.flatMap { [$0, $0.adding(unit), $0.subtracting(unit)].compactMap { $0 } }
      .filter { seen.insert($0).inserted }
  }
}

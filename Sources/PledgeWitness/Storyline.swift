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
  /// Where decisions turn, the nearest to the beginning first.
  private(set) var turns: [Instant] = []
  /// All lengths that the policy names behind each event and each turn.
  private(set) var distant: [Instant] = []

  private static let turnLimit = 24
  private static let distantLimit = 120

  init(_ situation: Situation, _ decided: DecidedTest, _ domains: FigureDomains) {
    var points = Set(situation.instants)
    for decision in decided.tickets {
      for outcome in decision.targets {
        points.formUnion([outcome.due, outcome.start, outcome.stop].compactMap { $0 })
      }
      for step in decision.steps.joined() { points.formUnion([step.due, step.deadline].compactMap { $0 }) }
      points.formUnion(decision.refunds.compactMap(\.until) + decision.rights.compactMap(\.until))
    }
    for frame in decided.frames {
      switch frame {
      case .refund(let refund): points.formUnion([refund.outcome.until].compactMap { $0 })
      case .right(let right): points.formUnion([right.outcome.until].compactMap { $0 })
      }
    }
    points.formUnion(decided.periods.prefix(4).map(\.outcome.period.interval.end))
    let sorted = points.sorted().prefix(Self.turnLimit / 3)
    turns = Self.beside(Array(sorted), domains.timeUnit)
    var far: [Instant] = []
    for length in domains.lengths.prefix(12) {
      for point in sorted { if let later = point.adding(length) { far.append(later) } }
    }
    let known = Set(turns)
    distant = Self.beside(far, domains.timeUnit).filter { !known.contains($0) }.prefix(Self.distantLimit).map
    { $0 }
  }

  /// Each instant, and those one unit beside it.
  static func beside(_ points: [Instant], _ unit: Duration) -> [Instant] {
    var seen: Set<Instant> = []
    return points.flatMap { [$0, $0.adding(unit), $0.subtracting(unit)].compactMap { $0 } }
      .filter { seen.insert($0).inserted }
  }
}

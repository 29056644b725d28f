import PledgePolicy
import PledgeTime

/// The events of all tickets of a key at the sides of a `from A until B` that counts occurrences.
///
/// At one instant what ends stands before what begins: the order of tickets says nothing.
struct KeyedLog: Sendable {
  /// An event at a side, by the place of its point among the starts or ends; without the offset.
  struct Mark: Sendable {
    var at: Instant
    var point: Int
    var opens: Bool
  }

  var marks: [Mark] = []
  /// For each end `last E` the times from a ticket's first start to its last E: such an end comes when no
  /// ticket is within one.
  var busy: [IntervalBag]
  /// From when on it is not known what the log says.
  var doubtFrom = Instant.latest

  init(ends: Int) { busy = Array(repeating: IntervalBag(0), count: ends) }

  mutating func add(_ other: KeyedLog) {
    marks += other.marks
    for end in busy.indices {
      for interval in other.busy[end].intervals { busy[end].add(interval) }
    }
    doubtFrom = min(doubtFrom, other.doubtFrom)
  }

  /// The pairs up to an instant, as intervals in normal form.
  func pairs(_ plan: KeyedLogPlan, asOf: Instant) -> [Interval] {
    var sides: [(at: Instant, opens: Bool)] = []
    for (index, point) in plan.starts.enumerated() {
      let times = instants(of: point, times(index, opens: true)).filter { $0 <= asOf }
      sides += times.map { ($0, true) }
    }
    for (index, point) in plan.ends.enumerated() {
      if point.occurrence < 0, point.node < 0 {
        var busy = busy[index]
        busy.normalise()
        sides += busy.intervals.filter { $0.end < .latest }.map { ($0.end, false) }
      } else {
        sides += instants(of: point, times(index, opens: false)).map { ($0, false) }
      }
    }
    return KeyedLog.paired(sides, plan.atMost)
  }

  /// The pairs of some instants; of one instant what ends stands before what begins.
  static func paired(_ sides: [(at: Instant, opens: Bool)], _ atMost: Duration?) -> [Interval] {
    let sides = sides.sorted { $0.at == $1.at ? !$0.opens && $1.opens : $0.at < $1.at }
    var result: [Interval] = []
    var open: Instant?
    func limit(_ start: Instant) -> Instant { atMost.flatMap { start.adding($0) } ?? .latest }
    for side in sides {
      if let start = open, !side.opens {
        result.append(Interval(start: start, end: min(side.at, limit(start))))
        open = nil
      } else if open == nil, side.opens {
        open = side.at
      }
    }
    if let start = open { result.append(Interval(start: start, end: limit(start))) }
    Span.normalise(&result)
    return result
  }

  private func times(_ point: Int, opens: Bool) -> [Instant] {
    marks.filter { $0.point == point && $0.opens == opens }.map(\.at).sorted()
  }

  /// Those of a point's occurrences that it means, with its offset.
  private func instants(of point: EventPointPlan, _ times: [Instant]) -> [Instant] {
    let count = Int(point.occurrence)
    var meant: [Instant]
    if let window = point.window {
      let nth = max(1, count)
      meant = times.indices.dropFirst(nth - 1).compactMap { index in
        guard let length = times[index].since(times[index - nth + 1]), length <= window else { return nil }
        return times[index]
      }
    } else if point.node >= 0 || count == 0 {
      meant = times
    } else if count < 0 {
      meant = times.suffix(1)
    } else {
      meant = count <= times.count ? [times[count - 1]] : []
    }
    if point.offset != .zero { meant = meant.compactMap { $0.adding(point.offset) } }
    return meant
  }
}

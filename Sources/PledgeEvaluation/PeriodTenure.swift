import PledgePolicy
import PledgeTime

/// For which periods of a target one of several versions of a policy answers: a period is judged by the
/// version that is in force when it begins, up to its end.
package struct PeriodTenure: Sendable {
  /// Periods that begin in this time are the version's own.
  package var own: Interval
  /// The time in which periods are judged, over all versions that have the target: cut there, a period is a
  /// partial one.
  package var whole: Interval

  package init(own: Interval, whole: Interval) {
    self.own = own
    self.whole = whole
  }

  /// The numbers of those periods that are the version's own; nil for none. Logarithmic.
  func own(_ numbers: ClosedRange<Int>, of sequence: PeriodSequence) -> ClosedRange<Int>? {
    let first = place(of: own.start, numbers, sequence)
    let end = place(of: own.end, numbers, sequence)
    return first < end ? first...end - 1 : nil
  }

  /// The first number whose period does not begin before an instant.
  private func place(of instant: Instant, _ numbers: ClosedRange<Int>, _ sequence: PeriodSequence) -> Int {
    if instant == .earliest { return numbers.lowerBound }
    var (low, high) = (numbers.lowerBound, numbers.upperBound + 1)
    while low < high {
      let middle = low + (high - low) / 2
      if let period = sequence.period(middle), period.interval.start < instant {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}

extension Plan {
  /// The time in which the periods of a target can lie that begin in a tenure. All time where what lies
  /// outside could change what lies inside: a length test or an allowance looks at whole intervals.
  func reach(of target: Int, _ tenure: PeriodTenure) -> Interval {
    let ready = periodTargets[target]
    let trees = ready.pauses + ready.spanExclusions.map(\.span) + (ready.span.map { [$0] } ?? [])
    guard ready.length == nil, ready.leaves.allSatisfy({ $0.length == nil }),
      !trees.contains(where: \.isLimited)
    else { return .always }
    let end = longest(ready.scope.rule).flatMap { tenure.own.end.adding($0) } ?? .latest
    return Interval(start: tenure.own.start, end: end)
  }

  /// How long a period is at most; nil where that differs from key to key.
  private func longest(_ rule: ScopePlan.Rule) -> Duration? {
    switch rule {
    case .calendar(let unit): return days(unit == .year ? 366 : unit == .quarter ? 92 : 31)
    case .anchored(let length, _, _, _): return days(length.months * 31 + length.days)
    case .rolling(let node, _):
      guard case .constant(let index) = nodes[Int(node)] else { return nil }
      switch constants[Int(index)] {
      case .duration(let length): return length
      case .calendarLength(let length): return days(length.months * 31 + length.days)
      case .unknown, .later, .truth, .number, .workingDays, .instant, .date, .timeOfDay, .text, .choice:
        return nil
      }
    }
  }

  /// So many dates, with one more for what a clock change adds.
  private func days(_ count: Int) -> Duration? {
    let (length, overflow) = Int64(count + 1).multipliedReportingOverflow(by: 86_400_000_000)
    return overflow ? nil : Duration(microseconds: length)
  }
}

extension KeySpan {
  /// Whether a part of it is an allowance.
  fileprivate var isLimited: Bool {
    switch self {
    case .limited: true
    case .leaf, .calendar, .keyed: false
    case .union(let left, let right), .intersection(let left, let right), .minus(let left, let right):
      left.isLimited || right.isLimited
    }
  }
}

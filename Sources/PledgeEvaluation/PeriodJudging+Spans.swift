import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

// The order of a count, for all tickets of a key: drop tickets that are excluded whole, unite, intersect with
// the calendar, length test, subtract pauses and span exclusions, cut at the period, round what is left of
// each united interval, sum, round the total.

extension PeriodJudging {
  /// The times of a span of the key in a scenario, united.
  mutating func times(
    _ span: KeySpan, isMost: Bool, _ evaluator: inout Evaluator, where holds: (ContributionClass) -> Bool
  ) -> [Interval] {
    switch span {
    case .leaf(let leaf):
      var united: [Interval] = []
      for bag in account.bags[leaf] where holds(classes[Int(bag.contribution)]) { united += bag.intervals }
      Span.normalise(&united)
      if let test = ready.leaves[leaf].length { united.removeAll { !test.admits($0.length.microseconds) } }
      return united
    case .calendar(let calendar):
      var hours: [Interval] = []
      let window = Interval(start: max(validity.start, firstEvent), end: asOf)
      guard !window.isEmpty else { return [] }
      fill(&hours, calendar, window, isMost: isMost, &evaluator)
      return hours
    case .keyed(let keyed, let isTested):
      return evaluator.times(ofFrameIn: keyed, isMost: isMost, isTested: isTested, &unknownCalendar)
    case .limited(let source, let allowance):
      let surely = times(source, isMost: false, &evaluator) { $0.doubt == nil }
      let most = times(source, isMost: true, &evaluator) { _ in true }
      let past = Interval(start: max(validity.start, firstEvent), end: asOf)
      return evaluator.allowed(surely, most, allowance, past, isMost: isMost, &unknownCalendar)
    case .union(let left, let right):
      var result: [Interval] = []
      Span.unite(
        times(left, isMost: isMost, &evaluator, where: holds),
        times(right, isMost: isMost, &evaluator, where: holds), into: &result)
      return result
    case .intersection(let left, let right):
      var result: [Interval] = []
      Span.intersect(
        times(left, isMost: isMost, &evaluator, where: holds),
        times(right, isMost: isMost, &evaluator, where: holds), into: &result)
      return result
    case .minus(let left, let right):
      // What may be taken out is taken out of the least, and left in the most.
      var result: [Interval] = []
      let removed = times(right, isMost: !isMost, &evaluator) { $0.doubt == nil || !isMost }
      Span.subtract(times(left, isMost: isMost, &evaluator, where: holds), removed, into: &result)
      return result
    }
  }

  /// What is counted in a scenario over all time.
  mutating func count(_ scenario: Scenario, _ evaluator: inout Evaluator) -> CountedTimes {
    if let known = counted[scenario] { return known }
    var result = CountedTimes()
    guard let span = ready.span else { return result }
    result.united = times(span, isMost: scenario.isMost, &evaluator) { scenario.holds($0) }
    if let test = ready.length {
      result.united.removeAll { interval in
        guard case .known(let length) = evaluator.total(of: [interval], ready.calendar) else { return false }
        return !test.admits((scenario.isMost ? length.most : length.least).microseconds)
      }
    }
    var open: [Interval] = []
    Span.clip(result.united, to: validity.clipped(to: Interval(start: .earliest, end: asOf)), into: &open)
    result.united = open
    if ready.calendar >= 0, let first = open.first, let last = open.last {
      var hours: [Interval] = []
      let window = Interval(start: first.start, end: last.end)
      fill(&hours, ready.calendar, window, isMost: scenario.isMost, &evaluator)
      Span.intersect(open, hours, into: &result.open)
    } else {
      result.open = open
    }
    Span.subtract(result.open, relief(scenario, &evaluator), into: &result.counted)
    if let id = unknownCalendar { result.unknown = result.unknown ?? id }
    counted[scenario] = result
    return result
  }

  /// Puts the open hours of a window into a buffer: those that are known, or all that may be; the cause is
  /// noted where they differ.
  private mutating func fill(
    _ hours: inout [Interval], _ calendar: Int32, _ window: Interval, isMost: Bool,
    _ evaluator: inout Evaluator
  ) {
    guard let cause = evaluator.openIntervals(calendar, window, into: &hours) else { return }
    vagueCalendar = evaluator.joined(vagueCalendar, cause)
    var possible: [Interval] = []
    evaluator.openBounds(calendar, window, surely: &hours, possible: &possible)
    if isMost { hours = possible }
  }

  /// The times that pauses and exclusions take out in a scenario.
  private mutating func relief(_ scenario: Scenario, _ evaluator: inout Evaluator) -> [Interval] {
    var result: [Interval] = []
    for pause in ready.pauses {
      result += times(pause, isMost: !scenario.isMost, &evaluator) { $0.doubt == nil || !scenario.isMost }
    }
    result += excludedTimes(scenario, &evaluator)
    Span.normalise(&result)
    return result
  }

  /// The times of all exclusions in a scenario.
  private mutating func excludedTimes(_ scenario: Scenario, _ evaluator: inout Evaluator) -> [Interval] {
    guard scenario.exclusions != .none else { return [] }
    let isPossible = scenario.exclusions == .possible && !scenario.isMost
    var result: [Interval] = []
    for index in ready.spanExclusions.indices {
      result += times(excludedBy: index, isMost: isPossible, &evaluator)
    }
    return result
  }

  /// The times of one exclusion.
  mutating func times(
    excludedBy index: Int, isMost: Bool, _ evaluator: inout Evaluator
  ) -> [Interval] {
    times(ready.spanExclusions[index].span, isMost: isMost, &evaluator) { $0.doubt == nil || isMost }
  }

  // MARK: In a period

  /// The counted time of a period in microseconds, each interval and the total rounded as written; nil where
  /// it is too large.
  mutating func total(_ scenario: Scenario, in window: Interval, _ evaluator: inout Evaluator) -> Rational? {
    if case .availability(let part, _) = ready.kind, part >= 0 {
      return weightedTotal(scenario, in: window, &evaluator)
    }
    if case .total(let part, _) = ready.kind, part >= 0 {
      return weightedTotal(scenario, in: window, &evaluator)
    }
    let times = count(scenario, &evaluator)
    var sum = Rational.zero
    if let rounding = ready.eachRounding {
      for length in lengths(times, in: window) {
        guard let rounded = rounding.rounded(Rational(length)), let next = sum.adding(rounded) else {
          return nil
        }
        sum = next
      }
    } else {
      var microseconds: Int64 = 0
      for interval in times.counted[PeriodJudging.range(times.counted, window)] {
        microseconds &+= interval.clipped(to: window).length.microseconds
      }
      sum = Rational(microseconds)
    }
    return ready.totalRounding.map { $0.rounded(sum) } ?? sum
  }

  /// The longest of what is left of each united interval.
  mutating func longest(_ scenario: Scenario, in window: Interval, _ evaluator: inout Evaluator) -> Rational?
  {
    let longest = lengths(count(scenario, &evaluator), in: window).max() ?? 0
    return ready.eachRounding.map { $0.rounded(Rational(longest)) } ?? Rational(longest)
  }

  /// How many united intervals start in a window; on a calendar those that have open time.
  mutating func starts(_ scenario: Scenario, in window: Interval, _ evaluator: inout Evaluator) -> Rational {
    let times = count(scenario, &evaluator)
    let own = times.united.filter { united in
      window.contains(united.start)
        && (ready.calendar < 0 || !PeriodJudging.range(times.open, united).isEmpty)
    }
    return Rational(own.count)
  }

  /// What is left of each united interval in a window, in microseconds.
  private func lengths(_ times: CountedTimes, in window: Interval) -> [Int64] {
    times.united[PeriodJudging.range(times.united, window)].map { united in
      let own = united.clipped(to: window)
      return times.counted[PeriodJudging.range(times.counted, own)].reduce(0) {
        $0 + $1.clipped(to: own).length.microseconds
      }
    }
  }

  /// The places of the intervals that share time with a window.
  static func range(_ intervals: [Interval], _ window: Interval) -> Range<Int> {
    var low = 0
    var high = intervals.count
    while low < high {
      let middle = (low + high) / 2
      if intervals[middle].end <= window.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < intervals.count, intervals[end].start < window.end { end += 1 }
    return low..<end
  }

  /// Weights of times that overlap add up, to the whole at most.
  private mutating func weightedTotal(
    _ scenario: Scenario, in window: Interval, _ evaluator: inout Evaluator
  ) -> Rational? {
    let times = count(scenario, &evaluator)
    var marks: [(at: Instant, weight: Rational, opens: Bool)] = []
    for weighted in account.weighted where scenario.holds(classes[Int(weighted.contribution)]) {
      let own = weighted.interval.clipped(to: window)
      guard !own.isEmpty else { continue }
      for piece in times.counted[PeriodJudging.range(times.counted, own)] {
        let cut = piece.clipped(to: own)
        marks.append((cut.start, weighted.weight, true))
        marks.append((cut.end, weighted.weight, false))
      }
    }
    marks.sort { $0.at < $1.at }
    var sum = Rational.zero
    var weight = Rational.zero
    var last = window.start
    for mark in marks {
      if mark.at > last {
        let length = Rational(mark.at.microseconds - last.microseconds)
        guard let part = length.multiplied(by: min(weight, .one)), let next = sum.adding(part) else {
          return nil
        }
        sum = next
        last = mark.at
      }
      guard let next = mark.opens ? weight.adding(mark.weight) : weight.subtracting(mark.weight) else {
        return nil
      }
      weight = next
    }
    return ready.totalRounding.map { $0.rounded(sum) } ?? sum
  }
}

/// What a key's span comes to in one scenario, over all time.
struct CountedTimes {
  /// The united intervals that are long enough, up to the as-of instant.
  var united: [Interval] = []
  /// Those parts of them that lie in the calendar's hours.
  var open: [Interval] = []
  /// What is left of them behind pauses and exclusions.
  var counted: [Interval] = []
  /// Why the calendar does not know.
  var unknown: UnknownID?
}

extension CountRounding {
  /// A time in microseconds, rounded.
  func rounded(_ microseconds: Rational) -> Rational? {
    microseconds.rounded(mode, toMultipleOf: Rational(unit.microseconds))
  }
}

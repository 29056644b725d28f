import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// What a figure may be: two ends, of which an absent one is open.
struct FigureEnds {
  var least: Rational?
  var most: Rational?
  /// Whether there is, or may be, nothing to measure.
  var isEmpty = false

  init(_ least: Rational?, _ most: Rational?) {
    self.least = least
    self.most = most
  }

  /// One known figure.
  var settled: Rational? { least == most ? least : nil }

  static let unknown = FigureEnds(nil, nil)
}

extension PeriodJudging {
  /// Whether a bucket lies in a period.
  func holds(_ period: Period, _ bucket: Int64) -> Bool {
    if bucket == Tally.anyTime { return true }
    if bucket == .min { return false }
    if isByPeriod { return bucket == Int64(period.number) }
    let start = interval(of: bucket).start
    return start >= period.interval.start && start < period.interval.end
  }

  /// The tallies or samples of a period; their buckets are in order, and those of any time follow.
  private func elements<Element>(
    _ all: [Element], _ starts: [Int64], _ period: Period, _ bucket: (Element) -> Int64
  ) -> [Element] {
    var (from, until) = (Int64(period.number), Int64(period.number) + 1)
    if !isByPeriod {
      (from, until) = (period.interval.start.microseconds, period.interval.end.microseconds)
    }
    let low = PeriodJudging.place(of: from, starts)
    let high = PeriodJudging.place(of: until, starts)
    var result = Array(all[low..<max(low, high)])
    if let last = all.last, bucket(last) == Tally.anyTime {
      result += all.filter { bucket($0) == Tally.anyTime }
    }
    return result
  }

  /// The first place whose start is not below a bound.
  private static func place(of bound: Int64, _ starts: [Int64]) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether buckets are the numbers of periods; else they stand for instants.
  var isByPeriod: Bool {
    if ready.slot == nil, case .calendar = ready.scope.rule { true } else { false }
  }

  /// What periods are compared with, for each bucket in order but those of any time.
  func starts(_ buckets: [Int64]) -> [Int64] {
    let known = buckets.prefix { $0 != Tally.anyTime }
    return isByPeriod ? Array(known) : known.map { interval(of: $0).start.microseconds }
  }

  /// The tallies of a period, each ticket once.
  func tallies(_ period: Period) -> [Tally] {
    elements(account.tallies, tallyStarts, period) { $0.bucket }
      .filter { $0.before == .min || !holds(period, $0.before) }
  }

  /// The samples of a period.
  func samples(_ period: Period) -> [Sample] {
    elements(account.samples, sampleStarts, period) { $0.bucket }
  }

  /// How many tickets count.
  func ticketCount(_ period: Period, _ exclusions: Scenario.Exclusions) -> FigureEnds {
    var least: Int64 = 0
    var most: Int64 = 0
    for tally in tallies(period) {
      let contribution = classes[Int(tally.contribution)]
      if Scenario(isMost: false, exclusions: exclusions).holds(contribution), tally.bucket != Tally.anyTime {
        least += Int64(tally.all)
      }
      if Scenario(isMost: true, exclusions: exclusions).holds(contribution) { most += Int64(tally.all) }
    }
    return FigureEnds(Rational(least), Rational(most))
  }

  /// The share of good tickets; what is not known counts against it at one end and for it at the other.
  func share(_ period: Period, _ exclusions: Scenario.Exclusions) -> FigureEnds {
    var (good, all, open) = (Int64(0), Int64(0), Int64(0))
    var (doubtfulGood, doubtfulBad) = (Int64(0), Int64(0))
    let scenario = Scenario(isMost: true, exclusions: exclusions)
    for tally in tallies(period) {
      let contribution = classes[Int(tally.contribution)]
      guard scenario.holds(contribution) else { continue }
      if !scenario.isInDoubt(contribution) {
        good += Int64(tally.good)
        open += Int64(tally.open)
        all += Int64(tally.all)
      } else {
        doubtfulGood += Int64(tally.good + tally.open)
        doubtfulBad += Int64(tally.all - tally.good)
      }
    }
    guard all + doubtfulGood + doubtfulBad > 0 else {
      var result = FigureEnds(ready.empty, ready.empty)
      result.isEmpty = ready.empty == nil
      return result
    }
    let least = Rational(numerator: Int128(good), denominator: Int128(max(all + doubtfulBad, 1)))
    let possible = good + open + doubtfulGood
    let most = Rational(numerator: Int128(possible), denominator: Int128(max(all + doubtfulGood, 1)))
    // Where nothing surely counts, there may be nothing to share.
    return all == 0 ? .unknown : FigureEnds(least, most)
  }

  // MARK: Samples

  func sum(_ samples: [Sample], _ exclusions: Scenario.Exclusions) -> FigureEnds {
    let scenario = Scenario(isMost: true, exclusions: exclusions)
    var sum = ValueRange(.zero)
    for sample in samples {
      let contribution = classes[Int(sample.contribution)]
      guard scenario.holds(contribution) else { continue }
      let mayBeNothing = scenario.isInDoubt(contribution)
      sum = sum.adding(mayBeNothing ? sample.value.united(with: ValueRange(.zero)) : sample.value)
    }
    return FigureEnds(sum.least, sum.most)
  }

  func maximum(_ period: Period, _ exclusions: Scenario.Exclusions) -> FigureEnds {
    let scenario = Scenario(isMost: true, exclusions: exclusions)
    var (surely, all): (ValueRange?, ValueRange?) = (nil, nil)
    for sample in samples(period) {
      let contribution = classes[Int(sample.contribution)]
      guard scenario.holds(contribution) else { continue }
      all = all?.extreme(sample.value, greatest: true) ?? sample.value
      guard !scenario.isInDoubt(contribution) else { continue }
      surely = surely?.extreme(sample.value, greatest: true) ?? sample.value
    }
    guard let all else { return empty }
    // Where nothing surely counts, there may be no greatest value.
    return surely.map { FigureEnds($0.least, all.most) } ?? .unknown
  }

  /// A period without samples.
  private var empty: FigureEnds {
    var result = FigureEnds(ready.empty, ready.empty)
    result.isEmpty = ready.empty == nil
    return result
  }

  /// The mean of the samples, or the mean of the means of slots.
  func mean(_ period: Period, _ exclusions: Scenario.Exclusions, in window: Interval) -> FigureEnds {
    let scenario = Scenario(isMost: true, exclusions: exclusions)
    var samples: [Sample] = []
    for sample in self.samples(period) {
      let contribution = classes[Int(sample.contribution)]
      guard scenario.holds(contribution) else { continue }
      guard !scenario.isInDoubt(contribution) else { return .unknown }
      samples.append(sample)
    }
    if let slot = ready.slot { return slotMean(samples, slot, in: window) }
    guard !samples.isEmpty else { return empty }
    let sum = samples.reduce(ValueRange(.zero)) { $0.adding($1.value) }
    let mean = sum.divided(by: ValueRange(Rational(samples.reduce(0) { $0 + Int($1.count) })))
    return FigureEnds(mean.least, mean.most)
  }

  private func slotMean(_ samples: [Sample], _ slot: Duration, in window: Interval) -> FigureEnds {
    var sum = ValueRange(.zero)
    var filled = 0
    var index = 0
    while index < samples.count {
      var (count, own) = (0, ValueRange(.zero))
      let bucket = samples[index].bucket
      while index < samples.count, samples[index].bucket == bucket {
        count += Int(samples[index].count)
        own = own.adding(samples[index].value)
        index += 1
      }
      filled += 1
      sum = sum.adding(own.divided(by: ValueRange(Rational(count))))
    }
    var slots = filled
    if let empty = ready.empty {
      slots = max(filled, slotCount(slot, in: window))
      sum = sum.adding(ValueRange(empty).multiplied(by: ValueRange(Rational(slots - filled))))
    }
    guard slots > 0 else { return self.empty }
    let mean = sum.divided(by: ValueRange(Rational(slots)))
    return FigureEnds(mean.least, mean.most)
  }

  /// How many slots begin in a window; the first of a local day begins with it.
  private func slotCount(_ slot: Duration, in window: Interval) -> Int {
    let zone = plan.policy.header.zone
    var result: Int64 = 0
    var date = zone.date(at: window.start)
    while true {
      let start = zone.startOfDay(date)
      guard start < window.end else { return Int(result) }
      let end = min(zone.startOfDay(date.next), window.end)
      let before = max(window.start.microseconds - start.microseconds, 0)
      let behind = end.microseconds - start.microseconds
      let length = slot.microseconds
      result += max((behind + length - 1) / length - (before + length - 1) / length, 0)
      date = date.next
    }
  }

  // MARK: Other targets

  /// How many periods in a row, up to this one, have one of the verdicts. Of windows that came to the same
  /// each counts.
  func run(_ other: Int, _ mask: UInt8, upTo period: Period) -> FigureEnds {
    let outcomes = others[other] ?? []
    var (least, most) = (0, 0)
    var (isLeastOver, expected) = (false, period.number)
    var place = outcomes.place(of: expected)
    while place >= 0, place < outcomes.count, outcomes[place].holds(expected) {
      let outcome = outcomes[place]
      let isOpen = outcome.verdict == .pending || outcome.verdict == .undecided
      guard isOpen || mask & (1 << outcome.verdict.rawValue) != 0 else { break }
      if isOpen { isLeastOver = true }
      let before = outcome.period.number - outcome.windows
      if !isLeastOver { least += expected - before }
      most += expected - before
      expected = before
      place -= 1
    }
    return FigureEnds(Rational(least), Rational(most))
  }

  /// The sum since the last run of clean periods that has ended.
  func sum(
    since clean: Measure.CleanPeriods, upTo period: Period, _ exclusions: Scenario.Exclusions
  ) -> FigureEnds {
    let start = lastClean(clean, upTo: period)
    let samples = account.samples.filter { sample in
      if sample.bucket == Tally.anyTime { return true }
      if isByPeriod {
        return sample.bucket <= Int64(period.number) && start.map { sample.bucket > Int64($0.number) } ?? true
      }
      let at = interval(of: sample.bucket).start
      return at < period.interval.end && start.map { at >= $0.end } ?? true
    }
    return sum(samples, exclusions)
  }

  /// The last period that ends as many clean ones in a row as are asked for.
  private func lastClean(_ clean: Measure.CleanPeriods, upTo period: Period) -> (number: Int, end: Instant)? {
    let mask = clean.verdicts.reduce(UInt8(0)) { $0 | (1 << $1.rawValue) }
    var (row, last) = (0, Int.min)
    var found: (number: Int, end: Instant)?
    for outcome in others[clean.periodTarget] ?? [] {
      let before = outcome.period.number - outcome.windows
      guard before < period.number else { break }
      let isWhole = outcome.period.number <= period.number
      let number = isWhole ? outcome.period.number : period.number
      let isClean = mask & (1 << outcome.verdict.rawValue) != 0
      row = isClean ? (before == last ? row : 0) + number - before : 0
      last = number
      if row >= clean.count { found = (number, isWhole ? outcome.period.interval.end : period.interval.end) }
    }
    return found
  }
}

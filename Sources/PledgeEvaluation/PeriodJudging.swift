import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// The decision of one target for one key: its periods one after the other.
struct PeriodJudging {
  let plan: Plan
  let target: Int
  let ready: PeriodTargetPlan
  let set: Int
  let key: Int
  let asOf: Instant
  let classes: [ContributionClass]
  var account: PeriodAccount
  let isUnknownKey: Bool
  /// The key's values, with texts of their own as those of `texts`.
  let parts: [Value]
  let texts: Ticket
  let firstEvent: Instant
  private let portfolio: Portfolio
  /// What the targets came to that this one reads.
  var others: [Int: [PeriodOutcome]] = [:]
  /// What the target came to for the key in the periods of earlier versions.
  private let earlier: [PeriodOutcome]
  /// The counted intervals of each scenario, for all periods.
  var counted: [Scenario: CountedTimes] = [:]
  /// Why the hours of a calendar are known by their two ends only.
  var vagueCalendar: UnknownID?
  /// Why a calendar, or a length, is not known.
  var unknownCalendar: UnknownID?
  var unknownLength: UnknownID?
  /// The time in which the policy is in force.
  var validity = Interval(start: .earliest, end: .latest)
  /// What periods are compared with, for each tally and sample.
  private(set) var tallyStarts: [Int64] = []
  private(set) var sampleStarts: [Int64] = []

  init(_ portfolio: Portfolio, _ target: Int, _ decided: Portfolio.KeyDecision, asOf: Instant) {
    self.portfolio = portfolio
    plan = portfolio.plan
    earlier = decided.earlier[target] ?? []
    self.target = target
    ready = portfolio.plan.periodTargets[target]
    set = decided.set
    key = decided.key
    self.asOf = asOf
    classes = portfolio.classes
    let accounts = portfolio.accounts[target]
    account =
      (key < accounts.count ? accounts[key] : nil) ?? PeriodAccount(leaves: ready.leaves.count)
    account.settleTallies()
    account.settleSamples(greatest: ready.isOfGreatest)
    for leaf in account.bags.indices {
      for bag in account.bags[leaf].indices { account.bags[leaf][bag].normalise() }
    }
    isUnknownKey = portfolio.keys[set].isUnknown(key)
    var texts = portfolio.emptyTicket
    parts = portfolio.keys[set].parts(key, texts: &texts, pool: plan.policy.texts)
    for index in texts.values.indices { texts.values[index] = .missing }
    self.texts = texts
    firstEvent = portfolio.firstEvent
    tallyStarts = starts(account.tallies.map(\.bucket))
    sampleStarts = starts(account.samples.map(\.bucket))
  }

  /// The targets whose outcomes this one needs.
  var reads: [Int] { ready.reads }

  // MARK: Periods

  /// The outcomes in the order of periods; windows that come to the same are one.
  mutating func outcomes(_ evaluator: inout Evaluator) -> [PeriodOutcome] {
    enter(nil, &evaluator)
    readValidity(&evaluator)
    let first = firstEvent == .latest ? validity.start : firstEvent
    let history = Interval(start: max(first, validity.start), end: min(asOf, validity.end))
    guard !history.isEmpty, history.start > .earliest else { return [] }
    let tenure = portfolio.tenures.isEmpty ? nil : portfolio.tenures[target]
    guard let sequence = sequence(&evaluator) else {
      return tenure?.own.contains(history.start) ?? true ? withoutPeriods(history, &evaluator) : []
    }
    guard let all = sequence.numbers(in: history),
      let numbers = tenure.map({ $0.own(all, of: sequence) }) ?? all
    else { return [] }
    return sequence.isRolling
      ? windows(numbers, sequence, &evaluator) : partition(numbers, sequence, &evaluator)
  }

  /// Asks when the policy is in force; the key has been entered.
  mutating func readValidity(_ evaluator: inout Evaluator) {
    validity = portfolio.validity(of: target, &evaluator)
  }

  /// Periods one behind the other.
  private mutating func partition(
    _ numbers: ClosedRange<Int>, _ sequence: PeriodSequence, _ evaluator: inout Evaluator
  ) -> [PeriodOutcome] {
    var result: [PeriodOutcome] = []
    var run = earlier.last?.run ?? 0
    for number in numbers {
      guard let period = sequence.period(number), !period.interval.isEmpty,
        var outcome = outcome(period, &evaluator)
      else { continue }
      run = outcome.verdict == .breached ? run + 1 : 0
      outcome.run = run
      result.append(outcome)
    }
    return result
  }

  /// Windows are looked at where what they hold may change.
  private mutating func windows(
    _ numbers: ClosedRange<Int>, _ sequence: PeriodSequence, _ evaluator: inout Evaluator
  ) -> [PeriodOutcome] {
    var result: [PeriodOutcome] = []
    let changes = self.changes
    var number = numbers.lowerBound
    while number <= numbers.upperBound {
      defer { number += 1 }
      guard let period = sequence.period(number), let outcome = outcome(period, &evaluator) else { continue }
      let isNext = result.last.map { $0.period.number + 1 == number && $0.isAlike(outcome) } ?? false
      if isNext {
        result[result.count - 1].period = period
        result[result.count - 1].windows += 1
      } else {
        result.append(outcome)
      }
      let last = lastUnchanged(period, sequence, upTo: numbers.upperBound, changes)
      guard last.number > number else { continue }
      result[result.count - 1].period = last
      result[result.count - 1].windows += last.number - number
      number = last.number
    }
    PeriodJudging.countRuns(&result, behind: earlier.last)
    return result
  }

  /// Counts how many windows in a row were breached, up to the last of each outcome; those of an earlier
  /// version go on.
  private static func countRuns(_ outcomes: inout [PeriodOutcome], behind earlier: PeriodOutcome?) {
    var (run, last) = (earlier?.run ?? 0, earlier?.period.number ?? .min)
    for index in outcomes.indices {
      let outcome = outcomes[index]
      let isNext = outcome.period.number - outcome.windows == last
      run = outcome.verdict == .breached ? (isNext ? run : 0) + outcome.windows : 0
      outcomes[index].run = run
      last = outcome.period.number
    }
  }

  /// The last window up to which nothing begins, ends or is counted where the windows move.
  private func lastUnchanged(
    _ window: Period, _ sequence: PeriodSequence, upTo number: Int, _ changes: [Interval]
  ) -> Period {
    guard !plan.readsPeriod, reads.isEmpty, !ready.looksUpKeys, !countsItsOwnLength,
      window.interval.start >= validity.start
    else { return window }
    return sequence.lastWindow(
      behind: window, startingBy: PeriodJudging.firstChange(changes, from: window.interval.start),
      endingBy: min(PeriodJudging.firstChange(changes, from: window.interval.end), asOf, validity.end),
      upTo: number)
  }

  /// Whether what is measured depends on how long a window is, or how much of it is open: not all that roll
  /// are of one length.
  private var countsItsOwnLength: Bool {
    let measure = plan.policy.periodTargets[target].measure
    switch measure.kind {
    case .availability: return true
    case .mean: return measure.empty != nil
    case .total, .longest, .starts, .tickets, .share, .maximum, .sum, .run: return false
    }
  }

  /// The first instant, not before another, at which something lies in the changes; `latest` without one.
  private static func firstChange(_ changes: [Interval], from instant: Instant) -> Instant {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].end <= instant { low = middle + 1 } else { high = middle }
    }
    return low < changes.count ? max(changes[low].start, instant) : .latest
  }

  /// The times at which something begins, ends or is counted, as intervals in order.
  private var changes: [Interval] {
    var times = account.bags.flatMap { $0 }.flatMap(\.intervals) + account.weighted.map(\.interval)
    for bucket in account.tallies.map(\.bucket) + account.samples.map(\.bucket) {
      times.append(interval(of: bucket))
    }
    Span.normalise(&times)
    return times
  }

  /// The time of a bucket: a local day, or an instant.
  func interval(of bucket: Int64) -> Interval {
    if bucket == Tally.anyTime { return Interval(start: .earliest, end: .latest) }
    let zone = plan.policy.header.zone
    guard bucket.magnitude < 10_000_000 else {
      let at = Instant(microseconds: bucket)
      return Interval(start: at, end: Instant(microseconds: bucket + 1))
    }
    let date = CivilDate(dayNumber: Int32(truncatingIfNeeded: bucket))
    return Interval(start: zone.startOfDay(date), end: zone.startOfDay(date.next))
  }

  /// How the periods of the key follow each other; nil where what they follow from is not known.
  mutating func sequence(ofKey evaluator: inout Evaluator) -> PeriodSequence? {
    enter(nil, &evaluator)
    return sequence(&evaluator)
  }

  private mutating func sequence(_ evaluator: inout Evaluator) -> PeriodSequence? {
    let header = plan.policy.header
    switch ready.scope.rule {
    case .calendar(let unit):
      return PeriodSequence(.calendar(unit), zone: header.zone, monthEnd: header.monthEnd)
    case .anchored(let length, let node, let ofTickets, let lasting):
      var anchor = account.anchor
      if !ofTickets {
        guard case .instant(let at) = evaluator.value(node) else { return nil }
        anchor = at
      }
      guard anchor < .latest else { return nil }
      let until = lasting.flatMap { $0.adding(to: anchor, in: header.zone, header.monthEnd) }
      return PeriodSequence(
        .anchored(anchor, length, until: until), zone: header.zone, monthEnd: header.monthEnd)
    case .rolling(let node, let byMonth):
      let length: RollingLength
      switch evaluator.value(node) {
      case .calendarLength(let calendar): length = .calendar(calendar)
      case .duration(let elapsed): length = .elapsed(elapsed)
      case .unknown, .later, .truth, .number, .workingDays, .instant, .date, .timeOfDay, .text, .choice:
        return nil
      }
      guard !length.leavesGaps(byMonth: byMonth) else { return nil }
      return PeriodSequence(
        .rolling(length, byMonth: byMonth), zone: header.zone, monthEnd: header.monthEnd)
    }
  }

  /// Puts the frame of a period in the place of a ticket.
  func enter(_ period: Period?, _ evaluator: inout Evaluator) {
    var readings: [PeriodReading?] = plan.periodTargets.map { _ in nil }
    for (other, outcomes) in others {
      guard let period, let outcome = outcomes.outcome(of: period.number) else { continue }
      readings[other] = evaluator.reading(outcome)
    }
    evaluator.enter(
      parts, nodes: plan.keySets[set], texts: texts, frame: Frame(period: period, readings: readings),
      asOf: asOf)
  }
}

extension [PeriodOutcome] {
  /// The outcome of a period, or of the run of windows that a window lies in, as it stands for that window;
  /// the outcomes are in order.
  func outcome(of number: Int) -> PeriodOutcome? {
    let place = place(of: number)
    guard place < count, self[place].holds(number) else { return nil }
    var found = self[place]
    found.run = found.run(upTo: number)
    return found
  }

  /// The place of the first outcome that does not end before a period.
  func place(of number: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].period.number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension PeriodOutcome {
  /// Whether it is the outcome of a period, or of several windows of which that is one.
  func holds(_ number: Int) -> Bool { number <= period.number && number > period.number - windows }

  /// How many periods in a row were breached up to one that it holds.
  func run(upTo number: Int) -> Int { max(0, run - (period.number - number)) }

  /// Whether two windows came to the same.
  func isAlike(_ other: PeriodOutcome) -> Bool {
    verdict == other.verdict && reached == other.reached && short == other.short && over == other.over
      && counted == other.counted && limit == other.limit && exclusion == other.exclusion
      && unknown == other.unknown && doubt == other.doubt && isRunning == other.isRunning
      && tickets == other.tickets
  }
}

extension Evaluator {
  /// An outcome as expressions read it.
  mutating func reading(_ outcome: PeriodOutcome) -> PeriodReading {
    let open: Value =
      .unknown(outcome.unknown ?? outcome.doubt ?? unknown(.periodPending, Int32(outcome.target)))
    var reading = PeriodReading(outcome.verdict, all: open)
    reading.unknown = outcome.unknown
    let isDuration = plan.periodTargets[outcome.target].isDuration
    func value(_ figure: Rational) -> Value {
      guard isDuration, let fitting = Int64(exactly: figure.floor) else { return .number(figure) }
      return .duration(Duration(microseconds: fitting))
    }
    if let reached = outcome.reached, outcome.verdict != .undecided { reading.reached = value(reached) }
    guard outcome.verdict != .undecided else { return reading }
    if outcome.doubt == nil || outcome.verdict != .breached {
      reading.short = value(outcome.short)
      reading.over = value(outcome.over)
    }
    if outcome.doubt == nil { reading.counted = .duration(outcome.counted) }
    reading.run = .number(Rational(outcome.run))
    return reading
  }
}

import PledgePolicy
import PledgeTickets
import PledgeTime

// For which keys and periods something is paid or granted: each period in which the targets that it reads are
// judged; of windows that roll one, and then the next that shares no time with it.

extension Evaluator {
  /// Hands over the periods of a refund or right for one key; `refund` says what windows come to that need
  /// not all come to the same.
  mutating func eachPlace(
    of frame: FramePlan, refund: Int? = nil, _ decided: inout Portfolio.KeyDecision, _ portfolio: Portfolio,
    asOf: Instant,
    _ body: (inout Evaluator, FramePlace) throws -> Void
  ) rethrows {
    let targets = plan.targets(readBy: frame)
    guard let first = targets.first else { return }
    let texts = portfolio.keyTexts(decided.set, decided.key, self)
    for target in targets { _ = portfolio.decide(target, &decided, &self, asOf: asOf) }
    var asking = FrameAsking(frame: frame, key: decided.key, texts: texts, targets: targets, asOf: asOf)
    asking.outcomes = targets.map { decided.outcomes[$0] ?? [] }
    if frame.isRolling {
      var judging = portfolio.judging(first, &decided, &self, asOf: asOf)
      asking.sequence = judging.sequence(ofKey: &self)
      judging.readValidity(&self)
      asking.isOver = judging.validity.end <= asOf
    }
    if frame.choosesWindows { asking.refund = refund }
    for place in places(asking, portfolio, &decided.taken) { try body(&self, place) }
  }

  private mutating func places(
    _ asking: FrameAsking, _ portfolio: Portfolio, _ taken: inout WindowLine.Taken
  ) -> [FramePlace] {
    guard let sequence = asking.sequence else {
      return asking.stretches.compactMap { stretch in
        var place = FramePlace(
          key: asking.texts, period: stretch.period, numbers: stretch.numbers, readings: stretch.readings)
        if asking.frame.scope.filter < 0 { return place }
        guard let answer = answer(asking, place, portfolio) else { return nil }
        if case .unknown(let cause) = answer { place.doubt = cause }
        return place
      }
    }
    let lines =
      asking.refund.map { choice(of: $0, asking, sequence, portfolio, &taken) }
      ?? walk(asking, sequence, portfolio, &taken)
    let stretches = asking.stretches
    return lines.map { line in
      var place = FramePlace(
        key: asking.texts, period: line.period, numbers: line.numbers,
        readings: stretches[line.stretch].readings)
      place.isChosen = line.standing == .granted
      place.mayMove = line.mayMove
      if case .doubtful(let causes) = line.standing {
        place.doubt = causes.dropFirst().reduce(causes.first) { joined($0, $1) }
      }
      return place
    }
  }

  /// Of windows that all come to the same, the earliest that share no time.
  private mutating func walk(
    _ asking: FrameAsking, _ sequence: PeriodSequence, _ portfolio: Portfolio,
    _ taken: inout WindowLine.Taken
  ) -> [WindowLine] {
    var walk = WindowWalk(sequence, after: taken, because: unknown(.otherTickets))
    eachWindow(asking, sequence) { evaluator, stretch, place in
      guard let answer = evaluator.answer(asking, place, portfolio) else { return }
      walk.take(place.numbers, stretch: stretch, answer)
    }
    taken = walk.taken
    return walk.lines
  }

  /// Of windows that do not all come to the same, those that together come to the most.
  private mutating func choice(
    of refund: Int, _ asking: FrameAsking, _ sequence: PeriodSequence, _ portfolio: Portfolio,
    _ taken: inout WindowLine.Taken
  ) -> [WindowLine] {
    var choice = WindowChoice(sequence, after: taken, because: unknown(.otherTickets))
    var last = Int.min
    eachWindow(asking, sequence) { evaluator, stretch, place in
      last = place.numbers.upperBound
      guard let worth = evaluator.worth(of: refund, asking, place, portfolio) else { return }
      choice.take(
        place.numbers, stretch: stretch, worth,
        isRunning: place.readings.contains(where: \.isRunning) || evaluator.waitsForParts(refund))
    }
    // Of an earlier version no window comes any more; the last one of all is that of the as-of instant.
    let current = sequence.number(containing: asking.asOf) ?? .max
    let next = asking.isOver || last < current - 1 ? nil : sequence.period(last + 1)
    let lines = choice.lines(before: next)
    taken = choice.taken
    return lines
  }

  /// Hands over windows in a row in which everything that is read came to the same, with their place in the
  /// list of them.
  private mutating func eachWindow(
    _ asking: FrameAsking, _ sequence: PeriodSequence,
    _ body: (inout Evaluator, Int, FramePlace) -> Void
  ) {
    for (index, stretch) in asking.stretches.enumerated() {
      guard let period = sequence.period(stretch.numbers.lowerBound) else { continue }
      body(
        &self, index,
        FramePlace(key: asking.texts, period: period, numbers: stretch.numbers, readings: stretch.readings))
    }
  }

  /// Whether something is paid or granted in a frame, as far as its condition and its scope say so; nil where
  /// the key does not count.
  private mutating func answer(
    _ asking: FrameAsking, _ place: FramePlace, _ portfolio: Portfolio
  ) -> WindowWalk.Answer? {
    enter(place, asking.frame, key: asking.key, portfolio, events: [], asOf: asking.asOf)
    if asking.frame.scope.filter >= 0 {
      let counts = value(asking.frame.scope.filter)
      if counts == .truth(false) { return nil }
      if let cause = counts.unknown { return .unknown(cause) }
    }
    let holds = value(asking.frame.condition)
    if let cause = holds.unknown { return .unknown(cause) }
    return holds == .truth(true) ? .holds : .fails
  }

  /// Puts a key and a period in the place of a ticket; `events` are those of its tickets that claim.
  mutating func enter(
    _ place: FramePlace, _ frame: FramePlan, key: Int, _ portfolio: Portfolio, events: [LoggedEvent],
    asOf: Instant
  ) {
    var texts = portfolio.emptyTicket
    let set = frame.scope.keySet
    let values = portfolio.keys[set].parts(key, texts: &texts, pool: plan.policy.texts)
    for index in texts.values.indices { texts.values[index] = .missing }
    var readings: [PeriodReading?] = plan.periodTargets.map { _ in nil }
    // A target that leaves the key out says nothing of it, and so does not hold.
    for target in plan.operands[frame.targets.range] {
      readings[Int(target)] = PeriodReading(.notApplicable, all: .unknown(unknown(.periodPending, target)))
    }
    for other in place.readings { readings[other.target] = reading(other) }
    self.ticket = texts
    texts.events = events
    texts.id = Array(values.flatMap { part($0).bytes })
    enter(
      values, nodes: plan.keySets[set], texts: texts, frame: Frame(period: place.period, readings: readings),
      asOf: asOf)
  }

  /// The parts of a key of a portfolio, as claims and groups know them.
  mutating func parts(ofKey key: Int, _ set: Int, _ portfolio: Portfolio) -> [GroupKey.Part] {
    var texts = portfolio.emptyTicket
    let values = portfolio.keys[set].parts(key, texts: &texts, pool: plan.policy.texts)
    self.ticket = texts
    return values.map { part($0) }
  }

  /// When the item of a period counts: at its start; that of a window that rolls at the start of the day or
  /// month that the window is named by.
  func counted(_ period: Period, _ frame: FramePlan) -> Instant {
    guard case .rolling(_, let byMonth) = frame.scope.rule else { return period.interval.start }
    let first = PeriodSequence.firstDate(byMonth ? .month : .day, period.number)
    return first.map { zone.startOfDay($0) } ?? period.interval.start
  }
}

extension Plan {
  /// The targets of the same keys that a refund or right of a key and period reads.
  func targets(readBy frame: FramePlan) -> [Int] {
    operands[frame.targets.range].map(Int.init).filter {
      periodTargets[$0].scope.keySet == frame.scope.keySet
    }
  }
}

/// What is asked of the frames of one key.
struct FrameAsking {
  let frame: FramePlan
  let key: Int
  let texts: [String]
  let targets: [Int]
  let asOf: Instant
  /// What each of the targets came to, in the order of periods.
  var outcomes: [[PeriodOutcome]] = []
  /// How windows follow each other; nil where nothing rolls, or where that cannot be told.
  var sequence: PeriodSequence?
  /// The refund that says what windows come to; nil where all come to the same.
  var refund: Int?
  /// Whether no window begins any more.
  var isOver = false

  /// Periods in a row in which everything that is read came to the same.
  struct Stretch {
    var numbers: ClosedRange<Int>
    /// The last of them.
    var period: Period
    var readings: [PeriodOutcome]
  }

  /// The periods in which one of the targets is judged; windows that roll are cut where one of them comes to
  /// something else.
  var stretches: [Stretch] { frame.isRolling ? windows : periods }

  private var periods: [Stretch] {
    var found: [Int: Stretch] = [:]
    for outcome in outcomes.joined() {
      let number = outcome.period.number
      var stretch = found[number] ?? Stretch(numbers: outcome.numbers, period: outcome.period, readings: [])
      stretch.readings.append(outcome)
      found[number] = stretch
    }
    return found.values.sorted { $0.period.number < $1.period.number }
  }

  private var windows: [Stretch] {
    let cuts = Set(outcomes.joined().flatMap { [$0.numbers.lowerBound, $0.numbers.upperBound + 1] }).sorted()
    var result: [Stretch] = []
    for (low, next) in zip(cuts, cuts.dropFirst()) {
      let step = frame.differsByPeriod ? 1 : next - low
      for first in stride(from: low, to: next, by: step) {
        let readings = outcomes.compactMap { $0.outcome(of: first) }
        guard let period = readings.first?.period else { continue }
        result.append(Stretch(numbers: first...first + step - 1, period: period, readings: readings))
      }
    }
    return result
  }
}

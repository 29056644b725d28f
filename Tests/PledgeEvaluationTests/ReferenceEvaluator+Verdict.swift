import PledgePolicy

extension ReferenceEvaluator {
  func decide() -> Result {
    let clock = run(scenario.clock)
    if clock.isBroken { return Result(verdict: .undecided) }
    guard let start = clock.start else { return Result(verdict: .pending) }
    let known = judgeEnds(clock, start)
    guard clock.mayHaveBegun else { return known }
    // What it may have run besides only adds to the count.
    let isExcusedWhole = scenario.exclusions.contains {
      $0.span == nil && ($0.condition == .always || $0.condition == .holds)
    }
    if known.verdict == .breached || known.verdict == .excused && isExcusedWhole { return known }
    return Result(verdict: .undecided)
  }

  /// What may have ended unrecorded is judged as it runs and as if it had ended at once.
  private func judgeEnds(_ clock: Run, _ start: Int) -> Result {
    let now = judge(clock, start)
    guard let since = clock.endFrom else { return now }
    var ended = clock
    if since < scenario.asOf { for slot in since..<scenario.asOf { ended.covered[slot] = false } }
    ended.openSince = nil
    ended.stop = since
    return judge(ended, start).verdict == now.verdict ? now : Result(verdict: .undecided)
  }

  private func exceeds(_ count: Int) -> Bool {
    scenario.isStrict ? count >= scenario.limit : count > scenario.limit
  }

  private func count(_ slots: [Bool], without: [[Bool]] = []) -> Int {
    slots.indices.filter { slot in slots[slot] && open[slot] && !without.contains { $0[slot] } }.count
  }

  private func judge(_ clock: Run, _ start: Int) -> Result {
    let isRunning = clock.openSince != nil
    let raw = clockSlots(clock)
    let pauses = scenario.pauses.map { taken($0) }
    let surePauses = pauses.map(\.surely)
    let total = count(raw, without: surePauses)
    if !exceeds(total) {
      return result(isRunning ? .pending : .met, clock, start, raw, surePauses)
    }
    let unsettled: Verdict = pauses.contains(where: \.isMissing) ? .undecided : .pending
    if !exceeds(count(raw, without: pauses.map(\.perhaps))) { return Result(verdict: unsettled) }
    return judgeExclusions(clock, start, raw, pauses)
  }

  private func judgeExclusions(_ clock: Run, _ start: Int, _ raw: [Bool], _ pauses: [Taken]) -> Result {
    let whole = scenario.exclusions.filter { $0.span == nil }
    if whole.contains(where: { $0.condition == .always || $0.condition == .holds }) {
      return result(.excused, clock, start, raw, pauses.map(\.surely))
    }
    var sure = pauses.map(\.surely)
    var perhaps = pauses.map(\.perhaps)
    var isMissing = pauses.contains(where: \.isMissing)
    for relief in scenario.exclusions where relief.condition != .fails {
      guard let pair = relief.span else { continue }
      let taken = taken(pair)
      perhaps.append(taken.perhaps)
      if relief.condition == .unknown || taken.isMissing { isMissing = true }
      if relief.condition != .unknown { sure.append(taken.surely) }
    }
    if !exceeds(count(raw, without: sure)) {
      return result(clock.openSince == nil ? .excused : .pending, clock, start, raw, sure)
    }
    if whole.contains(where: { $0.condition == .unknown }) { return Result(verdict: .undecided) }
    if !exceeds(count(raw, without: perhaps)) { return Result(verdict: isMissing ? .undecided : .pending) }
    return result(.breached, clock, start, raw, sure)
  }

  private func result(
    _ verdict: Verdict, _ clock: Run, _ start: Int, _ raw: [Bool], _ without: [[Bool]]
  ) -> Result {
    let counted = raw.indices.map { slot in raw[slot] && !without.contains { $0[slot] } }
    var result = Result(verdict: verdict, counted: count(counted))
    if verdict == .breached || verdict == .excused { result.over = max(0, count(counted) - scenario.limit) }
    result.due = due(clock, start, counted)
    if let waiting = waiting(clock, raw), !isReached(counted) {
      // The last interval counts as a whole once it is long enough.
      let end = clock.openSince == nil ? clock.stop ?? start : scenario.asOf
      let all = counted.indices.map { slot in
        counted[slot] || (slot >= waiting && slot < end && !without.contains { $0[slot] })
      }
      result.due = due(clock, start, all).map { max($0, admission(waiting)) }
    }
    return result
  }

  /// Where the last interval began that would run on and is not yet long enough to count.
  private func waiting(_ clock: Run, _ raw: [Bool]) -> Int? {
    guard let last = stretches(clock.covered).last, !raw[last.first],
      last.end == (clock.openSince == nil ? clock.stop : scenario.asOf)
    else { return nil }
    return last.first
  }

  /// The slot boundary at which an interval from there on would be as long as it must be.
  private func admission(_ first: Int) -> Int {
    var left = scenario.clock.shortest ?? 0
    var slot = first
    while left > 0, slot < scenario.horizon {
      if open[slot] { left -= 1 }
      slot += 1
    }
    return slot
  }

  private func isReached(_ counted: [Bool]) -> Bool {
    scenario.limit <= 0 || count(counted) >= scenario.limit
  }

  /// The first slot boundary at which the count is the limit, as if the clock ran on from now or its last
  /// stop.
  private func due(_ clock: Run, _ start: Int, _ counted: [Bool]) -> Int? {
    if scenario.limit <= 0 { return start }
    var left = scenario.limit
    for slot in counted.indices where counted[slot] && open[slot] {
      left -= 1
      if left == 0 { return slot + 1 }
    }
    for slot in (clock.openSince == nil ? clock.stop ?? start : scenario.asOf)..<scenario.horizon
    where open[slot] {
      left -= 1
      if left == 0 { return slot + 1 }
    }
    return nil
  }
}

import PledgePolicy

/// Decides a scenario slot by slot over plain arrays of truths: slow, and as simple as can be.
///
/// It shares nothing with the evaluator: no intervals, no index, no projection but by looking at slot after
/// slot.
struct ReferenceEvaluator {
  let scenario: Scenario
  /// Whether the target's calendar is open in a slot.
  let open: [Bool]
  /// The events of each slot, in the order of the file.
  let entries: [[Scenario.Entry]]

  init(_ scenario: Scenario) {
    self.scenario = scenario
    var entries: [[Scenario.Entry]] = Array(repeating: [], count: scenario.horizon)
    for entry in scenario.log { entries[entry.slot].append(entry) }
    self.entries = entries
    open =
      scenario.calendar.map { ReferenceCalendar.openSlots[$0] }
      ?? Array(repeating: true, count: scenario.horizon)
  }

  struct Result {
    var verdict: Verdict
    /// In slots; nil where there is nothing to compare.
    var counted: Int?
    var over = 0
    var due: Int?
  }

  /// What a pair of events covers.
  struct Run {
    /// By slot, up to the as-of instant.
    var covered: [Bool]
    var start: Int?
    var stop: Int?
    var openSince: Int?
    /// The events that stopped it before any start.
    var strays: Set<Int> = []
    /// It may have started unrecorded.
    var mayHaveStarted = false
    var isBroken: Bool { !strays.isEmpty || mayHaveStarted }
    /// From where on it may have ended without a record.
    var endFrom: Int?
    /// It may have run at any other time without a record.
    var mayHaveBegun = false
  }

  // MARK: Sets

  func run(_ pair: Scenario.Pair) -> Run {
    var run = Run(covered: Array(repeating: false, count: scenario.asOf))
    var opened: Int?
    for slot in 0...scenario.asOf {
      for entry in entries[slot] {
        let starts = pair.starts.contains(entry.event)
        if pair.ends.contains(entry.event) {
          if let since = opened {
            run.stop = min(slot, since + (pair.upTo ?? scenario.horizon))
            opened = nil
          } else if run.start == nil, !starts {
            run.strays.insert(entry.event)
          }
        }
        if starts, opened == nil {
          opened = slot
          run.start = run.start ?? slot
        }
      }
      guard slot < scenario.asOf, let since = opened else { continue }
      if let upTo = pair.upTo, slot >= since + upTo { continue }
      run.covered[slot] = true
    }
    if let since = opened {
      if let upTo = pair.upTo, since + upTo <= scenario.asOf {
        run.stop = since + upTo
      } else {
        run.openSince = since
      }
      if !pair.ends.isDisjoint(with: scenario.unrecorded) { run.endFrom = since }
    }
    if run.start != nil {
      if isOneAbsent(pair.ends) { run.endFrom = run.start }
      run.mayHaveBegun = isOneAbsent(pair.starts)
    }
    if run.start == nil, !pair.starts.isDisjoint(with: scenario.unrecorded) {
      run.mayHaveStarted = true
    }
    return run
  }

  /// Whether one of the events may have come, of which there is no record at all.
  private func isOneAbsent(_ events: Set<Int>) -> Bool {
    events.intersection(scenario.unrecorded).contains { event in
      !scenario.log.contains { $0.event == event && $0.slot <= scenario.asOf }
    }
  }

  /// The slots between which a set runs without a break, as first slot and the slot behind the last.
  func stretches(_ covered: [Bool]) -> [(first: Int, end: Int)] {
    var result: [(first: Int, end: Int)] = []
    for slot in covered.indices where covered[slot] {
      if let last = result.last, last.end == slot {
        result[result.count - 1].end = slot + 1
      } else {
        result.append((slot, slot + 1))
      }
    }
    return result
  }

  func admits(_ pair: Scenario.Pair, _ length: Int) -> Bool {
    guard let shortest = pair.shortest else { return true }
    return pair.admitsEqual ? length >= shortest : length > shortest
  }

  /// The clock's slots without intervals that are too short on the calendar.
  func clockSlots(_ run: Run) -> [Bool] {
    var result = run.covered
    for stretch in stretches(run.covered) {
      let length = (stretch.first..<stretch.end).filter { open[$0] }.count
      if !admits(scenario.clock, length) { for slot in stretch.first..<stretch.end { result[slot] = false } }
    }
    return result
  }

  /// What a pause or an exclusion takes out for sure, and what it may take out.
  struct Taken {
    var surely: [Bool]
    var perhaps: [Bool]
    /// Something may have gone unrecorded, so that time alone will not tell.
    var isMissing = false
  }

  func taken(_ pair: Scenario.Pair) -> Taken {
    let run = run(pair)
    let none = Array(repeating: false, count: scenario.asOf)
    // What stops the clock as well had nothing to end.
    if run.mayHaveStarted || !run.strays.isSubset(of: scenario.clock.ends) {
      return Taken(surely: none, perhaps: none.map { _ in true }, isMissing: true)
    }
    var taken = Taken(surely: none, perhaps: none)
    let lastStart = lastStart(pair)
    for stretch in stretches(run.covered) {
      let isOpen = run.openSince != nil && stretch.end == scenario.asOf
      let certainEnd = min(run.endFrom ?? stretch.end, stretch.end)
      for slot in stretch.first..<stretch.end {
        // The shortest that the interval may be in the end, and the longest.
        let least = certainEnd - stretch.first
        let most = isOpen ? longest(stretch.first, lastStart, pair) : stretch.end - stretch.first
        taken.surely[slot] = admits(pair, least) && slot < certainEnd
        taken.perhaps[slot] = admits(pair, most)
      }
    }
    taken.isMissing = run.endFrom != nil || run.mayHaveBegun
    if run.mayHaveBegun { taken.perhaps = none.map { _ in true } }
    return taken
  }

  private func longest(_ first: Int, _ lastStart: Int, _ pair: Scenario.Pair) -> Int {
    pair.upTo.map { lastStart + $0 - first } ?? scenario.horizon
  }

  /// When the interval began that is open at the as-of instant.
  private func lastStart(_ pair: Scenario.Pair) -> Int {
    var opened: Int?
    for slot in 0...scenario.asOf {
      for entry in entries[slot] {
        if pair.ends.contains(entry.event) { opened = nil }
        if pair.starts.contains(entry.event), opened == nil { opened = slot }
      }
    }
    return opened ?? 0
  }
}

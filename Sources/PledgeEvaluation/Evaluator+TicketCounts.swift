import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// How many tickets a count is sure of and how many are possible.
struct TicketTallies: Equatable {
  var surely = 0
  var possibly = 0
  /// Why the two differ.
  var cause: UnknownID?
}

/// The times that a span surely covers, and those that it perhaps does.
struct KnownTimes {
  var surely: [Interval] = []
  var perhaps: [Interval] = []
  /// Why nothing is known of the span.
  var unknown: UnknownID?
}

extension Evaluator {
  // MARK: Filling the index

  /// Notes of a ticket what counts, spans of keys and groups ask of it, without deciding it.
  package mutating func note(_ ticket: inout Ticket, asOf: Instant, in index: inout TicketIndex) {
    swap(&self.ticket, &ticket)
    begin(asOf: asOf)
    for count in plan.ticketCounts.indices { note(count, in: &index) }
    noteKeyTimes(in: &index.keyTimes, asOf: asOf)
    if plan.hasAnchorsOfTickets { noteAnchors(in: &index.anchors) }
    swap(&self.ticket, &ticket)
  }

  private mutating func note(_ count: Int, in index: inout TicketIndex) {
    var isSure = true
    for position in plan.ticketCounts[count].others.range {
      switch value(plan.operands[position]) {
      case .truth(false): return
      case .truth: continue
      case .unknown, .later, .number, .duration, .calendarLength, .workingDays, .instant, .date, .timeOfDay,
        .text, .choice:
        isSure = false
      }
    }
    let row = TicketIndex.Row(
      isSure: isSure, firstValue: Int32(index.parts[count].values.count),
      firstTimes: Int32(index.parts[count].times.count))
    let links = plan.ticketLinks[plan.ticketCounts[count].links.range]
    for link in links where link.isEquality { noteValue(link, count, in: &index) }
    for link in links where !link.isEquality { noteValue(link, count, in: &index) }
    index.parts[count].rows.append(row)
  }

  private mutating func noteValue(_ link: TicketLinkPlan, _ count: Int, in index: inout TicketIndex) {
    switch link {
    case .compare(_, let other, _), .during(let other, _):
      let kept = index.kept(value(other), of: ticket, pool: plan.policy.texts)
      index.parts[count].values.append(kept)
    case .overlap(let other, _), .around(let other, _):
      index.parts[count].keep(times(of: other))
    }
  }

  /// The times that a span surely and perhaps covers up to the as-of instant.
  private mutating func times(of span: Int32) -> KnownTimes {
    var result = KnownTimes()
    result.unknown = self.span(span).unknown
    guard result.unknown == nil else { return result }
    let doubt = relief(span, surely: &result.surely, perhaps: &result.perhaps)
    Span.normalise(&result.surely)
    Span.normalise(&result.perhaps)
    if doubt.map({ unknowns.isNotYet($0) }) ?? true, !spanStates[Int(span)].hasBounds {
      result.perhaps = result.surely
    }
    return result
  }

  // MARK: Counting

  /// The number of tickets, or unknown where it may be more than one.
  mutating func ticketCount(_ count: Int32) -> Value {
    let tallies = tallies(Int(count))
    if let cause = tallies.cause, tallies.surely != tallies.possibly { return .unknown(cause) }
    return .number(Rational(tallies.surely))
  }

  /// Between which ends the number of tickets lies.
  mutating func rangeOfCount(_ count: Int32) -> ValueRange {
    let tallies = tallies(Int(count))
    return ValueRange(Rational(tallies.surely), tallies.possibly == .max ? nil : Rational(tallies.possibly))
  }

  /// A comparison that is decided where all counts that are possible agree.
  mutating func compareTicketCount(_ comparison: Comparison, _ count: Int32, _ limit: Int32) -> Value {
    if let decided = rangeOfCount(count).compared(comparison, with: range(limit)) { return .truth(decided) }
    return unknown(ticketCount(count), value(limit))
  }

  private mutating func tallies(_ count: Int) -> TicketTallies {
    if ticketCountStamps[count] == stamp { return ticketTallies[count] }
    let result = computeTallies(count)
    ticketTallies[count] = result
    ticketCountStamps[count] = stamp
    return result
  }

  private mutating func computeTallies(_ count: Int) -> TicketTallies {
    let cause = unknown(.otherTickets)
    guard let index = ticketIndex else {
      return TicketTallies(surely: 0, possibly: .max, cause: cause)
    }
    var isSure = true
    for position in plan.ticketCounts[count].own.range {
      let holds = value(plan.operands[position])
      if holds == .truth(false) { return TicketTallies() }
      if holds != .truth(true) { isSure = false }
    }
    var result = TicketTallies(cause: cause)
    let part = index.parts[count]
    let links = Array(plan.ticketLinks[plan.ticketCounts[count].links.range])
    let asked = ask(links, index)
    for row in part.candidates(asked.key) {
      switch holds(links, part, Int(row), asked) {
      case .truth(true):
        result.possibly += 1
        if isSure, part.rows[Int(row)].isSure { result.surely += 1 }
      case .unknown: result.possibly += 1
      case .truth, .later, .number, .duration, .calendarLength, .workingDays, .instant, .date, .timeOfDay,
        .text, .choice:
        continue
      }
    }
    return result
  }

  /// What the links ask of the ticket at hand.
  private struct Asked {
    /// The values of the equalities; nil where one is not known, empty of rows where no row holds one.
    var key: TicketIndex.Key
    /// One a link: the value, or the times.
    var values: [Value]
    var times: [KnownTimes]
  }

  private mutating func ask(_ links: [TicketLinkPlan], _ index: TicketIndex) -> Asked {
    var asked = Asked(key: .values([]), values: [], times: [])
    var key: [Value] = []
    for link in links {
      switch link {
      case .compare(_, _, let own), .around(_, let own):
        let found = index.sought(value(own), of: ticket, pool: plan.policy.texts)
        asked.values.append(found ?? value(own))
        asked.times.append(KnownTimes())
        guard link.isEquality else { continue }
        guard let found else {
          asked.key = .nowhere
          continue
        }
        if found.unknown != nil, asked.key != .nowhere { asked.key = .anywhere }
        key.append(found)
      case .overlap(_, let own), .during(_, let own):
        asked.values.append(.truth(false))
        asked.times.append(times(of: own))
      }
    }
    if asked.key == .values([]) { asked.key = .values(key) }
    return asked
  }

  /// Whether all links hold between a row and the ticket at hand.
  private mutating func holds(
    _ links: [TicketLinkPlan], _ part: TicketIndex.Part, _ row: Int, _ asked: Asked
  ) -> Value {
    var result = Value.truth(true)
    var value = Int(part.rows[row].firstValue)
    var times = Int(part.rows[row].firstTimes)
    var equality = value
    value += part.equalities
    for (position, link) in links.enumerated() {
      let holds: Value
      switch link {
      case .compare(let comparison, _, _):
        let other = link.isEquality ? part.values[equality] : part.values[value]
        if link.isEquality { equality += 1 } else { value += 1 }
        holds = compare(comparison, known(other), asked.values[position])
      case .during:
        holds = isDuring(known(part.values[value]), asked.times[position])
        value += 1
      case .overlap:
        holds = overlap(read(part, times), asked.times[position])
        times += 1
      case .around:
        holds = isDuring(asked.values[position], read(part, times))
        times += 1
      }
      result = fold(result, holds, decisive: false)
      if result == .truth(false) { return result }
    }
    return result
  }

  /// A value of another ticket: its causes mean nothing here.
  private mutating func known(_ value: Value) -> Value {
    switch value {
    case .unknown: .unknown(unknown(.otherTickets))
    case .later: .later(unknown(.otherTickets))
    case .truth, .number, .duration, .calendarLength, .workingDays, .instant, .date, .timeOfDay, .text,
      .choice:
      value
    }
  }

  private mutating func read(_ part: TicketIndex.Part, _ times: Int) -> KnownTimes {
    let found = part.times[times]
    return KnownTimes(
      surely: Array(part.intervals[found.surely.range]), perhaps: Array(part.intervals[found.perhaps.range]),
      unknown: found.isUnknown ? unknown(.otherTickets) : nil)
  }

  private mutating func overlap(
    _ other: KnownTimes,
    _ own: KnownTimes
  ) -> Value {
    if let id = other.unknown ?? own.unknown { return .unknown(id) }
    if shareTime(other.surely, own.surely) { return .truth(true) }
    guard shareTime(other.perhaps, own.perhaps) else { return .truth(false) }
    return .unknown(unknown(.otherTickets))
  }

  private func shareTime(_ left: [Interval], _ right: [Interval]) -> Bool {
    var common: [Interval] = []
    Span.intersect(left, right, into: &common)
    return common.first.map { $0.start < asOf } ?? false
  }

  private mutating func isDuring(
    _ instant: Value, _ times: KnownTimes
  ) -> Value {
    guard case .instant(let at) = instant else { return .unknown(instant.unknown ?? unknown(.overflow)) }
    if let id = times.unknown { return .unknown(id) }
    if times.surely.contains(where: { $0.start <= at && at < $0.end }) { return .truth(true) }
    guard times.perhaps.contains(where: { $0.start <= at && at < $0.end }) else { return .truth(false) }
    return .unknown(unknown(.otherTickets))
  }
}

extension TicketIndex {
  /// Which rows a ticket's links can find.
  enum Key: Equatable {
    case values([Value])
    /// A value is not known: any row.
    case anywhere
    /// A text that no row holds.
    case nowhere
  }
}

extension TicketIndex.Part {
  /// The rows of a key, and those that may have it.
  func candidates(_ key: TicketIndex.Key) -> [Int32] {
    switch key {
    case .values(let values): (buckets[values] ?? []) + unplaced
    case .anywhere: rows.indices.map { Int32($0) }
    case .nowhere: unplaced
    }
  }

  mutating func keep(_ known: KnownTimes) {
    times.append(
      TicketIndex.Times(
        surely: keep(known.surely), perhaps: keep(known.perhaps), isUnknown: known.unknown != nil))
  }

  private mutating func keep(_ added: [Interval]) -> Node.List {
    let list = Node.List(start: Int32(intervals.count), count: Int32(added.count))
    intervals += added
    return list
  }
}

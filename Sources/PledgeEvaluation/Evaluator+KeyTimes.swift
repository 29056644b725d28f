import PledgePolicy
import PledgeTickets
import PledgeTime

// Filling the spans of keys, ticket by ticket.

extension Evaluator {
  /// Notes what the current ticket gives to the spans of its keys. A ticket whose key is not known belongs to
  /// none.
  mutating func noteKeyTimes(in times: inout KeyTimes, asOf: Instant) {
    times.asOf = max(times.asOf, asOf)
    for span in plan.keyedSpans.indices { noteKeyTimes(span, in: &times) }
  }

  private mutating func noteKeyTimes(_ span: Int, in times: inout KeyTimes) {
    let ready = plan.keyedSpans[span]
    var isSure = true
    if ready.condition >= 0 {
      let holds = value(ready.condition)
      if holds == .truth(false) { return }
      isSure = holds == .truth(true)
    }
    let parts = ready.keys.map { value($0) }
    guard parts.allSatisfy({ $0.unknown == nil }) else { return }
    let key = times.open(span, parts, of: ticket, pool: plan.policy.texts)
    for index in ready.leaves.indices {
      note(ready.leaves[index], isSure: isSure) { interval, isSure in
        times.add(interval, isSure: isSure, span, key, leaf: index)
      }
    }
    for index in ready.logs.indices {
      if let log = log(ready.logs[index], isSure: isSure) { times.add(log, span, key, log: index) }
    }
  }

  /// Hands over the times that the ticket surely gives to a leaf, and those that it may.
  private mutating func note(_ leaf: LeafPlan, isSure: Bool, _ add: (Interval, Bool) -> Void) {
    var doubt: UnknownID?
    guard fulfils(leaf.conditions, &doubt) else { return }
    let state = span(leaf.span)
    if let id = state.unknown {
      if !unknowns.isNotYet(id) { add(Interval(start: .earliest, end: .latest), false) }
      return
    }
    if state.hasBounds {
      var (surely, perhaps): ([Interval], [Interval]) = ([], [])
      _ = relief(leaf.span, surely: &surely, perhaps: &perhaps)
      for condition in leaf.conditions where condition.span >= 0 && follows(condition.span) {
        cut(&surely, condition, &doubt)
        cut(&perhaps, condition, &doubt)
      }
      for interval in surely { add(interval, isSure && doubt == nil) }
      for interval in perhaps { add(interval, false) }
      return
    }
    var intervals = rawIntervals(leaf.span)
    for condition in leaf.conditions where condition.span >= 0 && follows(condition.span) {
      cut(&intervals, condition, &doubt)
    }
    let isSure = isSure && doubt == nil
    let known = Interval(start: .earliest, end: state.doubt?.from ?? .latest)
    for interval in intervals {
      add(interval.clipped(to: known), isSure)
      if interval.end > known.end { add(interval, false) }
    }
    if state.doubt?.mayBegin == true { add(Interval(start: .earliest, end: .latest), false) }
  }

  /// What the ticket's events give to a log; nil where none of them stands at a side of it.
  private mutating func log(_ ready: KeyedLogPlan, isSure: Bool) -> KeyedLog? {
    var doubt: UnknownID?
    guard fulfils(ready.conditions, &doubt) else { return nil }
    var log = KeyedLog(ends: ready.ends.count)
    for (index, point) in ready.starts.enumerated() { mark(point, index, opens: true, &log) }
    let first = log.marks.map(\.at).min()
    for (index, point) in ready.ends.enumerated() { mark(point, index, opens: false, &log) }
    guard let earliest = log.marks.map(\.at).min() else { return nil }
    if let first {
      for (index, point) in ready.ends.enumerated() where point.occurrence < 0 && point.node < 0 {
        let last = log.marks.last { !$0.opens && $0.point == index }?.at.adding(point.offset)
        log.busy[index].add(Interval(start: first, end: max(first, last ?? .latest)))
      }
      let isRecorded = log.marks.contains { !$0.opens }
      if ready.unrecordedEnd >= 0, !isRecorded { log.doubtFrom = first }
    }
    if !isSure || doubt != nil { log.doubtFrom = earliest }
    return log
  }

  /// Adds the occurrences of a point's event, in order of time.
  private mutating func mark(_ point: EventPointPlan, _ index: Int, opens: Bool, _ log: inout KeyedLog) {
    if point.node >= 0 {
      guard case .instant(let at) = value(point.node), at <= asOf else { return }
      log.marks.append(KeyedLog.Mark(at: at, point: index, opens: opens))
      return
    }
    for event in ticket.events[..<visible] where event.code == point.event {
      log.marks.append(KeyedLog.Mark(at: event.at, point: index, opens: opens))
    }
  }
}

import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// A key and one period, which expressions are asked of instead of a ticket.
package struct Frame: Sendable {
  /// Nil where a group has no periods, or where it is not known yet.
  package var period: Period?
  /// What the policy's period targets came to in this frame; nil where that has not been measured.
  package var readings: [PeriodReading?]

  package init(period: Period?, readings: [PeriodReading?]) {
    self.period = period
    self.readings = readings
  }
}

/// What a period target came to in one frame, as expressions read it.
package struct PeriodReading: Sendable {
  package var verdict: Verdict
  package var reached: Value
  package var short: Value
  package var over: Value
  package var counted: Value
  package var run: Value
  /// Why the verdict is not known.
  package var unknown: UnknownID?

  package init(_ verdict: Verdict, all value: Value) {
    self.verdict = verdict
    reached = value
    short = value
    over = value
    counted = value
    run = value
    unknown = value.unknown
  }
}

extension Evaluator {
  /// Puts a frame in the place of a ticket: the nodes of its key expressions get their values, and everything
  /// that follows from them is known. A text that is not of the pool is one of `ticket`'s own.
  ///
  /// **Invariant**: only expressions are asked of a frame that the checker found to follow from its key.
  mutating func enter(
    _ key: [Value], nodes: [Int32], texts: borrowing Ticket, frame: consuming Frame, asOf: Instant
  ) {
    ticket = copy texts
    self.frame = frame
    frameNodes = nodes
    frameKey = key
    registerInstant = self.frame?.period?.interval.start
    look(asOf: asOf)
    placeKey()
  }

  /// Gives the nodes of the key's expressions their values.
  mutating func placeKey() {
    for (node, value) in zip(frameNodes, frameKey) {
      values[Int(node)] = value
      valueStamps[Int(node)] = stamp
    }
  }

  /// Ends the evaluation of frames, so that tickets can be decided again.
  package mutating func leaveFrame() {
    frame = nil
    registerInstant = nil
    look(asOf: asOf)
  }

  /// The nodes that ask for a frame.
  mutating func computeOfFrame(_ node: Node) -> Value {
    switch node {
    case .periodStart:
      return frame?.period.map { .instant($0.interval.start) } ?? .unknown(unknown(.outOfRange))
    case .periodEnd: return frame?.period.map { .instant($0.interval.end) } ?? .unknown(unknown(.outOfRange))
    case .periodVerdict(let target, let mask): return hasPeriodVerdict(target, mask)
    case .periodFigure(let target, let figure): return periodFigure(target, figure)
    case .constant, .field, .column, .rowKey, .tableResult, .event, .smallest, .greatest, .isKnown, .not,
      .all, .any,
      .compare, .sum, .difference, .product, .quotient, .negation, .choice, .verdict, .figure, .perUnit,
      .perDate, .measure, .overlaps, .during, .moved, .startOfDate, .endOfDate, .endOfWorkingDay,
      .endOfCalendarDay, .endOfUnit, .workingDay, .calendarDay, .timeOn, .timeOfDay, .dateOf, .sample,
      .graded, .datesOver, .ticketCount,
      .compareTicketCount, .attribute, .rowColumn:
      preconditionFailure("invariant: `compute` sends only nodes of a frame here")
    }
  }

  private func reading(_ target: Int32) -> PeriodReading? { frame?.readings[Int(target)] }

  private mutating func hasPeriodVerdict(_ target: Int32, _ mask: UInt8) -> Value {
    guard let reading = reading(target) else { return .unknown(unknown(.periodPending, target)) }
    if mask & (1 << reading.verdict.rawValue) != 0 { return .truth(true) }
    let isOpen = reading.verdict == .pending || reading.verdict == .undecided
    let final = ~(UInt8(1) << Verdict.pending.rawValue | UInt8(1) << Verdict.undecided.rawValue)
    guard isOpen, mask & final != 0 else { return .truth(false) }
    if reading.verdict == .undecided, let id = reading.unknown { return .unknown(id) }
    return .unknown(unknown(.periodPending, target))
  }

  private mutating func periodFigure(_ target: Int32, _ figure: PeriodFigure) -> Value {
    guard let reading = reading(target) else { return .unknown(unknown(.periodPending, target)) }
    switch figure {
    case .reached: return reading.reached
    case .short: return reading.short
    case .over: return reading.over
    case .counted: return reading.counted
    case .run: return reading.run
    }
  }
}

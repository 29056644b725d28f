import PledgeTickets
import PledgeTime

extension KeySpan {
  /// The leaves that the span is made of.
  var leaves: [Int] {
    switch self {
    case .leaf(let leaf): [leaf]
    case .calendar, .keyed: []
    case .limited(let source, _): source.leaves
    case .union(let left, let right), .intersection(let left, let right), .minus(let left, let right):
      left.leaves + right.leaves
    }
  }
}

extension Evaluator {
  /// Looks at a ticket once more that was decided last.
  mutating func withTicket(_ ticket: inout Ticket, _ body: (inout Evaluator) -> Void) {
    swap(&self.ticket, &ticket)
    body(&self)
    swap(&self.ticket, &ticket)
  }

  /// Both sets of causes together.
  mutating func joined(_ first: UnknownID?, _ second: UnknownID) -> UnknownID {
    first.map { unknowns.join($0, second) } ?? second
  }

  /// Whether the conditions of a leaf hold or may; the doubt is added.
  mutating func fulfils(_ conditions: [LeafPlan.Condition], _ doubt: inout UnknownID?) -> Bool {
    for condition in conditions where condition.span < 0 || !follows(condition.span) {
      let holds = value(condition.node)
      if let id = holds.unknown {
        doubt = joined(doubt, id)
      } else if holds != .truth(condition.holds) {
        return false
      }
    }
    return true
  }

  /// Leaves of intervals what lies in the times of a condition that follows the log.
  mutating func cut(
    _ intervals: inout [Interval], _ condition: LeafPlan.Condition, _ doubt: inout UnknownID?
  ) {
    if let id = span(condition.span).vague {
      doubt = joined(doubt, id)
      return
    }
    let whole = intervals
    if condition.holds {
      Span.intersect(whole, rawIntervals(condition.span), into: &intervals)
    } else {
      Span.subtract(whole, rawIntervals(condition.span), into: &intervals)
    }
  }

  /// The intervals of a computed span as they are, without a length test.
  func rawIntervals(_ node: Int32) -> [Interval] { spans[Int(node)] }
}

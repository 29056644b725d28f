import PledgePolicy
import PledgeTickets
import PledgeTime

// The periods of caps and minimums: of the calendar, from an instant of the key on, or from the earliest
// event of the key's tickets on. That one is found when the history is read for the first time.

extension Evaluator {
  /// The key of the current ticket in a group, without a period.
  mutating func groupKey(_ index: Int32) -> Known<GroupKey> {
    let group = plan.groups[Int(index)]
    guard !group.isPerTicket else {
      return .known(GroupKey(group: number(ofGroup: index), parts: [.text(ticket.id)], period: 0))
    }
    var parts: [GroupKey.Part] = []
    for position in group.keys.range {
      let value = value(plan.operands[position])
      if let id = value.unknown { return .unknown(id) }
      parts.append(groupPart(value, plan.operands[position]))
    }
    if !group.hasPeriods, sharedGroups != nil, group.cap >= 0 {
      // For all time: versions whose caps are the same share one.
      let cap = value(group.cap)
      parts.append(cap.unknown == nil ? .value(cap) : .text([]))
    }
    return .known(GroupKey(group: number(ofGroup: index), parts: parts, period: 0))
  }

  /// How the time of a group is cut for the current ticket.
  ///
  /// **Invariant**: the group has periods.
  mutating func periods(of group: GroupPlan, _ key: GroupKey) -> Known<PeriodSequence> {
    switch group.period {
    case .calendar(let unit)?:
      return .known(PeriodSequence(.calendar(unit), zone: zone, monthEnd: monthEnd))
    case .anchored(let length, let node, _, let lasting)?:
      let anchor = anchor(of: key, node)
      guard case .instant(let at) = anchor else { return .unknown(anchor.unknown ?? unknown(.overflow)) }
      let until = lasting.flatMap { $0.adding(to: at, in: zone, monthEnd) }
      return .known(PeriodSequence(.anchored(at, length, until: until), zone: zone, monthEnd: monthEnd))
    case nil: return .unknown(unknown(.outOfRange))
    }
  }

  /// The period of a group; nil where it has none.
  mutating func period(of key: GroupKey) -> Period? {
    let group = plan.groups[Int(self.group(ofNumber: key.group))]
    guard group.hasPeriods, case .known(let sequence) = periods(of: group, key) else { return nil }
    return sequence.period(key.period)
  }

  /// From when on the periods of a group are counted: what the history has for its key, else what the ticket
  /// at hand says.
  private mutating func anchor(of key: GroupKey, _ node: Int32) -> Value {
    var whole = key
    whole.period = 0
    if let noted = ticketIndex?.anchors[whole] { return .instant(noted) }
    return value(node)
  }

  /// Notes of a ticket from when on the periods of its groups can be counted.
  mutating func noteAnchors(in anchors: inout [GroupKey: Instant]) {
    for index in plan.groups.indices {
      guard case .anchored(_, let node, ofTickets: true, _)? = plan.groups[index].period,
        case .instant(let at) = value(node), case .known(let key) = groupKey(Int32(index))
      else { continue }
      anchors[key] = min(anchors[key] ?? .latest, at)
    }
  }
}

extension Plan {
  /// Whether periods of groups begin with events of tickets.
  var hasAnchorsOfTickets: Bool {
    groups.contains { if case .anchored(_, _, ofTickets: true, _)? = $0.period { true } else { false } }
  }
}

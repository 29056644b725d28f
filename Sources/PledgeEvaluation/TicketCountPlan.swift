import PledgePolicy

/// A count of tickets made ready.
struct TicketCountPlan {
  /// Conditions of the other ticket, nodes in the plan's `operands`.
  var others: Node.List
  /// Conditions of the ticket at hand, nodes in the plan's `operands`.
  var own: Node.List
  /// In the plan's `ticketLinks`.
  var links: Node.List
}

/// A link between another ticket and the ticket at hand: a node or span of each.
enum TicketLinkPlan {
  case compare(Comparison, other: Int32, own: Int32)
  case overlap(other: Int32, own: Int32)
  case during(other: Int32, own: Int32)
  case around(other: Int32, own: Int32)
}

extension PlanCompiler {
  mutating func compile(_ condition: TicketCondition) -> Int32 {
    let others = append(condition.others.map { compile($0) }, to: \.operands)
    let own = append(condition.own.map { compile($0) }, to: \.operands)
    let links = append(condition.links.map { compile($0) }, to: \.ticketLinks)
    plan.ticketCounts.append(TicketCountPlan(others: others, own: own, links: links))
    return Int32(plan.ticketCounts.count - 1)
  }

  private mutating func compile(_ link: TicketLink) -> TicketLinkPlan {
    switch link {
    case .compare(let comparison, let other, let own):
      .compare(comparison, other: compile(other), own: compile(own))
    case .overlap(let other, let own): .overlap(other: compile(other), own: compile(own))
    case .during(let other, let own): .during(other: compile(other), own: compile(own))
    case .around(let other, let own): .around(other: compile(other), own: compile(own))
    }
  }

  /// A comparison; one with a count of tickets is decided as soon as all counts that are possible agree.
  mutating func comparison(_ comparison: Comparison, _ left: Int32, _ right: Int32) -> Int32 {
    if case .ticketCount(let count) = plan.nodes[Int(left)] {
      return add(.compareTicketCount(comparison, count: count, right))
    }
    if case .ticketCount(let count) = plan.nodes[Int(right)] {
      return add(.compareTicketCount(comparison.mirrored, count: count, left))
    }
    return add(.compare(comparison, left, right))
  }
}

import PledgeEvaluation
import PledgePolicy
import PledgeTickets
import PledgeTime

/// All that the tickets of a test come to, with what was computed on the way.
package struct DecidedTest: Sendable {
  package var asOf: Instant
  /// One decision a ticket of the test.
  package var tickets: [ExplainedTicket] = []
  /// What was computed for each ticket.
  package var sightings: [[Sighting]] = []
  /// What was computed for keys and periods.
  package var sharedSightings: [Sighting] = []
  /// For each ticket the derived values that were asked for, as a reader writes them; nil where one is not
  /// known.
  package var values: [[Int: String]] = []
  /// The refunds and rights of keys and periods.
  package var frames: [FrameDecision] = []
  package var periods: [PeriodDecision] = []

  /// Decides the tickets of a test by a plan that keeps something in view.
  ///
  /// `asked` are derived values, by index, that are asked for beside the decisions; those that the test
  /// expects something of are asked for too. Explaining looks at more than deciding does, and is not watched.
  package init(_ test: TestBlock, _ plan: Plan, asked: [Int] = []) {
    asOf = TestRunner.asOf(test)
    var evaluator = Evaluator(plan: plan, registers: test.registers)
    evaluator.ticketIndex = TestRunner.ticketIndex(test, plan, &evaluator, asOf)
    settle(test, &evaluator)
    var portfolio = Portfolio(plan, isExplained: true)
    for ticket in test.tickets {
      var log = ticket.ticket
      log.id = Array(ticket.id.utf8)
      evaluator.isWatching = true
      evaluator.decide(&log, asOf: asOf)
      portfolio?.take(&log, &evaluator)
      evaluator.takeSighting()
      values.append(ask(asked + test.values(of: tickets.count), &evaluator, &log))
      sightings.append(evaluator.sightings)
      evaluator.sightings = []
      evaluator.isWatching = false
      tickets.append(evaluator.explained(&log, asOf: asOf))
    }
    evaluator.isWatching = true
    periods = portfolio?.finish(&evaluator, asOf: asOf).periods ?? []
    sharedSightings += evaluator.sightings
  }

  /// The values of derived values for a ticket, which are watched like decisions.
  private func ask(_ asked: [Int], _ evaluator: inout Evaluator, _ log: inout Ticket) -> [Int: String] {
    var result: [Int: String] = [:]
    for index in asked where result[index] == nil {
      let value = evaluator.plan.policy.derivedValues[index]
      let name = Expression(.derived(index), type: value.value.type, origin: value.origin)
      var causes: [Cause] = []
      result[index] = evaluator.text(of: name, for: &log, asOf: asOf, &causes)
      evaluator.takeSighting()
    }
    return result
  }

  private mutating func settle(_ test: TestBlock, _ evaluator: inout Evaluator) {
    guard evaluator.plan.hasGroups else { return }
    var items = ItemCollection(evaluator.plan)
    for ticket in test.tickets {
      var log = ticket.ticket
      log.id = Array(ticket.id.utf8)
      evaluator.decide(&log, asOf: asOf)
      items.take(&log, &evaluator)
    }
    evaluator.isWatching = true
    evaluator.settled = items.finish(&evaluator, asOf: asOf, isExplained: true) { frames.append($0) }
    evaluator.takeSighting()
    sharedSightings = evaluator.sightings
    evaluator.sightings = []
    evaluator.isWatching = false
  }
}

/// A policy made ready to decide tests that expect nothing.
package struct TestPlan: Sendable {
  package let policy: Policy
  private let plan: Plan

  package init(_ policy: Policy) {
    self.policy = policy
    plan = Plan(policy)
  }

  /// All that the tickets of a test come to; `asked` are derived values, by index.
  package func decided(_ test: TestBlock, asked: [Int]) -> DecidedTest {
    DecidedTest(test, plan, asked: asked)
  }
}

extension TestBlock {
  /// The derived values that are expected of a ticket, by index.
  fileprivate func values(of ticket: Int) -> [Int] {
    expectations.compactMap { expectation in
      guard expectation.ticket == ticket, case .value(let value, _) = expectation.subject,
        case .derived(let index) = value.kind
      else { return nil }
      return index
    }
  }
}

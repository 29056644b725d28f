import PledgeEvaluation
import PledgePolicy
import PledgeTickets
import PledgeTime

/// What falls due next for one ticket: a target's bound or a step of an escalation.
package struct DueEntry: Sendable, Hashable {
  package var at: Instant
  /// Whether what is asked for is in time at that very instant.
  package var isIncluded: Bool
  package var ticket: String
  /// The version of the policy that decides the ticket, by its place in the list's policies.
  package var version: Int
  package var subject: Subject
  /// What is left of a target's limit, as its clock counts; nil for a deadline and for a step.
  package var left: Duration?
  /// Whether the conditions of a step hold as things stand.
  package var holdsNow = true

  /// What falls due.
  package enum Subject: Sendable, Hashable {
    /// By index.
    case target(Int)
    /// A line of an escalation by index, how often it has come (0 where it comes once) and how many of its
    /// groups it reaches.
    case step(escalation: Int, line: Int, repetition: Int, level: Int)
  }
}

/// Collects what falls due within a time behind the as-of instant, in order of instant, ticket and name.
///
/// With a limit it holds no more than twice as many entries, so that memory does not grow with the tickets.
package struct DueList: Sendable {
  /// The versions of the policy.
  package let policies: [Policy]
  private let asOf: Instant
  private let horizon: Instant
  private let limit: Int?
  private var entries: [DueEntry] = []
  /// Tickets with something still to come, due or not within the horizon.
  package private(set) var openTickets = 0
  /// What falls due within the horizon.
  package private(set) var found = 0
  /// What is still to come at an instant that is not known.
  package private(set) var unknown = 0

  /// `within`: how far behind the as-of instant is looked, that instant included; nil for any time.
  package init(policies: [Policy], asOf: Instant, within: Duration?, limit: Int?) {
    self.policies = policies
    self.asOf = asOf
    self.limit = limit
    horizon = within.flatMap { asOf.adding($0) } ?? .latest
  }

  /// The entries in order, at most as many as the limit says.
  package func sorted() -> [DueEntry] {
    let all = entries.sorted(by: precedes)
    return limit.map { Array(all.prefix($0)) } ?? all
  }

  /// Takes what an evaluator has just decided of a ticket.
  package mutating func add(_ ticket: borrowing Ticket, _ evaluator: borrowing Evaluator) {
    let id = String(decoding: ticket.id, as: UTF8.self)
    let version = version(of: evaluator)
    let policy = policies[version]
    var isOpen = false
    for index in policy.targets.indices where evaluator.targets[index].verdict == .pending {
      isOpen = true
      let outcome = evaluator.targets[index]
      guard let due = outcome.due else {
        unknown += 1
        continue
      }
      add(
        DueEntry(
          at: due, isIncluded: outcome.isDueIncluded, ticket: id, version: version, subject: .target(index),
          left: outcome.left))
    }
    for index in policy.escalations.indices {
      for step in evaluator.stepOutcomes[index] {
        guard step.state == .pending || step.state == .scheduled else { continue }
        guard let due = step.due else {
          isOpen = true
          unknown += 1
          continue
        }
        // Behind its instant, but still in time: what is next is the end of that time.
        let next = due >= asOf ? due : step.deadline ?? due
        guard next >= asOf else { continue }
        isOpen = true
        add(
          DueEntry(
            at: next, isIncluded: true, ticket: id, version: version,
            subject: .step(
              escalation: index, line: step.line, repetition: step.repetition, level: step.level),
            left: nil, holdsNow: step.holdsNow))
      }
    }
    if isOpen { openTickets += 1 }
  }

  /// The place of the version that has decided.
  private func version(of evaluator: borrowing Evaluator) -> Int {
    guard policies.count > 1 else { return 0 }
    let name = evaluator.plan.policy.header.version
    return policies.firstIndex { $0.header.version == name } ?? 0
  }

  private mutating func add(_ entry: DueEntry) {
    guard entry.at <= horizon else { return }
    found += 1
    entries.append(entry)
    if let limit, entries.count >= max(2 * limit, 64) {
      entries.sort(by: precedes)
      entries.removeLast(entries.count - limit)
    }
  }

  /// The name of what falls due, as the policy has it.
  package func name(of entry: DueEntry) -> String {
    switch entry.subject {
    case .target(let index): policies[entry.version].targets[index].name
    case .step(let escalation, _, _, _): policies[entry.version].escalations[escalation].name
    }
  }

  private func precedes(_ left: DueEntry, _ right: DueEntry) -> Bool {
    if left.at != right.at { return left.at < right.at }
    if left.ticket != right.ticket {
      return left.ticket.utf8.lexicographicallyPrecedes(right.ticket.utf8)
    }
    let (first, second) = (name(of: left), name(of: right))
    if first != second { return first.utf8.lexicographicallyPrecedes(second.utf8) }
    return place(left.subject) < place(right.subject)
  }

  private func place(_ subject: DueEntry.Subject) -> (Int, Int) {
    switch subject {
    case .target: (0, 0)
    case .step(_, let line, let repetition, _): (line + 1, repetition)
    }
  }
}

import PledgeChecker
import PledgeDiagnostics
import PledgeEvaluation
import PledgePolicy
import PledgeReadings
import PledgeReports
import PledgeTickets
import PledgeTime

/// A world that was read and checked: what laws ask of the evaluator.
struct Decider {
  let policy: Policy
  let plan: Plan
  let registers: [Register]
  let recordPlan: RecordPlan
  /// The codes of the checker's warnings.
  let warnings: Set<String>

  /// Why a world cannot be decided.
  struct Refusal: Error, CustomStringConvertible {
    var description: String
  }

  init(_ draft: Draft, _ tables: [History.Table]) throws {
    let result = Decider.check(draft.text)
    guard var policy = result.policy else {
      throw Refusal(description: Decider.messages(result, draft.text))
    }
    registers = try policy.registers.map { declaration in
      let csv = tables.first { $0.name == declaration.name }?.csv ?? ""
      let source = MemorySource(name: "\(declaration.name).csv", bytes: Array(csv.utf8))
      return try RegisterReader.read(source, declaration: declaration, format: .csv, pool: &policy.texts)
    }
    self.policy = policy
    plan = Plan(policy)
    recordPlan = try RecordPlan.compile(vocabulary: policy.vocabulary).get()
    warnings = Set(result.diagnostics.map { "\($0.code)" })
  }

  init(_ world: World) throws { try self.init(world.draft, world.history.tables) }

  // MARK: Checking

  static func check(_ text: String) -> CheckResult {
    let environment = CheckerEnvironment(
      zone: { .zone(Zones.named($0)) }, holidays: { _, _ in .list(holidays) })
    return Checker.check(SourceFile(name: "laws.pledge", text: text), environment: environment)
  }

  /// The errors of a check as a reader sees them.
  static func messages(_ result: CheckResult, _ text: String) -> String {
    var sources = SourceSet()
    _ = sources.add(name: "laws.pledge", text: text)
    let renderer = DiagnosticRenderer(sources: sources)
    return result.diagnostics.filter { $0.severity == .error }.map { renderer.render($0) }
      .joined(separator: "\n")
  }

  private static let holidays: HolidayList = {
    func date(_ month: Int, _ day: Int) -> CivilDate {
      CivilDate(year: 2026, month: month, day: day) ?? CivilDate(dayNumber: 20_500)
    }
    return HolidayList(
      coverage: DateRange(first: date(1, 1), last: date(5, 31)),
      holidays: [date(1, 1), date(2, 17), date(3, 3), date(4, 6), date(5, 1)],
      working: [date(2, 28), date(3, 8)])
  }()

  // MARK: Reading

  /// The tickets of records; a record that is rejected is a fault of the test.
  func tickets(_ records: [History.Record]) throws -> [Ticket] {
    var tickets: [Ticket] = []
    try read(records.map { $0.json + "\n" }.joined()) {
      tickets.append($0)
    } onRejection: {
      throw Refusal(description: RejectionText.message($0))
    }
    return tickets
  }

  /// Hands over each ticket of a text, and why others are none.
  func read(
    _ text: String, onTicket: (Ticket) throws -> Void, onRejection: (Rejection) throws -> Void
  ) throws {
    let reader = try HistoryReader(
      source: MemorySource(name: "tickets", bytes: Array(text.utf8)), plan: recordPlan, format: .ndjson)
    let decoder = RecordDecoder(plan: recordPlan, pool: policy.texts)
    let chunk = HistoryChunk()
    var ticket = decoder.makeTicket()
    while try reader.next(into: chunk) {
      try decoder.decode(chunk, ticket: &ticket) {
        try onTicket($0)
      } onRejection: {
        try onRejection($0)
      }
    }
  }

  // MARK: Deciding

  /// Decides a history as one worker does.
  func decide(_ records: [History.Record], asOf: Instant) throws -> Decided {
    try decide(parts: [tickets(records)], asOf: asOf)
  }

  /// Decides the parts of a history by a worker each and merges what they have.
  func decide(parts: [[Ticket]], asOf: Instant) throws -> Decided {
    var evaluator = Evaluator(plan: plan, registers: registers)
    let index = index(parts, asOf)
    evaluator.ticketIndex = index
    var decided = Decided(policy: policy)
    if plan.hasGroups {
      decided.settled = settle(parts, index, asOf, &evaluator)
      evaluator.settled = decided.settled?.groups
    }
    var portfolio = Portfolio(plan)
    let encoder = DecisionNDJSON(policy: policy)
    for part in parts {
      var own = Evaluator(plan: plan, registers: registers)
      own.ticketIndex = index
      own.settled = decided.settled?.groups
      var theirs = Portfolio(plan)
      for var ticket in part {
        own.decide(&ticket, asOf: asOf)
        theirs?.take(&ticket, &own)
        encoder.append(ticket, own, recorded: nil, to: &decided.bytes)
        decided.tickets.append(DecidedTicket(ticket, own))
      }
      if let theirs { portfolio?.merge(theirs, unknowns: own.unknowns, into: &evaluator) }
    }
    decided.portfolio = portfolio?.finish(&evaluator, asOf: asOf)
    return decided
  }

  func index(_ parts: [[Ticket]], _ asOf: Instant) -> TicketIndex? {
    guard TicketIndex.isNeeded(by: plan) else { return nil }
    var index = TicketIndex(plan: plan)
    for part in parts {
      var evaluator = Evaluator(plan: plan, registers: registers)
      var own = TicketIndex(plan: plan)
      for var ticket in part { evaluator.note(&ticket, asOf: asOf, in: &own) }
      index.merge(own)
    }
    index.complete()
    return index
  }

  private func settle(
    _ parts: [[Ticket]], _ index: TicketIndex?, _ asOf: Instant, _ evaluator: inout Evaluator
  ) -> SettledItems {
    var items = ItemCollection(plan)
    for part in parts {
      var worker = Evaluator(plan: plan, registers: registers)
      worker.ticketIndex = index
      var own = ItemCollection(plan)
      for var ticket in part {
        worker.decide(&ticket, asOf: asOf)
        own.take(&ticket, &worker)
      }
      items.merge(own, unknowns: worker.unknowns, into: &evaluator)
    }
    return items.finish(&evaluator, asOf: asOf)
  }

  /// Decides a history and says why.
  func explain(_ records: [History.Record], asOf: Instant) throws -> [ExplainedTicket] {
    let parts = [try tickets(records)]
    var evaluator = Evaluator(plan: plan, registers: registers)
    evaluator.ticketIndex = index(parts, asOf)
    if plan.hasGroups { evaluator.settled = settle(parts, evaluator.ticketIndex, asOf, &evaluator).groups }
    return parts[0].map {
      var ticket = $0
      return evaluator.explained(&ticket, asOf: asOf)
    }
  }

  /// Decides a history with groups and says why: its tickets, and the refunds of its keys and periods.
  func explainAll(
    _ records: [History.Record], asOf: Instant
  ) throws -> (tickets: [ExplainedTicket], frames: [FrameRefund]) {
    let tickets = try tickets(records)
    var evaluator = Evaluator(plan: plan, registers: registers)
    evaluator.ticketIndex = index([tickets], asOf)
    var items = ItemCollection(plan)
    for var ticket in tickets {
      evaluator.decide(&ticket, asOf: asOf)
      items.take(&ticket, &evaluator)
    }
    var frames: [FrameRefund] = []
    evaluator.settled = items.finish(&evaluator, asOf: asOf, isExplained: true) { frame in
      if case .refund(let refund) = frame { frames.append(refund) }
    }
    let explained = tickets.map {
      var ticket = $0
      return evaluator.explained(&ticket, asOf: asOf)
    }
    return (explained, frames)
  }
}

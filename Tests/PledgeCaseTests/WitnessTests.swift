import Foundation
import PledgeAnalysis
import PledgeChecker
import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeReadings
import PledgeReports
import PledgeTickets
import PledgeTime
import Testing

@testable import PledgeEvaluation

@Suite("Witnesses")
struct WitnessTests {
  /// A witness of a case, with what decides it.
  private struct Subject {
    var name: String
    var witness: ProofWitness
    var sheet: WitnessSheet
    var draft: Policy
  }

  private static func subjects(_ url: URL) throws -> [Subject] {
    let file = try CaseFile(url)
    let folder = CaseFolder(file)
    let source = folder.sources.add(name: "case.pledge", text: file["policy"] ?? "")
    folder.files["case.pledge"] = source
    var environment = CheckerEnvironment.system(root: url.deletingLastPathComponent().path)
    environment.file = { folder.file($0, from: $1) }
    let result = Checker.check(source, environment: environment)
    let sheets = WitnessSheet.sheets(result)
    return result.witnesses.compactMap { witness in
      sheets.first { $0.diagnostic == witness.diagnostic }.map { sheet in
        Subject(
          name: "\(url.lastPathComponent): \(sheet.name)", witness: witness, sheet: sheet,
          draft: result.draft)
      }
    }
  }

  @Test("Every witness of a case is a ticket in which its message is seen", arguments: try CaseFile.all())
  func witnessesAreSeen(_ url: URL) throws {
    for subject in try Self.subjects(url) { try check(subject) }
  }

  @Test("The findings of the cases have witnesses")
  func findingsHaveWitnesses() throws {
    var codes: [String: Int] = [:]
    for url in try CaseFile.all() {
      for subject in try Self.subjects(url) { codes["\(subject.sheet.diagnostic.code)", default: 0] += 1 }
    }
    for code in ["P0501", "P0502", "P0507", "P0508", "P0509", "P0318", "P0319", "P0329", "P0755"] {
      #expect(codes[code, default: 0] > 0, "no case has a ticket for \(code): \(codes)")
    }
  }

  // MARK: Deciding

  private func check(_ subject: Subject) throws {
    var number = 0
    switch subject.witness.point {
    case .rows(let rows, let table):
      // What reads a table with a hole is broken by the message: only the table is decided.
      let isBroken = subject.sheet.diagnostic.severity == .error
      var policy = isBroken ? Self.alone(subject.draft) : subject.draft
      policy.tables.append(Self.numbered(table))
      let row = PledgePolicy.Expression(
        .tableResult(table: policy.tables.count - 1, column: 0), type: .integer, origin: Self.place)
      try Self.decide(policy, subject.sheet, asking: row) { _, value, causes in
        let isSeen = rows[number].map { value == .number(Rational($0)) } ?? (causes == [.noTableRow])
        #expect(isSeen, "\(subject.name): \(value) \(subject.sheet.tickets)")
        number += 1
      }
    case .owed, .capped, .nothingCounted:
      try Self.decide(subject.draft, subject.sheet) { outcomes, _, _ in
        check(subject, outcomes)
        number += 1
      }
    }
    #expect(number == subject.witness.tickets.count, "\(subject.name): \(subject.sheet.tickets)")
  }

  private func check(_ subject: Subject, _ outcomes: Outcomes) {
    let policy = subject.draft
    switch subject.witness.point {
    case .rows: return
    case .owed(let name):
      guard let refund = policy.refunds.firstIndex(where: { $0.name == name }) else { return }
      #expect(policy.refunds[refund].targets.allSatisfy { outcomes.targets[$0].verdict == .met })
      #expect(outcomes.refunds[refund].state == .owed, "\(subject.name)")
      #expect(outcomes.refunds[refund].amount > .zero, "\(subject.name)")
    case .capped(let name, let isCut):
      guard let refund = policy.refunds.firstIndex(where: { $0.name == name }) else { return }
      #expect(outcomes.refunds[refund].state.hasAmount, "\(subject.name)")
      let whole = uncapped(subject, refund)
      let amount = outcomes.refunds[refund].amount
      #expect(whole.map { isCut ? amount < $0 : amount == $0 } ?? false, "\(subject.name)")
    case .nothingCounted(let name):
      guard let target = policy.targets.firstIndex(where: { $0.name == name }) else { return }
      #expect(outcomes.targets[target].isRunning, "\(subject.name)")
      #expect(outcomes.targets[target].counted == .zero, "\(subject.name)")
      #expect(outcomes.targets[target].verdict == .pending, "\(subject.name)")
    }
  }

  /// What a refund comes to without the cap that the message speaks of.
  private func uncapped(_ subject: Subject, _ refund: Int) -> Rational? {
    let cap = subject.sheet.diagnostic.range
    var policy = subject.draft
    policy.groups.removeAll { group in
      if case .cap(let amount) = group.limit { amount.origin == cap } else { false }
    }
    for index in policy.refunds.indices { policy.refunds[index].caps.removeAll { $0.origin == cap } }
    var amount: Rational?
    try? Self.decide(policy, subject.sheet) { outcomes, _, _ in amount = outcomes.refunds[refund].amount }
    return amount
  }

  /// What a ticket came to.
  private struct Outcomes {
    var targets: [TargetOutcome]
    var refunds: [RefundOutcome]
  }

  /// Decides the tickets of a sheet, and hands over what each came to, with the value of an expression and
  /// the causes for which it is not known.
  private static func decide(
    _ policy: Policy, _ sheet: WitnessSheet, asking: PledgePolicy.Expression? = nil,
    _ each: (Outcomes, Value, [Cause.Kind]) -> Void
  ) throws {
    var policy = policy
    let registers = try policy.registers.map { declaration in
      let rows = sheet.registers.first { $0.name == declaration.name }?.rows ?? ""
      return try RegisterReader.read(
        MemorySource(name: "\(declaration.name).csv", bytes: Array(rows.utf8)), declaration: declaration,
        zone: policy.header.zone, format: .csv, pool: &policy.texts)
    }
    guard case .success(.instant(let asOf)) = Timestamp.parse(sheet.asOf) else {
      throw CocoaError(.formatting)
    }
    var compiler = PlanCompiler(plan: Plan(policy))
    let nothing = PledgePolicy.Expression(.constant(.truth(true)), type: .truth, origin: place)
    let node = compiler.compile(asking ?? nothing)
    var evaluator = Evaluator(plan: compiler.plan, registers: registers)
    if asking == nil, evaluator.plan.hasGroups {
      var items = ItemCollection(evaluator.plan)
      try read(sheet.tickets, policy) { ticket in
        evaluator.decide(&ticket, asOf: asOf)
        items.take(&ticket, &evaluator)
      }
      evaluator.settled = items.finish(&evaluator, asOf: asOf).groups
    }
    try read(sheet.tickets, policy) { ticket in
      if asking == nil { evaluator.decide(&ticket, asOf: asOf) }
      let outcomes = Outcomes(targets: evaluator.targets, refunds: evaluator.refunds)
      let value = evaluator.evaluate(node: node, of: &ticket, asOf: asOf)
      each(outcomes, value, value.unknown.map { evaluator.unknowns.causes($0).map(\.kind) } ?? [])
    }
  }

  private static let place = SourceRange(file: FileID(index: 0), start: 0, end: 0)

  /// A table whose rows say their own numbers.
  private static func numbered(_ declared: DecisionTable) -> DecisionTable {
    var table = declared
    table.results = [DecisionTable.ResultColumn(name: "row", type: .integer)]
    for row in table.rows.indices {
      table.rows[row].results = [
        PledgePolicy.Expression(.constant(.number(Rational(row))), type: .integer, origin: place)
      ]
    }
    return table
  }

  /// The vocabulary of a policy, without what is decided.
  private static func alone(_ policy: Policy) -> Policy {
    var result = Policy(
      header: policy.header, vocabulary: policy.vocabulary, registers: policy.registers, texts: policy.texts)
    result.parameters = policy.parameters
    result.rowKeys = policy.rowKeys
    return result
  }

  private static func read(_ lines: String, _ policy: Policy, _ onTicket: (inout Ticket) -> Void) throws {
    let plan = try RecordPlan.compile(
      vocabulary: policy.vocabulary, mapping: TicketMapping(), captures: [], zones: ZoneLibrary()
    ).get()
    let decoder = RecordDecoder(plan: plan, pool: policy.texts)
    let reader = try HistoryReader(
      source: MemorySource(name: "witness.ndjson", bytes: Array(lines.utf8)), plan: plan, format: .ndjson)
    let chunk = HistoryChunk()
    var ticket = decoder.makeTicket()
    while try reader.next(into: chunk) {
      decoder.decode(chunk, ticket: &ticket, onTicket: onTicket) { rejection in
        Issue.record("\(rejection.field ?? "?"): \(rejection.reason.text)\n\(lines)")
      }
    }
  }
}

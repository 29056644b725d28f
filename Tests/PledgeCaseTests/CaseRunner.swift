import Foundation
import PledgeChecker
import PledgeDiagnostics
import PledgeEvaluation
import PledgePolicy
import PledgeReadings
import PledgeSyntax
import PledgeTesting
import PledgeTickets
import PledgeTime

/// Runs the inputs of a case and fills in what came out.
struct CaseRunner {
  var file: CaseFile

  /// What a check of the case's policies gave, with the files that its messages are about.
  struct Checked {
    var result: CheckResult
    var policies: [Policy]
    var sources: SourceSet
    /// The language of messages about the case's policy.
    var language: MessageLanguage
  }

  /// Checks the policies of the case.
  func check() throws -> Checked {
    let folder = CaseFolder(file)
    let source = folder.sources.add(name: "case.pledge", text: try policyText())
    folder.files["case.pledge"] = source
    var environment = CheckerEnvironment.system(root: file.url.deletingLastPathComponent().path)
    environment.file = { folder.file($0, from: $1) }
    var result = Checker.check(source, environment: environment)
    let versions = versions(folder, environment)
    result.diagnostics += versions.diagnostics
    let policies = (result.policy.map { [$0] } ?? []) + versions.policies
    result.diagnostics += VersionCheck.diagnostics(policies) { [sources = folder.sources] in
      sources.text(in: $0)
    }
    return Checked(
      result: result, policies: policies, sources: folder.sources,
      language: MessageLanguage(of: source) ?? .english)
  }

  /// The case with the sections of results as they come out now.
  mutating func run() throws -> CaseFile {
    let checked = try check()
    let (result, policies, sources) = (checked.result, checked.policies, checked.sources)
    if file["diagnostics"] != nil || !result.diagnostics.isEmpty {
      let text = DiagnosticRenderer(sources: sources, speech: Speech(checked.language))
        .render(result.diagnostics)
      set("diagnostics", text)
    }
    if let policy = result.policy {
      if file["decisions"] != nil {
        set("decisions", try policies.count > 1 ? decisions(policies) : decisions(policy))
      }
      if file["test results"] != nil || !policy.tests.isEmpty {
        set("test results", testResults(policy, sources))
      }
    }
    return file
  }

  /// The policies of the sections `version NAME`, and what is wrong with each.
  private func versions(
    _ folder: CaseFolder, _ environment: CheckerEnvironment
  ) -> (policies: [Policy], diagnostics: [Diagnostic]) {
    var policies: [Policy] = []
    var found: [Diagnostic] = []
    for section in file.sections where section.title.hasPrefix("version ") {
      let name = String(section.title.dropFirst("version ".count))
      let result = Checker.check(
        folder.sources.add(name: name, text: section.content), environment: environment)
      found += result.diagnostics
      if let policy = result.policy { policies.append(policy) }
    }
    return (policies, found)
  }

  /// A case without a policy is a damaged file, not a case of its own.
  private func policyText() throws -> String {
    guard let text = file["policy"], !text.isEmpty else { throw CocoaError(.fileReadCorruptFile) }
    return text
  }

  private mutating func set(_ title: String, _ content: String) {
    if let index = file.sections.firstIndex(where: { $0.title == title }) {
      file.sections[index].content = content
    } else {
      file.sections.append(CaseFile.Section(title: title, fence: "text", content: content))
    }
  }

  // MARK: Decisions

  private func decisions(_ policy: Policy) throws -> String {
    var policy = policy
    let registers = try self.registers(&policy)
    guard let asOf = asOf() else { return "no as-of instant\n" }
    let recordPlan = try RecordPlan.compile(
      vocabulary: policy.vocabulary, mapping: TicketMapping(), captures: [], zones: ZoneLibrary()
    ).get()
    let bytes = Array((file["tickets"] ?? "").utf8)
    let decoder = RecordDecoder(plan: recordPlan, pool: policy.texts)
    var evaluator = Evaluator(plan: Plan(policy), registers: registers)
    if TicketIndex.isNeeded(by: evaluator.plan) {
      var index = TicketIndex(plan: evaluator.plan)
      try read(bytes, recordPlan, decoder) {
        evaluator.note(&$0, asOf: asOf, in: &index)
      } onRejection: { _ in
      }
      index.complete()
      evaluator.ticketIndex = index
    }
    if evaluator.plan.hasGroups {
      var items = ItemCollection(evaluator.plan)
      try read(bytes, recordPlan, decoder) { ticket in
        evaluator.decide(&ticket, asOf: asOf)
        items.take(&ticket, &evaluator)
      } onRejection: { _ in
      }
      evaluator.settled = items.finish(&evaluator, asOf: asOf).groups
    }
    var text = ""
    var rejected = ""
    try read(bytes, recordPlan, decoder) { ticket in
      let explanations = evaluator.explain(&ticket, asOf: asOf)
      text += rejected + String(decoding: ticket.id, as: UTF8.self) + "\n"
      text += CaseText.lines(evaluator, explanations)
      rejected = ""
    } onRejection: { rejection in
      let field = rejection.field.map { " (`\($0)`)" } ?? ""
      rejected += "rejected: line \(rejection.line)\(field): \(rejection.reason.text)\n"
    }
    return text + rejected
  }

  /// The instant as of which the case decides.
  func asOf() -> Instant? {
    guard let stated = file["as of"]?.trimmingCharacters(in: .whitespacesAndNewlines),
      case .success(.instant(let asOf)) = Timestamp.parse(stated)
    else { return nil }
    return asOf
  }

  /// Hands over the tickets of the case, one after the other.
  private func read(
    _ bytes: [UInt8], _ plan: RecordPlan, _ decoder: RecordDecoder,
    onTicket: (inout Ticket) -> Void, onRejection: (Rejection) -> Void
  ) throws {
    let reader = try HistoryReader(
      source: MemorySource(name: "tickets.ndjson", bytes: bytes), plan: plan, format: .ndjson)
    let chunk = HistoryChunk()
    var ticket = decoder.makeTicket()
    while try reader.next(into: chunk) {
      decoder.decode(chunk, ticket: &ticket, onTicket: onTicket, onRejection: onRejection)
    }
  }

  func registers(_ policy: inout Policy) throws -> [Register] {
    var result: [Register] = []
    for declaration in policy.registers {
      guard let rows = file["register \(declaration.name)"] else {
        result.append(Register(declaration))
        continue
      }
      let source = MemorySource(name: "\(declaration.name).csv", bytes: Array(rows.utf8))
      result.append(
        try RegisterReader.read(source, declaration: declaration, format: .csv, pool: &policy.texts))
    }
    return result
  }

  private func testResults(_ policy: Policy, _ sources: SourceSet) -> String {
    TestRunner.run(policy).map { result in
      result.failures.isEmpty
        ? "pass  \(result.title)\n"
        : "FAIL  \(result.title)\n"
          + result.failures.map { failure in
            "  \(failure.text)\n"
              + failure.differences.map { "    \($0.figure): expected \($0.expected), got \($0.actual)\n" }
              .joined()
          }.joined()
    }.joined()
  }
}

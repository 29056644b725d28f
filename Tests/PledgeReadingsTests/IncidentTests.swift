import Glibc
import PledgeTickets
import Testing

@testable import PledgeReadings

/// The ServiceNow log as published, read through a mapping, against the same tickets re-shaped by others.
@Suite struct IncidentTests {
  static let kinds = [
    "opened", "resolved", "closed", "reopened", "awaiting_user", "awaiting_vendor", "awaiting_problem",
    "awaiting_evidence", "resumed",
  ]

  static let texts = [
    "priority", "impact", "urgency", "contact_type", "category", "subcategory", "u_symptom", "location",
    "caller_id", "assignment_group", "assigned_to", "closed_code", "vendor", "problem_id", "rfc", "notify",
  ]

  static let vocabulary = Vocabulary(
    fields: texts.map { FieldDeclaration(name: $0, type: .text, presence: .optional) } + [
      FieldDeclaration(name: "knowledge", type: .truth),
      FieldDeclaration(name: "priority_confirmed", type: .truth),
      FieldDeclaration(name: "made_sla", type: .truth),
      FieldDeclaration(name: "closed_at", type: .instant, presence: .optional),
      FieldDeclaration(name: "resolved_at", type: .instant, presence: .optional),
      FieldDeclaration(name: "sys_mod_count", type: .integer),
    ],
    events: kinds.map { EventDeclaration(name: $0) })

  static let raw = repositoryFile("examples/servicenow-incidents/incident_event_log.csv.gz")
  static let shaped = repositoryFile("examples/servicenow-incidents/tickets.ndjson.gz")

  @Test
  func `the raw log gives ticket for ticket what the re-shaped one gives`() throws {
    let (raw, shaped) = (Self.raw, Self.shaped)
    let rawPlan = try RecordPlan.compile(
      vocabulary: Self.vocabulary,
      mapping: TicketMapping.load(
        path: repositoryFile("Tests/PledgeReadingsTests/Fixtures/incident-log.yaml"))
    ).get()
    let shapedPlan = try RecordPlan.compile(
      vocabulary: Self.vocabulary,
      mapping: TicketMapping.load(
        path: repositoryFile("Tests/PledgeReadingsTests/Fixtures/incident-tickets.yaml"))
    ).get()
    let left = try read(HistoryReader(path: raw, plan: rawPlan), rawPlan, TextPool())
    let right = try read(HistoryReader(path: shaped, plan: shapedPlan), shapedPlan, TextPool())
    #expect(left.rejections.map(describe) == [])
    #expect(right.rejections.map(describe) == [])
    #expect(left.tickets.count == 19_829)
    let (a, b) = (left.tickets.sorted(), right.tickets.sorted())
    var shown = 0
    for (x, y) in zip(a, b) where x != y && shown < 5 {
      Issue.record("\(x)\n\(y)")
      shown += 1
    }
    #expect(a.count == b.count)
  }
}

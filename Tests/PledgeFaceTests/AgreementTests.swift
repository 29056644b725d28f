import Pledge
import Testing

@Suite struct AgreementTests {
  private let text = """
    pledge 1
    policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }
    register teams by team { fee money }
    ticket { team key of teams; event opened, closed }
    target solve { clock from opened until closed; within 60 min }
    refund late { when solve is breached; pay 10% of team.fee per started 1 h over }
    """

  private let ticket =
    #"{"id":"T-1","team":"a","events":[{"at":"2026-03-02T10:00:00Z","type":"opened"},"#
    + #"{"at":"2026-03-02T11:00:01Z","type":"closed"}]}"#

  @Test("A program decides tickets with a policy")
  func decides() throws {
    let agreement = try Agreement(text: text)
    #expect(agreement.id == "desk" && agreement.version == "1" && agreement.title == "Desk")
    let decisions = try agreement.decide(
      ndjson: Array(ticket.utf8), registers: ["teams": Array("team,fee\na,100.00\n".utf8)], asOf: "2026-03-03"
    )
    #expect(decisions.map(\.id) == ["T-1"])
    let target = try #require(decisions.first?.targets.first)
    #expect(target.name == "solve" && target.verdict == "breached" && target.overMicroseconds == 1_000_000)
    #expect(target.due == "2026-03-02T11:00:00+00:00")
    #expect(decisions.first?.refunds.first?.amount == "10.00")
    #expect(decisions.first?.json.hasPrefix(#"{"id":"T-1","targets":{"solve":{"verdict":"breached""#) == true)
  }

  @Test("Errors of the text and missing registers are thrown in words")
  func faults() throws {
    #expect(throws: PolicyFaults.self) { try Agreement(text: "pledge 1\npolicy") }
    let agreement = try Agreement(text: text)
    #expect(throws: PledgeFault.self) { try agreement.decide(ndjson: [], asOf: "2026-03-03") }
    var messages: [String] = []
    _ = try agreement.decide(
      ndjson: Array("{\"id\":1}\n".utf8), registers: ["teams": Array("team,fee\n".utf8)], asOf: "2026-03-03"
    ) { messages.append($0) }
    #expect(messages.count == 1)
  }
}

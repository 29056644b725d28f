import PledgeChecker
import PledgeDiagnostics
import PledgeEvaluation
import PledgePolicy
import PledgeReadings
import PledgeSimulation
import PledgeTime
import Testing

@testable import PledgeReports

@Suite struct ExplanationTextTests {
  private static let policyText = """
    pledge 1
    policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }
    ticket {
      level  one of high, low
      fee    money
      event  opened, held, resumed, closed
    }
    table limits {
      level -> limit
      high  -> 60 min
      low   -> 4 h
    }
    param rate = 10%
    span hold = from held until resumed
    target solve "time to solve" {
      cite    "4.2"
      clock   from opened until closed
      pause   hold
      within  limits.limit
    }
    refund late { when solve is breached; pay rate of fee per started 1 h over; cap 15% of fee }
    """

  private func explained(_ ticket: String, policy text: String = policyText) throws -> String {
    var sources = SourceSet()
    let file = sources.add(name: "desk.pledge", text: text)
    let environment = CheckerEnvironment(
      zone: { _ in .zone(.utc) }, holidays: { _, _ in .unreadable(reason: "none") })
    let result = Checker.check(file, environment: environment)
    let policy = try #require(result.policy, "\(result.diagnostics)")
    let recordPlan = try RecordPlan.compile(vocabulary: policy.vocabulary).get()
    let reader = try HistoryReader(
      source: MemorySource(name: "t", bytes: Array(ticket.utf8)), plan: recordPlan, format: .ndjson)
    let decoder = RecordDecoder(plan: recordPlan, pool: policy.texts)
    let plan = Plan(policy)
    var evaluator = Evaluator(plan: plan, registers: [])
    let asOf = try #require(ParameterSetting.instant("2026-03-03", .utc))
    let text = ExplanationText(plan: plan, sources: sources, style: .plain)
    var shown = ""
    let chunk = HistoryChunk()
    var scratch = decoder.makeTicket()
    while try reader.next(into: chunk) {
      decoder.decode(chunk, ticket: &scratch) { ticket in
        let decision = evaluator.explained(&ticket, asOf: asOf)
        shown += text.text(of: decision, fields: FieldText.fields(of: ticket, policy: policy))
      } onRejection: {
        shown += RejectionText.message($0)
      }
    }
    return shown
  }

  @Test("Two parameters of the same value keep their own names")
  func equalParameters() throws {
    let text = try explained(
      #"{"id":"T-1","fee":200,"events":[{"at":"2026-03-02T10:00:00Z","type":"opened"}]}"#,
      policy: """
        pledge 1
        policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }
        ticket { fee money; event opened once }
        param hourly = 5%
        param repeated = 5%
        refund one { when opened is known; pay hourly of fee }
        refund two { when opened is known; pay repeated of fee }
        """)
    #expect(text.contains("hourly of fee = 10.00 EUR") && text.contains("hourly = 5%"), "\(text)")
    #expect(text.contains("repeated of fee = 10.00 EUR") && text.contains("repeated = 5%"), "\(text)")
  }

  @Test("What a phrase denies has no line of its own, and lends its words to nothing else")
  func deniedPhrases() throws {
    let text = try explained(
      #"{"id":"T-1","level":"low","fee":200,"events":[{"at":"2026-03-02T10:00:00Z","type":"opened"}]}"#,
      policy: """
        pledge 1
        policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }
        ticket { level one of high, low; fee money optional; event opened once }
        refund one { when level not in (low) or fee is missing; pay 1.00 EUR }
        refund two { when level is low and fee is missing; pay 1.00 EUR }
        """)
    #expect(text.contains("level not in (low) = no") && !text.contains("level not in (low) = yes"), "\(text)")
    #expect(text.contains("fee is missing = no") && !text.contains("fee is missing = yes"), "\(text)")
    #expect(text.contains("level is low = yes"), "\(text)")
  }

  @Test("A deadline that was extended says by how much and by what")
  func extendedDeadline() throws {
    let text = try explained(
      #"{"id":"T-1","events":[{"at":"2026-03-02T08:00:00Z","type":"opened"},"#
        + #"{"at":"2026-03-02T09:00:00Z","type":"held"},{"at":"2026-03-02T10:30:00Z","type":"resumed"},"#
        + #"{"at":"2026-03-02T14:00:00Z","type":"closed"}]}"#,
      policy: """
        pledge 1
        policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }
        ticket { event opened once; event held, resumed, closed }
        span hold = from held until resumed
        target solve { clock from opened until closed; by opened + 4 h; extended by hold }
        target plain { clock from opened until closed; by opened + 4 h }
        """)
    #expect(text.contains("due         Mon 2026-03-02 13:30"), "\(text)")
    #expect(text.contains("moved       by 1 h 30 min, extended by hold\n"), "\(text)")
    #expect(text.ranges(of: "moved  ").count == 1, "\(text)")
  }

  @Test("The times that excuse are shown as they are written behind `during`")
  func timesThatExcuse() throws {
    let text = try explained(
      #"{"id":"T-1","events":[{"at":"2026-03-02T10:00:00Z","type":"opened"},"#
        + #"{"at":"2026-03-02T12:00:00Z","type":"closed"}]}"#,
      policy: """
        pledge 1
        policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }
        ticket { event opened, closed }
        span whole = from opened until closed
        exclusion works { during whole up to 1 h each month }
        target solve { clock from opened until closed; exclude works; within 1 h }
        """)
    #expect(text.contains(" during whole up to 1 h each month\n"), "\(text)")
    #expect(!text.contains("during during"), "\(text)")
  }

  @Test("A breach is explained from the clause to the cent")
  func breach() throws {
    let text = try explained(
      #"{"id":"T-1","level":"high","fee":333.33,"events":[{"at":"2026-03-02T10:00:00Z","type":"opened"},"#
        + #"{"at":"2026-03-02T10:30:00Z","type":"held"},{"at":"2026-03-02T11:00:00Z","type":"resumed"},"#
        + #"{"at":"2026-03-02T12:40:00Z","type":"closed"}]}"#)
    #expect(
      text == """
        ticket T-1
          level high, fee 333.33 EUR
          Mon 2026-03-02 10:00  opened
          Mon 2026-03-02 10:30  held
          Mon 2026-03-02 11:00  resumed
          Mon 2026-03-02 12:40  closed
          Tue 2026-03-03 00:00  as of

        target solve "time to solve"  [4.2]
          breached    counted 2 h 10 min of 1 h, 1 h 10 min over
          due         Mon 2026-03-02 11:30
          within      limits.limit = 1 h
                        desk.pledge:10:  high -> 60 min
          time        Mon 2026-03-02 10:00  to 10:30      30 min  counted
                      Mon 2026-03-02 10:30  to 11:00      30 min  not counted: pause hold
                      Mon 2026-03-02 11:00  to 12:40  1 h 40 min  counted
                      in all 2 h 10 min counted; 30 min not counted: pause hold

        refund late
          owed        49.99 EUR
          pay         rate of fee = 33.333 EUR
                      over = 1 h 10 min
                      rate of fee per started 1 h over = 66.666 EUR  (2 units)
          round       half up to 0.01 EUR: 66.67 EUR
          cap         15% of fee = 49.99 EUR
          with        rate = 10%
          amount      49.99 EUR


        """)
  }

  @Test("What is not known yet is said in words")
  func notYet() throws {
    let text = try explained(
      #"{"id":"T-2","level":"low","fee":1.00,"events":[{"at":"2026-03-02T23:00:00Z","type":"opened"}]}"#)
    #expect(text.contains("pending     counted 1 h of 4 h, 3 h left, the clock is still running"))
    #expect(text.contains("because     target `solve` is pending"))
  }
}

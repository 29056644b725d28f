import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime
import Testing

@testable import PledgeEvaluation

/// What exclusions and what is not known make of a clock of an hour: each expectation derived by hand.
@Suite struct ExclusionTests {
  /// `within 1 h` from alarm until restored, with exclusions whose conditions are fields.
  private func policy(_ spans: [SpanExpression?], pause: Bool = false) -> PolicyBuilder {
    var builder = PolicyBuilder(events: "alarm", "restored", "work", "done")
    var exclusions: [Int] = []
    for span in spans {
      let field = builder.field("excluded", .truth)
      exclusions.append(builder.exclusion(when: .field(field), during: span))
    }
    builder.target(builder.pair("alarm", "restored"), .within(.hours(1)), exclude: exclusions)
    return builder
  }

  private func fields(_ values: Bool?...) -> [Int: Scalar] {
    var fields: [Int: Scalar] = [:]
    for (index, value) in values.enumerated() { if let value { fields[index] = .truth(value) } }
    return fields
  }

  private let work: SpanExpression = PolicyBuilder(events: "alarm", "restored", "work", "done").pair(
    "work", "done")

  @Test func `met without exclusions stays met, whatever they say`() {
    let builder = policy([nil, work])
    for whole in [true, false, nil] {
      for part in [true, false, nil] {
        let decided = builder.decide(
          "alarm 10:00, done 10:10, restored 11:00", asOf: "12:00", fields: fields(whole, part))
        #expect(decided.verdict == .met)
        #expect(decided.target.exclusion == nil)
      }
    }
  }

  @Test func `a whole ticket is excused by a known exclusion, undecided by an unknown one, breached by none`()
  {
    let builder = policy([nil])
    let log = "alarm 10:00, restored 11:00:01"
    let excused = builder.decide(log, asOf: "12:00", fields: fields(true))
    #expect(excused.verdict == .excused && excused.target.exclusion == 0)
    #expect(excused.target.over == .seconds(1))
    let unknown = builder.decide(log, asOf: "12:00", fields: fields(nil))
    #expect(unknown.verdict == .undecided && unknown.targetCauses == [[Cause(.fieldMissing, 0)]])
    #expect(builder.decide(log, asOf: "12:00", fields: fields(false)).verdict == .breached)
  }

  @Test func `a running clock is excused as soon as its count exceeds the limit`() {
    let builder = policy([nil])
    for (asOf, verdict) in [("11:00", Verdict.pending), ("11:00:00.000001", .excused)] {
      #expect(builder.decide("alarm 10:00", asOf: asOf, fields: fields(true)).verdict == verdict)
    }
  }

  @Test func `times taken out excuse exactly as far as they reach`() {
    let builder = policy([work])
    // 90 minutes less 30 is the limit; a second more is not.
    let log = "alarm 10:00, work 10:15, done 10:45, restored "
    let excused = builder.decide(log + "11:30", asOf: "12:00", fields: fields(true))
    #expect(excused.verdict == .excused && excused.target.exclusion == 0)
    #expect(excused.target.counted == .hours(1) && excused.target.due == at("11:30"))
    let breached = builder.decide(log + "11:30:01", asOf: "12:00", fields: fields(true))
    #expect(breached.verdict == .breached && breached.target.over == .seconds(1))
  }

  @Test
  func `an unknown exclusion that would rescue leaves the target undecided, one that would not does not`() {
    let builder = policy([work])
    let log = "alarm 10:00, work 10:15, done 10:45, restored "
    #expect(builder.decide(log + "11:30", asOf: "12:00", fields: fields(nil)).verdict == .undecided)
    let breached = builder.decide(log + "11:30:01", asOf: "12:00", fields: fields(nil))
    #expect(breached.verdict == .breached)
    // What is not known takes nothing out of the figures.
    #expect(breached.target.over == .seconds(1801))
  }

  @Test func `a known exclusion rescues also beside unknown ones`() {
    let builder = policy([work, nil])
    let log = "alarm 10:00, work 10:15, done 10:45, restored 11:30"
    #expect(builder.decide(log, asOf: "12:00", fields: fields(true, nil)).verdict == .excused)
    #expect(builder.decide(log, asOf: "12:00", fields: fields(nil, true)).verdict == .excused)
    let unknown = builder.decide(log, asOf: "12:00", fields: fields(nil, nil))
    #expect(unknown.targetCauses == [[Cause(.fieldMissing, 1)]])
  }

  @Test func `a known and an unknown exclusion together decide what neither does alone`() {
    let other = policy([]).pair("done", "restored")
    let builder = policy([work, other])
    // 120 minutes: work takes out 30, what follows 45.
    let log = "alarm 10:00, work 10:15, done 10:45, restored 12:00"
    #expect(builder.decide(log, asOf: "13:00", fields: fields(true, nil)).verdict == .undecided)
    #expect(builder.decide(log, asOf: "13:00", fields: fields(true, false)).verdict == .breached)
    #expect(builder.decide(log, asOf: "13:00", fields: fields(true, true)).verdict == .excused)
  }

  @Test func `an exclusion whose span has a stop before any start may cover everything`() {
    let builder = policy([work])
    let log = "alarm 10:00, done 10:45, restored "
    #expect(builder.decide(log + "11:00", asOf: "12:00", fields: fields(true)).verdict == .met)
    let decided = builder.decide(log + "11:30", asOf: "12:00", fields: fields(true))
    #expect(decided.verdict == .undecided && decided.targetCauses == [[Cause(.stopBeforeStart, 2, 3)]])
    #expect(builder.decide(log + "11:30", asOf: "12:00", fields: fields(false)).verdict == .breached)
  }

  @Test func `the exclusion that is named shares open time with the clock`() {
    var builder = PolicyBuilder(events: "alarm", "restored", "night", "morning", "work", "done")
    let calendar = builder.calendar(office())
    let nightly = builder.exclusion(during: builder.pair("night", "morning"))
    let working = builder.exclusion(during: builder.pair("work", "done"))
    builder.target(
      builder.pair("alarm", "restored"), .within(.hours(2)), on: calendar, exclude: [nightly, working])
    // 17:00-18:00, 9:00-10:30: two and a half hours, the night takes out none of them.
    let decided = builder.decide(
      "alarm 17:00, night 18:00, morning 03/09:00, work 03/09:00, done 03/09:30, restored 03/10:30",
      asOf: "04/00:00")
    #expect(decided.verdict == .excused && decided.target.exclusion == working)
  }

  // MARK: Broken and unrecorded clocks

  @Test func `a stop before any start leaves the clock undecided and names both events`() {
    let builder = policy([])
    let decided = builder.decide("restored 09:00, alarm 10:00, restored 10:30", asOf: "12:00")
    #expect(decided.verdict == .undecided && decided.targetCauses == [[Cause(.stopBeforeStart, 0, 1)]])
    #expect(builder.decide("restored 09:00", asOf: "12:00").verdict == .undecided)
    let stray = builder.decide("alarm 10:00, restored 10:30, restored 11:30", asOf: "12:00")
    #expect(stray.verdict == .met && stray.target.counted == .minutes(30))
  }

  @Test
  func `a clock whose end may be unrecorded is undecided, but where an earlier run is a breach already`() {
    var builder = PolicyBuilder(events: "alarm", "reopened")
    builder.declare("restored", ifRecorded: true)
    builder.target(builder.pair("alarm reopened", "restored"), .within(.hours(1)))
    let running = builder.decide("alarm 10:00", asOf: "12:00")
    #expect(running.verdict == .undecided && running.targetCauses == [[Cause(.eventUnrecorded, 2)]])
    #expect(running.target.isRunning && running.target.stop == nil)
    #expect(builder.decide("alarm 10:00", asOf: "10:30").verdict == .undecided)
    #expect(builder.decide("alarm 10:00, restored 11:00", asOf: "12:00").verdict == .met)
    let again = builder.decide("alarm 10:00, restored 11:00:01, reopened 11:30", asOf: "12:00")
    #expect(again.verdict == .breached && again.target.isRunning)
    #expect(again.target.counted == .seconds(5401))
    #expect(
      builder.decide("alarm 10:00, restored 11:00, reopened 11:30", asOf: "12:00").verdict == .undecided)
  }

  @Test
  func `a pause whose end may be unrecorded matters only where the count is beyond the limit without it`() {
    var builder = PolicyBuilder(events: "alarm", "restored", "hung")
    builder.declare("resumed", ifRecorded: true)
    let hold = builder.span(builder.pair("hung", "resumed"))
    builder.target(builder.pair("alarm", "restored"), .within(.hours(1)), pause: [hold])
    #expect(builder.decide("alarm 10:00, hung 10:30, restored 11:00", asOf: "12:00").verdict == .met)
    let doubtful = builder.decide("alarm 10:00, hung 10:30, restored 11:30", asOf: "12:00")
    #expect(doubtful.verdict == .undecided && doubtful.targetCauses == [[Cause(.eventUnrecorded, 3)]])
    #expect(builder.decide("alarm 10:00, hung 11:01, restored 11:30", asOf: "12:00").verdict == .breached)
  }

  @Test func `a pause that is not long enough yet may still be, so a breach is not final`() {
    var builder = PolicyBuilder(events: "alarm", "restored", "hung", "resumed")
    let hold = builder.span(builder.pair("hung", "resumed", longerThan: .hours(2)))
    builder.target(builder.pair("alarm", "restored"), .within(.hours(1)), pause: [hold])
    let log = "alarm 10:00, hung 10:30"
    #expect(builder.decide(log, asOf: "11:00").verdict == .pending)
    let waiting = builder.decide(log, asOf: "12:00")
    #expect(waiting.verdict == .pending && waiting.targetCauses == [[Cause(.eventNotYet, 3)]])
    #expect(builder.decide(log, asOf: "12:30:00.000001").target.counted == .minutes(30))
    #expect(builder.decide(log + ", resumed 12:30", asOf: "12:30").verdict == .breached)
  }

  @Test func `a clock cut to open hours runs on while its outage does`() {
    var builder = PolicyBuilder(events: "alarm", "restored")
    let calendar = builder.calendar(office())
    builder.target(builder.pair("alarm", "restored").and(.calendar(calendar)), .within(.hours(4)))
    for asOf in ["10:01", "14:00", "20:00"] {
      let log = asOf == "20:00" ? "alarm 16:00" : "alarm 10:00"
      let decided = builder.decide(log, asOf: asOf)
      #expect(decided.verdict == .pending && decided.target.isRunning, "\(asOf)")
    }
    #expect(builder.decide("alarm 10:00", asOf: "14:00:01").verdict == .breached)
    #expect(builder.decide("alarm 16:00, restored 03/10:00", asOf: "03/12:00").target.counted == .hours(3))
  }

  @Test func `a clock that has not started is pending and names what would start it`() {
    let decided = policy([]).decide("work 10:00", asOf: "12:00")
    #expect(decided.verdict == .pending && decided.targetCauses == [[Cause(.eventNotYet, 0)]])
    #expect(policy([]).decide("", asOf: "12:00").verdict == .pending)
  }

  @Test func `a target that is about other tickets does not apply, and is undecided where that is not known`()
  {
    var builder = PolicyBuilder(events: "alarm", "restored")
    let field = builder.field("vip", .truth)
    builder.target(builder.pair("alarm", "restored"), .within(.hours(1)), when: .field(field))
    let log = "alarm 10:00, restored 10:30"
    #expect(builder.decide(log, asOf: "12:00", fields: [0: .truth(true)]).verdict == .met)
    #expect(builder.decide(log, asOf: "12:00", fields: [0: .truth(false)]).verdict == .notApplicable)
    #expect(builder.decide(log, asOf: "12:00").verdict == .undecided)
  }
}

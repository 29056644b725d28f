import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime
import Testing

@testable import PledgeEvaluation

/// What an evaluation came to, out of the evaluator's hands.
struct Decided {
  var targets: [TargetOutcome]
  var refunds: [RefundOutcome]
  /// The causes of each target and refund that has some.
  var targetCauses: [[Cause]]
  var refundCauses: [[Cause]]

  var verdict: Verdict { targets[0].verdict }
  var target: TargetOutcome { targets[0] }
  var refund: RefundOutcome { refunds[0] }
}

/// Decides one ticket by a policy.
func decide(_ policy: Policy, _ ticket: Ticket, asOf: Instant, registers: [Register] = []) -> Decided {
  var evaluator = Evaluator(plan: Plan(policy), registers: registers)
  return decide(&evaluator, ticket, asOf: asOf)
}

func decide(_ evaluator: inout Evaluator, _ ticket: Ticket, asOf: Instant) -> Decided {
  var ticket = ticket
  evaluator.decide(&ticket, asOf: asOf)
  var result = Decided(
    targets: evaluator.targets, refunds: evaluator.refunds, targetCauses: [], refundCauses: [])
  for outcome in evaluator.targets {
    result.targetCauses.append(outcome.unknown.map { evaluator.unknowns.causes($0) } ?? [])
  }
  for outcome in evaluator.refunds {
    result.refundCauses.append(outcome.unknown.map { evaluator.unknowns.causes($0) } ?? [])
  }
  return result
}

/// The value of an expression for a ticket, and its causes where it is unknown.
func evaluate(
  _ expression: Expression, in builder: PolicyBuilder, _ ticket: Ticket, asOf: Instant,
  registers: [Register] = []
) -> (value: Value, causes: [Cause]) {
  var compiler = PlanCompiler(plan: Plan(builder.policy))
  let node = compiler.compile(expression)
  var evaluator = Evaluator(plan: compiler.plan, registers: registers)
  var ticket = ticket
  let value = evaluator.evaluate(node: node, of: &ticket, asOf: asOf)
  return (value, value.unknown.map { evaluator.unknowns.causes($0) } ?? [])
}

/// An instant of March 2026, whose second is a Monday: `10:00`, `10:00:01`, `10:00:00.000001` on the 2nd, or
/// with the day before a slash: `05/10:00`.
func at(_ text: String, _ zone: Zone = .utc) -> Instant {
  let parts = text.split(separator: "/")
  let day = parts.count == 2 ? String(parts[0]) : "02"
  let time = String(parts[parts.count - 1])
  guard let date = try? CivilDate.parse("2026-03-\(day)").get(), let wall = try? WallTime.parse(time).get()
  else {
    preconditionFailure("no instant \(text)")
  }
  return zone.instant(date, wall)
}

extension PolicyBuilder {
  /// A ticket with events such as `alarm 10:00, restored 03/12:00:01`, and values by field.
  func ticket(_ log: String = "", fields: [Int: Scalar] = [:], zone: Zone = .utc) -> Ticket {
    var ticket = Ticket(fields: policy.vocabulary.fields.count)
    for (index, value) in fields { ticket.values[index] = value }
    for entry in log.split(separator: ",") {
      let words = entry.split(separator: " ")
      ticket.events.append(LoggedEvent(at: at(String(words[1]), zone), code: Int32(code(String(words[0])))))
    }
    ticket.finish()
    return ticket
  }

  func decide(
    _ log: String, asOf: String, fields: [Int: Scalar] = [:], registers: [Register] = [], zone: Zone = .utc
  ) -> Decided {
    PledgeEvaluationTests.decide(
      policy, ticket(log, fields: fields, zone: zone), asOf: at(asOf, zone), registers: registers)
  }
}

/// Hours such as `09:00-12:00, 13:30-18:00`; none for an empty text.
func hours(_ text: String) -> [WallInterval] {
  text.split(separator: ",").map { part in
    let ends = part.split(separator: "-").map { String($0.filter { $0 != " " }) }
    guard let start = try? WallTime.parse(ends[0]).get(), let end = try? WallTime.parse(ends[1]).get() else {
      preconditionFailure("no hours \(text)")
    }
    return WallInterval(start: start, end: end)
  }
}

/// Monday to Friday with these hours, and Saturday and Sunday with those.
func office(
  _ text: String = "09:00-18:00", weekend: String = "", zone: Zone = .utc, dayEnd: DayEnd? = .close,
  late: LateArrival? = .nextWorkingDay
) -> CalendarRules {
  let week = Array(repeating: hours(text), count: 5) + Array(repeating: hours(weekend), count: 2)
  return CalendarRules(hours: .own(OpeningHours(zone: zone, weekly: week)), dayEnd: dayEnd, lateArrival: late)
}

extension Scalar {
  /// A number as it is written.
  static func decimal(_ text: String) -> Scalar {
    guard let decimal = try? Decimal.parse(text).get() else { preconditionFailure("no number \(text)") }
    return .number(decimal)
  }
}

import PledgePolicy
import PledgeTickets
import PledgeTime

/// An evaluator beside another: it looks at the same ticket with its log cut at an earlier instant.
final class Sampler {
  fileprivate var evaluator: Evaluator

  fileprivate init(_ evaluator: consuming Evaluator) { self.evaluator = evaluator }
}

extension Evaluator {
  /// What something comes to on the log cut at an instant; the causes of unknowns are those of the sampler,
  /// and `adopted` makes them ours.
  mutating func sampled<Result>(
    at instant: Instant, event: Int = -1, _ body: (inout Evaluator) -> Result
  ) -> Result {
    let sampler = self.sampler ?? Sampler(Evaluator(plan: plan, registers: registers))
    self.sampler = sampler
    sampler.evaluator.keyTimes = keyTimes
    swap(&ticket, &sampler.evaluator.ticket)
    sampler.evaluator.begin(asOf: instant)
    sampler.evaluator.evidencePosition = event
    let result = body(&sampler.evaluator)
    swap(&ticket, &sampler.evaluator.ticket)
    return result
  }

  /// Whether a condition holds on the log cut at an instant; -1 always holds.
  mutating func holds(_ condition: Int32, at instant: Instant, event: Int = -1) -> Value {
    guard condition >= 0 else { return .truth(true) }
    let (value, causes) = sampled(at: instant, event: event) { evaluator in
      let value = evaluator.value(condition)
      return (value, value.unknown.map { evaluator.unknowns.causes($0) })
    }
    return causes.map { .unknown(adopted($0)) } ?? value
  }

  /// The causes of a sampler as our own.
  mutating func adopted(_ causes: [Cause]) -> UnknownID {
    var result: UnknownID?
    for cause in causes {
      let id = unknowns.id(cause)
      result = result.map { unknowns.join($0, id) } ?? id
    }
    return result ?? unknown(.overflow)
  }

  /// An attribute of the event that is looked at as evidence.
  mutating func attribute(_ event: Int32, _ index: Int32) -> Value {
    guard ticket.events.indices.contains(evidencePosition) else {
      return .unknown(unknown(.attributeMissing, event, index))
    }
    let logged = ticket.events[evidencePosition]
    let position = Int(logged.firstAttribute) + Int(index)
    if logged.code == event, logged.firstAttribute >= 0, ticket.attributes.indices.contains(position),
      let value = Value(ticket.attributes[position])
    {
      return value
    }
    let declared = plan.policy.vocabulary.events[Int(event)].attributes[Int(index)]
    if case .defaulted(let scalar) = declared.presence, let value = Value(scalar) { return value }
    return .unknown(unknown(.attributeMissing, event, index))
  }
}

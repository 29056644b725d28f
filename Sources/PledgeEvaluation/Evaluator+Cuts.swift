import PledgePolicy
import PledgeTickets
import PledgeTime

/// An evaluator of the same plan that looks at a ticket's log cut at an earlier instant.
final class CutEvaluator {
  fileprivate var evaluator: Evaluator

  fileprivate init(_ evaluator: consuming Evaluator) { self.evaluator = evaluator }
}

extension Evaluator {
  /// Lends the ticket to an evaluator of earlier cuts. The causes of what that does not know are its own;
  /// `adopted` makes them ours.
  mutating func onCutLog<Result>(_ body: (inout Evaluator) -> Result) -> Result {
    let cut = cutEvaluator ?? CutEvaluator(Evaluator(plan: plan, registers: registers))
    cutEvaluator = cut
    cut.evaluator.ticketIndex = ticketIndex
    cut.evaluator.timeOfVersions = timeOfVersions
    cut.evaluator.isWatching = isWatching
    swap(&ticket, &cut.evaluator.ticket)
    let result = body(&cut.evaluator)
    swap(&ticket, &cut.evaluator.ticket)
    if isWatching {
      cut.evaluator.takeSighting()
      sightings += cut.evaluator.sightings
      cut.evaluator.sightings = []
    }
    return result
  }

  /// A value on a cut log, with its causes as ours.
  mutating func valueOnCutLog(_ body: (inout Evaluator) -> Value) -> Value {
    let (value, causes) = onCutLog { evaluator in
      let value = body(&evaluator)
      return (value, value.unknown.map { evaluator.unknowns.causes($0) })
    }
    return causes.map { .unknown(adopted($0)) } ?? value
  }

  /// The causes of an evaluator of earlier cuts as our own.
  mutating func adopted(_ causes: [Cause]) -> UnknownID {
    var result: UnknownID?
    for cause in causes {
      let id = unknowns.id(cause)
      result = result.map { unknowns.join($0, id) } ?? id
    }
    return result ?? unknown(.overflow)
  }

  // MARK: Questions at an instant

  /// The value of a node on the log cut at an instant.
  mutating func sample(_ node: Int32, at instant: Value) -> Value {
    guard case .instant(let cut) = instant else { return .unknown(instant.unknown ?? unknown(.overflow)) }
    guard frame == nil else { return sampleFrame(node, at: cut) }
    guard cut <= asOf else { return .unknown(unknown(.instantNotYet)) }
    return valueOnCutLog { evaluator in
      evaluator.registerInstant = cut
      evaluator.look(asOf: cut)
      return evaluator.value(node)
    }
  }

  /// A key has no log to cut: what is asked at another instant is computed anew.
  private mutating func sampleFrame(_ node: Int32, at instant: Instant) -> Value {
    let read = registerInstant
    registerInstant = instant
    defer { registerInstant = read }
    raiseStamp()
    placeKey()
    let result = value(node)
    raiseStamp()
    placeKey()
    return result
  }

  /// What something comes to on the log cut at an instant, where settlement is looked for too.
  mutating func sampled<Result>(
    at instant: Instant, event: Int = -1, _ body: (inout Evaluator) -> Result
  ) -> Result {
    onCutLog { evaluator in
      evaluator.beginCut(at: instant, event: event)
      return body(&evaluator)
    }
  }

  /// Whether a condition holds on the log cut at an instant; -1 always holds.
  mutating func holds(_ condition: Int32, at instant: Instant, event: Int = -1) -> Value {
    guard condition >= 0 else { return .truth(true) }
    return valueOnCutLog { evaluator in
      evaluator.beginCut(at: instant, event: event)
      return evaluator.value(condition)
    }
  }

  private mutating func beginCut(at instant: Instant, event: Int) {
    registerInstant = nil
    evidencePosition = event
    begin(asOf: instant)
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

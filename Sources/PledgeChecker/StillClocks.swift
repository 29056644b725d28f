import PledgeDiagnostics
import PledgePolicy
import PledgeTime

/// Looks for pauses and exclusions that begin with the clock that they stop: up to their end nothing is
/// counted, and where they end no earlier than the clock, nothing ever is.
///
/// Exact for spans of pairs of events. What conditions, calendars and registers make is not looked into.
struct StillClocks {
  private let policy: Policy
  private var found: [ProofWitness] = []

  private init(_ policy: Policy) { self.policy = policy }

  /// What is found about a policy without errors, each with what a ticket has to be for it.
  static func findings(_ policy: Policy) -> [ProofWitness] {
    var clocks = StillClocks(policy)
    for index in policy.targets.indices { clocks.look(index) }
    return clocks.found
  }

  private mutating func look(_ index: Int) {
    let target = policy.targets[index]
    guard let clock = pairing(target.clock) else { return }
    for pause in target.pauses.map({ policy.spans[$0] }) {
      guard let times = pairing(pause.span), times.beginsWith(clock) else { continue }
      warn(
        .pausedFromStart(pause: pause.name, target: target.name, isForGood: times.endsBehind(clock)),
        at: pause.span.origin, index)
    }
    for exclusion in target.exclusions.map({ policy.exclusions[$0] }) {
      guard exclusion.condition == nil, let span = exclusion.span, let times = pairing(span),
        times.beginsWith(clock), times.endsBehind(clock)
      else { continue }
      warn(.excludesAll(exclusion: exclusion.name, target: target.name), at: span.origin, index)
    }
  }

  private mutating func warn(_ fact: ClauseFact, at place: SourceRange, _ index: Int) {
    let target = policy.targets[index]
    let isRunning = Expression(.verdict(target: index, [.pending]), type: .truth, origin: target.origin)
    found.append(
      ProofWitness(
        Diagnostic(
          .clause(fact), at: place, labels: [SecondaryLabel(.clock(of: target.name), at: target.clock.origin)]
        ),
        [[ProofWitness.Demand(expression: isRunning, value: .known(.truth(true)))]],
        .nothingCounted(target: target.name)))
  }

  /// The pairs of events that a span is, itself or by its name.
  private func pairing(_ span: SpanExpression) -> Pairing? {
    switch span.kind {
    case .pairing(let pairing): return pairing
    case .named(let index):
      let declared = policy.spans[index]
      return declared.keys == nil ? pairing(declared.span) : nil
    case .calendar, .between, .whenever, .register, .limited, .overlap, .union, .intersection, .minus:
      return nil
    }
  }
}

extension Pairing {
  /// Whether each interval of a clock begins inside one of these, with nothing of it before: they open at
  /// every event that starts the clock, and for as long as it takes.
  fileprivate func beginsWith(_ clock: Pairing) -> Bool {
    guard atMost == nil, length == nil, clock.computedStarts.isEmpty, clock.spanStarts.isEmpty,
      !clock.starts.isEmpty
    else { return false }
    return clock.starts.allSatisfy { start in starts.contains { $0.isThere(with: start) } }
  }

  /// Whether none of these ends before the clock does.
  fileprivate func endsBehind(_ clock: Pairing) -> Bool {
    guard computedEnds.isEmpty, spanEnds.isEmpty else { return false }
    return ends.allSatisfy { end in clock.ends.contains { $0.isThere(with: end) } }
  }
}

extension EventPoint {
  /// Whether this point is there wherever another one is, at the same instant: one that is there earlier
  /// says nothing, since the interval that it opens or closes may be another one.
  fileprivate func isThere(with other: EventPoint) -> Bool {
    guard event == other.event, offset == other.offset else { return false }
    if window == nil, occurrence == .every { return true }
    return window == other.window && occurrence == other.occurrence
  }
}

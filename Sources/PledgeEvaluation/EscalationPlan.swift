import PledgeNumbers
import PledgeTime

/// An escalation made ready.
struct EscalationPlan {
  var condition: Int32 = -1
  /// Its clock in the plan's `stepClocks`, else -1.
  var clock: Int32
  /// In the plan's `steps`.
  var steps: Node.List
}

/// A clock without a bound.
struct StepClockPlan {
  /// A span node.
  var span: Int32
  var calendar: Int32
  /// Span nodes in the plan's `operands`.
  var pauses: Node.List
  /// Whether every cycle counts from zero.
  var isEach: Bool
}

/// A cycle of a clock, while the steps are found that it has for itself.
struct StepCycle {
  var interval: Interval
  /// Whether it may go on without a further start.
  var isOpen: Bool
}

/// One line of an escalation made ready.
struct StepPlan {
  var moment: Moment
  /// Where its time is counted, in the plan's `stepClocks`; -1 for an event's step without a clock.
  var clock: Int32
  var every: Duration?
  /// Whether it comes in every cycle of its clock.
  var isPerCycle: Bool
  var groups: Int32
  var condition: Int32
  var evidence: EvidencePlan?

  /// When it falls due.
  enum Moment {
    case elapsed(Duration)
    /// `hasFixedLimit`: the limit is written out, so that it is the same at any instant.
    case share(Rational, target: Int32, hasFixedLimit: Bool)
    case event(EventPointPlan)
  }
}

/// What shows that a step was done. Steps of one escalation with equal `event` and `condition` share their
/// evidence: an event shows one of them.
struct EvidencePlan {
  var event: Int32
  var condition: Int32
  var grace: Duration

  func isShared(with other: EvidencePlan) -> Bool {
    event == other.event && condition == other.condition
  }
}

import PledgeDiagnostics
import PledgeNumbers
import PledgeTime

/// What has to be done while a clock runs, step by step.
package struct Escalation: Sendable {
  package var name: String
  package var title: String?
  package var citations: [String]
  /// `for …`: the tickets that the steps are about, asked at each step's own instant; nil for all.
  package var condition: Expression?
  /// What elapsed times are counted on; nil where every step has a clock of its own or none.
  package var clock: EscalationClock?
  /// In the order written.
  package var steps: [Step]
  package var origin: SourceRange

  package init(name: String, title: String?, origin: SourceRange) {
    self.name = name
    self.title = title
    self.citations = []
    self.condition = nil
    self.clock = nil
    self.steps = []
    self.origin = origin
  }

  /// One line: when it falls due, what is done, whom it reaches and what shows that it was done.
  package struct Step: Sendable {
    package var moment: Moment
    /// `every 1 h after …`: the length after which the step comes again, on the clock of its moment.
    package var every: Duration?
    /// By index.
    package var action: Int
    /// Roles by index; each group joins the one before.
    package var groups: [[Int]]
    /// `when …`, asked at the step's own instant.
    package var condition: Expression?
    package var evidence: Evidence?
    package var origin: SourceRange

    package init(moment: Moment, action: Int, groups: [[Int]], origin: SourceRange) {
      self.moment = moment
      self.every = nil
      self.action = action
      self.groups = groups
      self.condition = nil
      self.evidence = nil
      self.origin = origin
    }

    /// How many times a step comes at most for one ticket; behind that nothing is decided.
    package static let repetitionLimit = 1000
  }

  /// When a step falls due, or from when on it comes again and again.
  package enum Moment: Sendable {
    /// When the escalation's clock has counted this much.
    case elapsed(Duration)
    /// When the clock of a target has counted this share of its limit.
    case share(Rational, target: Int)
    /// At an event, or a time before or behind it.
    case event(EventPoint)
  }

  /// The event that shows that a step was done.
  package struct Evidence: Sendable {
    package var event: Int
    /// How long behind the step's instant it is still in time.
    package var grace: Duration
    /// `where …`: a condition that may name the event's attributes.
    package var condition: Expression?

    package init(event: Int, grace: Duration, condition: Expression?) {
      self.event = event
      self.grace = grace
      self.condition = condition
    }
  }
}

/// A clock without a bound: a span, the calendar on which it counts, and its pauses.
package struct EscalationClock: Sendable {
  package var span: SpanExpression
  package var calendar: Int?
  /// Spans that do not count, by index.
  package var pauses: [Int]
  /// `clock each`: every cycle counts from zero, and has steps of its own.
  package var isEach: Bool

  package init(span: SpanExpression, calendar: Int?, pauses: [Int], isEach: Bool = false) {
    self.span = span
    self.calendar = calendar
    self.pauses = pauses
    self.isEach = isEach
  }
}

extension Escalation {
  /// Whether a step comes in every cycle of the clock on which its time is counted.
  package func isPerCycle(_ step: Step, in policy: Policy) -> Bool {
    switch step.moment {
    case .elapsed: clock?.isEach ?? false
    case .share(_, let target): policy.targets[target].isEachCycle
    case .event: false
    }
  }
}

/// A declared role or action of escalations.
package struct NamedWord: Sendable {
  package var name: String
  package var title: String?

  package init(name: String, title: String?) {
    self.name = name
    self.title = title
  }
}

/// What a step of an escalation can come to.
package enum StepState: UInt8, Sendable, Hashable, CaseIterable {
  /// It falls or fell due; nothing shows whether it was done, because no evidence is asked for.
  case scheduled
  /// Its time has not passed yet.
  case pending
  case done
  /// Done, but behind its time.
  case late
  /// Its time has passed and nothing shows that it was done.
  case missed
  /// The clock ended before it fell due.
  case void
  /// Its `when` did not hold at its instant.
  case suppressed
  /// The escalation is not about the ticket.
  case notApplicable
  case undecided

  /// The state as reports and tests write it.
  package var word: String {
    switch self {
    case .scheduled: "scheduled"
    case .pending: "pending"
    case .done: "done"
    case .late: "late"
    case .missed: "missed"
    case .void: "void"
    case .suppressed: "suppressed"
    case .notApplicable: "not applicable"
    case .undecided: "undecided"
    }
  }
}

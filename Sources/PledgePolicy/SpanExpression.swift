import PledgeDiagnostics
import PledgeTime

/// A set of times of one ticket, as the policy writes it.
package struct SpanExpression: Sendable {
  package var kind: Kind
  package var origin: SourceRange

  package init(_ kind: Kind, origin: SourceRange) {
    self.kind = kind
    self.origin = origin
  }

  /// How the set comes about.
  package indirect enum Kind: Sendable {
    /// `from A until B`: pairs of a starting and an ending event.
    case pairing(Pairing)
    /// A declared span, by index.
    case named(Int)
    /// The open hours of a calendar.
    case calendar(Int)
    /// From one instant until before another: `during 2020-03-23 until 2020-06-05`.
    case between(Expression, Expression)
    /// All time while a condition of the ticket holds.
    case whenever(Expression)
    /// The windows that the rows of a register state for a key.
    case register(RegisterSpan)
    /// At most so much of a span in each period, used up in order of time.
    case limited(SpanExpression, Allowance)
    /// The times at which so many different keys are in a span: `at least 3 circuit of outage`.
    case overlap(KeyOverlap)
    case union(SpanExpression, SpanExpression)
    case intersection(SpanExpression, SpanExpression)
    case minus(SpanExpression, SpanExpression)
  }
}

/// `at least 3 circuit of outage where circuit.level is AAA`: the time during which at least so many
/// different keys are in a span at once, over all tickets.
package struct KeyOverlap: Sendable {
  package var count: Count
  /// Whose values are counted; an expression of a ticket.
  package var key: Expression
  package var span: SpanExpression
  /// Which tickets count; nil for all.
  package var condition: Expression?

  /// How many keys: a number, or a parameter, by index.
  package enum Count: Sendable, Hashable {
    case number(Int)
    case parameter(Int)
  }

  package init(count: Count, key: Expression, span: SpanExpression, condition: Expression?) {
    self.count = count
    self.key = key
    self.span = span
    self.condition = condition
  }
}

/// The windows of a register's rows, `start` to `end`, for one key.
///
/// **Invariant**: the condition reads columns of the row by `rowColumn`.
package struct RegisterSpan: Sendable {
  package var register: Int
  /// The key whose rows count; of a ticket the field that the register is joined by.
  package var key: Expression
  /// The columns of a window's ends; one without an end is open.
  package var start: Int
  package var end: Int
  /// Which rows count; nil for all.
  package var condition: Expression?

  package init(register: Int, key: Expression, start: Int, end: Int) {
    self.register = register
    self.key = key
    self.start = start
    self.end = end
    self.condition = nil
  }
}

/// `up to 4 h each month`: how much of a span counts in a period.
package struct Allowance: Sendable {
  package var length: Duration
  /// Nil where it is for all of the span.
  package var period: PeriodRule.Kind?

  package init(length: Duration, period: PeriodRule.Kind?) {
    self.length = length
    self.period = period
  }

  /// What its periods are cut by.
  package var operands: [Expression] {
    switch period {
    case .anchored(_, from: .frame(let instant), _)?, .anchored(_, from: .earliestOfTickets(let instant), _)?:
      [instant]
    case .rolling(let length, _)?: [length]
    case .calendar?, nil: []
    }
  }
}

/// The two sides of `from A until B` and what its intervals must be.
package struct Pairing: Sendable {
  package var starts: [EventPoint]
  /// Empty where the span never ends.
  package var ends: [EventPoint]
  /// Starts and ends that follow from several events: `earliest(alarm, reported)`.
  package var computedStarts: [ComputedPoint] = []
  package var computedEnds: [ComputedPoint] = []
  /// Spans whose times open it where they begin, and close it where they end: `until storm`.
  package var spanStarts: [SpanPoint] = []
  package var spanEnds: [SpanPoint] = []
  /// `up to L`: an interval ends after L at the latest.
  package var atMost: Duration?
  package var length: LengthTest?

  package init(starts: [EventPoint], ends: [EventPoint], atMost: Duration? = nil, length: LengthTest? = nil) {
    self.starts = starts
    self.ends = ends
    self.atMost = atMost
    self.length = length
  }
}

/// An instant that several events make, at a side of a span.
package struct ComputedPoint: Sendable {
  package var instant: Expression
  /// The events that it follows from, the first of which messages name.
  package var events: [Int]
  package var offset: Duration

  package init(instant: Expression, events: [Int], offset: Duration) {
    self.instant = instant
    self.events = events
    self.offset = offset
  }
}

/// A declared span at a side of another one, moved by an offset.
package struct SpanPoint: Sendable {
  /// Index of the span in the policy.
  package var span: Int
  package var offset: Duration

  package init(span: Int, offset: Duration) {
    self.span = span
    self.offset = offset
  }
}

/// Which intervals of a span count at all: `longer than 1 min`, `at least 1 min`.
package struct LengthTest: Sendable, Hashable {
  package var length: Duration
  /// Whether an interval of exactly this length counts.
  package var inclusive: Bool

  package init(length: Duration, inclusive: Bool) {
    self.length = length
    self.inclusive = inclusive
  }
}

/// An occurrence of an event, moved by an offset.
package struct EventPoint: Sendable, Hashable {
  /// Index of the event in the vocabulary.
  package var event: Int
  package var occurrence: Occurrence
  package var offset: Duration

  package init(event: Int, occurrence: Occurrence, offset: Duration = .zero, window: Duration? = nil) {
    self.event = event
    self.occurrence = occurrence
    self.offset = offset
    self.window = window
  }

  /// `3rd E within L`: an occurrence counts only where the n that end with it lie within this length. It is
  /// then every such one.
  package var window: Duration?

  /// Which of an event's occurrences is meant.
  package enum Occurrence: Sendable, Hashable {
    /// Every one (in a span), or the only one (of an event declared `once`).
    case every
    /// The nth, counted from 1.
    case nth(Int)
    case last
  }
}

/// A declared span.
package struct SpanDeclaration: Sendable {
  package var name: String
  package var title: String?
  package var span: SpanExpression
  /// `per …`: the keys whose tickets have the span together; nil for a span of one ticket.
  package var keys: [Expression]?
  package var citations: [String]
  package var origin: SourceRange

  package init(name: String, title: String?, span: SpanExpression, citations: [String], origin: SourceRange) {
    self.name = name
    self.title = title
    self.span = span
    self.keys = nil
    self.citations = citations
    self.origin = origin
  }
}

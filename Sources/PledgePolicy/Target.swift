import PledgeDiagnostics
import PledgeNumbers
import PledgeTime

/// A promise about one ticket: a clock and its bound.
package struct Target: Sendable {
  package var name: String
  package var title: String?
  package var citations: [String]
  /// `for …`: the tickets that the target is about; nil for all.
  package var condition: Expression?
  package var clock: SpanExpression
  /// The calendar on which the clock counts; nil for around the clock.
  package var calendar: Int?
  /// Spans that do not count, by index.
  package var pauses: [Int]
  /// Exclusions that may excuse a breach, by index, in order of declaration.
  package var exclusions: [Int]
  package var bound: Bound
  /// Spans whose time moves a `by` deadline.
  package var extensions: [Int]
  /// Where a `by` deadline moves that falls into closed time.
  package var roll: DeadlineRoll?
  /// Whether each interval of the clock is a cycle, held against the bound by itself.
  package var isEachCycle: Bool
  /// Rounding of the total count.
  package var rounding: CountRounding?
  package var origin: SourceRange

  package init(name: String, title: String?, clock: SpanExpression, bound: Bound, origin: SourceRange) {
    self.name = name
    self.title = title
    self.citations = []
    self.condition = nil
    self.clock = clock
    self.calendar = nil
    self.pauses = []
    self.exclusions = []
    self.bound = bound
    self.extensions = []
    self.roll = nil
    self.isEachCycle = false
    self.rounding = nil
    self.origin = origin
  }

  /// What a clock is held against.
  package enum Bound: Sendable {
    /// `within L` (a count of exactly L is met) or, when `strict`, `under L` (it is not). The limit is a
    /// duration, a calendar length or a working length; the latter on the calendar with this index.
    case within(Expression, strict: Bool, workingCalendar: Int?)
    /// `by T`: the clock has stopped at T at the latest.
    case by(Expression)
  }
}

/// `rolled to 12:00 next working day if closed`: where a deadline moves that falls into closed time.
package struct DeadlineRoll: Sendable, Hashable {
  /// The time of that day; nil for its end.
  package var time: WallTime?
  package var calendar: Int

  package init(to time: WallTime?, calendar: Int) {
    self.time = time
    self.calendar = calendar
  }
}

/// `total rounded up to 1 min`: how a count is rounded before it is compared.
package struct CountRounding: Sendable, Hashable {
  package var mode: RoundingMode
  package var unit: Duration

  package init(mode: RoundingMode, unit: Duration) {
    self.mode = mode
    self.unit = unit
  }
}

/// Something that relieves the provider: whole tickets by a condition, or times by a span.
package struct Exclusion: Sendable {
  package var name: String
  package var title: String?
  package var citations: [String]
  /// `when` and `needs` together; nil when the exclusion always applies.
  package var condition: Expression?
  /// The `when` alone, and each `needs`: what the exclusion itself has to fulfil.
  package var reason: Expression?
  package var needs: [Expression]
  /// The times that do not count; nil when the whole ticket is excluded.
  package var span: SpanExpression?
  package var appliesToAllTargets: Bool
  package var origin: SourceRange

  package init(name: String, title: String?, appliesToAllTargets: Bool, origin: SourceRange) {
    self.name = name
    self.title = title
    self.citations = []
    self.condition = nil
    self.reason = nil
    self.needs = []
    self.span = nil
    self.appliesToAllTargets = appliesToAllTargets
    self.origin = origin
  }
}

import PledgeDiagnostics
import PledgeNumbers
import PledgeTime

/// A promise about what the tickets of a key come to in a period: a measure and its bound.
package struct PeriodTarget: Sendable {
  package var name: String
  package var title: String?
  package var citations: [String]
  package var scope: Scope
  /// `for …`: the tickets that count; nil for all.
  package var condition: Expression?
  package var measure: Measure
  /// `at least 99.95%`; expressions of a frame. A value meets the target when it meets all.
  package var bounds: [Bound]
  /// The calendar on which time counts; nil for around the clock.
  package var calendar: Int?
  /// Spans that do not count, by index.
  package var pauses: [Int]
  /// Exclusions, by index, in order of declaration.
  package var exclusions: [Int]
  /// Which instant says in which period a ticket falls; nil for the governing event.
  package var countedBy: Expression?
  package var partial: PartialPeriods
  /// `out of …`: what availability is a share of; nil for the whole period.
  package var outOf: Expression?
  package var origin: SourceRange

  package init(
    name: String, title: String?, scope: Scope, measure: Measure, bounds: [Bound], origin: SourceRange
  ) {
    self.name = name
    self.title = title
    self.citations = []
    self.scope = scope
    self.condition = nil
    self.measure = measure
    self.bounds = bounds
    self.calendar = nil
    self.pauses = []
    self.exclusions = []
    self.countedBy = nil
    self.partial = .proRata
    self.outOf = nil
    self.origin = origin
  }

  /// What a measured value is held against.
  package struct Bound: Sendable {
    package var kind: Kind
    package var limit: Expression

    package init(_ kind: Kind, _ limit: Expression) {
      self.kind = kind
      self.limit = limit
    }

    /// The words of the four bounds.
    package enum Kind: Sendable, Hashable, CaseIterable { case atLeast, atMost, under, moreThan }
  }

  /// How periods count that the validity cuts.
  package enum PartialPeriods: Sendable, Hashable, CaseIterable { case whole, proRata, notJudged }
}

/// What is measured of a period, and how.
package struct Measure: Sendable {
  package var kind: Kind
  /// Which tickets, windows or samples count beside the target's own condition.
  package var condition: Expression?
  /// Which intervals are long enough, after the calendar.
  package var length: LengthTest?
  /// Rounding of what is left of each united interval.
  package var eachRounding: CountRounding?
  /// Rounding of the sum.
  package var totalRounding: CountRounding?
  /// What a slot or a period without samples counts; nil where that is not said.
  package var empty: Constant?
  /// The event each occurrence of which is a sample, by index; nil where each ticket is one.
  package var sampledEvent: Int?
  /// The type of the figure, of the bounds and of `T.reached`.
  package var type: ExpressionType

  package init(_ kind: Kind, type: ExpressionType) {
    self.kind = kind
    self.type = type
    self.condition = nil
    self.length = nil
    self.eachRounding = nil
    self.totalRounding = nil
    self.empty = nil
    self.sampledEvent = nil
  }

  /// The measures of the language.
  package indirect enum Kind: Sendable {
    /// 1 − united downtime / period; an interval may weigh as the share `weight` of `whole`.
    case availability(SpanExpression, weight: Weight?)
    case total(SpanExpression, weight: Weight?)
    case longest(SpanExpression)
    /// Tickets with an interval that starts in the period.
    case starts(SpanExpression)
    /// Tickets counted in the period that fulfil the measure's condition.
    case tickets
    /// The share of a ticket target's judged tickets that have one of these verdicts; excused ones leave the
    /// denominator.
    case share(target: Int, [Verdict])
    case mean(Expression)
    case maximum(Expression)
    /// The sum of a value of each ticket; `since` starts it anew after clean periods.
    case sum(Expression, since: CleanPeriods?)
    /// Periods of a period target in a row, up to this one, with one of these verdicts.
    case run(periodTarget: Int, [Verdict])
  }

  /// `weighted by users of all_users`.
  package struct Weight: Sendable {
    package var part: Expression
    package var whole: Expression

    package init(part: Expression, whole: Expression) {
      self.part = part
      self.whole = whole
    }
  }

  /// `since 3 consecutive months of clean met`.
  package struct CleanPeriods: Sendable {
    package var count: Int
    package var unit: CalendarUnit
    package var periodTarget: Int
    package var verdicts: [Verdict]

    package init(count: Int, unit: CalendarUnit, periodTarget: Int, verdicts: [Verdict]) {
      self.count = count
      self.unit = unit
      self.periodTarget = periodTarget
      self.verdicts = verdicts
    }
  }
}

/// A figure of a decided period target.
package enum PeriodFigure: Sendable, Hashable, CaseIterable {
  /// The measured value.
  case reached
  /// By how much it misses the bound; 0 where it does not.
  case short
  /// How much of what is measured lies beyond an upper bound; 0 where none does.
  case over
  /// The counted time of a measure of spans.
  case counted
  /// How many periods in a row, up to this one, were breached.
  case run
}

import PledgeNumbers
import PledgePolicy
import PledgeTime

/// One step of a plan. Operands are indices of earlier nodes, so that a plan is a flat array without
/// references.
enum Node: Hashable {
  case constant(Int32)
  case field(Int32)
  case column(register: Int32, key: Int32, column: Int32)
  case rowKey(register: Int32, List)
  case rowColumn(register: Int32, column: Int32)
  case tableResult(table: Int32, column: Int32)
  case event(Int32)
  /// An attribute of the event that is looked at as evidence.
  case attribute(event: Int32, index: Int32)
  case smallest(List)
  case greatest(List)
  case isKnown(Int32)
  case not(Int32)
  case all(List)
  case any(List)
  case compare(Comparison, Int32, Int32)
  case sum(Int32, Int32)
  case difference(Int32, Int32)
  case product(Int32, Int32)
  case quotient(Int32, Int32)
  case negation(Int32)
  case perUnit(amount: Int32, UnitRounding, unit: Duration, in: Int32)
  case perDate(amount: Int32, UnitRounding, calendar: Int32, target: Int32)
  /// In the plan's `grades`.
  case graded(Int32)
  case datesOver(calendar: Int32, target: Int32)
  /// Conditions and values in turn, the otherwise value last.
  case choice(List)
  case verdict(target: Int32, mask: UInt8)
  case figure(target: Int32, TargetFigure)
  case measure(SpanMeasure, span: Int32)
  case overlaps(Int32, Int32)
  case ticketCount(Int32)
  case compareTicketCount(Comparison, count: Int32, Int32)
  case during(Int32, span: Int32)
  case moved(Int32, by: Int32, calendar: Int32, negated: Bool)
  case startOfDate(Int32)
  case endOfDate(Int32)
  case endOfWorkingDay(number: Int32, after: Int32, calendar: Int32)
  case endOfCalendarDay(number: Int32, after: Int32)
  case endOfUnit(CalendarUnit, number: Int32, after: Int32)
  case workingDay(number: Int32, after: Int32, calendar: Int32)
  case calendarDay(number: Int32, after: Int32)
  /// A time of day on a date; the clock is that of a calendar, -1 the policy's.
  case timeOn(Int32, date: Int32, calendar: Int32)
  case timeOfDay(Int32)
  case dateOf(Int32)
  case sample(Int32, at: Int32)
  case periodStart
  case periodEnd
  case periodVerdict(target: Int32, mask: UInt8)
  case periodFigure(target: Int32, PeriodFigure)

  /// A run of elements in one of the plan's arrays: a plan has no arrays in its parts, so that reading them
  /// counts no reference.
  struct List: Hashable {
    var start: Int32
    var count: Int32

    var range: Range<Int> { Int(start)..<Int(start + count) }

    static let empty = List(start: 0, count: 0)
  }
}

/// One span of a plan; operands are indices of earlier span nodes.
enum SpanNode {
  case pairing(Int32)
  case calendar(Int32)
  case between(Int32, Int32)
  case whenever(Int32)
  /// In the plan's `registerSpans`.
  case register(Int32)
  /// The second is in the plan's `allowances`.
  case limited(Int32, Int32)
  /// The times of the ticket's key, in the plan's `keyedSpans`.
  case keyed(Int32)
  case union(Int32, Int32)
  case intersection(Int32, Int32)
  case minus(Int32, Int32)
}

/// A `from A until B` made ready: masks where plain events open and close it, points where they do not.
struct PairingPlan {
  /// Bit i: event i opens; valid where `isPlain`.
  var startMask: UInt64 = 0
  var endMask: UInt64 = 0
  /// Every point is any occurrence of an event below 64, without an offset.
  var isPlain = false
  /// In the plan's `sides`.
  var starts: Node.List
  var ends: Node.List
  /// The event of the first start, which messages name.
  var firstStart: Int32
  var atMost: Duration?
  var length: LengthTestPlan?
  /// Each pair is kept by itself, also where pairs touch.
  var keepsCycles = false
  /// An ending event is declared `if recorded`: the first such, else -1.
  var unrecordedEnd: Int32 = -1
  var unrecordedStart: Int32 = -1
  /// A span begins it, so that an end before any start says nothing.
  var startsWithSpan = false
}

/// An event's occurrence: 0 is every one, -1 the last, n the nth.
struct EventPointPlan: Hashable {
  var event: Int32
  var occurrence: Int32
  var offset: Duration
  /// The nth counts wherever the n that end with it lie within this length.
  var window: Duration?
  /// An instant that several events make; -1 where it is an occurrence of `event`.
  var node: Int32 = -1
  /// A span whose times begin or end here, by its node; -1 where it is no span. `event` is then one that
  /// messages name, or -1.
  var span: Int32 = -1
}

/// The shortest interval that counts.
struct LengthTestPlan: Sendable {
  var length: Duration
  var inclusive: Bool

  /// Whether an interval of this many microseconds counts.
  func admits(_ microseconds: Int64) -> Bool {
    inclusive ? microseconds >= length.microseconds : microseconds > length.microseconds
  }
}

/// A table made ready.
struct TablePlan {
  /// Nodes in the plan's `operands`.
  var columns: Node.List
  /// In the plan's `rows`.
  var rows: Node.List
  var isComplete: Bool
  /// The index of the policy's table; a table may be compiled again for a delay that is taken for known.
  var origin: Int32
  /// Finds the row by the members of the columns.
  var index = TableIndex()
}

/// One row: a test a column, a node a result.
struct RowPlan {
  /// In the plan's `cells`.
  var cells: Node.List
  /// Nodes in the plan's `operands`.
  var results: Node.List
  /// Whether no values reach it.
  var isIdle: Bool
}

/// The test of one cell.
enum CellPlan {
  case any
  /// Bit i: member i (or false, true) applies.
  case members(UInt64)
  /// In the plan's `items`.
  case items(Node.List, negated: Bool)
}

/// A range of values with its ends; equal included ends are one value.
struct ItemPlan {
  var lower: Value?
  var lowerIncluded = true
  var upper: Value?
  var upperIncluded = true
}

/// A target made ready.
struct TargetPlan {
  var condition: Int32 = -1
  var clock: Int32
  var calendar: Int32 = -1
  /// Span nodes in the plan's `operands`.
  var pauses = Node.List.empty
  /// Indices of exclusions in the plan's `operands`.
  var exclusions = Node.List.empty
  var limit: Int32 = -1
  var isStrict = false
  var workingCalendar: Int32 = -1
  var deadline: Int32 = -1
  /// Span nodes in the plan's `operands`.
  var extensions = Node.List.empty
  var roll: DeadlineRoll?
  var roundingUnit: Duration?
  var roundingMode: RoundingMode = .up
  var isEachCycle = false
  /// The events that stop the clock, of those below 64: in a pause such a one before any start is nothing.
  var stops: UInt64 = 0
  /// The clock in the form that one pass over the log reckons; nil where it is not of that form.
  var plainClock: PlainClock?
}

/// An exclusion made ready.
struct ExclusionPlan {
  var condition: Int32 = -1
  var span: Int32 = -1
  var reason: Int32 = -1
  /// Nodes in the plan's `operands`.
  var needs = Node.List.empty
}

/// The windows of a register made ready.
struct RegisterSpanPlan {
  var register: Int32
  var key: Int32
  var start: Int32
  var end: Int32
  var condition: Int32 = -1
  /// The nodes in the plan's `operands` that are different for each row.
  var rowNodes = Node.List.empty
}

/// How much of a span counts in a period, made ready; without a rule it is for all of the span.
struct AllowancePlan: Sendable {
  var length: Duration
  var rule: ScopePlan.Rule?
}

/// The columns that say when a row holds; -1 where a register has none.
struct DatedColumns {
  var from: Int32
  var to: Int32
}

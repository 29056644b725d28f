import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// Decides tickets by a plan: one evaluator a thread, any number of tickets each.
///
/// Everything that a ticket needs lives in buffers that are kept, so that deciding allocates nothing once
/// they have grown. A small function that only reads is inlined, because a call would hand over a copy of the
/// evaluator. A subterm, span, table or target is computed when it is first needed, and once a ticket.
package struct Evaluator: ~Copyable {
  package let plan: Plan
  package let registers: [Register]
  package internal(set) var asOf = Instant.latest
  /// One outcome a target of the policy, for the ticket decided last.
  package internal(set) var targets: [TargetOutcome]
  /// One outcome a refund of the policy, for the ticket decided last.
  package internal(set) var refunds: [RefundOutcome]
  /// What the groups leave of each item; nil where items are collected only.
  package var settled: SettledGroups?
  /// The time of all versions of the policy, in which it is in force; nil where there is one version.
  package var timeOfVersions: Interval?
  /// Whether the ticket decided last lies outside of all versions.
  package internal(set) var isOutsideVersions = false
  /// Where the groups stand among those of all versions of the policy; nil where there is one version.
  package var sharedGroups: SharedGroups?
  /// The items of the ticket decided last, before its groups; empty where no refund has one.
  var items: [RefundOutcome] = []
  /// One outcome a right of the policy, for the ticket decided last.
  package internal(set) var rights: [RightOutcome]
  /// One value a probe of the plan, for the ticket decided last.
  package internal(set) var probes: [Value]
  /// The steps of each escalation of the policy, for the ticket decided last.
  package internal(set) var stepOutcomes: [[StepOutcome]]
  /// The cycle to which the clocks of steps are confined while its steps are found; nil for the whole of
  /// them.
  var stepCycle: StepCycle?
  package internal(set) var unknowns = UnknownInterner()

  /// Whether the decision is final: the instant of `settled by` has come.
  package internal(set) var isFinal = false
  /// The changes of fixed fields that came too late, by their place in the ticket's `changes`.
  package internal(set) var ignoredChanges: [Int] = []

  /// The key and period that are being evaluated instead of a ticket.
  var frame: Frame?
  var frameNodes: [Int32] = []
  var frameKey: [Value] = []
  var ticket = Ticket(fields: 0)
  /// The values of the fields at the as-of instant, where events change them.
  var current: [Scalar] = []
  var hasChanges = false
  /// How many changes `current` holds.
  var applied = 0
  /// At which instant rows of registers are read that hold for a time; nil for the ticket's governing event.
  /// A question about a key and a period sets it to the period's start.
  package var registerInstant: Instant?
  /// The row that a register's condition is asked about.
  var currentRow = 0
  /// Evaluates on a log that is cut earlier; made when it is first needed.
  var cutEvaluator: CutEvaluator?
  /// How many events have happened by the as-of instant.
  var visible = 0
  var stamp: UInt32 = 0
  let values: Slots<Value>
  /// The stamp of the ticket that a value was computed for; greater ones stand for all tickets.
  let valueStamps: Slots<UInt32>
  let spans: Slots<[Interval]>
  let spanStates: Slots<SpanState>
  let spanStamps: Slots<UInt32>
  /// All that a span may cover, and what is known of it then, where its state has bounds.
  let possibleSpans: Slots<[Interval]>
  let possibleStates: Slots<SpanState>
  /// Between which ends values lie that are not known, of those that have been asked for.
  var ranges: [Int32: ValueRange] = [:]
  var rangesStamp: UInt32 = 0
  /// Whether the policy is in force for the ticket.
  var validity = Value.truth(true)
  var validityStamp: UInt32 = 0
  let tableStates: Slots<TableState>
  let tableStamps: Slots<UInt32>
  let targetStamps: Slots<UInt32>
  /// The intervals that each target counted, for days over and explanations.
  let counted: Slots<[Interval]>
  /// The pairs of each span that keeps them, and what each cycle of a target came to.
  let cycleIntervals: Slots<[Interval]>
  package internal(set) var cycles: [[TargetOutcome]]
  let calendars: Slots<CalendarIndex>
  /// Where each event below 64 stands among the first 64 of the log: a bit a position.
  let places = Slots<UInt64>(repeating: 0, count: 64)
  var placesStamp: UInt32 = 0
  let zone: Zone
  let monthEnd: MonthEndRule
  let fieldDefaults: [Value?]
  /// What counts of tickets read; nil where no history was noted.
  package var ticketIndex: TicketIndex? {
    didSet { keyTimes = ticketIndex?.keyTimes }
  }
  /// The times of keys that several tickets make; nil where no history was noted.
  var keyTimes: KeyTimes? {
    didSet { if keyTimes == nil || oldValue == nil { keyedTimes = [:] } }
  }
  /// The times of keys that have been asked for.
  var keyedTimes: [KeyReference: KeyedTimes] = [:]
  var ticketTallies: [TicketTallies]
  var ticketCountStamps: [UInt32]
  var marks: [Mark] = []
  /// The event whose attributes are looked at, by its position in the log; -1 for none.
  var evidencePosition = -1
  var scratch = Scratch()
  /// Whether what is computed is taken down.
  package var isWatching = false
  /// What was computed while it was watched.
  package var sightings: [Sighting] = []

  /// Buffers of a target's count.
  struct Scratch {
    var raw: [Interval] = []
    var relief: [Interval] = []
    var result: [Interval] = []
  }

  /// `registers` has one register a declaration of the policy, in its order.
  package init(plan: Plan, registers: [Register]) {
    self.plan = plan
    self.registers = registers
    let policy = plan.policy
    targets = Array(repeating: TargetOutcome(.undecided), count: policy.targets.count)
    refunds = Array(repeating: RefundOutcome(.undecided), count: policy.refunds.count)
    rights = Array(repeating: RightOutcome(.undecided), count: policy.rights.count)
    stepOutcomes = Array(repeating: [], count: policy.escalations.count)
    probes = Array(repeating: .truth(false), count: plan.probes.count)
    values = Slots(repeating: .truth(false), count: plan.nodes.count)
    valueStamps = Slots(repeating: 0, count: plan.nodes.count)
    spans = Slots(repeating: [], count: plan.spans.count)
    spanStates = Slots(repeating: SpanState(), count: plan.spans.count)
    spanStamps = Slots(repeating: 0, count: plan.spans.count)
    possibleSpans = Slots(repeating: [], count: plan.spans.count)
    possibleStates = Slots(repeating: SpanState(), count: plan.spans.count)
    tableStates = Slots(repeating: .row(0), count: plan.tables.count)
    tableStamps = Slots(repeating: 0, count: plan.tables.count)
    targetStamps = Slots(repeating: 0, count: policy.targets.count)
    counted = Slots(repeating: [], count: policy.targets.count)
    cycleIntervals = Slots(repeating: [], count: plan.spans.count)
    cycles = Array(repeating: [], count: policy.targets.count)
    ticketTallies = Array(repeating: TicketTallies(), count: plan.ticketCounts.count)
    ticketCountStamps = Array(repeating: 0, count: plan.ticketCounts.count)
    calendars = Slots(policy.calendars.map { CalendarIndex($0.rules) })
    zone = policy.header.zone
    monthEnd = policy.header.monthEnd
    fieldDefaults = policy.vocabulary.fields.map { field in
      if case .defaulted(let scalar) = field.presence { Value(scalar) } else { nil }
    }
    for (node, step) in plan.nodes.enumerated() {
      guard case .constant(let index) = step else { continue }
      // Newer than any stamp: computed for all tickets.
      values[node] = plan.constants[Int(index)]
      valueStamps[node] = .max
    }
  }

  /// Decides one ticket as of an instant; `targets` and `refunds` hold the outcome until the next call.
  ///
  /// Events behind the as-of instant are not read. Linear in the ticket's events for each span.
  package mutating func decide(_ ticket: inout Ticket, asOf: Instant) {
    swap(&self.ticket, &ticket)
    begin(asOf: asOf)
    if timeOfVersions != nil { isOutsideVersions = inForce() == .truth(false) }
    for index in targets.indices { decideTarget(index) }
    for index in refunds.indices { refunds[index] = computeRefund(plan.refunds[index]) }
    if plan.hasCombinations { combineRefunds() }
    if !plan.groups.isEmpty { settleRefunds() }
    for index in rights.indices { rights[index] = computeRight(plan.rights[index]) }
    if !plan.escalations.isEmpty { decideEscalations() }
    for index in probes.indices { probes[index] = value(plan.probes[index]) }
    swap(&self.ticket, &ticket)
  }

  /// Evaluates an expression of the plan's policy that the compiler made a node of; for tests of derived
  /// values.
  mutating func evaluate(node: Int32, of ticket: inout Ticket, asOf: Instant) -> Value {
    swap(&self.ticket, &ticket)
    begin(asOf: asOf)
    let result = value(node)
    swap(&self.ticket, &ticket)
    return result
  }

  mutating func begin(asOf: Instant) {
    look(asOf: asOf)
    if plan.settlement >= 0 { settle(asOf: asOf) }
  }

  /// Looks at the log up to an instant.
  mutating func look(asOf: Instant) {
    self.asOf = asOf
    raiseStamp()
    visible = ticket.events.count
    while visible > 0, ticket.events[visible - 1].at > asOf { visible -= 1 }
    hasChanges = !ticket.changes.isEmpty
    if hasChanges { applyChanges() }
  }

  /// Makes everything old that was computed so far.
  mutating func raiseStamp() {
    if isWatching { takeSighting() }
    if stamp == .max {
      for index in valueStamps.indices { valueStamps[index] = 0 }
      for index in spanStamps.indices { spanStamps[index] = 0 }
      for index in tableStamps.indices { tableStamps[index] = 0 }
      for index in targetStamps.indices { targetStamps[index] = 0 }
      for index in ticketCountStamps.indices { ticketCountStamps[index] = 0 }
      validityStamp = 0
      placesStamp = 0
      stamp = 0
    }
    stamp += 1
  }

  // MARK: Unknowns

  mutating func unknown(_ kind: Cause.Kind, _ first: Int32 = 0, _ second: Int32 = 0) -> UnknownID {
    // What begins or ends without an event is waited for as an instant.
    if kind == .eventNotYet, first < 0 { return unknowns.id(Cause(.instantNotYet)) }
    return unknowns.id(Cause(kind, Int(first), Int(second)))
  }

  /// `pending` where time alone will tell, else `undecided`.
  func verdict(for unknown: UnknownID) -> Verdict {
    unknowns.isNotYet(unknown) ? .pending : .undecided
  }
}

/// What is known of a span beside its intervals.
struct SpanState {
  /// Whether it has ever begun, also with an interval of no length.
  var hasStarted = false
  var firstStart = Instant.latest
  /// The end of its last interval, also of one without length.
  var lastEnd = Instant.earliest
  /// Whether it may go on behind the as-of instant without a further start.
  var isOpen = false
  var unknown: UnknownID?
  /// Where it is not known any more what it covers.
  var doubt: Doubt?
  /// Its intervals are only those that it surely covers; all that it may cover is in `possibleSpans`, and
  /// `doubt` says why the two differ.
  var hasBounds = false
  /// It stands for all that the span may cover.
  var isPossible = false
  /// Before this instant and behind the other a clock is not looked at.
  var from = Instant.earliest
  var cut = Instant.latest
  /// A test that intervals must still pass: a clock applies it after the calendar.
  var length: LengthTestPlan?
  /// The events below 64 that stopped it before any start, where these are all that is not known of it.
  var strays: UInt64 = 0
  /// The event that would end it, for causes; the one that starts it where none does.
  var endEvent: Int32 = -1

  /// Why it is not known when the span began, ends and goes on.
  var vague: UnknownID? { unknown ?? (hasBounds ? doubt?.cause : nil) }
}

/// From when on it is not known what a span covers, and why.
struct Doubt {
  var from: Instant
  var cause: UnknownID
  /// Nothing behind `from` is covered but what the span's intervals cover.
  var isWithin = false
  /// A start may have gone unrecorded as well: the span may also cover any other time.
  var mayBegin = false
}

/// An event of a pairing with its offset applied.
struct Mark {
  var at: Instant
  var order: Int
  var opens: Bool
  var closes: Bool
  var event: Int32
}

/// Which row of a table applies.
enum TableState {
  case row(Int)
  /// Rows that may apply, and why that is not known; the last may stand for "no row".
  case candidates([Int], UnknownID)
  case none(UnknownID)
}

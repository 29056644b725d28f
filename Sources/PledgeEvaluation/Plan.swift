import PledgeDiagnostics
import PledgePolicy
import PledgeTickets
import PledgeTime

/// A policy compiled for evaluation: flat arrays of steps with shared subterms, parameters filled in.
///
/// A plan is immutable and shared by any number of evaluators. Equal subterms are one node, so that an
/// evaluation computes each at most once a ticket.
package struct Plan: Sendable {
  package let policy: Policy
  /// The values of the parameters, as set for this run.
  package let parameters: [Constant]
  var nodes: [Node] = []
  /// Where each node's text stands and of which type it is, for explanations.
  var meanings: [Meaning?] = []
  var operands: [Int32] = []
  var constants: [Value] = []
  var points: [EventPointPlan] = []
  var spans: [SpanNode] = []
  var pairings: [PairingPlan] = []
  var registerSpans: [RegisterSpanPlan] = []
  /// Spans of keys: what several tickets make together.
  var keyedSpans: [KeyedSpanPlan] = []
  var allowances: [AllowancePlan] = []
  /// For each register its dates; empty where no register has any.
  var datedRegisters: [DatedColumns?] = []
  /// The events at the sides of pairings.
  var sides: [EventPointPlan] = []
  var tables: [TablePlan] = []
  var rows: [RowPlan] = []
  var cells: [CellPlan] = []
  /// Of tables whose columns are enumerations the number of members of each, and the row of each combination.
  var indexedRows: [Int32] = []
  var items: [ItemPlan] = []
  var ticketCounts: [TicketCountPlan] = []
  var ticketLinks: [TicketLinkPlan] = []
  var targets: [TargetPlan] = []
  var exclusions: [ExclusionPlan] = []
  var refunds: [RefundPlan] = []
  var rights: [RightPlan] = []
  var claims: [ClaimPlan] = []
  var groups: [GroupPlan] = []
  /// Whether some refund or right is one of a key and period.
  var hasFrames = false
  /// Whether some refund combines others.
  var hasCombinations = false
  var grades: [GradePlan] = []
  /// The numbers of the units at which the bands of grades start.
  var bandStarts: [Int64] = []
  var escalations: [EscalationPlan] = []
  var steps: [StepPlan] = []
  /// What steps are counted on: the clocks of all targets, then those of escalations.
  var stepClocks: [StepClockPlan] = []
  var periodTargets: [PeriodTargetPlan] = []
  /// The nodes of the keys of each list of keys that a scope has.
  var keySets: [[Int32]] = []
  /// Whether something asks when a period begins or ends.
  var readsPeriod = false
  /// The span node of each declared span.
  var namedSpans: [Int32] = []
  /// The node of each derived value.
  var derivedValues: [Int32] = []
  var validFrom: Int32 = -1
  var validUntil: Int32 = -1
  var governing: Int32 = -1
  var settlement: Int32 = -1
  /// For each field the length before its value from which on it is fixed; empty where no field is.
  var fixedBefore: [Value?] = []
  /// The spans of conditions that ask what has happened, so that they follow the log.
  var timedConditions: Set<Int32> = []
  /// The nodes of the expressions that a run wants beside the decisions.
  var probes: [Int32] = []
  /// What a run keeps in view.
  var watches: [WatchPlan] = []

  /// Compiles a policy; `overrides` replaces the values of parameters, by index.
  ///
  /// `probes` are expressions of the policy whose values a run wants for each ticket: what it groups by, what
  /// a test expects. `watches` are expressions of which a run wants to see whether they are asked and how
  /// they come about; tables then have no index, so that each says which row applied.
  package init(
    _ policy: Policy, overrides: [Int: Constant] = [:], probes: [Expression] = [], watches: [Watch]? = nil
  ) {
    var compiler = PlanCompiler(plan: Plan(policy: policy, overrides: overrides))
    compiler.indexesTables = watches == nil
    compiler.compile()
    compiler.compile(probes: probes)
    compiler.compile(watches: watches ?? [])
    compiler.markTimedConditions()
    self = compiler.plan
  }

  private init(policy: Policy, overrides: [Int: Constant]) {
    parameters = policy.parameterValues(overrides)
    self.policy = policy.settled(parameters)
  }
}

/// Where a node comes from in the policy's text.
struct Meaning {
  var origin: SourceRange
  var type: ExpressionType
}

extension Plan {
  /// The fields, by index, that no part of the policy and no probe reads.
  package var unreadFields: Set<Int> {
    var result = Set(policy.vocabulary.fields.indices)
    for case .field(let index) in nodes { result.remove(Int(index)) }
    return result
  }

  /// Whether some refund or right can only be decided with what other tickets come to.
  package var hasGroups: Bool { !groups.isEmpty || hasFrames }

  /// How many caps and minimums there are over the items of several tickets.
  package var groupCount: Int { groups.count }

  /// The node of a table's result.
  @inline(__always) func result(_ table: Int, row: Int, column: Int) -> Int32 {
    operands[rows[tables[table].rows.range.lowerBound + row].results.range.lowerBound + column]
  }
}

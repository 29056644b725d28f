import PledgeDiagnostics
import PledgeNumbers
import PledgeTickets
import PledgeTime

/// A checked policy: every name resolved, every unit known, nothing left that could be misread.
///
/// Declarations refer to each other by index. **Invariant**: every index is in range, and no declaration
/// reaches itself through others (the checker reports such circles), so that an evaluation always ends.
package struct Policy: Sendable {
  package var header: PolicyHeader
  package var vocabulary: Vocabulary
  /// Fields whose changes count only some time before what they say, by index.
  package var fixedFields: [Int: Constant] = [:]
  package var registers: [RegisterDeclaration]
  /// For each register the key that a ticket has in it by the names of its values; nil where it has none.
  package var rowKeys: [Expression?] = []
  package var calendars: [CalendarDeclaration] = []
  package var parameters: [Parameter] = []
  package var derivedValues: [DerivedValue] = []
  package var tables: [DecisionTable] = []
  package var spans: [SpanDeclaration] = []
  package var exclusions: [Exclusion] = []
  package var targets: [Target] = []
  package var periodTargets: [PeriodTarget] = []
  package var refunds: [Refund] = []
  package var rights: [Right] = []
  /// Caps and minimums over the items of several tickets: caps from inner to outer, then minimums.
  package var groups: [PaymentGroup] = []
  package var escalations: [Escalation] = []
  /// Whom escalations reach, in order of declaration.
  package var roles: [NamedWord] = []
  /// What escalations do, in order of declaration.
  package var actions: [NamedWord] = []
  package var tests: [TestBlock] = []
  /// The texts of the policy; registers add theirs before an evaluation.
  package var texts: TextPool

  /// The key that a ticket has in a register by the names of its values; nil where it has none.
  package func rowKey(of register: Int) -> Expression? {
    rowKeys.indices.contains(register) ? rowKeys[register] : nil
  }

  package init(
    header: PolicyHeader, vocabulary: Vocabulary = Vocabulary(), registers: [RegisterDeclaration] = [],
    texts: TextPool = TextPool()
  ) {
    self.header = header
    self.vocabulary = vocabulary
    self.registers = registers
    self.texts = texts
  }
}

/// What the `policy` block states.
package struct PolicyHeader: Sendable {
  package var title: String
  package var id: String
  package var version: String
  package var zoneName: String
  package var zone: Zone
  package var currency: Currency?
  package var monthEnd: MonthEndRule
  package var validity: Validity?
  /// The event whose instant chooses the version in force; nil for the first event of the log.
  package var governingEvent: Expression?
  /// `settled by …`: the instant behind which events are not read; nil where none is final.
  package var settlement: Expression?
  /// Where the policy comes from, as its header says, and the clauses that it rests on.
  package var source: String?
  package var citations: [String]
  package var origin: SourceRange

  package init(title: String, id: String, zoneName: String, zone: Zone, origin: SourceRange) {
    self.title = title
    self.id = id
    self.version = ""
    self.zoneName = zoneName
    self.zone = zone
    self.currency = nil
    self.monthEnd = .lastDay
    self.validity = nil
    self.governingEvent = nil
    self.settlement = nil
    self.source = nil
    self.citations = []
    self.origin = origin
  }
}

/// The time in which a policy is in force, from an instant on and, where stated, until before another.
package struct Validity: Sendable {
  package var from: Expression
  /// The first instant at which the policy is no longer in force.
  package var until: Expression?

  package init(from: Expression, until: Expression?) {
    self.from = from
    self.until = until
  }
}

/// A declared calendar.
package struct CalendarDeclaration: Sendable {
  package var name: String
  package var title: String?
  package var rules: CalendarRules
  package var citations: [String]
  package var origin: SourceRange

  package init(name: String, title: String?, rules: CalendarRules, citations: [String], origin: SourceRange) {
    self.name = name
    self.title = title
    self.rules = rules
    self.citations = citations
    self.origin = origin
  }
}

/// An adjustable figure that a run may set with `--set`.
package struct Parameter: Sendable {
  package var name: String
  package var title: String?
  package var type: ExpressionType
  package var value: Constant
  package var citations: [String]
  /// Whether it says how many keys are in a span at once, so that it is one at least.
  package var countsKeys = false
  package var origin: SourceRange

  package init(
    name: String, title: String?, type: ExpressionType, value: Constant, citations: [String],
    origin: SourceRange
  ) {
    self.name = name
    self.title = title
    self.type = type
    self.value = value
    self.citations = citations
    self.origin = origin
  }
}

/// A named value that follows from others: `let NAME = …`.
package struct DerivedValue: Sendable {
  package var name: String
  package var title: String?
  package var value: Expression
  package var citations: [String]
  package var origin: SourceRange

  package init(name: String, title: String?, value: Expression, citations: [String], origin: SourceRange) {
    self.name = name
    self.title = title
    self.value = value
    self.citations = citations
    self.origin = origin
  }
}

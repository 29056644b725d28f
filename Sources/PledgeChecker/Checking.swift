import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

/// One run of the checker: the policy that grows and the messages on the way.
///
/// A check that fails returns nil and has said why; what needs its result stays silent.
final class Checking {
  let file: SourceFile
  /// All files of this check.
  let files: UsedFiles
  /// The header under which a file is read that another uses; nil for the file that was asked for.
  let context: PolicyHeader?
  var environment: CheckerEnvironment { files.environment }
  /// Whether the file has no `policy` block: it states parts for others.
  var isLibrary = false
  var diagnostics: [Diagnostic] = []
  /// What tickets have to be for messages to be seen in them.
  private(set) var witnesses: [ProofWitness] = []
  var scope = Scope()
  var policy: Policy
  var dependencies = Dependencies()

  /// Views of the declarations that are checked when they are first needed, by their index.
  var derivedViews: [LetDeclaration] = []
  var tableViews: [TableDeclaration] = []
  var calendarViews: [PledgeSyntax.CalendarDeclaration] = []
  var derivedStates: [CheckState] = []
  var tableStates: [CheckState] = []
  var calendarStates: [CheckState] = []
  /// The calendars with hours of their own of which each combination counts the working days.
  var combinedOf: [Int: [Int]] = [:]
  var periodViews: [TargetDeclaration] = []
  var periodStates: [CheckState] = []
  /// The declarations that lie in a circle that has been reported.
  private var reportedCircles: Set<Entity> = []
  /// What is being checked on demand right now, outermost first.
  var underway: [Entity] = []
  /// The targets whose overrun a refund's bare `over` may mean, while that refund is checked.
  var overTargets: [Entity]?
  /// The key and period of the refund that is being checked; nil for one of a ticket.
  var refundScope: PledgePolicy.Scope?
  /// Caps and minimums of groups, which are checked when all refunds are.
  var waitingGroups: [WaitingGroup] = []
  /// Calendars and registers of windows that are used as spans by their names, as the spans that they are.
  var spansOfNames: [String: Int] = [:]
  var registerColumns: [[String: Int]] = []
  /// Where the keys of each register are declared.
  var registerKeyRanges: [[SourceRange]] = []
  /// Registers of which some value is declared to be the key.
  var keyedRegisters: Set<Int> = []
  /// Declared, but with a mistake that has been reported: what uses them stays silent.
  var brokenFields: Set<Int> = []
  var brokenParameters: Set<Int> = []
  var brokenColumns: Set<RegisterColumn> = []
  var hasBadCurrency = false
  /// What the parser's reports leave uncertain.
  var damage = Damage()
  /// Registers of which a line is damaged: a column that they lack may stand there.
  var damagedRegisters: Set<Int> = []
  /// The type of each result column that is being checked, by the table's place.
  var resultColumnTypes: [SourceRange: [Int: ExpressionType]] = [:]
  /// Of a table's column that speaks of days the cell that says so, by the column's place.
  var cellsOfDays: [SourceRange: SourceRange] = [:]
  /// Whether something of the test that is being checked is not known: what it lacks stays unsaid.
  var isTestUncertain = false
  /// The exclusions that name a target, or that it names, by the target's index.
  var exclusionsOfTargets: [Int: [Int]] = [:]
  /// Escalations of which something was reported: what a test expects of their steps stays silent.
  var brokenEscalations: Set<Int> = []
  /// The event whose attributes a condition may name, while that condition is checked.
  var evidenceEvent: Int?
  /// Whether a measure's value is checked, in which an event with its attribute is a sample, and of which
  /// event.
  var isSampling = false
  var sampledEvent: Int?
  var exclusionsOfPeriodTargets: [Int: [Int]] = [:]
  /// What the expression that is being checked is asked of.
  var asking = Asking.ticket
  /// The register whose rows a condition is about while it is checked.
  var rowRegister: Int?
  /// The calendar of the target that is being checked; working days are its days.
  var targetCalendar: Int?

  /// Whether the condition of a count of tickets is being checked.
  var isCountingTickets = false
  /// Whether all declared spans are known.
  var areSpansChecked = false
  /// Where the policy speaks of `this` ticket.
  var rangesOfThis: Set<SourceRange> = []
  /// The declaration whose names are being declared.
  var declaring: DeclarationView?
  /// The declaration of each name, own ones and those taken from other files.
  var declarationOf: [String: DeclarationView] = [:]
  /// Of a `ticket` block of another file the fields and events that are taken, by the block's place.
  var takenMembers: [SourceRange: Set<String>] = [:]
  /// Where a taken name is asked for: the name in the `use` line that brings it, by the taken name.
  var takenAt: [String: NameView] = [:]
  /// Which names of other files a file sees.
  var shown: [ShownName] = []
  /// Names of other files of which something was reported.
  var silenced: [NameView] = []

  /// A column of a register, by their indices.
  struct RegisterColumn: Hashable {
    var register: Int
    var column: Int
  }

  /// A name of another file that a file sees.
  struct ShownName: Hashable {
    var name: String
    var file: FileID
  }

  /// How far a declaration is that is checked on demand.
  enum CheckState { case waiting, underway, done, failed }

  init(file: SourceFile, files: UsedFiles, context: PolicyHeader?, damage: Damage) {
    self.damage = damage
    self.file = file
    self.files = files
    self.context = context
    let origin = SourceRange(file: file.id, start: 0, end: 0)
    policy = Policy(
      header: PolicyHeader(title: "", id: "", zoneName: "UTC", zone: .utc, origin: origin))
  }

  /// Checks a whole file.
  func check(_ view: FileView) {
    checkHeader(view.declarations)
    let declarations = withTaken(view.declarations)
    declareNames(declarations)
    if view.node.isDamaged { silenceDamaged(declarations) }
    checkRegisters(declarations)
    checkTicket(declarations)
    checkParameters(declarations)
    for index in calendarViews.indices { checkCalendar(index) }
    checkSpans(declarations)
    for index in derivedViews.indices { _ = checkDerived(index) }
    for index in tableViews.indices { _ = checkTable(index) }
    settleRowKeys()
    checkExclusions(declarations)
    checkTargets(declarations)
    checkPeriodTargets(declarations)
    checkRefunds(declarations)
    checkRights(declarations)
    checkEscalations(declarations)
    for circle in dependencies.circles() { report(circle: circle) }
    // The tests of a file that is used are those of its own check.
    if context == nil {
      scope.isOpen = true
      checkTests(declarations)
      scope.isOpen = false
    }
    leaveOutLostNames()
    let isSound =
      !view.node.isDamaged && !diagnostics.contains { $0.severity == .error } && !files.hasErrors
    if isSound { warnOfLookAlikes(view.node.tree) }
    if context == nil, isSound {
      let idle = IdleRules.warnings(policy)
      // What never applies cannot hurt anybody.
      let polarity = PolarityCheck.warnings(policy).filter { warning in
        !idle.contains { $0.range.contains(warning.range) }
      }
      // Who has been told of a reading need not hear what follows from it.
      let owed = OwedWhileMet.findings(policy).filter { finding in
        !(polarity + idle).contains { finding.diagnostic.range.contains($0.range) }
      }
      let found = owed + CapRules.findings(policy) + StillClocks.findings(policy)
      witnesses += found
      diagnostics += idle + polarity + found.map(\.diagnostic)
    }
  }

  // MARK: Messages

  /// What a ticket has to be for the last message to be seen in it.
  func witness(_ tickets: [[ProofWitness.Demand]], _ point: ProofWitness.Point) {
    guard let last = diagnostics.last else { return }
    witnesses.append(ProofWitness(last, tickets, point))
  }

  func report(_ fact: Fact, at range: SourceRange, labels: [SecondaryLabel] = [], fixes: [Fix] = []) {
    diagnostics.append(Diagnostic(fact, at: range, labels: labels, fixes: fixes))
  }

  /// Reports a circle, unless one of its declarations lies in a circle that has been reported.
  func report(circle: [Entity]) {
    guard reportedCircles.isDisjoint(with: circle) else { return }
    reportedCircles.formUnion(circle)
    let path = (circle + circle.prefix(1)).map { scope.name(of: $0) }
    guard let first = path.first, let place = scope.place(of: first) else { return }
    let labels = circle.dropFirst().compactMap { entity -> SecondaryLabel? in
      let name = scope.name(of: entity)
      return scope.place(of: name).map { SecondaryLabel(.declaredHere(name: name), at: $0) }
    }
    report(.name(.circularDeclarations(path: path)), at: place, labels: labels)
  }

  // MARK: Names

  /// The text of a range of one of the check's files.
  func text(in range: SourceRange) -> String { files[range.file]?.text(in: range) ?? "" }

  /// Declares a name for the declaration that `declareNames` is at.
  func declare(_ name: NameView?, _ entity: Entity) {
    guard let name else { return }
    let first = scope.declare(name.name, entity, at: name.range)
    guard let first else {
      declarationOf[name.name] = declaring
      return
    }
    guard first.file == name.range.file else { return reportDuplicate(name, first) }
    report(
      .name(.duplicateName(name: name.name)), at: name.range,
      labels: [SecondaryLabel(.declaredHere(name: name.name), at: first)])
  }

  /// The entity of a name, or nil with a message; the use is noted for the search for circles.
  func resolve(_ name: NameView, among candidates: [String]? = nil) -> Entity? {
    if let entity = scope[name] {
      dependencies.note(entity)
      dependencies.note(name.name)
      if entity == .other { damage.silences += 1 }
      return entity
    }
    if isLost(name.name) { return nil }
    // Where a vocabulary could not be taken, any name may be one of it.
    if silenced.contains(where: { $0.name == "ticket" && $0.range.file == name.range.file }) { return nil }
    if let place = placeElsewhere(name) {
      report(
        .file(.notTaken(name: name.name, file: files[place.file]?.name ?? "")), at: name.range,
        labels: [SecondaryLabel(.declaredHere(name: name.name), at: place)])
      return nil
    }
    let seen = (candidates ?? scope.allNames).filter { scope[$0, name.range.file] != nil }
    let split = splitRun(name)
    let suggestion =
      split ?? Checking.foreignTruths[name.name.lowercased()]
      ?? Suggestion.nearest(to: name.name, among: seen)
    let fixes = split.map { [Fix.replace(name.range, with: $0, .suggestion)] } ?? []
    report(.name(.unknownName(name: name.name, suggestion: suggestion)), at: name.range, fixes: fixes)
    return nil
  }

  private static let foreignTruths = ["true": "yes", "false": "no"]

  /// The words of a run that a dialect without blanks could be written in, where there is one way to cut it.
  private func splitRun(_ name: NameView) -> String? {
    let dialect = name.node.tree.dialect
    guard dialect != .english, !name.isQuoted else { return nil }
    return RunSplitter(names: scope.allNames, dialect: dialect).split(name.name)?.joined(separator: " ")
  }

  func wrongSort(_ name: NameView, _ entity: Entity, asked: Term) {
    if case .other = entity { return }
    if case .field(let index) = entity, brokenFields.contains(index) { return }
    report(
      .name(.wrongSort(name: name.name, found: entity.words, asked: asked)), at: name.range,
      labels: scope.place(of: name.name).map { [SecondaryLabel(.declaredHere(name: name.name), at: $0)] }
        ?? [])
  }

  /// The names of all entities that `sort` accepts, sorted.
  func names(_ sort: (Entity) -> Bool) -> [String] {
    scope.entities.filter { sort($0.value) }.keys.sorted()
  }

  func citations(_ words: [WordView]) -> [String] { words.map(\.contents) }
}

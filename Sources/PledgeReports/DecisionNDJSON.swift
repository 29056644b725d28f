import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeSimulation
import PledgeTickets
import PledgeTime

/// Writes decisions as NDJSON: one object a ticket, docs/schemas/decision-1.json.
///
/// The keys are laid out once, so that a decision is copied together from bytes.
package struct DecisionNDJSON: DecisionEncoder {
  let policy: Policy
  let zone: Zone
  private let comparison: RecordedComparison?
  /// The version's name as JSON; nil where there is one version.
  private let version: [UInt8]?
  private let targetKeys: [[UInt8]]
  private let refundKeys: [[UInt8]]
  private let rightKeys: [[UInt8]]
  /// The rights that are granted for tickets, by index.
  private let ticketRights: [Int]
  private let rightWords: [[UInt8]]
  private let exclusionNames: [[UInt8]]
  private let verdictWords: [[UInt8]]
  private let stateWords: [[UInt8]]
  private let currencies: [[UInt8]]
  /// One an escalation.
  let stepKeys: [[UInt8]]
  private let comparedKey: [UInt8]

  /// `comparison`: the target whose recorded verdict is written beside ours. `isVersion`: whether
  /// each decision says which version decided.
  package init(policy: Policy, comparison: RecordedComparison? = nil, isVersion: Bool = false) {
    self.policy = policy
    version = isVersion ? Self.quoted(policy.header.version) : nil
    self.comparison = comparison
    zone = policy.header.zone
    targetKeys = policy.targets.map { Self.quoted($0.name) + Array(#":{"verdict":"#.utf8) }
    refundKeys = policy.refunds.map { Self.quoted($0.name) + Array(#":{"state":"#.utf8) }
    rightKeys = policy.rights.map { Self.quoted($0.name) + Array(#":{"state":"#.utf8) }
    ticketRights = policy.rights.indices.filter { policy.rights[$0].scope == nil }
    rightWords = RightState.allCases.map { Self.quoted($0.word) }
    exclusionNames = policy.exclusions.map { Self.quoted($0.name) }
    verdictWords = Verdict.allCases.map { Self.quoted($0.word) }
    stateWords = RefundState.allCases.map { Self.quoted($0.word) }
    currencies = policy.refunds.map { Self.quoted($0.currency.code) }
    stepKeys = policy.escalations.map { Self.quoted($0.name) + Array(":[".utf8) }
    comparedKey = comparison.map { Self.quoted(policy.targets[$0.target].name) } ?? []
  }

  package var head: [UInt8] { [] }

  package func append(
    _ ticket: borrowing Ticket, _ evaluator: borrowing Evaluator, recorded: RecordedVerdict?,
    to bytes: inout [UInt8]
  ) {
    appendOpen(ticket, evaluator, recorded: recorded, to: &bytes)
    bytes.append(UInt8(ascii: "}"))
    bytes.append(0x0a)
  }

  /// The object without its closing brace, so that more members can follow.
  func appendOpen(
    _ ticket: borrowing Ticket, _ evaluator: borrowing Evaluator, recorded: RecordedVerdict?,
    to bytes: inout [UInt8]
  ) {
    add(#"{"id":"#, to: &bytes)
    ticket.id.withUnsafeBufferPointer { JSONText.append(string: $0, to: &bytes) }
    if let version {
      add(#","version":"#, to: &bytes)
      if evaluator.isOutsideVersions { add("null", to: &bytes) } else { bytes.append(contentsOf: version) }
    }
    if policy.header.settlement != nil {
      add(evaluator.isFinal ? #","final":true"# : #","final":false"#, to: &bytes)
    }
    add(#","targets":{"#, to: &bytes)
    for index in targetKeys.indices {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: targetKeys[index])
      append(evaluator.targets[index], evaluator, to: &bytes)
    }
    add(#"},"refunds":{"#, to: &bytes)
    var isFirst = true
    for index in refundKeys.indices where policy.refunds[index].scope == nil {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      bytes.append(contentsOf: refundKeys[index])
      append(evaluator.refunds[index], index, evaluator, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
    if !ticketRights.isEmpty { appendRights(evaluator, to: &bytes) }
    if !stepKeys.isEmpty { appendSteps(evaluator, to: &bytes) }
    guard let recorded, let comparison else { return }
    add(#","recorded":{"#, to: &bytes)
    bytes.append(contentsOf: comparedKey)
    bytes.append(UInt8(ascii: ":"))
    if recorded == .unknown {
      add("null", to: &bytes)
    } else {
      bytes.append(contentsOf: verdictWords[Int((recorded == .met ? Verdict.met : .breached).rawValue)])
    }
    add(#"},"differs":"#, to: &bytes)
    let differs = Agreement.differ(evaluator.targets[comparison.target].verdict, recorded)
    add(differs ? "true" : "false", to: &bytes)
  }

  // MARK: Targets

  private func append(_ outcome: TargetOutcome, _ evaluator: borrowing Evaluator, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: verdictWords[Int(outcome.verdict.rawValue)])
    if let due = outcome.due {
      add(outcome.dueDoubt == nil ? #","due":""# : #","due_at_earliest":""#, to: &bytes)
      TimestampWriter.append(due, in: zone, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
      if !outcome.isDueIncluded { add(#","due_included":false"#, to: &bytes) }
    }
    if let limit = outcome.limit {
      add(#","limit_s":"#, to: &bytes)
      JSONText.append(seconds: limit, to: &bytes)
    }
    if outcome.hasCount {
      if outcome.doubt == nil {
        add(#","counted_s":"#, to: &bytes)
        JSONText.append(seconds: outcome.counted, to: &bytes)
      } else {
        add(#","counted_at_least_s":"#, to: &bytes)
        JSONText.append(seconds: outcome.surelyCounted, to: &bytes)
        if outcome.isAtMost {
          add(#","counted_at_most_s":"#, to: &bytes)
          JSONText.append(seconds: outcome.counted, to: &bytes)
        }
      }
    }
    if outcome.hasOver { append(over: outcome, to: &bytes) }
    if outcome.verdict == .pending, let left = outcome.left {
      add(#","left_s":"#, to: &bytes)
      JSONText.append(seconds: left, to: &bytes)
    }
    if outcome.isRunning { add(#","running":true"#, to: &bytes) }
    if outcome.cycles > 0 {
      add(#","cycles":"#, to: &bytes)
      bytes.append(contentsOf: String(outcome.cycles).utf8)
      add(#","failing_cycles":"#, to: &bytes)
      bytes.append(contentsOf: String(outcome.failingCycles).utf8)
    }
    if let exclusion = outcome.exclusion {
      add(#","excused_by":"#, to: &bytes)
      bytes.append(contentsOf: exclusionNames[exclusion])
    }
    switch outcome.applicability {
    case .applies: break
    case .conditionFalse: add(#","not_applicable":"condition""#, to: &bytes)
    case .notInForce: add(#","not_applicable":"not in force""#, to: &bytes)
    }
    if let id = outcome.unknown { append(causes: evaluator.unknowns.causes(id), to: &bytes) }
    bytes.append(UInt8(ascii: "}"))
  }

  /// What is beyond the bound, or between which ends that lies.
  private func append(over outcome: TargetOutcome, to bytes: inout [UInt8]) {
    if outcome.doubt == nil {
      add(#","over_s":"#, to: &bytes)
      JSONText.append(seconds: outcome.over, to: &bytes)
      return
    }
    add(#","over_at_least_s":"#, to: &bytes)
    JSONText.append(seconds: outcome.surelyOver, to: &bytes)
    guard outcome.isAtMost else { return }
    add(#","over_at_most_s":"#, to: &bytes)
    JSONText.append(seconds: outcome.over, to: &bytes)
  }

  func append(causes: [Cause], to bytes: inout [UInt8]) {
    add(#","causes":["#, to: &bytes)
    for (index, cause) in causes.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      add(#"{"code":"#, to: &bytes)
      JSONText.append(string: CauseNames.code(cause.kind), to: &bytes)
      add(#","of":["#, to: &bytes)
      for (position, name) in CauseNames.subjects(cause, policy).enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        JSONText.append(string: name, to: &bytes)
      }
      add("]}", to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  // MARK: Refunds

  private func append(
    _ outcome: RefundOutcome, _ index: Int, _ evaluator: borrowing Evaluator, to bytes: inout [UInt8]
  ) {
    bytes.append(contentsOf: stateWords[Int(outcome.state.rawValue)])
    if outcome.state.hasAmount {
      add(#","amount":""#, to: &bytes)
      AmountText.append(outcome.amount, digits: policy.refunds[index].currency.minorUnitDigits, to: &bytes)
      add(#"","currency":"#, to: &bytes)
      bytes.append(contentsOf: currencies[index])
    }
    if let until = outcome.until { append("until", until, to: &bytes) }
    if let id = outcome.unknown { append(causes: evaluator.unknowns.causes(id), to: &bytes) }
    bytes.append(UInt8(ascii: "}"))
  }

  private func appendRights(_ evaluator: borrowing Evaluator, to bytes: inout [UInt8]) {
    add(#","rights":{"#, to: &bytes)
    for index in ticketRights {
      let outcome = evaluator.rights[index]
      if index != ticketRights[0] { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: rightKeys[index])
      bytes.append(contentsOf: rightWords[Int(outcome.state.rawValue)])
      if let until = outcome.until { append("until", until, to: &bytes) }
      if let used = outcome.used { append("used", used, to: &bytes) }
      if let id = outcome.unknown { append(causes: evaluator.unknowns.causes(id), to: &bytes) }
      bytes.append(UInt8(ascii: "}"))
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private func append(_ key: StaticString, _ instant: Instant, to bytes: inout [UInt8]) {
    add(#",""#, to: &bytes)
    add(key, to: &bytes)
    add(#"":""#, to: &bytes)
    TimestampWriter.append(instant, in: zone, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  // MARK: Bytes

  private static func quoted(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    JSONText.append(string: text, to: &bytes)
    return bytes
  }

  @inline(__always) func add(_ text: StaticString, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

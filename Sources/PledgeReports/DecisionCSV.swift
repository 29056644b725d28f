import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeSimulation
import PledgeTickets
import PledgeTime

/// Writes decisions as CSV: a row a ticket and target, a row a ticket and refund, a row a ticket and right.
///
/// `due` is also until when something can be claimed or used.
package struct DecisionCSV: DecisionEncoder {
  /// The columns, in order.
  package static let columns = [
    "ticket", "kind", "name", "verdict", "due", "limit_s", "counted_s", "over_s", "left_s", "excused_by",
    "causes",
    "amount", "currency", "recorded", "done",
  ]

  /// The column that says which version decided, where there are several.
  package static let versionColumn = "version"

  private let policy: Policy
  private let isVersion: Bool
  private let zone: Zone
  private let comparison: RecordedComparison?

  /// `comparison`: the target whose recorded verdict is written beside ours. `isVersion`: whether
  /// each row says which version decided.
  package init(policy: Policy, comparison: RecordedComparison? = nil, isVersion: Bool = false) {
    self.policy = policy
    self.isVersion = isVersion
    self.comparison = comparison
    zone = policy.header.zone
  }

  package var head: [UInt8] {
    var bytes: [UInt8] = []
    CSVText.append(row: Self.columns + (isVersion ? [Self.versionColumn] : []), to: &bytes)
    return bytes
  }

  package func append(
    _ ticket: borrowing Ticket, _ evaluator: borrowing Evaluator, recorded: RecordedVerdict?,
    to bytes: inout [UInt8]
  ) {
    for index in policy.targets.indices {
      begin(ticket, "target", policy.targets[index].name, to: &bytes)
      append(evaluator.targets[index], evaluator, to: &bytes)
      comma(2, &bytes)
      if let recorded, comparison?.target == index { add(recorded.word, &bytes) }
      comma(1, &bytes)
      end(evaluator, &bytes)
    }
    for index in policy.refunds.indices where policy.refunds[index].scope == nil {
      begin(ticket, "refund", policy.refunds[index].name, to: &bytes)
      append(evaluator.refunds[index], policy.refunds[index], evaluator, to: &bytes)
      comma(1, &bytes)
      end(evaluator, &bytes)
    }
    for index in policy.rights.indices where policy.rights[index].scope == nil {
      begin(ticket, "right", policy.rights[index].name, to: &bytes)
      append(evaluator.rights[index], evaluator, to: &bytes)
      comma(1, &bytes)
      end(evaluator, &bytes)
    }
    for (index, escalation) in policy.escalations.enumerated() {
      for step in evaluator.stepOutcomes[index] {
        begin(ticket, "step", "\(escalation.name) \(step.number)", to: &bytes)
        append(step, evaluator, to: &bytes)
        end(evaluator, &bytes)
      }
    }
  }

  /// The version, where there are several, and the end of the row.
  private func end(_ evaluator: borrowing Evaluator, _ bytes: inout [UInt8]) {
    if isVersion {
      comma(1, &bytes)
      if !evaluator.isOutsideVersions { add(policy.header.version, &bytes) }
    }
    bytes.append(0x0a)
  }

  private func append(_ outcome: TargetOutcome, _ evaluator: borrowing Evaluator, to bytes: inout [UInt8]) {
    add(outcome.verdict.word, &bytes)
    comma(1, &bytes)
    if let due = outcome.due, outcome.dueDoubt == nil { TimestampWriter.append(due, in: zone, to: &bytes) }
    comma(1, &bytes)
    if let limit = outcome.limit { JSONText.append(seconds: limit, to: &bytes) }
    comma(1, &bytes)
    // A figure that is not known has no single number.
    if outcome.hasCount, outcome.doubt == nil { JSONText.append(seconds: outcome.counted, to: &bytes) }
    comma(1, &bytes)
    if outcome.over > .zero, outcome.doubt == nil { JSONText.append(seconds: outcome.over, to: &bytes) }
    comma(1, &bytes)
    if outcome.verdict == .pending, let left = outcome.left { JSONText.append(seconds: left, to: &bytes) }
    comma(1, &bytes)
    if let exclusion = outcome.exclusion { add(policy.exclusions[exclusion].name, &bytes) }
    comma(1, &bytes)
    append(causes: outcome.unknown.map { evaluator.unknowns.causes($0) } ?? [], to: &bytes)
    comma(1, &bytes)
  }

  private func append(
    _ outcome: RefundOutcome, _ refund: Refund, _ evaluator: borrowing Evaluator, to bytes: inout [UInt8]
  ) {
    add(outcome.state.word, &bytes)
    comma(1, &bytes)
    if let until = outcome.until { TimestampWriter.append(until, in: zone, to: &bytes) }
    comma(6, &bytes)
    append(causes: outcome.unknown.map { evaluator.unknowns.causes($0) } ?? [], to: &bytes)
    comma(1, &bytes)
    guard outcome.state.hasAmount else { return comma(2, &bytes) }
    AmountText.append(outcome.amount, digits: refund.currency.minorUnitDigits, to: &bytes)
    comma(1, &bytes)
    add(refund.currency.code, &bytes)
    comma(1, &bytes)
  }

  private func append(_ step: StepOutcome, _ evaluator: borrowing Evaluator, to bytes: inout [UInt8]) {
    add(step.state.word, &bytes)
    comma(1, &bytes)
    if let due = step.due { TimestampWriter.append(due, in: zone, to: &bytes) }
    comma(6, &bytes)
    append(causes: step.unknown.map { evaluator.unknowns.causes($0) } ?? [], to: &bytes)
    comma(4, &bytes)
    if let done = step.doneAt { TimestampWriter.append(done, in: zone, to: &bytes) }
  }

  private func append(_ outcome: RightOutcome, _ evaluator: borrowing Evaluator, to bytes: inout [UInt8]) {
    add(outcome.state.word, &bytes)
    comma(1, &bytes)
    if let until = outcome.until { TimestampWriter.append(until, in: zone, to: &bytes) }
    comma(6, &bytes)
    append(causes: outcome.unknown.map { evaluator.unknowns.causes($0) } ?? [], to: &bytes)
    comma(3, &bytes)
  }

  /// Causes as `code:name:name`, with blanks between them.
  private func append(causes: [Cause], to bytes: inout [UInt8]) {
    guard !causes.isEmpty else { return }
    let texts = causes.map { cause in
      ([CauseNames.code(cause.kind)] + CauseNames.subjects(cause, policy)).joined(separator: ":")
    }
    add(texts.joined(separator: " "), &bytes)
  }

  private func begin(_ ticket: borrowing Ticket, _ kind: String, _ name: String, to bytes: inout [UInt8]) {
    ticket.id.withUnsafeBufferPointer { CSVText.append(cell: $0, to: &bytes) }
    comma(1, &bytes)
    add(kind, &bytes)
    comma(1, &bytes)
    add(name, &bytes)
    comma(1, &bytes)
  }

  private func add(_ text: String, _ bytes: inout [UInt8]) { CSVText.append(cell: text, to: &bytes) }

  private func comma(_ count: Int, _ bytes: inout [UInt8]) {
    for _ in 0..<count { bytes.append(UInt8(ascii: ",")) }
  }
}

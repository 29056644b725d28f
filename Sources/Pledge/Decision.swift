import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTickets

/// What a policy decides of one ticket.
public struct Decision: Sendable {
  /// The ticket's id.
  public let id: String
  /// One decision a target, in the policy's order.
  public let targets: [TargetDecision]
  /// One decision a refund, in the policy's order.
  public let refunds: [RefundDecision]
  /// One decision a right, in the policy's order.
  public let rights: [RightDecision]
  /// All of it as JSON: docs/schemas/decision-1.json.
  public let json: String

  init(_ ticket: borrowing Ticket, _ evaluator: borrowing Evaluator, json: String) {
    id = String(decoding: ticket.id, as: UTF8.self)
    let policy = evaluator.plan.policy
    var targets: [TargetDecision] = []
    for (index, target) in policy.targets.enumerated() {
      let outcome = evaluator.targets[index]
      targets.append(
        TargetDecision(
          name: target.name, verdict: outcome.verdict.word, due: outcome.due?.text(in: policy.header.zone),
          overMicroseconds: outcome.over.microseconds))
    }
    var refunds: [RefundDecision] = []
    for (index, refund) in policy.refunds.enumerated() where refund.scope == nil {
      let outcome = evaluator.refunds[index]
      refunds.append(
        RefundDecision(
          name: refund.name, state: outcome.state.word,
          amount: outcome.amount.decimalText(minimumFractionDigits: refund.currency.minorUnitDigits)
            ?? outcome.amount.text,
          currency: refund.currency.code))
    }
    var rights: [RightDecision] = []
    for (index, right) in policy.rights.enumerated() where right.scope == nil {
      let outcome = evaluator.rights[index]
      rights.append(
        RightDecision(
          name: right.name, grants: right.grants, state: outcome.state.word,
          until: outcome.until?.text(in: policy.header.zone)))
    }
    self.rights = rights
    self.targets = targets
    self.refunds = refunds
    self.json = json
  }
}

/// What a policy decides of one target.
public struct TargetDecision: Sendable, Hashable {
  /// The target's name.
  public let name: String
  /// `met`, `breached`, `excused`, `pending`, `not applicable` or `undecided`.
  public let verdict: String
  /// The instant at which the limit is reached, in ISO 8601; nil where it is not known.
  public let due: String?
  /// The count beyond the limit in microseconds; 0 unless breached or excused.
  public let overMicroseconds: Int64
}

/// What a policy decides of one refund.
public struct RefundDecision: Sendable, Hashable {
  /// The refund's name.
  public let name: String
  /// `none`, `owed`, `accruing`, `claimable`, `lapsed`, `combined`, `below minimum`, `pending` or
  /// `undecided`.
  public let state: String
  /// What each payee gets, as an exact decimal.
  public let amount: String
  /// The ISO 4217 code.
  public let currency: String
}

/// What a policy decides of one right.
public struct RightDecision: Sendable, Hashable {
  /// The right's name.
  public let name: String
  /// What it grants, in the policy's words.
  public let grants: String
  /// `none`, `granted`, `usable`, `used`, `expired`, `pending` or `undecided`.
  public let state: String
  /// Until when it can or could be used, in ISO 8601; nil where that has no end or is not known yet.
  public let until: String?
}

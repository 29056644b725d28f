import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeReports
import PledgeTickets
import PledgeTime

/// What one ticket came to, with names in place of indices so that it can be held against another policy's.
struct DecidedTicket {
  var id: String
  var isFinal: Bool
  var targets: [String: TargetOutcome] = [:]
  var refunds: [String: RefundOutcome] = [:]
  /// Every outcome in words, by what it is about.
  var lines: [String: String] = [:]

  init(_ ticket: borrowing Ticket, _ evaluator: borrowing Evaluator) {
    let policy = evaluator.plan.policy
    id = String(decoding: ticket.id, as: UTF8.self)
    isFinal = evaluator.isFinal
    for (index, target) in policy.targets.enumerated() {
      let outcome = evaluator.targets[index]
      targets[target.name] = outcome
      lines[target.name] =
        "\(outcome.verdict.word) \(outcome.words) "
        + "\(outcome.exclusion.map { policy.exclusions[$0].name } ?? "-") "
        + Self.causes(outcome.unknown, evaluator)
    }
    for (index, refund) in policy.refunds.enumerated() where refund.scope == nil {
      let outcome = evaluator.refunds[index]
      refunds[refund.name] = outcome
      lines[refund.name] =
        "\(outcome.state.word) \(outcome.amount.text) \(Self.text(outcome.until)) "
        + Self.causes(outcome.unknown, evaluator)
    }
    for (index, right) in policy.rights.enumerated() where right.scope == nil {
      let outcome = evaluator.rights[index]
      lines[right.name] =
        "\(outcome.state.word) \(Self.text(outcome.until)) \(Self.text(outcome.used)) "
        + Self.causes(outcome.unknown, evaluator)
    }
    for (index, escalation) in policy.escalations.enumerated() {
      var steps: [String] = []
      for step in evaluator.stepOutcomes[index] {
        steps.append(
          "\(step.number) \(step.level) \(step.state.word) \(Self.text(step.due)) \(Self.text(step.doneAt)) "
            + Self.causes(step.unknown, evaluator))
      }
      lines[escalation.name] = steps.joined(separator: "; ")
    }
  }

  static func text(_ instant: Instant?) -> String { instant?.text(in: .utc) ?? "-" }

  private static func causes(_ id: UnknownID?, _ evaluator: borrowing Evaluator) -> String {
    guard let id else { return "" }
    let policy = evaluator.plan.policy
    return evaluator.unknowns.causes(id).map { CauseNames.text($0, policy) }.sorted().joined(separator: ", ")
  }

  /// All lines in the order of their names.
  var text: [String] { lines.map { "\(id) \($0.key): \($0.value)" }.sorted() }
}

extension TargetOutcome {
  /// The figures in words.
  fileprivate var words: String {
    let cycles = "\(self.cycles)/\(failingCycles)"
    return "running \(isRunning) start \(DecidedTicket.text(start)) stop \(DecidedTicket.text(stop)) "
      + "due \(DecidedTicket.text(due)) \(isDueIncluded) limit \(limit?.text ?? "-") "
      + "counted \(counted.text) \(isCountKnown) over \(over.text) cycles \(cycles) \(applicability)"
  }
}

extension CauseNames {
  /// A cause with the names of what it is about, in an order that is not that of the declarations.
  static func text(_ cause: Cause, _ policy: Policy) -> String {
    "\(code(cause.kind)) \(subjects(cause, policy).sorted().joined(separator: " "))"
  }
}

/// What a history came to.
struct Decided {
  let policy: Policy
  var tickets: [DecidedTicket] = []
  /// The decisions as NDJSON.
  var bytes: [UInt8] = []
  var settled: SettledItems?
  var portfolio: PortfolioOutcome?

  init(policy: Policy) { self.policy = policy }

  subscript(id: String) -> DecidedTicket? { tickets.first { $0.id == id } }

  /// The decisions of keys and periods, in the order in which they are written.
  var periodLines: [String] {
    guard let portfolio else { return [] }
    return portfolio.periods.map { decision in
      let outcome = decision.outcome
      let exclusion = outcome.exclusion.map { policy.exclusions[$0].name } ?? "-"
      return "\(name(decision)): \(outcome.verdict.word) reached \(outcome.reached?.text ?? "-") "
        + "short \(outcome.short.text) over \(outcome.over.text) counted \(outcome.counted.text) "
        + "left \(outcome.left?.text ?? "-") limit \(outcome.limit?.text ?? "-") run \(outcome.run) "
        + "tickets \(outcome.tickets) windows \(outcome.windows) running \(outcome.isRunning) \(exclusion) "
        + decision.causes.map { CauseNames.text($0, policy) }.sorted().joined(separator: ", ")
    }
  }

  /// The target, key and period of an outcome.
  func name(_ decision: PeriodDecision) -> String {
    let outcome = decision.outcome
    return "\(policy.periodTargets[outcome.target].name) of \(decision.key.joined(separator: "/")) "
      + "in \(outcome.period.name)"
  }

  /// What refunds and rights of a key and period came to.
  var frameLines: [String] {
    (settled?.frames ?? []).map { frame in
      let (name, text, causes) = words(frame)
      let place = frame.place
      let reasons = causes.map { CauseNames.text($0, policy) }.sorted().joined(separator: ", ")
      return "\(name) of \(place.key.joined(separator: "/")) in \(place.period.name) "
        + "(\(place.windows) windows): \(text) \(reasons)"
    }
  }

  private func words(_ frame: FrameDecision) -> (name: String, text: String, causes: [Cause]) {
    switch frame {
    case .refund(let frame):
      let outcome = frame.outcome
      let text = "\(outcome.state.word) \(outcome.amount.text) \(DecidedTicket.text(outcome.until))"
      return (policy.refunds[frame.refund].name, text, frame.causes)
    case .right(let frame):
      let outcome = frame.outcome
      let times = [outcome.until, outcome.used].map { DecidedTicket.text($0) }.joined(separator: " ")
      return (policy.rights[frame.right].name, "\(outcome.state.word) \(times)", frame.causes)
    }
  }

  /// The refunds of keys and periods alone.
  var frameRefunds: [FrameRefund] {
    (settled?.frames ?? []).compactMap { if case .refund(let frame) = $0 { frame } else { nil } }
  }

  /// Everything, in an order that does not depend on that of the file or of the declarations.
  var sortedLines: [String] { (tickets.flatMap(\.text) + periodLines + frameLines).sorted() }

  /// What the items of each refund come to, those that are owed and those that accrue.
  var totals: [String: Rational] {
    var result: [String: Rational] = [:]
    func add(_ name: String, _ outcome: RefundOutcome) {
      guard outcome.state == .owed || outcome.state == .accruing else { return }
      result[name] = (result[name] ?? .zero).adding(outcome.amount) ?? .zero
    }
    for ticket in tickets { for (name, outcome) in ticket.refunds { add(name, outcome) } }
    for frame in frameRefunds { add(policy.refunds[frame.refund].name, frame.outcome) }
    return result
  }
}

import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeReadings
import PledgeTickets
import PledgeTime

/// Decisions of a few tickets for people, a line a target and refund.
package struct DecisionText {
  private let style: Style
  /// Whether each ticket says which version decided.
  private let hasVersions: Bool
  private var tickets: [(number: Int, rows: [Row])] = []

  private struct Row {
    var cells: [String]
    var marks: [Int: (String) -> String]
  }

  package init(style: Style, hasVersions: Bool = false) {
    self.style = style
    self.hasVersions = hasVersions
  }

  /// The lines of all tickets added, by their numbers.
  package var text: String {
    var table = TextTable([.left, .left, .left, .left, .left, .left])
    table.add([style.say(.ticket), "", "", style.say(.counted), style.say(.due), ""], mark: style.faint)
    for ticket in tickets.sorted(by: { $0.number < $1.number }) {
      for row in ticket.rows { table.add(row.cells, marks: row.marks) }
    }
    return table.text
  }

  /// Adds what an evaluator has just decided of a ticket; `number` is its place in the history.
  package mutating func add(
    _ ticket: borrowing Ticket, _ evaluator: borrowing Evaluator, number: Int
  ) {
    let policy = evaluator.plan.policy
    let words = ReportWords(policy: policy, language: style.language)
    var rows: [Row] = []
    var id = String(decoding: ticket.id, as: UTF8.self)
    if hasVersions, !evaluator.isOutsideVersions { id += words.say(.version(policy.header.version)) }
    for (index, target) in policy.targets.enumerated() {
      let outcome = evaluator.targets[index]
      let verdict = outcome.verdict
      let style = style
      rows.append(
        Row(
          cells: [
            id, target.name, words.say(code: verdict.word), counted(outcome),
            outcome.due?.plainText(in: policy.header.zone) ?? "",
            reason(outcome, evaluator),
          ], marks: [0: style.bold, 2: { style.verdict(verdict, $0) }]))
      id = ""
    }
    for (index, refund) in policy.refunds.enumerated() where refund.scope == nil {
      let outcome = evaluator.refunds[index]
      var cells = [id, refund.name, words.say(code: outcome.state.word), "", "", ""]
      if outcome.state.hasAmount {
        cells[3] = Money(amount: outcome.amount, currency: refund.currency).text
      }
      cells[4] = outcome.until?.plainText(in: policy.header.zone) ?? ""
      if refund.components.contains(where: { evaluator.refunds[$0].state == .combined }) {
        cells[5] = words.combines(refund)
      }
      rows.append(Row(cells: cells, marks: [0: style.bold, 3: style.bold]))
      id = ""
    }
    for (index, right) in policy.rights.enumerated() where right.scope == nil {
      let outcome = evaluator.rights[index]
      let until = outcome.until?.plainText(in: policy.header.zone) ?? ""
      let causes = outcome.unknown.map { evaluator.unknowns.causes($0).map { words.cause($0) } } ?? []
      rows.append(
        Row(
          cells: [
            id, right.name, words.say(code: outcome.state.word), "", until,
            causes.joined(separator: words.say(.semicolon)),
          ],
          marks: [0: style.bold]))
      id = ""
    }
    addSteps(&id, &rows, evaluator)
    tickets.append((number, rows))
  }

  private func addSteps(_ id: inout String, _ rows: inout [Row], _ evaluator: borrowing Evaluator) {
    let policy = evaluator.plan.policy
    let words = ReportWords(policy: policy, language: style.language)
    let zone = policy.header.zone
    for (index, escalation) in policy.escalations.enumerated() {
      for step in evaluator.stepOutcomes[index] {
        let style = style
        let state = step.state
        rows.append(
          Row(
            cells: [
              id, "\(escalation.name) \(step.number)", words.say(code: state.word), "",
              step.due?.plainText(in: zone) ?? "",
              words.detail(
                of: step, in: escalation, step.unknown.map { evaluator.unknowns.causes($0) } ?? []),
            ], marks: [0: style.bold, 2: { style.step(state, $0) }]))
        id = ""
      }
    }
  }

  private func counted(_ outcome: TargetOutcome) -> String {
    guard outcome.hasCount else { return "" }
    guard let limit = outcome.limit else { return outcome.countedText }
    return style.say(.countedOf(outcome.countedText, limit.text))
  }

  private func reason(_ outcome: TargetOutcome, _ evaluator: borrowing Evaluator) -> String {
    let words = ReportWords(policy: evaluator.plan.policy, language: style.language)
    var parts: [String] = []
    if let over = outcome.overText { parts.append(words.say(.over(over))) }
    if outcome.verdict == .pending, let left = outcome.left { parts.append(words.say(.leftOver(left.text))) }
    if let exclusion = outcome.exclusion {
      parts.append(words.say(.byExclusion(words.named(exclusion: exclusion))))
    }
    if outcome.applicability != .applies { parts.append(words.inapplicability(outcome.applicability)) }
    if let id = outcome.unknown { parts += evaluator.unknowns.causes(id).map { words.cause($0) } }
    return parts.joined(separator: words.say(.semicolon))
  }

  /// The records that were not read, a line each.
  package static func rejections(_ rejections: [Rejection], _ style: Style) -> String {
    rejections.map {
      style.bad(style.say(.rejected)) + "  " + RejectionText.message($0, in: style.language) + "\n"
    }.joined()
  }
}

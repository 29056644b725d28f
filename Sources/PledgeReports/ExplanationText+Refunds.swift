import PledgeEvaluation
import PledgeNumbers
import PledgePolicy

extension ExplanationText {
  /// One refund: its state and amount, and every step on the way, to the last digit.
  package func refund(_ index: Int, _ decision: ExplainedTicket) -> String {
    let refund = policy.refunds[index]
    let outcome = decision.refunds[index]
    let reasons = decision.explanations.refunds[index]
    var table = TextTable([.left, .left])
    table.indent = "  "
    table.labelWidth = Self.labelWidth
    table.add([outcome.state.word, summary(refund, outcome)], marks: [0: mark(outcome.state)])
    for cause in reasons.causes { table.add(["because", words.cause(cause)]) }
    switch outcome.state {
    case .none, .pending, .undecided: add(reasons.condition, "when", to: &table)
    case .owed, .accruing, .belowMinimum: addSteps(refund, outcome, reasons, to: &table)
    }
    return heading("refund", refund.name, refund.title, refund.citations) + "\n" + table.text
  }

  private func summary(_ refund: Refund, _ outcome: RefundOutcome) -> String {
    switch outcome.state {
    case .none: return "nothing is owed"
    case .pending, .undecided: return ""
    case .owed, .accruing, .belowMinimum: break
    }
    var parts = [money(outcome.amount, refund)]
    if !refund.payees.isEmpty { parts.append("to " + refund.payees.joined(separator: " and to ")) }
    if refund.payees.count > 1 { parts.append("each") }
    if let form = words.form(refund.form) { parts.append(form) }
    if outcome.state == .accruing { parts.append("so far: the clock is still running") }
    return parts.joined(separator: " ")
  }

  /// Pay, round, caps, minimum: the fixed order.
  private func addSteps(
    _ refund: Refund, _ outcome: RefundOutcome, _ reasons: RefundExplanation, to table: inout TextTable
  ) {
    // The steps of the caps stand behind those of the amount, whose last one is the amount itself.
    let paid = reasons.paid.map { money($0, refund) }
    let last = reasons.amount.lastIndex { $0.value == paid } ?? reasons.amount.indices.last
    if let last {
      var label = "pay"
      for step in reasons.amount[...last] where !isField(step) {
        add(step, label, to: &table)
        label = ""
      }
    }
    for (number, amount) in reasons.cycles.enumerated() {
      table.add([number == 0 ? "pay" : "", "for failing cycle \(number + 1): \(money(amount, refund))"])
    }
    if let paid = reasons.paid, let rounded = reasons.rounded, paid != rounded {
      let mode = words.rounding(refund.rounding?.mode ?? .halfUp)
      let unit = refund.rounding?.unit ?? Money.minorUnit(of: refund.currency)
      table.add(["round", "\(mode) to \(money(unit, refund)): \(money(rounded, refund))"])
    }
    for (position, cap) in reasons.caps.enumerated() where refund.caps.indices.contains(position) {
      let isHit = cap.amount == cap.limit
      let text = quote(refund.caps[position].origin) + " = " + money(cap.limit, refund)
      let mark = isHit ? style.warning : style.faint
      table.add(["cap", isHit ? text : text + ", not reached"], marks: [1: mark])
    }
    if let minimum = refund.minimum {
      let word = minimum.inclusive ? "at least" : "above"
      table.add(["issue", "\(word) \(money(minimum.amount, refund))"])
    }
    addParameters(reasons.amount, to: &table)
    let bold = style.bold
    table.add(["amount", money(outcome.amount, refund)], marks: [1: bold])
  }

  private func add(_ step: ExplanationStep, _ label: String, to table: inout TextTable) {
    var text = "\(quote(step.origin)) = \(step.value)"
    switch step.detail {
    case .units(let units): text += "  (\(units.text) \(units == .one ? "unit" : "units"))"
    case .row(let rowTable, let row): text += "  (\(quote(policy.tables[rowTable].rows[row].origin)))"
    case nil: break
    }
    table.add([label, text])
  }

  /// The values of the parameters that the steps name.
  private func addParameters(_ steps: [ExplanationStep], to table: inout TextTable) {
    for (index, parameter) in policy.parameters.enumerated() {
      let isNamed = steps.contains { step in
        quote(step.origin).split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains {
          $0 == parameter.name
        }
      }
      guard isNamed else { continue }
      table.add(["with", "\(parameter.name) = \(ParameterText.text(plan.parameters[index], parameter.type))"])
    }
  }

  private func money(_ amount: Rational, _ refund: Refund) -> String {
    Money(amount: amount, currency: refund.currency).text
  }

  private func mark(_ state: RefundState) -> (String) -> String {
    switch state {
    case .owed: style.bad
    case .accruing, .pending, .belowMinimum: style.warning
    case .undecided: style.note
    case .none: style.faint
    }
  }
}

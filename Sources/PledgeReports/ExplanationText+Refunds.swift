import PledgeDiagnostics
import PledgeEvaluation
import PledgeNumbers
import PledgePolicy

extension ExplanationText {
  /// One refund: its state and amount, and every step on the way, to the last digit.
  package func refund(_ index: Int, _ decision: ExplainedTicket) -> String {
    let refund = policy.refunds[index]
    return heading(say(.refund), refund.name, refund.title, refund.citations) + "\n"
      + steps(refund, decision.refunds[index], decision.explanations.refunds[index])
  }

  /// A refund of a key and period: what the targets that it reads came to, then the steps of every refund.
  func refund(_ frame: FrameRefund) -> String {
    guard let reasons = frame.explanation else { return "" }
    let refund = policy.refunds[frame.refund]
    return heading(say(.refund), refund.name, refund.title, refund.citations) + place(frame.place) + "\n"
      + decider
      + steps(refund, frame.outcome, reasons, of: frame.place)
  }

  private func steps(
    _ refund: Refund, _ outcome: RefundOutcome, _ reasons: RefundExplanation, of place: FramePlace? = nil
  ) -> String {
    var table = TextTable([.left, .left])
    table.indent = "  "
    table.labelWidth = Self.labelWidth
    table.add(
      [
        words.say(code: outcome.state.word), summary(refund, outcome, mayMove: place?.mayMove ?? false),
      ],
      marks: [0: { style.refund(outcome.state, $0) }])
    for cause in reasons.causes { table.add([say(.because), words.cause(cause)]) }
    if let place { addReadings(place, to: &table) }
    if outcome.state.hasAmount {
      addSteps(refund, outcome, reasons, to: &table)
    } else {
      add(reasons.condition, words.say(code: "when"), to: &table)
      addParts(reasons.parts, refund, to: &table)
    }
    return table.text
  }

  private func summary(_ refund: Refund, _ outcome: RefundOutcome, mayMove: Bool) -> String {
    if outcome.state == .none { return say(.nothingOwed) }
    guard outcome.state.hasAmount else { return "" }
    var parts = [money(outcome.amount, refund)]
    if !refund.payees.isEmpty { parts.append(say(.paysTo(refund.payees.joined(separator: say(.andTo))))) }
    if refund.payees.count > 1 { parts.append(say(.each)) }
    if let form = words.form(refund.form) { parts.append(form) }
    if outcome.state == .accruing { parts.append(say(mayMove ? .soFarMovable : .soFarRunning)) }
    if outcome.state == .claimable {
      parts.append(outcome.until.map { say(.ifClaimedBy(moment($0))) } ?? say(.ifClaimedText))
    }
    if outcome.state == .lapsed {
      parts.append(outcome.until.map { say(.notClaimedBy(moment($0))) } ?? say(.notClaimed))
    }
    if outcome.state == .combined { parts.append(say(.asPartOf(combination(of: refund)))) }
    return parts.joined(separator: " ")
  }

  /// The combination that pays a refund.
  private func combination(of refund: Refund) -> String {
    let index = policy.refunds.firstIndex { $0.name == refund.name }
    let whole = policy.refunds.first { other in index.map { other.components.contains($0) } ?? false }
    return whole?.name ?? ""
  }

  /// The items of a combination, the paid ones marked.
  private func addParts(_ parts: [RefundExplanation.Part], _ refund: Refund, to table: inout TextTable) {
    var label = words.operation(refund)
    for part in parts {
      let amount = part.state.hasAmount ? " " + money(part.amount, refund) : ""
      let text = say(
        .itemOf(policy.refunds[part.refund].name, words.say(code: part.state.word) + amount))
      table.add(
        [label, part.isPaid ? text : text + say(.notPaid)], marks: part.isPaid ? [:] : [1: style.faint])
      label = ""
    }
  }

  /// What the caps and minimums over several items left of this one.
  private func addGroups(
    _ steps: [RefundExplanation.GroupStep], _ refund: Refund, to table: inout TextTable
  ) {
    for step in steps {
      let group = policy.groups[step.group]
      let place = (step.key + [step.period].compactMap { $0 }).joined(separator: say(.comma))
      let of = place.isEmpty ? "" : say(.ofPlace(place))
      switch group.limit {
      case .cap(let amount):
        guard let limit = step.limit, let left = step.amount else { continue }
        let all = step.total.map { say(.allItems(money($0, refund))) } ?? ""
        table.add([
          words.say(code: "cap"),
          cap(amount, limit, refund) + of + say(.leaves(money(left, refund)))
            + perPayee(refund) + all,
        ])
      case .minimum(let minimum):
        let all = step.total.map { say(.allItems(money($0, refund))) } ?? ""
        table.add([words.say(code: "issue"), threshold(minimum.amount, minimum.inclusive, refund) + of + all])
      }
    }
  }

  /// A cap and what it comes to: one of figures below zero is zero.
  private func cap(_ cap: PledgePolicy.Expression, _ limit: Rational, _ refund: Refund) -> String {
    let written = quote(cap.origin)
    if case .constant = cap.kind { return "\(written) = \(money(limit, refund))" }
    return (limit.isZero ? "max(\(written), \(money(limit, refund)))" : written)
      + " = \(money(limit, refund))"
  }

  private func addClaims(_ reasons: RefundExplanation, _ refund: Refund, to table: inout TextTable) {
    for (claim, explained) in zip(refund.claims, reasons.claims) {
      table.add([
        words.say(code: "claim"),
        say(.itemOf(quote(claim.origin), words.claim(explained) { moment($0) })),
      ])
    }
  }

  /// Pay, round, claim, combine, caps, minimum: the fixed order.
  private func addSteps(
    _ refund: Refund, _ outcome: RefundOutcome, _ reasons: RefundExplanation, to table: inout TextTable
  ) {
    // The steps of the caps stand behind those of the amount, whose last one is the amount itself.
    let paid = reasons.paid.map { money($0, refund) }
    let last = reasons.amount.lastIndex { $0.value == paid } ?? reasons.amount.indices.last
    if let last {
      var label = words.say(code: "pay")
      for step in reasons.amount[...last] where !isField(step) {
        add(step, label, to: &table)
        label = ""
      }
    }
    for (number, amount) in reasons.cycles.enumerated() {
      table.add([
        number == 0 ? words.say(code: "pay") : "", say(.failingCycle(number + 1, money(amount, refund))),
      ])
    }
    if let paid = reasons.paid, let rounded = reasons.rounded, paid != rounded {
      let mode = words.rounding(refund.rounding?.mode ?? .halfUp)
      let unit = refund.rounding?.unit ?? Money.minorUnit(of: refund.currency)
      table.add([
        words.say(code: "round"), say(.roundedTo(mode, money(unit, refund), money(rounded, refund))),
      ])
    }
    addClaims(reasons, refund, to: &table)
    addParts(reasons.parts, refund, to: &table)
    for (position, cap) in reasons.caps.enumerated() where refund.caps.indices.contains(position) {
      var text = self.cap(refund.caps[position], cap.limit, refund)
      if !cap.isReached { text += say(.notReached) }
      if cap.isReached, refund.payees.count > 1 {
        text += say(.leaves(money(cap.amount, refund))) + perPayee(refund)
      }
      let mark = cap.isReached ? style.warning : style.faint
      table.add([words.say(code: "cap"), text], marks: [1: mark])
    }
    addGroups(reasons.groups, refund, to: &table)
    if let minimum = refund.minimum {
      table.add([words.say(code: "issue"), threshold(minimum.amount, minimum.inclusive, refund)])
    }
    addParameters(reasons.amount, to: &table)
    let bold = style.bold
    table.add([say(.amount), money(outcome.amount, refund)], marks: [1: bold])
  }

  private func add(_ step: ExplanationStep, _ label: String, to table: inout TextTable) {
    var text = equation(step)
    switch step.detail {
    case .units(let units):
      text += "  " + (units == .one ? say(.oneUnit(units.text)) : say(.units(units.text)))
    case .band(let first, let last):
      text += "  " + (first == last ? say(.unitNumber("\(first)")) : say(.unitRange("\(first)", "\(last)")))
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
      let value = ParameterText.text(plan.parameters[index], parameter.type)
      table.add([say(.with), "\(parameter.name) = \(words.language.say(value: value))"])
    }
  }

  /// What stands behind an amount that several payees get.
  private func perPayee(_ refund: Refund) -> String { refund.payees.count > 1 ? say(.perPayee) : "" }

  private func threshold(_ amount: Rational, _ isIncluded: Bool, _ refund: Refund) -> String {
    isIncluded ? say(.atLeast(money(amount, refund))) : say(.above(money(amount, refund)))
  }

  private func money(_ amount: Rational, _ refund: Refund) -> String {
    Money(amount: amount, currency: refund.currency).text
  }
}

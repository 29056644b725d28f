import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax
import PledgeTime

extension Checking {
  /// The amount of a `pay` line, or nil with a message; payees and form go into the refund.
  func checkPay(_ line: PayLine, _ index: Int) -> Expression? {
    checkPayees(line, index)
    checkForm(line, index)
    let expecting = policy.header.currency.map { ExpressionType.money($0) }
    guard let amount = inRefund({ amount(line.amount, expecting: expecting) }) else { return nil }
    guard case .money(let currency) = amount.type else {
      mismatch(amount, .money)
      return nil
    }
    guard isNotNegative(amount, .payment) else { return nil }
    // A row or a branch may well pay nothing.
    if written(amount).count == 1 { warnOfZero(amount, .nothingPaid) }
    policy.refunds[index].currency = currency
    guard let rate = line.rate else { return amount }
    return graded(amount, GradedPay.Rate(rate), line)
  }

  private func checkPayees(_ line: PayLine, _ index: Int) {
    refuseRepeated(line.payees)
    for name in line.payees {
      if role(name) != nil { policy.refunds[index].payees.append(name.name) }
    }
  }

  private func checkForm(_ line: PayLine, _ index: Int) {
    guard let form = line.form else { return }
    if let known = Refund.PaymentForm(rawValue: form.name) {
      policy.refunds[index].form = known
    } else {
      let forms = Refund.PaymentForm.allCases.map(\.rawValue)
      report(
        .clause(
          .unknownWord(
            word: form.name, known: forms, suggestion: Suggestion.nearest(to: form.name, among: forms))),
        at: form.range)
    }
  }

  // MARK: Rates that change with the delay

  /// An amount whose units have each their rate, or all that of the last; nil with a message.
  private func graded(_ amount: Expression, _ rate: GradedPay.Rate, _ line: PayLine) -> Expression? {
    if isPerUnit(amount) { return gradedUnits(amount, rate) }
    guard let (dates, target) = datesRead(by: amount) else {
      report(.clause(.rateWithoutUnit), at: line.range)
      return nil
    }
    let pay = GradedPay(
      amount: amount, rounding: .started, unit: .dates(dates), target: target, rate: rate)
    return checked(pay, amount)
  }

  /// Whether an amount is one per unit, or a sum or choice of several.
  private func isPerUnit(_ amount: Expression) -> Bool {
    switch amount.kind {
    case .perUnit, .perDate: true
    case .sum, .difference, .extreme, .product, .quotient, .negation, .share, .choice:
      amount.operands.contains { isPerUnit($0) }
    case .constant, .field, .column, .rowKey, .rowColumn, .parameter, .derived, .tableResult, .event,
      .attribute,
      .isKnown, .not,
      .all, .any,
      .compare, .oneOf, .graded, .datesOver, .verdict, .figure, .measure, .overlaps, .during, .moved,
      .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled, .periodBoundary, .periodVerdict,
      .periodFigure, .ticketCount:
      false
    }
  }

  /// The amount with each of its parts per unit graded.
  private func gradedUnits(_ amount: Expression, _ rate: GradedPay.Rate) -> Expression? {
    var result = amount
    switch amount.kind {
    case .perUnit(let single, let rounding, let unit, let measured):
      guard case .figure(let target, .over) = measured.kind else {
        mismatch(measured, .overOfTarget)
        return nil
      }
      return checked(
        GradedPay(amount: single, rounding: rounding, unit: .length(unit), target: target, rate: rate), amount
      )
    case .perDate(let single, let rounding, let dates, let target):
      return checked(
        GradedPay(amount: single, rounding: rounding, unit: .dates(dates), target: target, rate: rate), amount
      )
    case .sum(let left, let right):
      guard let left = gradedUnits(left, rate), let right = gradedUnits(right, rate) else { return nil }
      result.kind = .sum(left, right)
    case .difference(let left, let right):
      guard let left = gradedUnits(left, rate), let right = gradedUnits(right, rate) else { return nil }
      result.kind = .difference(left, right)
    case .product(let left, let right):
      guard let left = gradedUnits(left, rate), let right = gradedUnits(right, rate) else { return nil }
      result.kind = .product(left, right)
    case .quotient(let left, let right):
      guard let left = gradedUnits(left, rate) else { return nil }
      result.kind = .quotient(left, right)
    case .share(let factor, let whole):
      guard let whole = gradedUnits(whole, rate) else { return nil }
      result.kind = .share(factor, of: whole)
    case .extreme(let extreme, let operands):
      let graded = operands.compactMap { gradedUnits($0, rate) }
      guard graded.count == operands.count else { return nil }
      result.kind = .extreme(extreme, graded)
    case .choice(let branches, let otherwise):
      guard let graded = gradedUnits(branches, otherwise, rate) else { return nil }
      result.kind = graded
    case .negation(let operand):
      guard let operand = gradedUnits(operand, rate) else { return nil }
      result.kind = .negation(operand)
    case .constant, .field, .column, .rowKey, .rowColumn, .parameter, .derived, .tableResult, .event,
      .attribute,
      .isKnown, .not,
      .all, .any,
      .compare, .oneOf, .graded, .datesOver, .verdict, .figure, .measure, .overlaps, .during, .moved,
      .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled, .periodBoundary, .periodVerdict,
      .periodFigure, .ticketCount:
      break
    }
    return result
  }

  private func gradedUnits(
    _ branches: [Expression.Branch], _ otherwise: Expression, _ rate: GradedPay.Rate
  ) -> Expression.Kind? {
    var graded = branches
    for index in graded.indices {
      guard let value = gradedUnits(graded[index].value, rate) else { return nil }
      graded[index].value = value
    }
    return gradedUnits(otherwise, rate).map { .choice(graded, otherwise: $0) }
  }

  /// A pay whose rate changes with the delay and with nothing else of it; nil with a message.
  private func checked(_ pay: GradedPay, _ whole: Expression) -> Expression? {
    let readings = DelayReadings(policy, amount: pay.amount, target: pay.target, unit: pay.unit)
    if let misuse = readings.misuse {
      report(
        .clause(.rateOfDelay), at: whole.origin,
        labels: [SecondaryLabel(.comesFrom(what: .theDelay), at: misuse)])
      return nil
    }
    guard !readings.bounds.isEmpty else {
      report(.clause(.flatRate), at: whole.origin)
      return nil
    }
    return Expression(.graded(pay), type: whole.type, origin: whole.origin)
  }

  /// The days by which a table behind an amount is read.
  private func datesRead(by amount: Expression) -> (DateKind, target: Int)? {
    var waiting = [amount]
    var seen: Set<Entity> = []
    while let next = waiting.popLast() {
      if case .datesOver(let dates, let target) = next.kind { return (dates, target) }
      if case .derived(let index) = next.kind, seen.insert(.derived(index)).inserted {
        waiting.append(policy.derivedValues[index].value)
      }
      if case .tableResult(let table, _) = next.kind, seen.insert(.table(table)).inserted {
        waiting += policy.tables[table].columns + policy.tables[table].rows.flatMap(\.results)
      }
      waiting += next.operands
    }
    return nil
  }
}

extension GradedPay.Rate {
  /// The rate of a word.
  init(_ word: PayRate) {
    switch word {
    case .eachDay: self = .eachUnit
    case .allDays: self = .reached
    }
  }
}

import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

extension Portfolio {
  /// The number of a key of a period target; nil where neither a ticket nor a register names it.
  package func key(of target: Int, _ parts: [Constant]) -> Int? {
    keys[plan.periodTargets[target].scope.keySet].find(parts.map { Value($0) })
  }
}

extension PortfolioOutcome {
  /// The outcome of a target for a key in the period of a name; nil where it was not judged.
  package func decision(of target: Int, key: Int, period name: String) -> PeriodDecision? {
    for decision in periods where decision.outcome.target == target && decision.outcome.key == key {
      let outcome = decision.outcome
      if outcome.period.name == name { return decision }
      guard outcome.windows > 1 else { continue }
      if let number = outcome.period.label.number(ofWindowNamed: name), outcome.numbers.contains(number) {
        return decision
      }
    }
    return nil
  }
}

extension PeriodOutcome {
  /// A figure in the target's unit; nil where it is not known.
  package func value(of figure: PeriodExpectation.Name) -> Rational? {
    switch figure {
    case .reached: reached
    case .short: short
    case .over: over
    case .counted: Rational(counted.microseconds)
    case .run: Rational(run)
    case .left: left
    }
  }
}

extension Evaluator {
  /// A figure of a measure as its reader would write it; a duration is one of microseconds.
  package func text(ofFigure figure: Rational, as type: ExpressionType) -> String {
    guard type == .duration else { return text(of: .number(figure), as: type, in: Ticket(fields: 0)) }
    guard let whole = Int64(exactly: figure.floor) else { return "\(figure.text) us" }
    return Duration(microseconds: whole).text
  }
}

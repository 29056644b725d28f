import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy

/// Looks for refunds that are owed although every target that they read is met.
///
/// Reported only where values are found that make it so: the condition asks for verdicts, for figures that a
/// met target fixes, and for inputs of the ticket, and the amount is then more than zero.
enum OwedWhileMet {
  /// What is found about a policy without errors, each with what a ticket has to be for it.
  static func findings(_ policy: Policy) -> [ProofWitness] {
    policy.refunds.compactMap { refund in
      let names =
        refund.targets.map { (policy.targets[$0].name, policy.targets[$0].origin) }
        + refund.periodTargets.map { (policy.periodTargets[$0].name, policy.periodTargets[$0].origin) }
      guard let (name, place) = names.first, case .pay(let condition, let amount) = refund.basis,
        isPaid(amount, policy, depth: 0),
        let demands = ConditionCases.example(
          condition, whileMet: refund.targets, periodTargets: refund.periodTargets, in: policy)
      else { return nil }
      let diagnostic = Diagnostic(
        .polarity(.whileMet(target: name, reader: refund.name)), at: condition.origin,
        labels: [
          SecondaryLabel(.declaredHere(name: name), at: place.firstByte),
          SecondaryLabel(.payment(of: refund.name), at: amount.origin),
        ])
      return ProofWitness(diagnostic, [demands], .owed(refund: refund.name))
    }
  }

  /// Longer chains of names are not followed.
  private static let depthLimit = 20

  /// Whether an amount is more than zero whatever the case, an overrun being zero: of a met target nothing is
  /// over. Figures of the ticket may be more than zero.
  private static func isPaid(_ amount: Expression, _ policy: Policy, depth: Int) -> Bool {
    guard depth < depthLimit else { return false }
    func isPaid(_ part: Expression) -> Bool { self.isPaid(part, policy, depth: depth + 1) }
    switch amount.kind {
    case .constant(.number(let number)): return number > .zero
    case .parameter(let index):
      if case .number(let number) = policy.parameters[index].value { return number > .zero }
      return false
    case .field, .column: return true
    case .derived(let index): return isPaid(policy.derivedValues[index].value)
    case .share(let left, of: let right), .product(let left, let right): return isPaid(left) && isPaid(right)
    case .sum(let left, let right): return isPaid(left) || isPaid(right)
    case .extreme(.greatest, let operands): return operands.contains { isPaid($0) }
    case .extreme(.smallest, let operands): return operands.allSatisfy { isPaid($0) }
    case .choice(let branches, let otherwise):
      return (branches.map(\.value) + [otherwise]).allSatisfy { isPaid($0) }
    case .tableResult(let table, let column):
      return policy.tables[table].rows.allSatisfy { isPaid($0.results[column]) }
    case .constant, .rowKey, .rowColumn, .event, .attribute, .isKnown, .not, .all, .any, .compare, .oneOf,
      .difference, .quotient, .negation, .perUnit, .perDate, .graded, .datesOver, .verdict, .figure,
      .measure, .overlaps, .ticketCount, .during, .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay,
      .dateOf, .sampled, .periodBoundary, .periodVerdict, .periodFigure:
      return false
    }
  }
}

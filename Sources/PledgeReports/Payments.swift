import PledgeNumbers
import PledgePolicy
import PledgeSimulation

/// What one payee gets in one form, over all refunds.
struct Payment {
  /// The role's name; nil for the customer where the policy names nobody.
  var payee: String?
  var form: Refund.PaymentForm
  var currency: Currency
  /// Nil where it does not fit.
  var owed: Rational?
}

extension SimulationReport {
  /// Whether refunds go to several payees or are paid in another form than cash.
  var distinguishesPayments: Bool {
    policy.refunds.contains { !$0.payees.isEmpty || $0.form != .cash }
  }

  /// What is owed to whom and how, in the order in which the policy names them; a combined item is paid by
  /// its combination.
  func payments(row: Int) -> [Payment] {
    var result: [Payment] = []
    for (index, refund) in policy.refunds.enumerated() {
      let payees: [String?] = refund.payees.isEmpty ? [nil] : refund.payees
      for payee in payees {
        let owed = ledger.owed(refund: index, row: row).total
        let known = result.firstIndex {
          $0.payee == payee && $0.form == refund.form && $0.currency == refund.currency
        }
        if let known {
          result[known].owed = result[known].owed.flatMap { sum in owed.flatMap { sum.adding($0) } }
        } else {
          result.append(Payment(payee: payee, form: refund.form, currency: refund.currency, owed: owed))
        }
      }
    }
    return result
  }
}

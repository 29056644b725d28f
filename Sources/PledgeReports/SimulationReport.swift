import PledgeNumbers
import PledgePolicy
import PledgeSimulation

/// The totals of a history with all that a report of them needs.
package struct SimulationReport: Sendable {
  package var policy: Policy
  package var sheet: RunSheet
  package var breakdowns: [Breakdown]
  package var comparison: RecordedComparison?
  package var result: SimulationResult

  package init(
    policy: Policy, sheet: RunSheet, breakdowns: [Breakdown], comparison: RecordedComparison?,
    result: SimulationResult
  ) {
    self.policy = policy
    self.sheet = sheet
    self.breakdowns = breakdowns
    self.comparison = comparison
    self.result = result
  }

  var ledger: Ledger { result.totals.ledger }

  /// What share of the judged tickets is met: met / (met + breached), in percent with two digits.
  package func keptText(target: Int, row: Int) -> String {
    let met = ledger.count(of: .met, target: target, row: row)
    return Self.shareText(met, of: met + ledger.count(of: .breached, target: target, row: row))
  }

  /// A share in percent with two digits, rounded down, so that 100% is said only of all; `–` of nothing.
  package static func shareText(_ part: Int, of whole: Int) -> String {
    guard whole > 0, let share = Rational(numerator: Int128(part) * 10_000, denominator: Int128(whole)),
      let text = Rational(numerator: share.floor, denominator: 100)?.decimalText(fractionDigits: 2)
    else { return "–" }
    return text + "%"
  }

  /// How many get the amount of a refund.
  package func payees(_ refund: Int) -> Int { max(1, policy.refunds[refund].payees.count) }

  /// The exact sum owed to all payees of a refund; nil where it does not fit.
  package func owed(refund: Int, row: Int) -> Rational? {
    ledger.owed(refund: refund, row: row).total?.multiplied(by: Rational(payees(refund)))
  }

  /// The exact sum of what accrues to all payees of a refund; nil where it does not fit.
  package func accruing(refund: Int, row: Int) -> Rational? {
    ledger.accruing(refund: refund, row: row).total?.multiplied(by: Rational(payees(refund)))
  }

  /// The exact sum of what all payees of a refund get if they claim it; nil where it does not fit.
  package func claimable(refund: Int, row: Int) -> Rational? {
    ledger.claimable(refund: refund, row: row).total?.multiplied(by: Rational(payees(refund)))
  }

  func claimableText(refund: Int, row: Int) -> String? { money(claimable(refund: refund, row: row), refund) }
  func owedText(refund: Int, row: Int) -> String? { money(owed(refund: refund, row: row), refund) }
  func accruingText(refund: Int, row: Int) -> String? { money(accruing(refund: refund, row: row), refund) }

  private func money(_ amount: Rational?, _ refund: Int) -> String? {
    guard let amount else { return nil }
    return Money(amount: amount, currency: policy.refunds[refund].currency).text
  }
}

extension SimulationReport {
  /// The report in a format.
  package func bytes(_ format: OutputFormat, _ style: Style) -> [UInt8] {
    switch format {
    case .text: Array(TotalsText(self, style: style).text.utf8)
    case .json: TotalsJSON(self).bytes
    case .ndjson: TotalsJSON(self).lines
    case .csv: TotalsCSV.bytes(self)
    }
  }
}

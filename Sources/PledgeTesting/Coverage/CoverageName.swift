import PledgePolicy

/// What an item of coverage is called, in parts that a language puts together.
package enum CoverageName: Sendable, Hashable {
  /// A target comes to a verdict.
  case verdict(target: String, Verdict)
  /// A span takes time out of a target's clock.
  case pause(span: String, target: String)
  /// A row of a table applies; a table within a clause has no name.
  case row(Int, table: String?, text: String)
  /// A value of a choice is taken; without a condition it is the last one.
  case branch(value: String, condition: String?)
  /// An exclusion takes time out, or excuses.
  case exclusion(String)
  /// Something is owed.
  case owed(refund: String)
  /// A cap is reached.
  case capReached(refund: String)
  /// A claim is not made in time.
  case lapsed(refund: String)
  /// What is owed is below the minimum.
  case belowMinimum(refund: String)
  /// A cap that several refunds share is reached.
  case sharedCapReached(refunds: [String])
  /// A right is granted.
  case granted(right: String)
  /// A step comes to a state.
  case step(Int, escalation: String, StepState)
  /// A value stands beside a threshold or on it; `unit` is how far beside.
  case boundary(ThresholdName, CoverageGoal.Side, unit: String)

  /// Where a threshold is written.
  package enum ThresholdName: Sendable, Hashable {
    /// In a comparison.
    case comparison(String)
    /// In cells of a column.
    case cell(subject: String, figure: String, table: String?)
    /// In the limit of a target.
    case limit(target: String, figure: String)
  }
}

extension CoverageName {
  /// The name in English, which formats for machines have in every language.
  package var text: String {
    switch self {
    case .verdict(let target, let verdict): "`\(target)` \(verdict.word)"
    case .pause(let span, let target): "pause `\(span)` of `\(target)`"
    case .row(let number, let table, let text): "row \(number) of \(Self.owner(table)): `\(text)`"
    case .branch(let value, let condition?): "`\(value)` when `\(condition)`"
    case .branch(let value, nil): "`\(value)` otherwise"
    case .exclusion(let name): "exclusion `\(name)` helps"
    case .owed(let refund): "`\(refund)` owed"
    case .capReached(let refund): "cap of `\(refund)` reached"
    case .lapsed(let refund): "`\(refund)` claimed too late or not at all"
    case .belowMinimum(let refund): "`\(refund)` below the minimum"
    case .sharedCapReached(let refunds):
      "shared cap of \(refunds.map { "`\($0)`" }.joined(separator: ", ")) reached"
    case .granted(let right): "`\(right)` granted"
    case .step(let number, let escalation, let state): "step \(number) of `\(escalation)` \(state.word)"
    case .boundary(let threshold, let side, let unit):
      switch side {
      case .below: "\(threshold.text): \(unit) below"
      case .at: "\(threshold.text): exactly at it"
      case .above: "\(threshold.text): \(unit) above"
      }
    }
  }

  fileprivate static func owner(_ table: String?) -> String { table.map { "`\($0)`" } ?? "this table" }
}

extension CoverageName.ThresholdName {
  fileprivate var text: String {
    switch self {
    case .comparison(let text): "`\(text)`"
    case .cell(let subject, let figure, let table):
      "`\(subject)` at `\(figure)` in \(CoverageName.owner(table))"
    case .limit(let target, let figure): "`\(target)` at `\(figure)`"
    }
  }
}

import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy

/// Something of a policy that its tests should have met.
package struct CoverageItem: Sendable {
  package var kind: Kind
  /// What a decision has to come to.
  package var goal: CoverageGoal
  /// What it is called.
  package var called: CoverageName
  /// The place in the policy's text.
  package var origin: SourceRange

  /// The name in English: ``restore` breached`, `row 3 of `levels``.
  package var name: String { called.text }

  /// The kinds of items, in the order of reports.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case targets, rows, branches, exclusions, pauses, refunds, rights, steps, boundaries
  }
}

/// What a decision can come to that tests should have met.
package enum CoverageGoal: Sendable, Hashable {
  case target(Int, Verdict)
  case periodTarget(Int, Verdict)
  /// A row of a table, by index, applied.
  case row(table: Int, row: Int)
  /// A branch of `if` or `first of`, by the number of the choice and of the branch.
  case branch(choice: Int, branch: Int)
  /// An exclusion took time out, or excused.
  case exclusion(Int)
  /// A span took time out of a target's clock.
  case pause(span: Int, target: Int)
  case periodPause(span: Int, target: Int)
  case refund(Int, RefundStage)
  /// The cap over the items of several tickets, by index, left no more than it allows.
  case groupCap(Int)
  case right(Int)
  case step(escalation: Int, line: Int, StepState)
  /// A value stood beside a threshold, by its number.
  case boundary(Int, Side)

  /// What a refund comes to beside its amount.
  package enum RefundStage: Sendable, Hashable {
    /// There is an amount that is paid, or would be once the clock stops or the claim is made.
    case owed
    /// The cap of this place, of those of the ticket alone, is reached.
    case capReached(Int)
    /// The claim was not made in time.
    case lapsed
    case belowMinimum
  }

  /// Where a value stands, at most one unit away from the threshold.
  package enum Side: Sendable, Hashable, CaseIterable {
    case below, at, above

    /// The side seen from the other value.
    var mirrored: Side {
      switch self {
      case .below: .above
      case .at: .at
      case .above: .below
      }
    }
  }
}

/// A written figure at which a decision turns, and how near to it counts as one unit beside.
struct Threshold: Sendable {
  var place: Place
  /// In the measure of the value; microseconds for times, days for dates.
  var unit: Rational
  /// Whether the values are lengths or instants, in microseconds.
  var isTime: Bool
  var origin: SourceRange

  /// Where the figure is held against a value.
  enum Place: Sendable {
    /// Two sides of a comparison.
    case comparison
    /// A value in cells of one column of a table.
    case cell(table: Int, column: Int, Constant)
    /// A limit of a target, and what else has to be so for it to be the limit.
    case target(Int, LimitLeaf)
    case periodTarget(Int, LimitLeaf)
  }
}

/// A figure that a limit may come to, and the rows and branches by which it does.
struct LimitLeaf: Sendable {
  var expression: Expression
  var needs: Set<CoverageGoal> = []
  /// What holds where it is the limit, and what does not.
  var conditions: [Expression] = []
  var excluded: [Expression] = []

  /// What else it may come to where something more is so.
  func narrowed(
    to expression: Expression, by need: CoverageGoal, where conditions: [Expression],
    not excluded: [Expression]
  ) -> LimitLeaf {
    LimitLeaf(
      expression: expression, needs: needs.union([need]), conditions: self.conditions + conditions,
      excluded: self.excluded + excluded)
  }
}

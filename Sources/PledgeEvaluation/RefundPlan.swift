import PledgeNumbers
import PledgePolicy
import PledgeTime

/// A refund made ready.
struct RefundPlan {
  /// -1 for a combination.
  var condition: Int32 = -1
  /// -1 for a combination.
  var amount: Int32 = -1
  var combination: Refund.Combination?
  /// Indices of refunds in the plan's `operands`; empty unless it is a combination.
  var components = Node.List.empty
  /// Whether a combination pays it.
  var isComponent = false
  var roundingMode: RoundingMode
  var roundingUnit: Rational
  var minorUnit: Rational
  /// In the plan's `claims`.
  var claims = Node.List.empty
  /// Nodes in the plan's `operands`.
  var caps = Node.List.empty
  var minimum: Rational?
  var minimumIncluded = true
  /// Indices of targets in the plan's `operands`.
  var targets = Node.List.empty
  /// The target whose failing cycles are paid one by one; -1 where it is paid once.
  var cyclesOf: Int32 = -1
}

/// A claim made ready.
struct ClaimPlan {
  var event: EventPointPlan
  /// -1 where a claim counts from the beginning.
  var from: Int32
  var until: Int32
}

/// A right made ready.
struct RightPlan {
  var condition: Int32
  /// -1 where it can be used at any time.
  var start: Int32 = -1
  var end: Int32 = -1
  /// In the plan's `claims`.
  var claims = Node.List.empty
}

/// A pay whose rate changes with the delay: one amount for each band of units.
struct GradePlan: Hashable {
  /// The number of the first unit of each band, ascending from 1, in the plan's `bandStarts`.
  var starts: Node.List
  /// The amount a unit of each band, nodes in the plan's `operands`.
  var amounts: Node.List
  var units: Node.Units
  /// The length of a unit; nil for dates.
  var length: Duration?
  /// The calendar whose working dates count; -1 for all dates.
  var calendar: Int32
  var target: Int32
  /// Whether all units have the rate of the last.
  var isReached: Bool
}

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
  /// The combination that pays it; -1 where it is paid alone.
  var combinedBy: Int32 = -1
  var roundingMode: RoundingMode
  var roundingUnit: Rational
  var minorUnit: Rational
  /// To how many it goes: each gets the amount, and what limits it looks at what they get together.
  var payees = 1
  /// In the plan's `claims`.
  var claims = Node.List.empty
  /// Nodes in the plan's `operands`.
  var caps = Node.List.empty
  /// Indices of groups in the plan's `operands`, caps from inner to outer, then the minimum.
  var groups = Node.List.empty
  /// -1 for the governing event.
  var countedBy: Int32 = -1
  /// The place of its name among all names.
  var rank: Int32 = 0
  var minimum: Rational?
  var minimumIncluded = true
  /// Indices of targets in the plan's `operands`.
  var targets = Node.List.empty
  /// Those of them whose figures the amount reads.
  var figures = Node.List.empty
  /// The key and period of a refund that is not one of a ticket.
  var frame: FramePlan?
  /// The target whose failing cycles are paid one by one; -1 where it is paid once.
  var cyclesOf: Int32 = -1
}

extension RefundPlan {
  /// Whether a combination pays it.
  var isComponent: Bool { combinedBy >= 0 }

  /// What all payees get together, where each gets an amount; nil beyond 128 bits.
  func together(_ each: Rational) -> Rational? {
    payees == 1 ? each : each.multiplied(by: Rational(payees))
  }

  /// What each payee gets of an amount for all; nil beyond 128 bits.
  func each(of all: Rational) -> Rational? { payees == 1 ? all : all.divided(by: Rational(payees)) }

  /// The most that each payee gets under a cap, in whole minor units; nil beyond 128 bits. A cap that comes
  /// to less than nothing leaves nothing: it never makes anybody pay.
  func most(under cap: Rational) -> Rational? {
    each(of: max(cap, .zero))?.rounded(.down, toMultipleOf: minorUnit)
  }
}

/// A payment group made ready.
struct GroupPlan {
  /// Nodes in the plan's `operands`.
  var keys = Node.List.empty
  var isPerTicket: Bool
  var period: GroupPeriod?
  /// -1 where all keys count.
  var filter: Int32 = -1
  /// -1 for a minimum.
  var cap: Int32 = -1
  var minimum: Rational?
  var minimumIncluded = true
  var minorUnit: Rational

  var hasPeriods: Bool { period != nil }
}

/// How the time of a group is cut.
enum GroupPeriod {
  case calendar(CalendarUnit)
  /// The node of the anchor; one of tickets is the earliest of all tickets of the key.
  case anchored(CalendarLength, Int32, ofTickets: Bool, lasting: CalendarLength?)
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
  /// The key and period of a right that is not one of a ticket.
  var frame: FramePlan?
}

/// A pay whose rate changes with the delay: one amount for each band of units.
struct GradePlan: Hashable {
  /// The number of the first unit of each band, ascending from 1, in the plan's `bandStarts`.
  var starts: Node.List
  /// The amount a unit of each band, nodes in the plan's `operands`.
  var amounts: Node.List
  var units: UnitRounding
  /// The length of a unit; nil for dates.
  var length: Duration?
  /// The calendar whose working dates count; -1 for all dates.
  var calendar: Int32
  var target: Int32
  /// Whether all units have the rate of the last.
  var isReached: Bool
}

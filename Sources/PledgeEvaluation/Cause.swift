import PledgeTickets

/// One reason why something is not known.
///
/// The indices name declarations of the policy, so that a cause stays small and sorts in one fixed order.
package struct Cause: Sendable, Hashable, Comparable {
  package var kind: Kind
  package var first: Int32
  package var second: Int32

  package init(_ kind: Kind, _ first: Int = 0, _ second: Int = 0) {
    self.kind = kind
    self.first = Int32(truncatingIfNeeded: first)
    self.second = Int32(truncatingIfNeeded: second)
  }

  /// What is not known.
  package enum Kind: UInt8, Sendable, Hashable {
    /// The event `first` has not happened by the as-of instant.
    case eventNotYet
    /// The target `first` is pending.
    case targetPending
    /// The target `first` of a period is pending.
    case periodPending
    /// The ticket's log is empty, so that no version is in force yet.
    case logEmpty
    /// An instant at which a value is asked for has not come.
    case instantNotYet
    /// The field `first` has no value.
    case fieldMissing
    /// The register `first` has no row of the ticket's key, which stands in field `second` (-1: in another
    /// register).
    case rowMissing
    /// No row of register `first` for the key in field `second` holds at the time that is asked for.
    case rowNotInForce
    /// The row of register `first` has no value in column `second`.
    case cellMissing
    /// The event `first` may have happened without a record.
    case eventUnrecorded
    /// The event `second` stands before any event that starts the clock, of which `first` is one.
    case stopBeforeStart
    /// No row of table `first` applies.
    case noTableRow
    /// Calendar `first` says nothing about a date that is needed.
    case beyondCoverage
    /// Calendar `first` does not open in the time that is needed.
    case neverOpen
    /// The event `first` that may be a step's evidence has no value for its attribute `second`.
    case attributeMissing
    /// Step `second` of escalation `first` has come more often than is decided.
    case tooManyRepetitions
    /// Of another ticket it is not known whether it counts.
    case otherTickets
    /// A result is too large to be exact.
    case overflow
    /// Something is divided by zero.
    case divisionByZero
    /// An instant lies outside the supported years.
    case outOfRange
    /// In the payment group `first` an item is not known that could use up the cap or reach the minimum.
    case groupUndecided
    /// Windows of the period target `first` are shorter than the step by which they roll.
    case windowTooShort
    /// The target `first`, of which an instant is asked for, is not about the ticket.
    case targetNotApplicable
  }

  /// Whether time alone will tell: it leads to `pending`, all other causes to `undecided`.
  package var isNotYet: Bool {
    switch kind {
    case .eventNotYet, .targetPending, .periodPending, .logEmpty, .instantNotYet: true
    case .fieldMissing, .rowMissing, .cellMissing, .eventUnrecorded, .stopBeforeStart, .noTableRow,
      .beyondCoverage, .neverOpen, .overflow, .divisionByZero, .outOfRange, .groupUndecided, .otherTickets,
      .attributeMissing, .tooManyRepetitions, .rowNotInForce, .windowTooShort, .targetNotApplicable:
      false
    }
  }

  package static func < (left: Cause, right: Cause) -> Bool {
    (left.kind.rawValue, left.first, left.second) < (right.kind.rawValue, right.first, right.second)
  }
}

/// Names a sorted set of causes in an evaluator's `UnknownInterner`.
package struct UnknownID: Sendable, Hashable {
  @usableFromInline var index: Int32

  @usableFromInline init(_ index: Int32) { self.index = index }
}

/// The sets of causes that an evaluation has met, each once.
///
/// Joining two sets that were joined before costs one lookup; the number of sets is bounded by what the
/// policy names.
package struct UnknownInterner: Sendable {
  private var sets: [[Cause]] = []
  private var ids: [[Cause]: UnknownID] = [:]
  private var joined: [Pair: UnknownID] = [:]

  private struct Pair: Hashable {
    var left: UnknownID
    var right: UnknownID
  }

  package init() {}

  /// The id of a single cause.
  package mutating func id(_ cause: Cause) -> UnknownID { intern([cause]) }

  /// The id of both sets together.
  package mutating func join(_ left: UnknownID, _ right: UnknownID) -> UnknownID {
    if left == right { return left }
    let pair = Pair(left: left, right: right)
    if let known = joined[pair] { return known }
    let union = Set(causes(left)).union(causes(right)).sorted()
    let id = intern(union)
    joined[pair] = id
    return id
  }

  /// The causes of a set, sorted.
  package func causes(_ id: UnknownID) -> [Cause] {
    sets.indices.contains(Int(id.index)) ? sets[Int(id.index)] : []
  }

  /// Whether nothing is missing, so that time alone will tell.
  package func isNotYet(_ id: UnknownID) -> Bool {
    causes(id).allSatisfy(\.isNotYet)
  }

  private mutating func intern(_ causes: [Cause]) -> UnknownID {
    if let known = ids[causes] { return known }
    let id = UnknownID(Int32(sets.count))
    sets.append(causes)
    ids[causes] = id
    return id
  }
}

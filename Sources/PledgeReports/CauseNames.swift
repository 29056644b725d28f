import PledgeEvaluation
import PledgePolicy
import PledgeTesting

/// The stable names that machines read causes by.
package enum CauseNames {
  /// The code of a kind of cause.
  package static func code(_ kind: Cause.Kind) -> String {
    switch kind {
    case .eventNotYet: "event-not-yet"
    case .targetPending: "target-pending"
    case .targetNotApplicable: "target-not-applicable"
    case .periodPending: "period-pending"
    case .logEmpty: "log-empty"
    case .instantNotYet: "instant-not-yet"
    case .fieldMissing: "field-missing"
    case .rowMissing: "row-missing"
    case .rowNotInForce: "row-not-in-force"
    case .cellMissing: "cell-missing"
    case .eventUnrecorded: "event-unrecorded"
    case .stopBeforeStart: "stop-before-start"
    case .noTableRow: "no-table-row"
    case .beyondCoverage: "beyond-coverage"
    case .neverOpen: "never-open"
    case .attributeMissing: "attribute-missing"
    case .tooManyRepetitions: "too-many-repetitions"
    case .otherTickets: "other-tickets"
    case .overflow: "overflow"
    case .divisionByZero: "division-by-zero"
    case .outOfRange: "out-of-range"
    case .groupUndecided: "group-undecided"
    case .windowTooShort: "window-too-short"
    }
  }

  /// The names of the declarations that a cause is about.
  package static func subjects(_ cause: Cause, _ policy: Policy) -> [String] {
    Reasons.names(of: cause, policy)
  }
}

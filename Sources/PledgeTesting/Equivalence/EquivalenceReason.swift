/// Why a mistake changes nothing that a policy decides.
package enum EquivalenceReason: String, Sendable, Hashable, CaseIterable {
  case sameWords = "same-words"
  case sameTable = "same-table"
  case writtenDefault = "written-default"
  case sameEdge = "same-edge"
  case workingDatesOnly = "working-dates-only"
  case dayUnread = "day-unread"
  case laterClaim = "later-claim"
  case samePeriods = "same-periods"

  /// What the report says about it.
  package var sentence: String {
    switch self {
    case .sameWords: "it says the same in other words"
    case .sameTable: "the table comes to the same for every case, also for values that are missing"
    case .writtenDefault: "the line says what is so without it"
    case .sameEdge: "at the edge both branches come to the same"
    case .workingDatesOnly: "of the calendar only its working dates are read, and they are the same"
    case .dayUnread: "nothing is counted in working days of the calendar"
    case .laterClaim: "the right itself ends no later than the claim"
    case .samePeriods: "as many periods begin in that time, and each is judged whole"
    }
  }
}

import PledgeDiagnostics
import PledgeEvaluation
import PledgePolicy
import PledgeTickets

extension ReportWords {
  /// Why something is not known, in English.
  func englishCause(_ cause: Cause) -> Wording {
    let first = Int(cause.first)
    let second = Int(cause.second)
    switch cause.kind {
    case .eventNotYet: return "`\(event(first))` has not happened yet"
    case .targetPending: return "target `\(policy.targets[first].name)` is pending"
    case .targetNotApplicable:
      return "target `\(policy.targets[first].name)` is not about the ticket"
    case .periodPending: return "target `\(policy.periodTargets[first].name)` is pending"
    case .logEmpty: return "the ticket has no event yet"
    case .instantNotYet: return "the instant at which a value is asked for has not come"
    case .fieldMissing: return "the ticket has no `\(policy.vocabulary.fields[first].name)`"
    case .rowMissing:
      let register = policy.registers[first]
      return "register `\(register.name)` has no row for the ticket's \(key(second, of: register))"
    case .rowNotInForce:
      let register = policy.registers[first]
      let row = "row for the ticket's \(key(second, of: register)) that holds at its governing event"
      return "register `\(register.name)` has no \(row)"
    case .cellMissing:
      let register = policy.registers[first]
      return "register `\(register.name)` has no `\(register.columns[second].name)` in the ticket's row"
    case .eventUnrecorded: return "`\(event(first))` may have happened without a record"
    case .stopBeforeStart:
      return "`\(event(second))` stands before any event that starts the clock, such as `\(event(first))`"
    case .noTableRow:
      return "no row of \(policy.tables[first].name.map { "table `\($0)`" } ?? "the table") applies"
    case .beyondCoverage:
      return
        "calendar `\(policy.calendars[first].name)` says nothing about the holidays of a date that is needed"
    case .neverOpen:
      return "calendar `\(policy.calendars[first].name)` does not open in the time that is needed"
    case .attributeMissing:
      return "`\(event(first))` has no `\(policy.vocabulary.events[first].attributes[second].name)`"
    case .tooManyRepetitions:
      return "step \(second + 1) of `\(policy.escalations[first].name)` has come more than "
        + "\(Escalation.Step.repetitionLimit) times"
    case .otherTickets: return "of another ticket it is not known whether it counts"
    case .overflow: return "a figure is too large to be exact"
    case .divisionByZero: return "something is divided by zero"
    case .outOfRange: return "an instant lies outside the years that are supported"
    case .windowTooShort:
      let name = policy.periodTargets[first].name
      return "the windows of target `\(name)` are shorter than the step by which they roll"
    case .groupUndecided:
      let names = policy.groups[first].members.map { "`\(policy.refunds[$0].name)`" }.joined(separator: ", ")
      return "another item of \(names) is not known, and the same limit holds for both"
    }
  }

  func event(_ index: Int) -> String { policy.vocabulary.events[index].name }

  /// What a row is looked for by: a field of the ticket, where it is read from one, else the keys' names.
  private func key(_ field: Int, of register: RegisterDeclaration) -> String {
    if field >= 0 { return "`\(policy.vocabulary.fields[field].name)`" }
    return register.keys.map { "`\($0.name)`" }.joined(separator: " and ")
  }
}

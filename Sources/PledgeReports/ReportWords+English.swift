import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// The English words of reports. Another language is a second file like this one.
package struct EnglishReportWords: Sendable {
  package let policy: Policy

  package init(policy: Policy) { self.policy = policy }

  // MARK: Verdicts

  /// The short heading of a verdict's column.
  package func heading(_ verdict: Verdict) -> String {
    switch verdict {
    case .met: "met"
    case .breached: "breached"
    case .excused: "excused"
    case .pending: "pending"
    case .notApplicable: "n/a"
    case .undecided: "undecided"
    }
  }

  /// Why a target is not about a ticket.
  package func inapplicability(_ applicability: TargetOutcome.Applicability) -> String {
    switch applicability {
    case .applies: ""
    case .conditionFalse: "the target is not about this ticket: its `for` does not hold"
    case .notInForce: "the policy was not in force at the ticket's governing event"
    }
  }

  // MARK: Causes

  /// Why something is not known, as a clause of a sentence.
  package func cause(_ cause: Cause) -> String {
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

  private func event(_ index: Int) -> String { policy.vocabulary.events[index].name }

  /// What a row is looked for by: a field of the ticket, where it is read from one, else the keys' names.
  private func key(_ field: Int, of register: RegisterDeclaration) -> String {
    if field >= 0 { return "`\(policy.vocabulary.fields[field].name)`" }
    return register.keys.map { "`\($0.name)`" }.joined(separator: " and ")
  }

  // MARK: Time

  /// What was done with a stretch of a clock's time.
  package func treatment(_ treatment: Segment.Treatment) -> String {
    switch treatment {
    case .counted: "counted"
    case .closed: "not counted: closed"
    case .paused(let span): "not counted: pause \(policy.spans[span].name)"
    case .excluded(let exclusion): "not counted: exclusion \(named(exclusion: exclusion))"
    case .tooShort: "not counted: too short"
    case .uncertain: "not known whether it counts"
    }
  }

  /// An exclusion with its title, where it has one.
  package func named(exclusion index: Int) -> String {
    let exclusion = policy.exclusions[index]
    return exclusion.name + (exclusion.title.map { " \"\($0)\"" } ?? "")
  }

  /// The weekday's short name, Monday 1 to Sunday 7.
  package func weekday(_ number: Int) -> String {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return names.indices.contains(number - 1) ? names[number - 1] : ""
  }

  /// How the item of a refund is rounded.
  package func rounding(_ mode: RoundingMode) -> String {
    switch mode {
    case .up: "up"
    case .down: "down"
    case .halfUp: "half up"
    case .halfEven: "half even"
    }
  }

  /// The word before the items of a combination.
  package func operation(_ refund: Refund) -> String {
    if case .combination(let operation, _) = refund.basis { "\(operation)" } else { "" }
  }

  /// Whether a claim was made, and in which time it could be.
  package func claim(_ claim: ClaimExplanation, moment: (Instant) -> String) -> String {
    if let made = claim.made { return "claimed \(moment(made))" }
    guard let until = claim.until else { return "not claimed, no end known yet" }
    return "not claimed, in time until \(moment(until))" + (claim.isUntilIncluded ? "" : ", exclusive")
  }

  /// What a combination pays: `the greatest of a and b`.
  package func combines(_ refund: Refund) -> String {
    guard case .combination(let operation, let components) = refund.basis else { return "" }
    let names = components.map { policy.refunds[$0].name }.joined(separator: ", ")
    switch operation {
    case .sum: return "the sum of \(names)"
    case .greatest: return "the greatest of \(names)"
    case .first: return "the first of \(names)"
    }
  }

  /// How a refund is paid, where it is not in cash.
  package func form(_ form: Refund.PaymentForm) -> String? {
    switch form {
    case .cash: nil
    case .credit: "as credit"
    case .voucher: "as voucher"
    case .waivedRent: "as waived rent"
    }
  }
}

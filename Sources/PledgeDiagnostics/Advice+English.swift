extension Advice {
  /// The advice in English.
  package var englishWords: Wording {
    switch self {
    case .combineItsRefunds: "combine the refunds that it names instead"
    case .limitCombination: "limit the combination, or write `pay min(…)`: caps come behind the combination"
    case .writeInCombinedRefunds: "write it in the refunds that are combined"
    case .noPeriods: "only targets and refunds of a key and period have periods"
    case .shareCountsAsTarget(let word):
      "a share is counted as its target counts: leave out `\(code: word)`"
    case .slotsGoWithSamples: "slots go with a measure of samples"
    case .readsTargetOfPeriod(let term):
      "\(term.englishWords) of a period reads a target of the same key and period: "
        + "`when TARGET is breached`"
    case .countsAtItsInstant(let name): "each `\(name)` counts at its own instant"
    case .goesWithTicketTarget: "it goes with a target of one ticket"
    case .goesWith(let term): "it goes with \(term.englishWords)"
    case .writeBound: "write `at least`, `at most`, `under` or `more than`"
    case .paidOnce: "an item is paid once: write `each month`, or another unit"
    case .paidBy(let name): "`\(name)` pays it: name that instead"
    case .leaveScopeOrMeasure(let scope):
      "leave `\(scope)` away for a target of each ticket, or write `measure` for one of a period"
    case .samplesOfOneEvent: "the samples of a measure are those of one event"
    case .countByOwnUnit: "count the clean periods by the unit of the target's own"
    case .goesWithMeasure: "it goes with `measure`, of a period"
    case .cyclesBoundedBy: "cycles are bounded by `within` or `under`"
    case .extendDeadline: "write `extended by` to move the deadline"
    case .deadlineCountsNothing: "a deadline counts nothing"
    case .pauseClock: "write `pause` to stop the clock"
    case .clockBoundedBy: "a clock is bounded by `within`, `under` or `by`"
    case .nameCalendarOnce: "name the calendar once"
    case .spanAlone(let name): "write `\(name)` alone: each of its times begins or ends the span"
    case .whichOccurrence(let name): "write which one it is: `3rd \(name) within 30 min`"
    case .onlyRowsHaveConditions: "only the rows of a register have conditions of their own"
    case .excusedLeaveShare:
      "excused tickets leave the share: count them with `count of tickets where`"
    case .allowanceHasNoSlots: "an allowance has no slots"
    case .refundPaysMoney: "money is paid by a `refund`"
    case .usedBehindPeriod: "a right of a period is used behind it: write `after period`"
    case .needsCycleTarget: "it needs `when TARGET is breached` of one target with `each cycle`"
    case .moneyIsClaimed: "money has a `claim EVENT until …`"
    case .rightGrants: "what is not money is granted by a `right`"
    case .countFromCycle: "count from the start of each cycle, as in `every 1 h after 0 min`"
    case .evidenceIsAnyEvent:
      "evidence is any occurrence of an event, such as `done when notified within 15 min`"
    case .namesNoRow(let keys, let register):
      "one value names no row of it: with \(EnglishList.and(keys)) of its own the ticket finds its row, "
        + "and `\(register).COLUMN` reads it"
    case .whereChoosesKeys(let clause, let condition):
      "`where` chooses keys: write `\(code: clause) \(condition)`"
    case .oneTicketEach: "an expectation speaks of one ticket: write a line for each"
    case .ownPeriod: "it falls into its own period"
    case .periodOfPayment: "it says in which period a payment falls"
    case .untilOfInstant(let times, let end):
      "an instant begins what ends with `until`: write `\(times) and during 2026-01-01 until \(end)`"
    case .ticketsInARow: "write one behind the other: `ticket \"1\" { … }`, `ticket \"2\" { … }`"
    case .rowsSideBySide:
      "its rows hold side by side: say when each one applies with `start instant` and `end instant`, or "
        + "leave out `many`"
    case .fixedInTicket: "only a field of a `ticket` is changed by events; a row changes with `valid_from`"
    }
  }
}

/// What an author could do instead of what cannot stand where it stands. A new one takes a case here and its
/// words in `Advice+English` and `Advice+Chinese`.
package enum Advice: Hashable, Sendable {
  /// Combine the refunds that it names instead.
  case combineItsRefunds
  /// Limit the combination, or write `pay min(…)`: caps come behind the combination.
  case limitCombination
  /// Write it in the refunds that are combined.
  case writeInCombinedRefunds
  /// Only targets and refunds of a key and period have periods.
  case noPeriods
  /// A share is counted as its target counts: leave out `word`.
  case shareCountsAsTarget(word: String)
  /// Slots go with a measure of samples.
  case slotsGoWithSamples
  /// Term of a period reads a target of the same key and period: `when TARGET is breached`.
  case readsTargetOfPeriod(Term)
  /// Each `name` counts at its own instant.
  case countsAtItsInstant(name: String)
  /// It goes with a target of one ticket.
  case goesWithTicketTarget
  /// It goes with term.
  case goesWith(Term)
  /// Write `at least`, `at most`, `under` or `more than`.
  case writeBound
  /// An item is paid once: write `each month`, or another unit.
  case paidOnce
  /// `name` pays it: name that instead.
  case paidBy(name: String)
  /// Leave `scope` away for a target of each ticket, or write `measure` for one of a period.
  case leaveScopeOrMeasure(scope: String)
  /// The samples of a measure are those of one event.
  case samplesOfOneEvent
  /// Count the clean periods by the unit of the target's own.
  case countByOwnUnit
  /// It goes with `measure`, of a period.
  case goesWithMeasure
  /// Cycles are bounded by `within` or `under`.
  case cyclesBoundedBy
  /// Write `extended by` to move the deadline.
  case extendDeadline
  /// A deadline counts nothing.
  case deadlineCountsNothing
  /// Write `pause` to stop the clock.
  case pauseClock
  /// A clock is bounded by `within`, `under` or `by`.
  case clockBoundedBy
  /// Name the calendar once.
  case nameCalendarOnce
  /// Write `name` alone: each of its times begins or ends the span.
  case spanAlone(name: String)
  /// Write which one it is: `3rd name within 30 min`.
  case whichOccurrence(name: String)
  /// Only the rows of a register have conditions of their own.
  case onlyRowsHaveConditions
  /// Excused tickets leave the share: count them with `count of tickets where`.
  case excusedLeaveShare
  /// An allowance has no slots.
  case allowanceHasNoSlots
  /// Money is paid by a `refund`.
  case refundPaysMoney
  /// A right of a period is used behind it: write `after period`.
  case usedBehindPeriod
  /// It needs `when TARGET is breached` of one target with `each cycle`.
  case needsCycleTarget
  /// Money has a `claim EVENT until …`.
  case moneyIsClaimed
  /// What is not money is granted by a `right`.
  case rightGrants
  /// Count from the start of each cycle, as in `every 1 h after 0 min`.
  case countFromCycle
  /// Evidence is any occurrence of an event, such as `done when notified within 15 min`.
  case evidenceIsAnyEvent
  /// One value names no row of it: with keys of its own the ticket finds its row, and
  /// `register.COLUMN` reads it.
  case namesNoRow(keys: [String], register: String)
  /// `where` chooses keys: write `clause condition`.
  case whereChoosesKeys(clause: String, condition: String)
  /// An expectation speaks of one ticket: write a line for each.
  case oneTicketEach
  /// It falls into its own period.
  case ownPeriod
  /// It says in which period a payment falls.
  case periodOfPayment
  /// An instant begins what ends with `until`: write `times and during 2026-01-01 until end`.
  case untilOfInstant(times: String, end: String)
  /// Write one behind the other: `ticket "1" { … }`, `ticket "2" { … }`.
  case ticketsInARow
  /// Only a field of a `ticket` is changed by events; a row changes with `valid_from`.
  case fixedInTicket
  /// Rows of a register with several a key hold side by side: `start` and `end` say when each one applies.
  case rowsSideBySide
}

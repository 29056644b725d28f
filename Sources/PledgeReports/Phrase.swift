/// A word or sentence of reports for people. A new one takes a case here and its words in `Phrase+English`
/// and `Phrase+Chinese`; the compiler asks for both. What comes in is given: names, figures, times.
package enum Phrase: Hashable, Sendable {
  // MARK: Columns and labels

  /// Ticket.
  case ticket
  /// Tickets.
  case tickets
  /// Counted.
  case counted
  /// Due.
  case due
  /// In.
  case inTime
  /// Left.
  case left
  /// Target.
  case target
  /// Refund.
  case refund
  /// Right.
  case right
  /// Escalation.
  case escalation
  /// Target of a period.
  case periodTarget
  /// Refund of a period.
  case periodRefund
  /// Right of a period.
  case periodRight
  /// Key.
  case key
  /// Period.
  case period
  /// Verdict.
  case verdict
  /// State.
  case state
  /// Reached.
  case reached
  /// Limit.
  case limit
  /// Because.
  case because
  /// Amount.
  case amount
  /// Claim until.
  case claimUntil
  /// Until.
  case until
  /// Used.
  case used
  /// Kept.
  case kept
  /// Overrun of the breached.
  case overrunOfBreached
  /// Longest.
  case longest
  /// Mean.
  case mean
  /// Owed.
  case owed
  /// Amount owed.
  case amountOwed
  /// So far.
  case soFar
  /// If claimed.
  case ifClaimed
  /// Paid to.
  case paidTo
  /// As.
  case paidAs
  /// The customer.
  case theCustomer
  /// Steps of.
  case stepsOf
  /// Expected.
  case expected
  /// Came.
  case came
  /// Declaration.
  case declaration
  /// Sort.
  case sort
  /// Class.
  case evaluationClass
  /// Stratum.
  case stratum
  /// Window.
  case window
  /// Cycles.
  case cycles
  /// Time.
  case time
  /// Allowed.
  case allowed
  /// Note.
  case note
  /// With.
  case with
  /// By.
  case by
  /// Moved.
  case moved
  /// Effective.
  case effective
  /// Reaches.
  case reaches
  /// Excused by.
  case excusedBy
  /// No excuse.
  case noExcuse
  /// Recorded met.
  case recordedMet
  /// Recorded breached.
  case recordedBreached
  /// Not recorded.
  case notRecorded
  /// (none).
  case noLabel
  /// Too large.
  case tooLarge
  /// Not known.
  case notKnown
  /// Unknown.
  case unknown

  // MARK: Sentences with figures

  /// (version …).
  case version(String)
  /// Decided by version ….
  case decidedByVersion(String)
  /// … of ….
  case countedOf(String, String)
  /// Counted … of ….
  case countedSentence(String, String)
  /// Stopped ….
  case stopped(String)
  /// … over.
  case over(String)
  /// … short.
  case short(String)
  /// … left.
  case leftOver(String)
  /// … more than that.
  case moreThanThat(String)
  /// The clock is still running.
  case clockRuns
  /// The period is still running.
  case periodRuns
  /// By ….
  case byExclusion(String)
  /// Rejected.
  case rejected
  /// … and … more: write them with `simulate --periods FILE`.
  case andMoreInFile(Int)
  /// … and … more.
  case andMore(Int)
  /// Tickets  … in = … decided + ….
  case ticketCounts(Int, Int, String)
  /// … rejected.
  case rejectedCount(Int)
  /// Events   ….
  case eventCount(Int)
  /// … rejected: ….
  case rejectedBecause(Int, String)
  /// (… more not known).
  case moreNotKnown(Int)
  /// And … before.
  case windowsBefore(Int)
  /// And … after.
  case windowsAfter(Int)
  /// Refunds of a period that come to nothing: ….
  case nothingOfRefunds(Int)
  /// Rights of a period that are not granted: ….
  case nothingOfRights(Int)
  /// By ….
  case breakdownBy(String)
  /// In no group, because it belongs to no ticket: refund of a period ….
  case refundsInNoGroup(String)
  /// In no group, because it belongs to no ticket: right of a period ….
  case rightsInNoGroup(String)
  /// … against ….
  case against(String, String)
  /// Decided ….
  case decided(String)
  /// Agree on … of … (…), differ on ….
  case agreement(Int, Int, String, Int)
  /// … cannot be compared.
  case incomparable(Int)
  /// Differing: ….
  case differing(String)
  /// And … more.
  case differingMore(Int)

  // MARK: Heads, tests, plans

  /// Source ….
  case source(String)
  /// Cites ….
  case cites(String)
  /// As of ….
  case asOfLine(String)
  /// (now).
  case asOfNow
  /// (from the mapping).
  case asOfMapping
  /// Set   ….
  case setLine(String)
  /// Version ….
  case versionLine(String)
  /// Versions ….
  case versionsLine(String)
  /// Policy.
  case policy
  /// Register ….
  case registerNamed(String)
  /// Tickets.
  case inputTickets
  /// Mapping.
  case inputMapping
  /// Holidays.
  case inputHolidays
  /// Used.
  case inputUsed
  /// Nothing falls due.
  case nothingDue
  /// … with something to come.
  case withSomethingToCome(Int)
  /// Due      ….
  case dueCount(Int)
  /// The first … are shown.
  case firstShown(Int)
  /// … at an instant that is not known yet.
  case unknownInstants(Int)
  /// Ok.
  case ok
  /// FAIL.
  case fail
  /// … tests.
  case testCount(Int)
  /// … of … failed.
  case failedOf(Int, String)
  /// … expectations.
  case expectationCount(Int)
  /// All passed.
  case allPassed
  /// … failed.
  case failedCount(Int)
  /// And … further tickets.
  case furtherTickets(Int)
  /// Coverage of ….
  case coverageOf(String)
  /// All.
  case all
  /// Not covered.
  case notCovered
  /// No test was found for … of them.
  case noTestFor(Int)
  /// No test was found that notices it.
  case noTestNotices
  /// A test that notices the mistakes of line ….
  case testNoticesLine(String)
  /// A test that notices the mistakes of lines ….
  case testNoticesLines(String)
  /// In the order of seed ….
  case orderOfSeed(String)
  /// Does not hold.
  case doesNotHold
  /// Ticket ….
  case ticketNamed(String)
  /// … files.
  case fileCount(Int)
  /// … errors.
  case errorCount(Int)
  /// … warnings.
  case warningCount(Int)
  /// … notes.
  case noteCount(Int)
  /// Witness of … at ….
  case witnessOf(String, String)
  /// Nothing to report.
  case nothingToReport
  /// Plan of …, version ….
  case planOf(String, String)
  /// Plan of …, versions … together.
  case planTogether(String, String)
  /// Pass …  ….
  case passLine(Int, String)
  /// Memory  ….
  case memoryLine(String)
  /// Memory  does not grow with the history.
  case memoryConstant
  /// Note    ….
  case noteLine(String)
  /// Registers.
  case stratumRegisters
  /// Spans.
  case stratumSpans
  /// Lets.
  case stratumLets
  /// Exclusions.
  case stratumExclusions
  /// Ticket targets.
  case stratumTargets
  /// Escalations.
  case stratumEscalations
  /// Period targets.
  case stratumPeriods
  /// Refunds.
  case stratumRefunds
  /// Caps.
  case stratumCaps
  /// Rights.
  case stratumRights
  /// … mistakes.
  case mistakeCount(Int)
  /// The tests notice all.
  case allNoticed
  /// The tests do not notice ….
  case notNoticed(Int)
  /// … of … mistakes noticed.
  case noticed(Int, Int)
  /// … that change nothing.
  case changingNothing(Int)
  /// … that are no policy.
  case noPolicies(Int)
  /// (besides …).
  case besides(String)
  /// `pledge explain …` says more.
  case pageOfCode(String)
  /// `pledge explain …` says more, for example.
  case pagesOfCodes(String)
  /// The policy has … errors.
  case policyErrors(Int)
  /// The policies have … errors.
  case policiesErrors(Int)
  /// … fixes applied.
  case fixesApplied(Int)
  /// No ticket was decided, so what stands here says nothing of what happened.
  case nothingDecided
  /// Nothing was compared: no ticket has a verdict under `…`.
  case nothingCompared(String)
  /// A ticket has the id of the ticket before.
  case ticketRepeated(String)
  /// Several tickets have the id of the ticket before; the first is named.
  case ticketsRepeated(Int, String)
  /// Two files have the same tickets.
  case sameTickets(String, String)
  /// The file of a register has no row.
  case registerWithoutRow(String, String)
  /// How many tickets a run has read, which share of the files' bytes, and how many a second.
  case progress(Int, share: String, aSecond: Int)
  /// The tests of a policy meet less than they should.
  case coverageUnder(String, String, String)
  /// Warning.
  case warningTitle
  /// Error.
  case errorTitle
  /// Hint.
  case hintTitle

  // MARK: Signs between the parts of a sentence

  /// Between equal parts.
  case comma
  /// Between the names of a list.
  case listComma
  /// (…).
  case remark(String)
  /// Between sentences.
  case semicolon
  /// Before what explains.
  case colon
}

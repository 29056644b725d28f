/// A word or sentence of the reasons of a decision. A new one takes a case here and its words in
/// `ReasonPhrase+English` and `ReasonPhrase+Chinese`; the compiler asks for both.
enum ReasonPhrase: Hashable, Sendable {
  // MARK: The timeline and the time of a clock

  /// After the settlement, not read.
  case afterSettlement
  /// After the as-of instant, not looked at.
  case afterAsOf
  /// With ….
  case withAttributes(String)
  /// Settled: the decision is final.
  case settledFinal
  /// As of.
  case asOf
  /// Exclusive.
  case exclusive
  /// At the earliest.
  case atTheEarliest
  /// … needs ….
  case needs(String, String)
  /// … at … found the clock stopped.
  case clockFoundStopped(String, String)
  /// From … until ….
  case fromUntil(String, String)
  /// From ….
  case from(String)
  /// By ….
  case movedBy(String)
  /// Extended by ….
  case extendedBy(String)
  /// To ….
  case to(String)
  /// Still running.
  case stillRunning
  /// And … further cycles.
  case furtherCycles(Int)
  /// And … further stretches of time.
  case furtherTimes(Int)
  /// And … further times and counts of tickets.
  case furtherContributions(Int)
  /// In all ….
  case inAll(String)
  /// Missing.
  case missing
  /// The field is fixed by then, ignored.
  case fieldFixed
  /// When ….
  case whenOf(String)
  /// During ….
  case duringOf(String)
  /// Under.
  case underLabel
  /// Within.
  case withinLabel
  /// By.
  case byLabel
  /// … (by default).
  case byDefault(String)
  /// Counted.
  case treatedCounted
  /// Not counted: closed.
  case treatedClosed
  /// Not counted: pause ….
  case treatedPaused(String)
  /// Not counted: exclusion ….
  case treatedExcluded(String)
  /// Not counted: too short.
  case treatedTooShort
  /// Not known whether it counts.
  case treatedUncertain
  /// The target is not about this ticket: its `for` does not hold.
  case notThisTicket
  /// The policy was not in force at the ticket's governing event.
  case policyNotInForce

  // MARK: Escalations

  /// Step …: ….
  case stepOf(String, String)
  /// …: level … of ….
  case levelOf(String, Int, Int)
  /// …, in time until ….
  case inTimeUntil(String, String)
  /// Then.
  case thenTo
  /// … at ….
  case doneAt(String, String)
  /// … at …, … late.
  case doneLate(String, String, String)
  /// No `…` shows that it was done.
  case noEvidence(String)
  /// The clock ended first, at ….
  case clockEndedFirst(String)
  /// Its `when` did not hold at that instant.
  case whenDidNotHold
  /// The escalation is not about this ticket.
  case escalationNotOfTicket
  /// Its conditions do not hold as things stand.
  case conditionsDoNotHold

  // MARK: Periods

  /// Within the validity: ….
  case withinValidity(String)
  /// And the window before, with the same outcome.
  case windowBeforeAlike
  /// And … windows before, with the same outcome.
  case windowsBeforeAlike(Int)
  /// Reached ….
  case reachedFigure(String)
  /// Reached ….
  case reachedBehind(String)
  /// Windows behind it that share time with it, and add nothing: ….
  case windowsBehind(Int)
  /// Windows before it that share time with it, and add nothing: ….
  case windowsAhead(Int)
  /// Windows before it with the same outcome: ….
  case windowsAlike(Int)
  /// Cut at the period.
  case cutAtPeriod
  /// Weighs ….
  case weighs(String)
  /// Pause ….
  case pauseNamed(String)
  /// Exclusion ….
  case exclusionNamed(String)
  /// Not what is asked.
  case notWhatIsAsked
  /// Not known yet.
  case notKnownYet
  /// Excluded: ….
  case excluded(String)
  /// Not known: ….
  case notKnownBecause(String)
  /// Met also with what an exclusion would take out.
  case metWithExcluded
  /// … of … for certain.
  case forCertain(String, String)
  /// … of … = ….
  case shareOfEquals(String, String, String)
  /// … to …, ….
  case stretch(String, String, String)
  /// … to ….
  case fromTo(String, String)
  /// Available.
  case available
  /// Total.
  case total
  /// Count.
  case count
  /// Share.
  case share
  /// Maximum.
  case maximum
  /// Sum.
  case sum
  /// In a row.
  case inARow

  // MARK: Refunds and rights

  /// Nothing is owed.
  case nothingOwed
  /// To ….
  case paysTo(String)
  /// And to.
  case andTo
  /// Each.
  case each
  /// So far: the clock is still running.
  case soFarRunning
  /// So far: a window that is not over can take its place.
  case soFarMovable
  /// If claimed.
  case ifClaimedText
  /// If claimed by ….
  case ifClaimedBy(String)
  /// Not claimed.
  case notClaimed
  /// Not claimed by ….
  case notClaimedBy(String)
  /// As a part of ….
  case asPartOf(String)
  /// Not paid.
  case notPaid
  /// …: ….
  case itemOf(String, String)
  /// Of ….
  case ofPlace(String)
  /// Leaves ….
  case leaves(String)
  /// All items ….
  case allItems(String)
  /// Each.
  case perPayee
  /// Not reached.
  case notReached
  /// At least ….
  case atLeast(String)
  /// Above ….
  case above(String)
  /// For failing cycle …: ….
  case failingCycle(Int, String)
  /// … to …: ….
  case roundedTo(String, String, String)
  /// (… unit).
  case oneUnit(String)
  /// (… units).
  case units(String)
  /// (unit …).
  case unitNumber(String)
  /// (units … to …).
  case unitRange(String, String)
  /// Claimed ….
  case claimed(String)
  /// Not claimed, no end known yet.
  case notClaimedNoEnd
  /// Not claimed, in time until ….
  case notClaimedUntil(String)
  /// The sum of ….
  case sumOf(String)
  /// The greatest of ….
  case greatestOf(String)
  /// The first of ….
  case firstOf(String)
  /// As credit.
  case asCredit
  /// As voucher.
  case asVoucher
  /// As waived rent.
  case asWaivedRent
  /// Used ….
  case grantsUsed(String)
  /// Until ….
  case grantsUntil(String)
}

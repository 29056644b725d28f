/// What the checker finds about the clauses of declarations; codes P0300 to P0329.
package enum ClauseFact: Hashable, Sendable {
  /// A declaration lacks a clause; `clause` are words of the language.
  case missing(clause: String, owner: Term)
  /// A clause stands twice in one declaration.
  case repeated(clause: String)
  /// A target with two bounds.
  case secondBound
  /// A span with two lengths of one sort, or two tests of its intervals' lengths.
  case secondLength(first: String, second: String)
  /// Two clauses of one declaration contradict each other.
  case conflict(first: String, second: String, advice: Advice)
  /// The file has no `policy` block.
  case noPolicy
  /// A second block of a sort that stands once in a policy.
  case secondBlock(word: String)
  /// A word with a closed set of values, such as a form of payment.
  case unknownWord(word: String, known: [String], suggestion: String?)
  /// A zone that the tz database does not know.
  case unknownZone(name: String)
  /// The tz database is not there.
  case zoneDataMissing(reason: String)
  /// A figure that has to be positive.
  case notPositive(what: Term)
  /// A figure that must not be negative.
  case negative(what: Term)
  /// A span between two instants of which the second is not later.
  case emptySpan
  /// A field is optional and has a default.
  case defaultOfOptional
  /// `each day at its rate` of a rate that is the same on each day.
  case flatRate
  /// A rate that uses the delay otherwise than against written bounds in the unit that is paid for.
  case rateOfDelay
  /// `each day at its rate` without a unit.
  case rateWithoutUnit
  /// A refund that two combinations would pay.
  case combinedTwice(refund: String, other: String)
  /// The refunds of a combination differ in currency, payees or form.
  case combinedUnlike(first: String, other: String, what: Term)
  /// Refunds of a combination that are not owed for the same: a ticket, or a key and period.
  case combinedScopes(first: String, other: String)
  /// Two caps share items, and neither group lies inside the other.
  case capsDoNotNest
  /// A clause of a refund behind another one before which it is applied.
  case outOfOrder(clause: String, behind: String)
  /// A clause that does not stand in a declaration of this sort.
  case clauseElsewhere(clause: String, owner: Term, advice: Advice)
  /// A condition that never holds, so that its declaration never applies.
  case neverHolds(owner: String)
  /// An exclusion whose condition never holds together with the `for` of a target that names it.
  case neverForTarget(owner: String, target: String)
  /// An exclusion of times that have passed when the policy takes effect.
  case neverInForce(owner: String, effective: String)
  /// A cap that is never below what is paid.
  case capNeverBinds(refund: String, most: Term)
  /// A cap that is always below what is paid.
  case capAlwaysBinds(refund: String, least: Term)
  /// A pause that begins with the clock: up to its end nothing is counted. Where `isForGood`, it ends no
  /// earlier than the clock.
  case pausedFromStart(pause: String, target: String, isForGood: Bool)
  /// An exclusion whose times take all that a clock could count.
  case excludesAll(exclusion: String, target: String)
  /// A condition that holds of all values; where one may be missing, of those that are known.
  case alwaysHolds(mayBeMissing: Bool)
  /// A branch of a choice that is never chosen.
  case idleBranch
  /// A bound that every value of its measure meets.
  case boundAlwaysMet
  /// A bound that no value of its measure meets.
  case boundNeverMet
  /// A figure of zero that takes all effect away.
  case zero(ZeroConsequence)
}

/// What follows from a figure of zero.
package enum ZeroConsequence: Hashable, Sendable {
  /// Of a limit.
  case breachedAtOnce
  /// Of a payment or a cap.
  case nothingPaid
}

extension ClauseFact: FactFamily {
  /// The stable code of the fact.
  package var code: DiagnosticCode {
    switch self {
    case .missing: DiagnosticCode(300, "missing-clause")
    case .repeated, .secondBound, .secondLength: DiagnosticCode(301, "repeated-clause")
    case .conflict: DiagnosticCode(302, "conflicting-clauses")
    case .noPolicy: DiagnosticCode(303, "no-policy")
    case .secondBlock: DiagnosticCode(304, "second-block")
    case .unknownWord: DiagnosticCode(305, "unknown-word")
    case .unknownZone: DiagnosticCode(306, "unknown-zone")
    case .zoneDataMissing: DiagnosticCode(307, "zone-data-missing")
    case .notPositive: DiagnosticCode(308, "figure-not-positive")
    case .negative: DiagnosticCode(310, "figure-negative")
    case .emptySpan: DiagnosticCode(311, "empty-span")
    case .neverHolds, .neverForTarget, .neverInForce: DiagnosticCode(312, "never-applies")
    case .alwaysHolds: DiagnosticCode(313, "condition-always-holds")
    case .idleBranch: DiagnosticCode(314, "branch-never-applies")
    case .boundAlwaysMet: DiagnosticCode(315, "bound-always-met")
    case .boundNeverMet: DiagnosticCode(316, "bound-never-met")
    case .zero: DiagnosticCode(317, "figure-of-zero")
    case .capNeverBinds: DiagnosticCode(318, "cap-never-binds")
    case .capAlwaysBinds: DiagnosticCode(319, "cap-always-binds")
    case .pausedFromStart, .excludesAll: DiagnosticCode(329, "nothing-is-counted")
    case .defaultOfOptional: DiagnosticCode(309, "default-of-optional")
    case .flatRate: DiagnosticCode(320, "flat-rate")
    case .rateOfDelay: DiagnosticCode(321, "rate-of-the-delay-itself")
    case .rateWithoutUnit: DiagnosticCode(322, "rate-without-a-unit")
    case .combinedTwice: DiagnosticCode(323, "combined-twice")
    case .combinedUnlike: DiagnosticCode(324, "combined-refunds-differ")
    case .combinedScopes: DiagnosticCode(328, "combined-refunds-of-other-scopes")
    case .capsDoNotNest: DiagnosticCode(326, "caps-do-not-nest")
    case .outOfOrder: DiagnosticCode(327, "clauses-out-of-order")
    case .clauseElsewhere: DiagnosticCode(325, "clause-does-not-belong-here")
    }
  }

  /// A declaration that says too little or too much is an error; one without effect means what it says.
  package var severity: Severity {
    switch self {
    case .neverHolds, .neverForTarget, .alwaysHolds, .idleBranch, .boundAlwaysMet, .boundNeverMet, .zero,
      .neverInForce, .capNeverBinds, .capAlwaysBinds, .pausedFromStart, .excludesAll:
      .warning
    case .missing, .repeated, .secondBound, .secondLength, .conflict, .noPolicy, .secondBlock, .unknownWord,
      .unknownZone,
      .zoneDataMissing, .notPositive, .negative, .emptySpan, .defaultOfOptional, .flatRate,
      .rateOfDelay, .rateWithoutUnit, .combinedTwice, .combinedUnlike, .combinedScopes, .capsDoNotNest,
      .outOfOrder,
      .clauseElsewhere:
      .error
    }
  }
}

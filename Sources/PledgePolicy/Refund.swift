import PledgeDiagnostics
import PledgeNumbers
import PledgeTime

/// Money that is owed: for a breach, or as what several refunds come to together.
package struct Refund: Sendable {
  package var name: String
  package var title: String?
  package var citations: [String]
  package var basis: Basis
  package var currency: Currency
  /// To whom it goes, by the roles' names; empty for the customer. Each gets the amount.
  package var payees: [String]
  package var form: PaymentForm
  /// Rounding of the item; nil for the currency's minor unit, half up.
  package var rounding: AmountRounding?
  /// The claims without which nothing is owed; all of them are needed.
  package var claims: [Claim]
  /// `counted by E`: which instant says in which period an item falls; nil for the governing event.
  package var countedBy: Expression?
  /// Caps of the ticket's item alone, in the order written.
  package var caps: [Expression]
  package var minimum: Minimum?
  /// The targets whose figures or verdicts the refund reads, by index.
  package var targets: [Int]
  /// `per database each month`: what it is paid for, once each key and period; nil for one of a ticket.
  package var scope: Scope?
  /// The period targets that a refund of a key and period reads, by index.
  package var periodTargets: [Int]
  /// `per cycle`: paid for each failing cycle of its target, not once a ticket.
  package var isPerCycle: Bool
  package var origin: SourceRange

  package init(
    name: String, title: String?, basis: Basis, currency: Currency, origin: SourceRange
  ) {
    self.name = name
    self.title = title
    self.citations = []
    self.basis = basis
    self.currency = currency
    self.payees = []
    self.form = .cash
    self.rounding = nil
    self.claims = []
    self.countedBy = nil
    self.caps = []
    self.minimum = nil
    self.targets = []
    self.scope = nil
    self.periodTargets = []
    self.isPerCycle = false
    self.origin = origin
  }

  /// Where the amount comes from.
  package enum Basis: Sendable {
    /// `when …; pay …`.
    case pay(when: Expression, amount: Expression)
    /// `combine NAME = greatest of a, b`: the items of other refunds, by index, which are not paid alone.
    case combination(Combination, of: [Int])
  }

  /// How the items of several refunds become one.
  package enum Combination: String, Sendable, Hashable, CaseIterable {
    case sum, greatest, first
  }

  /// How it is paid.
  package enum PaymentForm: String, Sendable, Hashable, CaseIterable {
    case cash, credit, voucher
    case waivedRent = "waived_rent"
  }

  /// How an amount is rounded, to a multiple of a unit of money.
  package struct AmountRounding: Sendable, Hashable {
    package var mode: RoundingMode
    package var unit: Rational

    package init(mode: RoundingMode, unit: Rational) {
      self.mode = mode
      self.unit = unit
    }
  }

  /// `issue at least 1 USD` or, when `inclusive` is false, `issue above 1 USD`.
  package struct Minimum: Sendable {
    package var amount: Rational
    package var inclusive: Bool

    package init(amount: Rational, inclusive: Bool) {
      self.amount = amount
      self.inclusive = inclusive
    }
  }

  /// The refunds that it combines; empty for one that pays for itself.
  package var components: [Int] {
    switch basis {
    case .pay: []
    case .combination(_, let components): components
    }
  }
}

/// `claim EVENT from … until …`: without the event in this time, nothing is owed.
package struct Claim: Sendable {
  package var event: EventPoint
  /// From when a claim counts; nil from the beginning.
  package var from: Expression?
  /// The deadline; whether a claim at that very instant counts is read as for `by`.
  package var until: Expression
  package var origin: SourceRange

  package init(event: EventPoint, from: Expression?, until: Expression, origin: SourceRange) {
    self.event = event
    self.from = from
    self.until = until
    self.origin = origin
  }
}

/// What a refund's evaluation can come to.
package enum RefundState: UInt8, Sendable, Hashable, CaseIterable {
  /// Nothing is owed: the condition does not hold.
  case none
  case owed
  /// The clock still runs, so that the amount may grow.
  case accruing
  /// It would be owed, if it were claimed in time; there still is time.
  case claimable
  /// It was not claimed in time.
  case lapsed
  /// It is paid as a part of a combination, not alone.
  case combined
  case belowMinimum
  /// Whether something is owed is not known yet.
  case pending
  case undecided

  /// The state as reports and tests write it.
  package var word: String {
    switch self {
    case .none: "none"
    case .owed: "owed"
    case .accruing: "accruing"
    case .claimable: "claimable"
    case .lapsed: "lapsed"
    case .combined: "combined"
    case .belowMinimum: "below minimum"
    case .pending: "pending"
    case .undecided: "undecided"
    }
  }

  /// Whether there is an amount to show.
  package var hasAmount: Bool {
    switch self {
    case .owed, .accruing, .claimable, .lapsed, .combined, .belowMinimum: true
    case .none, .pending, .undecided: false
    }
  }
}

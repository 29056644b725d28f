import PledgeDiagnostics

/// A cap or a minimum over the items of a key and a period: `cap … per circuit each month`.
package struct PaymentGroup: Sendable {
  /// What is taken together. A period is of the calendar or anchored, never rolling: an item lies in one.
  ///
  /// Nil where it is one ticket.
  package var scope: Scope?
  /// The refunds whose items meet it, by index, ascending.
  package var members: [Int]
  package var limit: Limit
  package var origin: SourceRange

  package init(scope: Scope?, members: [Int], limit: Limit, origin: SourceRange) {
    self.scope = scope
    self.members = members
    self.limit = limit
    self.origin = origin
  }

  /// Whether its periods are counted from the earliest event of the key's tickets.
  package var beginsWithTickets: Bool {
    if case .anchored(_, .earliestOfTickets, _)? = scope?.period?.kind { true } else { false }
  }

  /// What a group is held against.
  package enum Limit: Sendable {
    /// The most that is paid, an expression of a frame or, without a scope, of the ticket; rounded down to
    /// the currency's minor unit.
    case cap(Expression)
    /// The least total that is paid.
    case minimum(Refund.Minimum)
  }
}

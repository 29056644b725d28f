import PledgeDiagnostics

/// Something that is granted and is not money: an exchange, a new device, a termination.
package struct Right: Sendable {
  package var name: String
  package var title: String?
  package var citations: [String]
  package var condition: Expression
  /// What is granted, in the policy's words.
  package var grants: String
  /// `use within 30 calendar days after E`; nil where it can be used at any time.
  package var window: Window?
  /// The event that uses it, and when it may: `claim EVENT until …`.
  package var claims: [Claim]
  /// The targets whose figures or verdicts the right reads, by index.
  package var targets: [Int]
  /// `per line rolling 30 calendar days`: what it is granted for, once each key and period; nil for one of a
  /// ticket.
  package var scope: Scope?
  /// The period targets that a right of a key and period reads, by index.
  package var periodTargets: [Int]
  package var origin: SourceRange

  package init(name: String, title: String?, condition: Expression, origin: SourceRange) {
    self.name = name
    self.title = title
    self.citations = []
    self.condition = condition
    self.grants = ""
    self.window = nil
    self.claims = []
    self.targets = []
    self.scope = nil
    self.periodTargets = []
    self.origin = origin
  }

  /// When a right can be used.
  package struct Window: Sendable {
    /// The event, or the end of the period, from which on it can be used.
    package var start: Expression
    /// The last instant at which it can.
    package var end: Expression

    package init(start: Expression, end: Expression) {
      self.start = start
      self.end = end
    }
  }
}

/// What a right's evaluation can come to.
package enum RightState: UInt8, Sendable, Hashable, CaseIterable {
  /// The condition does not hold.
  case none
  /// It holds, and the time in which the right can be used has no end, or has not begun.
  case granted
  /// It can be used until an instant.
  case usable
  /// It was used in time.
  case used
  /// The time in which it could be used is over.
  case expired
  /// Whether it is granted is not known yet.
  case pending
  case undecided

  /// The state as reports and tests write it.
  package var word: String { "\(self)" }
}

import PledgeDiagnostics
import PledgeTime

/// Which tickets of the history are counted, seen from the ticket at hand: the condition of
/// `count(tickets where city is this.city and outage overlaps this.outage)`.
///
/// Its parts are joined by `and`. The ticket at hand is counted like every other.
package struct TicketCondition: Sendable {
  /// What must hold of the other ticket alone.
  package var others: [Expression]
  /// What must hold of the ticket at hand alone.
  package var own: [Expression]
  /// What must hold between the two.
  package var links: [TicketLink]

  package init(others: [Expression] = [], own: [Expression] = [], links: [TicketLink] = []) {
    self.others = others
    self.own = own
    self.links = links
  }
}

/// Something that must hold between another ticket and the ticket at hand.
package enum TicketLink: Sendable {
  /// `city is this.city`, `users > this.users`.
  case compare(Comparison, other: Expression, own: Expression)
  /// `outage overlaps this.outage`.
  case overlap(other: SpanExpression, own: SpanExpression)
  /// `reported during this.outage`.
  case during(other: Expression, own: SpanExpression)
  /// `this.reported during outage`.
  case around(other: SpanExpression, own: Expression)
}

extension TicketCondition {
  /// All expressions of the condition, those of its spans among them.
  package var operands: [Expression] {
    others + own
      + links.flatMap { link in
        switch link {
        case .compare(_, let other, let own): [other, own]
        case .overlap(let other, let own): other.operands + own.operands
        case .during(let other, let own): [other] + own.operands
        case .around(let other, let own): other.operands + [own]
        }
      }
  }
}

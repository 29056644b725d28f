import PledgeTickets
import PledgeTime

extension Evaluator {
  /// The instant that chooses which version of a policy decides a ticket; nil where it is not known as of an
  /// instant.
  package mutating func governingInstant(of ticket: inout Ticket, asOf: Instant) -> Instant? {
    swap(&self.ticket, &ticket)
    defer { swap(&self.ticket, &ticket) }
    begin(asOf: asOf)
    guard plan.governing >= 0 else { return visible > 0 ? self.ticket.events[0].at : nil }
    guard case .instant(let instant) = value(plan.governing) else { return nil }
    return instant
  }
}

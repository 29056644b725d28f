import PledgeTickets

extension ExpressionType {
  /// The type of a value that a ticket or register holds.
  package init(_ type: ValueType) {
    switch type {
    case .truth: self = .truth
    case .integer: self = .integer
    case .decimal: self = .decimal
    case .percent: self = .percent
    case .money(let currency): self = .money(currency)
    case .duration: self = .duration
    case .instant: self = .instant
    case .date: self = .date
    case .text: self = .text
    case .choice(let members): self = .choice(members: members)
    case .key(let register): self = .key(register: register)
    }
  }
}

import PledgeTickets

extension FieldDeclaration.Presence {
  /// What a value is that nobody states.
  package var unstated: Scalar {
    switch self {
    case .required, .optional: .missing
    case .defaulted(let value): value
    }
  }
}

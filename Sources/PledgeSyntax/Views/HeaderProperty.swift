/// A property of the header that one word sets.
package enum HeaderProperty: Hashable, Sendable, CaseIterable {
  /// The id that versions of one policy share.
  case id
  /// The version's name.
  case version
  /// The zone that local times are in.
  case timezone
  /// The currency that amounts are paid in.
  case currency
  /// The document that the policy was made from.
  case source

  init?(_ keyword: Keyword) {
    guard let property = HeaderProperty.allCases.first(where: { $0.keyword == keyword }) else { return nil }
    self = property
  }

  /// The word that begins the line.
  package var keyword: Keyword {
    switch self {
    case .id: .id
    case .version: .version
    case .timezone: .timezone
    case .currency: .currency
    case .source: .source
    }
  }
}

/// The dates from `first` through `last`.
package struct DateRange: Sendable, Hashable {
  /// The first date.
  package let first: CivilDate
  /// The last date, included.
  package let last: CivilDate

  /// The dates from `first` through `last`; none where `last` is before `first`.
  package init(first: CivilDate, last: CivilDate) {
    self.first = first
    self.last = last
  }

  /// Whether there is no date inside.
  package var isEmpty: Bool { last < first }

  /// Whether the date is inside.
  package func contains(_ date: CivilDate) -> Bool { first <= date && date <= last }
}

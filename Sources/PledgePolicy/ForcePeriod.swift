import PledgeTime

/// The time in which a version of a policy is in force.
package struct ForcePeriod: Sendable, Hashable {
  package var from: Instant
  /// The first instant at which it is no longer in force; nil for ever.
  package var until: Instant?

  package init(from: Instant, until: Instant?) {
    self.from = from
    self.until = until
  }

  /// Whether an instant lies in it, its start included, its end not.
  package func contains(_ instant: Instant) -> Bool {
    instant >= from && (until.map { instant < $0 } ?? true)
  }
}

extension PolicyHeader {
  /// The validity where it is written in dates; nil where it follows from a ticket or its contract.
  package var fixedPeriod: ForcePeriod? {
    guard let validity else { return ForcePeriod(from: .earliest, until: nil) }
    guard let from = fixed(validity.from) else { return nil }
    guard let until = validity.until else { return ForcePeriod(from: from, until: nil) }
    return fixed(until).map { ForcePeriod(from: from, until: $0) }
  }

  private func fixed(_ expression: Expression) -> Instant? {
    if case .constant(.instant(let instant)) = expression.kind { return instant }
    if case .startOf(let day) = expression.kind, case .constant(.date(let date)) = day.kind {
      return zone.startOfDay(date)
    }
    guard case .moved(let base, let length, nil, false) = expression.kind, let start = fixed(base) else {
      return nil
    }
    if case .constant(.duration(let duration)) = length.kind { return start.adding(duration) }
    if case .constant(.calendarLength(let length)) = length.kind {
      return length.adding(to: start, in: zone, monthEnd)
    }
    return nil
  }
}

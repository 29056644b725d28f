/// A unit of the calendar by which periods are cut; a week begins on Monday (ISO 8601).
package enum CalendarUnit: String, Sendable, Hashable, CaseIterable {
  case day, week, month, quarter, year
}

/// One step of a rule of periods: a half-open interval with a number and a name.
///
/// Numbers of one rule ascend by one without a gap; what they count from is the rule's own business.
package struct Period: Sendable, Hashable {
  /// The place in the rule's sequence.
  package let number: Int
  /// From its first instant until before that of the next.
  package let interval: Interval
  /// What it is called by.
  package let label: Label

  package init(number: Int, interval: Interval, label: Label) {
    self.number = number
    self.interval = interval
    self.label = label
  }

  /// What names a period.
  package enum Label: Sendable, Hashable {
    case date(CivilDate)
    case week(year: Int, week: Int)
    case month(year: Int, month: Int)
    case quarter(year: Int, quarter: Int)
    case year(Int)
  }

  /// The name as reports and tests write it: `2026-04`, `2026-Q2`, `2026`, `2026-W14`, `2026-04-10`.
  package var name: String {
    switch label {
    case .date(let date): date.text
    case .week(let year, let week): Period.digits(year, 4) + "-W" + Period.digits(week, 2)
    case .month(let year, let month): Period.digits(year, 4) + "-" + Period.digits(month, 2)
    case .quarter(let year, let quarter): Period.digits(year, 4) + "-Q\(quarter)"
    case .year(let year): Period.digits(year, 4)
    }
  }

  private static func digits(_ number: Int, _ width: Int) -> String {
    let digits = String(number.magnitude)
    let padding = String(repeating: "0", count: max(0, width - digits.count))
    return (number < 0 ? "-" : "") + padding + digits
  }
}

import PledgeDiagnostics
import PledgePolicy

// Months and days: a month has 28 to 31 days, so that a length in months is neither the same as one in days
// nor more nor less.

extension Checking {
  /// What a length of the calendar counts.
  private enum LengthUnit {
    case months, days

    /// The length, for a label.
    var words: Term {
      switch self {
      case .months: .lengthInMonths
      case .days: .lengthInDays
      }
    }
  }

  /// Whether lengths in months stand beside lengths in days; a message that shows one of each.
  func mixesMonthsWithDays(_ values: [Expression], _ use: LengthUse, at range: SourceRange) -> Bool {
    let units = values.map { lengthUnit($0) }
    guard let months = units.firstIndex(of: .months), let days = units.firstIndex(of: .days) else {
      return false
    }
    let labels = [months, days].sorted().compactMap { index in
      units[index].map { SecondaryLabel(.operand($0.words), at: values[index].origin) }
    }
    report(.type(.monthsWithDays(use)), at: range, labels: labels)
    return true
  }

  private func lengthUnit(_ value: Expression) -> LengthUnit? {
    if case .constant(let constant) = value.kind { return lengthUnit(constant) }
    if case .parameter(let index) = value.kind { return lengthUnit(policy.parameters[index].value) }
    return nil
  }

  private func lengthUnit(_ constant: Constant) -> LengthUnit? {
    guard case .calendarLength(let length) = constant else { return nil }
    if length.days == 0, length.months != 0 { return .months }
    return length.months == 0 && length.days != 0 ? .days : nil
  }

  /// A length in months in a column that speaks of days.
  func reportMonths(at cell: SourceRange, besideDaysAt other: SourceRange) {
    report(
      .type(.monthsWithDays(.column)), at: cell,
      labels: [SecondaryLabel(.operand(LengthUnit.days.words), at: other)])
  }
}

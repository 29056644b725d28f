/// What "a month later" is where that month has no such day; a policy states it, `lastDay` is the default.
package enum MonthEndRule: Sendable, Hashable, CaseIterable {
  /// 31 January and one month is the last day of February.
  case lastDay
  /// 31 January and one month is 1 March.
  case nextDay
}

extension CivilDate {
  /// The first date of the supported years, −9999-01-01.
  package static var earliest: CivilDate { CivilDate(dayNumber: dayNumber(year: -9999, month: 1, day: 1)) }
  /// The last date of the supported years, 9999-12-31.
  package static var latest: CivilDate { CivilDate(dayNumber: dayNumber(year: 9999, month: 12, day: 31)) }

  /// The date so many days later (earlier if negative); nil beyond the years −9999...9999.
  package func adding(days: Int) -> CivilDate? {
    let (sum, overflow) = Int(dayNumber).addingReportingOverflow(days)
    if overflow || sum < CivilDate.earliest.dayNumber || sum > CivilDate.latest.dayNumber { return nil }
    return CivilDate(dayNumber: Int32(truncatingIfNeeded: sum))
  }

  /// The same day so many months later, by `rule` where that month has none; nil beyond the years
  /// −9999...9999.
  package func adding(months: Int, _ rule: MonthEndRule) -> CivilDate? {
    let (year, month, day) = fields
    let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    if overflow { return nil }
    let newYear = total >= 0 ? total / 12 : ~(~total / 12)
    let newMonth = total - newYear * 12 + 1
    if let date = CivilDate(year: newYear, month: newMonth, day: day) { return date }
    guard let first = CivilDate(year: newYear, month: newMonth, day: 1) else { return nil }
    let length = CivilDate.days(inMonth: newMonth, ofYear: newYear)
    switch rule {
    case .lastDay: return first.adding(days: length - 1)
    case .nextDay: return first.adding(days: length)
    }
  }

  /// The first date of its month.
  package var firstOfMonth: CivilDate {
    CivilDate(dayNumber: dayNumber &- Int32(truncatingIfNeeded: fields.day &- 1))
  }

  /// The next date; the day number wraps at its very end, far outside the supported years.
  @inlinable
  package var next: CivilDate { CivilDate(dayNumber: dayNumber &+ 1) }

  /// The date before; the day number wraps at its very end, far outside the supported years.
  @inlinable
  package var previous: CivilDate { CivilDate(dayNumber: dayNumber &- 1) }
}

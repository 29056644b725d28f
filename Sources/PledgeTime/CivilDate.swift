/// A date of the proleptic Gregorian calendar, kept as its distance from 1970-01-01.
///
/// The conversions are those of Howard Hinnant's "chrono-compatible low-level date algorithms": a year that
/// begins in March makes the leap day the last of its year, and 400 years are a whole number of days.
@usableFromInline package struct CivilDate: Sendable, Hashable {
  /// Days since 1970-01-01.
  @usableFromInline package let dayNumber: Int32

  /// The date so many days after 1970-01-01. Years beyond −9999...9999 occur only as local dates of extreme
  /// instants; dates that are read or computed stay within.
  @inlinable
  package init(dayNumber: Int32) { self.dayNumber = dayNumber }

  /// The date of these numbers; nil when there is none, or its year is beyond −9999...9999.
  @inlinable
  package init?(year: Int, month: Int, day: Int) {
    guard year >= -9999, year <= 9999, month >= 1, month <= 12, day >= 1,
      day <= 28 || day <= CivilDate.days(inMonth: month, ofYear: year)
    else { return nil }
    self.init(dayNumber: CivilDate.dayNumber(year: year, month: month, day: day))
  }

  /// The days of a month 1...12.
  @inlinable
  package static func days(inMonth month: Int, ofYear year: Int) -> Int {
    if month == 2 { return isLeap(year) ? 29 : 28 }
    // From March on and again from August on, 31 and 30 alternate.
    return 30 &+ ((month &+ (month >> 3)) & 1)
  }

  /// Whether the year has 366 days.
  @inlinable
  package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// The day number of a date that is known to exist, year −9999...9999.
  @inlinable
  static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
    // Shifted by 10 000 years, a multiple of 400, all operands are positive and division is rounding down.
    let shifted = UInt32(truncatingIfNeeded: year &+ 10_000 &- (month <= 2 ? 1 : 0))
    let monthFromMarch = UInt32(truncatingIfNeeded: month > 2 ? month &- 3 : month &+ 9)
    let century = shifted / 100
    let leapDays = shifted / 4 &- century &+ century / 4
    let dayOfYear = (153 &* monthFromMarch &+ 2) / 5 &+ UInt32(truncatingIfNeeded: day) &- 1
    return Int32(truncatingIfNeeded: shifted &* 365 &+ leapDays &+ dayOfYear) &- 4_371_893
  }

  /// Year, month and day.
  @inlinable
  package var fields: (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) &+ 719_468
    let era = (shifted >= 0 ? shifted : shifted &- 146_096) / 146_097
    let dayOfEra = shifted &- era &* 146_097
    let yearOfEra =
      (dayOfEra &- dayOfEra / 1460 &+ dayOfEra / 36_524 &- dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra &- (365 &* yearOfEra &+ yearOfEra / 4 &- yearOfEra / 100)
    let monthFromMarch = (5 &* dayOfYear &+ 2) / 153
    let day = dayOfYear &- (153 &* monthFromMarch &+ 2) / 5 &+ 1
    let month = monthFromMarch < 10 ? monthFromMarch &+ 3 : monthFromMarch &- 9
    return (yearOfEra &+ era &* 400 &+ (month <= 2 ? 1 : 0), month, day)
  }

  /// The year.
  @inlinable package var year: Int { fields.year }

  /// The day of the week, Monday 1 to Sunday 7.
  @inlinable
  package var weekday: Int {
    // 1970-01-01 was a Thursday.
    let remainder = (Int(dayNumber) &+ 3) % 7
    return (remainder < 0 ? remainder &+ 7 : remainder) &+ 1
  }
}

extension CivilDate: Comparable {
  /// Whether `left` is earlier.
  @inlinable
  package static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }
}

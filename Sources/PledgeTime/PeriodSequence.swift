/// The periods of one rule in a zone, one after the other.
///
/// Every boundary is counted from its own date or from the anchor and never from the boundary before, so that
/// months of different length do not drift.
package struct PeriodSequence: Sendable {
  /// How time is cut.
  package let kind: Kind
  /// The zone in which days begin.
  package let zone: Zone
  /// What a month later is where that month has no such day.
  package let monthEnd: MonthEndRule

  package init(_ kind: Kind, zone: Zone, monthEnd: MonthEndRule = .lastDay) {
    self.kind = kind
    self.zone = zone
    self.monthEnd = monthEnd
  }

  /// The three ways in which a time is cut.
  package enum Kind: Sendable, Hashable {
    case calendar(CalendarUnit)
    /// Periods of a length from an instant on; those that begin before `until`, where it is given.
    case anchored(Instant, CalendarLength, until: Instant?)
    /// Windows that end at the end of each local day, or of each month where `byMonth`.
    case rolling(RollingLength, byMonth: Bool)
  }

  /// Whether the periods overlap, so that an instant lies in several.
  package var isRolling: Bool {
    if case .rolling = kind { true } else { false }
  }

  /// The period of a number; nil beyond the supported years, and where an anchored rule has none.
  package func period(_ number: Int) -> Period? {
    switch kind {
    case .calendar(let unit):
      guard let first = PeriodSequence.firstDate(unit, number),
        let next = PeriodSequence.firstDate(unit, number + 1)
      else { return nil }
      return Period(
        number: number,
        interval: Interval(start: zone.startOfDay(first), end: zone.startOfDay(next)),
        label: PeriodSequence.label(unit, first))
    case .anchored(_, _, let until):
      guard number >= 0, let start = anchoredStart(number), let end = anchoredStart(number + 1), start < end
      else { return nil }
      if let until, start >= until { return nil }
      return Period(
        number: number, interval: Interval(start: start, end: end), label: .date(zone.date(at: start)))
    case .rolling(let length, let byMonth): return window(number, length, byMonth: byMonth)
    }
  }

  /// The number of the period that an instant lies in; of rolling windows the first that holds it. Nil where
  /// there is none.
  package func number(containing instant: Instant) -> Int? {
    switch kind {
    case .calendar(let unit): return PeriodSequence.number(unit, zone.date(at: instant))
    case .anchored(let anchor, _, _):
      guard instant >= anchor, let number = lastAnchored(notAfter: instant), period(number) != nil else {
        return nil
      }
      return number
    case .rolling(_, let byMonth):
      return PeriodSequence.number(byMonth ? .month : .day, zone.date(at: instant))
    }
  }

  /// The numbers of the periods that belong to a stretch of time: those that share time with it, of rolling
  /// windows those whose last day or month does. Nil where there is none.
  package func numbers(in stretch: Interval) -> ClosedRange<Int>? {
    guard !stretch.isEmpty else { return nil }
    let last = Instant(microseconds: stretch.end.microseconds - 1)
    switch kind {
    case .calendar, .rolling:
      guard let first = number(containing: stretch.start), let end = number(containing: last) else {
        return nil
      }
      return first...end
    case .anchored(let anchor, _, let until):
      guard last >= anchor else { return nil }
      if let until, stretch.start >= until { return nil }
      let end = until.map { min(last, Instant(microseconds: $0.microseconds - 1)) } ?? last
      guard let first = lastAnchored(notAfter: max(stretch.start, anchor)),
        let final = lastAnchored(notAfter: max(end, anchor)), first <= final
      else { return nil }
      return first...final
    }
  }

  // MARK: Boundaries

  private func anchoredStart(_ number: Int) -> Instant? {
    guard case .anchored(let anchor, let length, _) = kind else { return nil }
    return length.multiplied(by: number)?.adding(to: anchor, in: zone, monthEnd)
  }

  /// The greatest number whose period does not begin behind an instant.
  private func lastAnchored(notAfter instant: Instant) -> Int? {
    guard case .anchored(let anchor, let length, _) = kind, length.months >= 0, length.days >= 0,
      length.months > 0 || length.days > 0, instant >= anchor
    else { return nil }
    let days = Int(zone.date(at: instant).dayNumber) - Int(zone.date(at: anchor).dayNumber)
    // A month has 28 days at least and 31 at most.
    var low = max(0, days / (length.months * 31 + length.days) - 1)
    var high = days / (length.months * 28 + length.days) + 2
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if let start = anchoredStart(middle), start <= instant { low = middle } else { high = middle }
    }
    return low
  }

  fileprivate func window(_ number: Int, _ length: RollingLength, byMonth: Bool) -> Period? {
    let unit: CalendarUnit = byMonth ? .month : .day
    guard let first = PeriodSequence.firstDate(unit, number),
      let next = PeriodSequence.firstDate(unit, number + 1)
    else { return nil }
    let end = zone.startOfDay(next)
    let start: Instant?
    switch length {
    case .calendar(let length):
      start = length.multiplied(by: -1)?.adding(to: next, monthEnd).map { zone.startOfDay($0) }
    // A day of 25 hours is not left in part by 24 h.
    case .elapsed(let duration): start = end.subtracting(duration).map { min($0, zone.startOfDay(first)) }
    }
    guard let start, start < end else { return nil }
    return Period(
      number: number, interval: Interval(start: start, end: end), label: PeriodSequence.label(unit, first))
  }
}

extension PeriodSequence {
  /// The last window of a number up to `number` that neither starts nor ends behind the given instants; the
  /// given one, where the next does. Logarithmic in the number of windows between.
  package func lastWindow(
    behind window: Period, startingBy start: Instant, endingBy end: Instant, upTo number: Int
  ) -> Period {
    guard case .rolling(let length, let byMonth) = kind, number > window.number else { return window }
    // A window ends where the next day, or month, begins.
    let unit: CalendarUnit = byMonth ? .month : .day
    var high = number
    if end < .latest { high = min(high, PeriodSequence.number(unit, zone.date(at: end)) - 1) }
    if start < .latest, !byMonth, case .calendar(let length) = length, length.months == 0 {
      high = min(high, PeriodSequence.number(unit, zone.date(at: start)) + length.days - 1)
    }
    // As a rule the greatest that may be the last one is.
    var (low, last, asked) = (window.number, window, high)
    while low < high {
      if let found = self.window(asked, length, byMonth: byMonth), found.interval.start <= start,
        found.interval.end <= end
      {
        (low, last) = (asked, found)
      } else {
        high = asked - 1
      }
      asked = high - (high - low - 1) / 2
    }
    return last
  }
}

/// How long a rolling window is.
package enum RollingLength: Sendable, Hashable {
  /// Whole local days or months, counted back from the end of its last day.
  case calendar(CalendarLength)
  case elapsed(Duration)

  /// Whether time lies between windows that end with each local day, or each month: where they are shorter
  /// than a day, or than a month can be, not all of it would be looked at.
  package func leavesGaps(byMonth: Bool) -> Bool {
    switch self {
    case .calendar(let length): length.months < 1 && length.days < (byMonth ? 31 : 1)
    case .elapsed(let length): length.microseconds < 86_400_000_000 * (byMonth ? 31 : 1)
    }
  }
}

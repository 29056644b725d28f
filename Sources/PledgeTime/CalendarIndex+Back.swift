// Counting back is counting forward in a mirror: what is an end there is a beginning here.

extension CalendarIndex {
  /// The latest instant up to `end` from which `openTime(from:to: end)` is `length`.
  ///
  /// So a length that is used up at an opening begins there, not at the close before; zero begins at `end`.
  /// A negative length is out of range.
  package func instant(before length: Duration, until end: Instant) -> Outcome<Instant> {
    if length <= .zero { return length == .zero ? .value(end) : .outOfRange }
    if let reason: Outcome<Instant> = refusal(end, end) { return reason }
    var number = CalendarPage.number(of: end)
    var available = pages.page(number).pointee.open(before: end.microseconds)
    var left = length.microseconds
    let limit = number - Int(CalendarIndex.horizon >> CalendarPage.bits) - 1
    var isEverOpen = false
    while left > available {
      if available > 0 { isEverOpen = true }
      left &-= available
      number -= 1
      let last = Instant(microseconds: Int64(number + 1) << CalendarPage.bits)
      if let reason: Outcome<Instant> = refusal(last, last) { return reason }
      if number < limit { return isEverOpen ? .outOfRange : .neverOpen }
      available = pages.size(number)
    }
    let begin = Instant(microseconds: pages.page(number).pointee.latestTime(withOpen: available &- left))
    return begin < known.start ? .beyondCoverage(rules.zone.date(at: begin)) : .value(begin)
  }

  /// The beginning of the n-th working day before an instant.
  ///
  /// An instant in the hours of the date before, which run past midnight, is one of that date. Otherwise day
  /// 0 is the instant's date if that is a working day and the instant behind its opening, or if late arrivals
  /// count as `today`; else it is the working date before, with its close for the instant. The n-th
  /// working day is the n-th working date before day 0. It begins at its opening where days end at close, at
  /// its first instant where they end at midnight, and at the same time of day where they end at that; a
  /// `length` counts n times its open time back. Day 0 itself begins no later than the instant. n below 0 is
  /// out of range.
  package func subtracting(workingDays n: Int, from instant: Instant) -> Outcome<Instant> {
    if n < 0 { return .outOfRange }
    guard let dayEnd = rules.dayEnd else { return .notStated }
    if case .length(let length) = dayEnd {
      guard let open = length.multiplied(by: Int64(n)) else { return .outOfRange }
      return self.instant(before: open, until: instant)
    }
    return lastDay(of: instant, dayEnd).flatMap { zero in
      let isAtNight = zero.date < rules.zone.date(at: zero.instant)
      if n == 0 {
        return begin(of: zero.date, opening: zero.opening, zero.instant, dayEnd, isAtNight: isAtNight)
      }
      return workingDay(nth: n, notAfter: zero.date.previous).flatMap {
        begin(of: $0.date, opening: $0.opening, zero.instant, dayEnd, isAtNight: isAtNight)
      }
    }
  }

  /// Day 0 of a count back, its opening if it is a working day, and the instant as it counts.
  private func lastDay(
    of instant: Instant, _ dayEnd: DayEnd
  ) -> Outcome<(date: CivilDate, opening: Instant?, instant: Instant)> {
    let date = rules.zone.date(at: instant)
    return workingDay(on: date).flatMap { day in
      if let night = night(of: instant, on: date, day, dayEnd) {
        return .value((night.date, night.opening, instant))
      }
      if let day, instant > day.opening { return .value((date, day.opening, instant)) }
      switch rules.lateArrival {
      case nil: return .notStated
      case .today: return .value((date, day?.opening, instant))
      case .nextWorkingDay:
        return workingDay(nth: 1, notAfter: date.previous).flatMap {
          .value(($0.date, $0.opening, $0.closing))
        }
      }
    }
  }

  /// The beginning of a day; never behind the instant, which matters for day 0 only.
  private func begin(
    of date: CivilDate, opening: Instant?, _ instant: Instant, _ dayEnd: DayEnd, isAtNight: Bool
  ) -> Outcome<Instant> {
    switch dayEnd {
    case .close, .length: return .value(min(instant, opening ?? instant))
    case .midnight: return .value(rules.zone.startOfDay(date))
    case .sameTime:
      let time = WallTime(microseconds: rules.zone.local(instant).microsecondsOfDay) ?? .startOfDay
      return .value(min(instant, rules.zone.instant(isAtNight ? date.next : date, time)))
    }
  }

  /// The n-th working day from the date on back, n at least 1.
  private func workingDay(nth n: Int, notAfter date: CivilDate) -> Outcome<WorkingDay> {
    if let reason: Outcome<WorkingDay> = refusal(date) { return reason }
    var number = WorkingDayPage.number(of: date)
    let page = dayPages.page(number)
    var available = page.pointee.index(notBefore: date)
    if page.pointee.day(on: date) != nil { available += 1 }
    var left = n
    var isEverOpen = false
    let limit = number - 146_097 / 512 - 1
    while left > available {
      if available > 0 { isEverOpen = true }
      left -= available
      let last = WorkingDayPage.firstDate(ofPage: number).previous
      if let reason: Outcome<WorkingDay> = refusal(last) { return reason }
      number -= 1
      if number < limit { return isEverOpen ? .outOfRange : .neverOpen }
      available = Int(dayPages.size(number))
    }
    let day = dayPages.page(number).pointee.day(available - left)
    return refusal(day.date) ?? .value(day)
  }
}

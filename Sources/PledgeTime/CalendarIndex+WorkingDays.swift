/// The end of a counted working day.
package struct WorkingDayEnd: Sendable, Hashable {
  /// The instant.
  package let instant: Instant
  /// Whether something that happens at just this instant is still in time: yes at closing time and at the
  /// same time of day, no at midnight, which is the next date.
  package let isInclusive: Bool

  /// The end at that instant.
  package init(instant: Instant, isInclusive: Bool) {
    self.instant = instant
    self.isInclusive = isInclusive
  }
}

extension CalendarIndex {
  /// Whether open intervals start on the date.
  package func isWorkingDay(_ date: CivilDate) -> Outcome<Bool> {
    workingDay(on: date).flatMap { .value($0 != nil) }
  }

  /// The n-th working date after the date, which itself does not count; n is at least 1, or out of range.
  package func workingDate(nth n: Int, after date: CivilDate) -> Outcome<CivilDate> {
    if n < 1 { return .outOfRange }
    return workingDay(nth: n, notBefore: date.next).flatMap { .value($0.date) }
  }

  /// How many working days the dates have. Out of range beyond 400 years. Linear in the pages between.
  package func workingDays(in dates: DateRange) -> Outcome<Int> {
    if dates.isEmpty { return .value(0) }
    if let reason: Outcome<Int> = refusal(dates.first) ?? refusal(dates.last) { return reason }
    if Int(dates.last.dayNumber) - Int(dates.first.dayNumber) > 146_097 { return .outOfRange }
    let first = WorkingDayPage.number(of: dates.first)
    let last = WorkingDayPage.number(of: dates.last)
    var sum = -dayPages.page(first).pointee.index(notBefore: dates.first)
    for number in first..<last { sum += Int(dayPages.size(number)) }
    let lastPage = dayPages.page(last)
    sum += lastPage.pointee.index(notBefore: dates.last)
    return .value(lastPage.pointee.day(on: dates.last) == nil ? sum : sum + 1)
  }

  /// The end of the n-th working day after the instant; see `adding(workingDays:to:)`, which is the same.
  package func endOfWorkingDay(nth n: Int, after instant: Instant) -> Outcome<WorkingDayEnd> {
    adding(workingDays: n, to: instant)
  }

  /// The date of the n-th working day after the instant, counted from day 0 of the arrival as for its end; n
  /// below 0 is out of range.
  package func workingDate(nth n: Int, afterArrival arrival: Instant) -> Outcome<CivilDate> {
    if n < 0 { return .outOfRange }
    guard let dayEnd = rules.dayEnd else { return .notStated }
    return dayZero(of: arrival, dayEnd).flatMap { zero in
      n == 0 ? .value(zero.date) : workingDate(nth: n, after: zero.date)
    }
  }

  /// The end of the n-th working day, counted from day 0 of the arrival.
  ///
  /// An arrival in the hours of the date before, which run past midnight, is one of that date. Otherwise day
  /// 0 is the arrival's date if that is a working day and the arrival before its close, or if late arrivals
  /// count as `today`; else it is the next working date, with its opening for the arrival. The n-th
  /// working day is the n-th working date after day 0. It ends as `DayEnd` says; `length` counts n times its
  /// open time from the arrival and needs no dates. Day 0 itself ends no earlier than the arrival. n below 0
  /// is out of range.
  package func adding(workingDays n: Int, to arrival: Instant) -> Outcome<WorkingDayEnd> {
    if n < 0 { return .outOfRange }
    guard let dayEnd = rules.dayEnd else { return .notStated }
    if case .length(let length) = dayEnd {
      guard let open = length.multiplied(by: Int64(n)) else { return .outOfRange }
      return instant(after: open, from: arrival).flatMap {
        .value(WorkingDayEnd(instant: $0, isInclusive: true))
      }
    }
    return dayZero(of: arrival, dayEnd).flatMap { zero in
      let isAtNight = zero.date < rules.zone.date(at: zero.arrival)
      if n == 0 {
        return .value(end(of: zero.date, closing: zero.closing, zero.arrival, dayEnd, isAtNight: isAtNight))
      }
      return workingDay(nth: n, notBefore: zero.date.next).flatMap {
        .value(end(of: $0.date, closing: $0.closing, zero.arrival, dayEnd, isAtNight: isAtNight))
      }
    }
  }

  /// The working day before a date in whose hours, which run past midnight, an instant of the date lies.
  /// Where days end at midnight, the instant belongs to its own date if that is a working day.
  func night(of instant: Instant, on date: CivilDate, _ day: WorkingDay?, _ dayEnd: DayEnd) -> WorkingDay? {
    guard date.previous >= firstDate, day == nil || dayEnd != .midnight else { return nil }
    if let day, day.opening <= instant { return nil }
    let number = WorkingDayPage.number(of: date.previous)
    guard let before = dayPages.page(number).pointee.day(on: date.previous), before.closing > instant else {
      return nil
    }
    return before
  }

  /// The date from which the days of an arrival count, its close if it is a working day, and the arrival as
  /// it counts.
  private func dayZero(
    of arrival: Instant, _ dayEnd: DayEnd
  ) -> Outcome<(date: CivilDate, closing: Instant?, arrival: Instant)> {
    let date = rules.zone.date(at: arrival)
    return workingDay(on: date).flatMap { day in
      if let night = night(of: arrival, on: date, day, dayEnd) {
        return .value((night.date, night.closing, arrival))
      }
      if let day, arrival < day.closing { return .value((date, day.closing, arrival)) }
      switch rules.lateArrival {
      case nil: return .notStated
      case .today: return .value((date, day?.closing, arrival))
      case .nextWorkingDay:
        return workingDay(nth: 1, notBefore: date.next).flatMap {
          .value(($0.date, $0.closing, $0.opening))
        }
      }
    }
  }

  /// The end of a day; never before the arrival, which matters for day 0 only. What arrives at night, in
  /// hours that began the date before, has its same time at night, too.
  private func end(
    of date: CivilDate, closing: Instant?, _ arrival: Instant, _ dayEnd: DayEnd, isAtNight: Bool
  ) -> WorkingDayEnd {
    switch dayEnd {
    case .close, .length:
      return WorkingDayEnd(instant: max(arrival, closing ?? arrival), isInclusive: true)
    case .midnight:
      let midnight = rules.zone.startOfDay(date.next)
      return WorkingDayEnd(instant: max(midnight, arrival), isInclusive: midnight < arrival)
    case .sameTime:
      let time = WallTime(microseconds: rules.zone.local(arrival).microsecondsOfDay) ?? .startOfDay
      let same = rules.zone.instant(isAtNight ? date.next : date, time)
      return WorkingDayEnd(instant: max(arrival, same), isInclusive: true)
    }
  }

  /// The working day on the date, nil where it is none.
  func workingDay(on date: CivilDate) -> Outcome<WorkingDay?> {
    refusal(date) ?? .value(dayPages.page(WorkingDayPage.number(of: date)).pointee.day(on: date))
  }

  /// The n-th working day from the date on, n at least 1.
  private func workingDay(nth n: Int, notBefore date: CivilDate) -> Outcome<WorkingDay> {
    if let reason: Outcome<WorkingDay> = refusal(date) { return reason }
    var number = WorkingDayPage.number(of: date)
    var index = dayPages.page(number).pointee.index(notBefore: date)
    var left = n - 1
    var available = Int(dayPages.size(number)) - index
    var isEverOpen = false
    let limit = number + 146_097 / 512 + 1
    while left >= available {
      if available > 0 { isEverOpen = true }
      left -= available
      number += 1
      if let reason: Outcome<WorkingDay> = refusal(WorkingDayPage.firstDate(ofPage: number)) {
        return reason
      }
      if number > limit { return isEverOpen ? .outOfRange : .neverOpen }
      available = Int(dayPages.size(number))
      index = 0
    }
    let day = dayPages.page(number).pointee.day(index + left)
    return refusal(day.date) ?? .value(day)
  }

  /// Why the date cannot be asked about: nobody knows its hours, or it is beyond the supported years.
  @inline(__always)
  func refusal<Value>(_ date: CivilDate) -> Outcome<Value>? {
    askableDates.contains(date) ? nil : explainedRefusal(date)
  }

  @inline(never)
  func explainedRefusal<Value>(_ date: CivilDate) -> Outcome<Value> {
    let start = rules.zone.startOfDay(date)
    if date < askableDates.first, start < known.start { return .beyondCoverage(date) }
    if date > askableDates.last, known.end < .latest {
      return .beyondCoverage(min(date, max(askableDates.first, rules.zone.date(at: known.end))))
    }
    return .outOfRange
  }
}

/// A compiled calendar: its open time as pages of sorted intervals, filled when first asked for.
///
/// Once its pages exist, counting and adding are a search and a subtraction. An index belongs to one worker.
package final class CalendarIndex {
  /// The calendar.
  package let rules: CalendarRules
  /// The instants of which the holiday lists know.
  package let known: Interval
  /// The instants that a question may name, both ends included.
  private let askable: Interval
  let pages: PageTable<CalendarPage>
  /// The working days by pages of dates.
  let dayPages: PageTable<WorkingDayPage>
  /// The dates of which everything is known.
  let askableDates: DateRange
  /// The first date that has a page.
  let firstDate: CivilDate

  /// How far a search or count reaches: 400 years, after which weekdays and leap years repeat.
  static var horizon: Int64 { 146_097 * 86_400_000_000 }

  /// The index of a calendar, still without pages.
  package init(_ rules: CalendarRules) {
    // Room for what a date's hours and zone add to either side of the supported years.
    let first = CivilDate(dayNumber: CivilDate.earliest.dayNumber + 3)
    let last = CivilDate(dayNumber: CivilDate.latest.dayNumber - 3)
    let supported = Interval(start: Zone.utc.startOfDay(first), end: Zone.utc.startOfDay(last))
    self.rules = rules
    known = rules.hours.known
    askable = known.clipped(to: supported)
    pages = PageTable(
      rules.hours,
      numbers: CalendarPage.number(of: supported.start)...CalendarPage.number(of: supported.end))
    dayPages = PageTable(
      rules.hours, numbers: WorkingDayPage.number(of: first)...WorkingDayPage.number(of: last))
    firstDate = first
    askableDates = DateRange(
      first: known.start < supported.start ? first : rules.zone.dateNotBefore(known.start),
      last: known.end > supported.end ? last : rules.zone.date(at: known.end).previous)
  }

  /// The open time between the two instants; zero where `end` is not after `start`.
  ///
  /// Not decided where the interval reaches beyond the covered dates; out of range beyond 400 years.
  package func openTime(from start: Instant, to end: Instant) -> Outcome<Duration> {
    if end <= start { return .value(.zero) }
    if let reason: Outcome<Duration> = refusal(start, end) { return reason }
    let first = CalendarPage.number(of: start)
    let last = CalendarPage.number(of: end)
    let page = pages.page(first)
    let before = page.pointee.open(before: start.microseconds)
    if first == last {
      return .value(Duration(microseconds: page.pointee.open(before: end.microseconds) &- before))
    }
    var sum = page.pointee.size &- before
    for number in first + 1..<last { sum &+= pages.size(number) }
    return .value(Duration(microseconds: sum &+ pages.page(last).pointee.open(before: end.microseconds)))
  }

  /// The earliest instant from `start` on at which `openTime(from: start, to:)` is `length`.
  ///
  /// So a length that is used up at closing time ends there, not at the next opening; zero ends at `start`.
  /// A negative length is out of range.
  package func instant(after length: Duration, from start: Instant) -> Outcome<Instant> {
    if length <= .zero { return length == .zero ? .value(start) : .outOfRange }
    if let reason: Outcome<Instant> = refusal(start, start) { return reason }
    var number = CalendarPage.number(of: start)
    var page = pages.page(number)
    var index = page.pointee.index(at: start.microseconds)
    var before = page.pointee.open(before: start.microseconds)
    var left = length.microseconds
    var available = page.pointee.size &- before
    let limit = lastPage(from: start)
    var isEverOpen = false
    while left > available {
      if available > 0 { isEverOpen = true }
      left &-= available
      number += 1
      if let date = uncovered(beforePage: number) { return .beyondCoverage(date) }
      if number > limit { return isEverOpen ? .outOfRange : .neverOpen }
      available = pages.size(number)
      (index, before) = (0, 0)
    }
    page = pages.page(number)
    let end = Instant(microseconds: page.pointee.time(withOpen: before &+ left, from: index))
    return end > known.end ? .beyondCoverage(rules.zone.date(at: known.end)) : .value(end)
  }

  /// Whether the calendar is open at the instant.
  package func isOpen(at instant: Instant) -> Outcome<Bool> {
    if let reason: Outcome<Bool> = refusal(instant, instant) { return reason }
    if instant == known.end { return .beyondCoverage(rules.zone.date(at: instant)) }
    let page = pages.page(CalendarPage.number(of: instant))
    let index = page.pointee.index(at: instant.microseconds)
    return .value(index < page.pointee.count && page.pointee.entry(index).start <= instant.microseconds)
  }

  /// The first open instant from `start` on, `start` itself where it is open.
  package func nextOpening(from start: Instant) -> Outcome<Instant> {
    if let reason: Outcome<Instant> = refusal(start, start) { return reason }
    var number = CalendarPage.number(of: start)
    let limit = lastPage(from: start)
    var index = pages.page(number).pointee.index(at: start.microseconds)
    while pages.size(number) == 0 || index == pages.page(number).pointee.count {
      number += 1
      if let date = uncovered(beforePage: number) { return .beyondCoverage(date) }
      if number > limit { return .neverOpen }
      index = 0
    }
    let opening = max(start, Instant(microseconds: pages.page(number).pointee.entry(index).start))
    return opening >= known.end ? .beyondCoverage(rules.zone.date(at: known.end)) : .value(opening)
  }

  /// Puts the open intervals inside the window into `result`, emptied first, in the normal form of a span,
  /// and answers how many they are.
  package func openIntervals(within window: Interval, into result: inout [Interval]) -> Outcome<Int> {
    result.removeAll(keepingCapacity: true)
    if window.isEmpty { return .value(0) }
    if let reason: Outcome<Int> = refusal(window.start, window.end) { return reason }
    let last = CalendarPage.number(of: window.end)
    var number = CalendarPage.number(of: window.start)
    var index = pages.page(number).pointee.index(at: window.start.microseconds)
    while number <= last {
      let page = pages.page(number)
      while index < page.pointee.count {
        let entry = page.pointee.entry(index)
        if entry.start >= window.end.microseconds { break }
        append(entry, clippedTo: window, to: &result)
        index &+= 1
      }
      number += 1
      index = 0
    }
    return .value(result.count)
  }

  /// Adds an entry, joined with the one before where a page cut them apart.
  private func append(_ entry: CalendarPage.Entry, clippedTo window: Interval, to result: inout [Interval]) {
    let interval = Interval(
      start: Instant(microseconds: entry.start), end: Instant(microseconds: entry.end)
    ).clipped(to: window)
    if let before = result.last, before.end == interval.start {
      result[result.count &- 1] = Interval(start: before.start, end: interval.end)
    } else {
      result.append(interval)
    }
  }

  /// Why the instants cannot be asked about, of which the second is not earlier.
  @inline(__always)
  func refusal<Value>(_ start: Instant, _ end: Instant) -> Outcome<Value>? {
    if start >= askable.start, end <= askable.end,
      end.microseconds &- start.microseconds <= CalendarIndex.horizon
    {
      return nil
    }
    return explainedRefusal(start, end)
  }

  @inline(never)
  func explainedRefusal<Value>(_ start: Instant, _ end: Instant) -> Outcome<Value> {
    let isShort = end.since(start).map { $0.microseconds <= CalendarIndex.horizon } ?? false
    if isShort, start < known.start { return .beyondCoverage(rules.zone.date(at: start)) }
    if isShort, end > known.end { return .beyondCoverage(rules.zone.date(at: max(start, known.end))) }
    return .outOfRange
  }

  /// The first uncovered date, where the covered time ends before that page does begin.
  private func uncovered(beforePage number: Int) -> CivilDate? {
    CalendarPage.number(of: known.end) < number ? rules.zone.date(at: known.end) : nil
  }

  /// The last page that a search from that instant enters.
  private func lastPage(from start: Instant) -> Int {
    let end = Instant(microseconds: start.microseconds &+ CalendarIndex.horizon)
    return CalendarPage.number(of: min(end, askable.end))
  }
}

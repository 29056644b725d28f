/// A compiled calendar: its open time as pages of sorted intervals, filled when first asked for.
///
/// Once its pages exist, counting and adding are a search and a subtraction. An index belongs to one worker.
package final class CalendarIndex {
  /// A page and its open time, which stays when the page is dropped.
  private struct Slot {
    var page: CalendarPage?
    var total: Int64?
  }

  /// The calendar.
  package let rules: CalendarRules
  /// The instants of which the holiday lists know.
  let known: Interval
  private var slots: [Slot] = []
  private var firstSlot: Int64 = 0
  private var pageCount = 0
  private var dayPages: [Int32: WorkingDayPage] = [:]
  /// How many working days a page has, kept when the page is dropped.
  private var dayCounts: [Int32: Int] = [:]

  /// How many pages of each kind are kept; beyond it all are dropped, so that strange dates cost no memory.
  private static let pageLimit = 64
  /// How far a search or count reaches: 400 years, after which weekdays and leap years repeat.
  static let horizon: Int64 = 146_097 * 86_400_000_000
  /// The instants that a question may name: those of the years −9999 to 9999 of every zone.
  static let supported = Interval(
    start: Zone.utc.startOfDay(CivilDate.earliest.next.next),
    end: Zone.utc.startOfDay(CivilDate.latest.previous))

  /// The index of a calendar, still without pages.
  package init(_ rules: CalendarRules) {
    self.rules = rules
    self.known = rules.hours.known
  }

  /// The open time between the two instants; zero where `end` is not after `start`.
  ///
  /// Not decided where the interval reaches beyond the covered dates; out of range beyond 400 years.
  package func openTime(from start: Instant, to end: Instant) -> Outcome<Duration> {
    if end <= start { return .value(.zero) }
    if let reason: Outcome<Duration> = refusal(Interval(start: start, end: end)) { return reason }
    let first = start.microseconds >> CalendarPage.bits
    let last = end.microseconds >> CalendarPage.bits
    let before = page(first).open(before: start.microseconds)
    if first == last {
      return .value(Duration(microseconds: page(first).open(before: end.microseconds) &- before))
    }
    var sum = total(first) &- before
    for number in first + 1..<last { sum &+= total(number) }
    return .value(Duration(microseconds: sum &+ page(last).open(before: end.microseconds)))
  }

  /// The earliest instant from `start` on at which `openTime(from: start, to:)` is `length`.
  ///
  /// So a length that is used up at closing time ends there, not at the next opening; zero ends at `start`.
  /// A negative length is out of range.
  package func instant(after length: Duration, from start: Instant) -> Outcome<Instant> {
    if length == .zero { return .value(start) }
    if length < .zero { return .outOfRange }
    if let reason: Outcome<Instant> = refusal(Interval(start: start, end: start)) { return reason }
    var number = start.microseconds >> CalendarPage.bits
    let limit = lastPage(from: start)
    let before = page(number).open(before: start.microseconds)
    var left = length.microseconds
    var available = total(number) &- before
    var offset = before
    var isEverOpen = false
    while left > available {
      if available > 0 { isEverOpen = true }
      left &-= available
      number += 1
      if let date = uncovered(afterPage: number - 1) { return .beyondCoverage(date) }
      if number > limit { return isEverOpen ? .outOfRange : .neverOpen }
      available = total(number)
      offset = 0
    }
    let end = Instant(microseconds: page(number).time(withOpen: offset &+ left))
    return end > known.end ? .beyondCoverage(rules.zone.date(at: known.end)) : .value(end)
  }

  /// Whether the calendar is open at the instant.
  package func isOpen(at instant: Instant) -> Outcome<Bool> {
    if let reason: Outcome<Bool> = refusal(Interval(start: instant, end: instant)) { return reason }
    if instant == known.end { return .beyondCoverage(rules.zone.date(at: instant)) }
    let page = page(instant.microseconds >> CalendarPage.bits)
    let index = page.index(at: instant.microseconds)
    return .value(index < page.entries.count && page.entries[index].start <= instant.microseconds)
  }

  /// The first open instant from `start` on, `start` itself where it is open.
  package func nextOpening(from start: Instant) -> Outcome<Instant> {
    if let reason: Outcome<Instant> = refusal(Interval(start: start, end: start)) { return reason }
    var number = start.microseconds >> CalendarPage.bits
    let limit = lastPage(from: start)
    var index = page(number).index(at: start.microseconds)
    while total(number) == 0 || index == page(number).entries.count {
      number += 1
      if let date = uncovered(afterPage: number - 1) { return .beyondCoverage(date) }
      if number > limit { return .neverOpen }
      index = 0
    }
    let opening = max(start, Instant(microseconds: page(number).entries[index].start))
    return opening >= known.end ? .beyondCoverage(rules.zone.date(at: known.end)) : .value(opening)
  }

  /// Puts the open intervals inside the window into `result`, emptied first, in the normal form of a span,
  /// and answers how many they are.
  package func openIntervals(within window: Interval, into result: inout [Interval]) -> Outcome<Int> {
    result.removeAll(keepingCapacity: true)
    if window.isEmpty { return .value(0) }
    if let reason: Outcome<Int> = refusal(window) { return reason }
    let last = window.end.microseconds >> CalendarPage.bits
    var number = window.start.microseconds >> CalendarPage.bits
    var index = page(number).index(at: window.start.microseconds)
    while number <= last {
      let entries = total(number) == 0 ? [] : page(number).entries
      while index < entries.count, entries[index].start < window.end.microseconds {
        append(entries[index], clippedTo: window, to: &result)
        index &+= 1
      }
      number += 1
      index = 0
    }
    return .value(result.count)
  }

  /// Adds an entry, joined with the one before where a page cut them apart.
  private func append(_ entry: CalendarPage.Entry, clippedTo window: Interval, to result: inout [Interval])
  {
    let interval = Interval(
      start: Instant(microseconds: entry.start), end: Instant(microseconds: entry.end)
    ).clipped(to: window)
    if let before = result.last, before.end == interval.start {
      result[result.count &- 1] = Interval(start: before.start, end: interval.end)
    } else {
      result.append(interval)
    }
  }

  /// The first opening of all, as far as can be known.
  func firstOpening() -> Outcome<Instant> {
    let start = known.start > .earliest ? known.start : Instant.epoch
    return known.isEmpty ? .value(start) : nextOpening(from: start)
  }

  /// Why the interval cannot be asked about.
  private func refusal<Value>(_ interval: Interval) -> Outcome<Value>? {
    let supported = CalendarIndex.supported
    if interval.start < supported.start || interval.end >= supported.end
      || interval.end.microseconds &- interval.start.microseconds > CalendarIndex.horizon
    {
      return .outOfRange
    }
    if interval.start < known.start { return .beyondCoverage(rules.zone.date(at: interval.start)) }
    if interval.end > known.end {
      return .beyondCoverage(rules.zone.date(at: max(interval.start, known.end)))
    }
    return nil
  }

  /// The first uncovered date, where the covered time ends on this page or before.
  private func uncovered(afterPage number: Int64) -> CivilDate? {
    known.end.microseconds >> CalendarPage.bits <= number ? rules.zone.date(at: known.end) : nil
  }

  /// The last page that a search from that instant enters.
  private func lastPage(from start: Instant) -> Int64 {
    min(start.microseconds + CalendarIndex.horizon, CalendarIndex.supported.end.microseconds)
      >> CalendarPage.bits
  }

  private func total(_ number: Int64) -> Int64 {
    let slot = number - firstSlot
    if slot >= 0, slot < slots.count, let total = slots[Int(slot)].total { return total }
    return page(number).total
  }

  private func page(_ number: Int64) -> CalendarPage {
    let slot = number &- firstSlot
    if slot >= 0, slot < slots.count, let page = slots[Int(slot)].page { return page }
    return build(number)
  }

  private func build(_ number: Int64) -> CalendarPage {
    if pageCount == CalendarIndex.pageLimit {
      for index in slots.indices { slots[index].page = nil }
      pageCount = 0
    }
    if slots.isEmpty { firstSlot = number }
    if number < firstSlot {
      slots.insert(contentsOf: repeatElement(Slot(), count: Int(firstSlot - number)), at: 0)
      firstSlot = number
    }
    while number - firstSlot >= slots.count { slots.append(Slot()) }
    let page = CalendarPage(rules.hours, number: number)
    slots[Int(number - firstSlot)] = Slot(page: page, total: page.total)
    pageCount += 1
    return page
  }

  /// The page of working days with that number.
  func dayPage(_ number: Int32) -> WorkingDayPage {
    if let page = dayPages[number] { return page }
    if dayPages.count == CalendarIndex.pageLimit { dayPages.removeAll(keepingCapacity: true) }
    let page = WorkingDayPage(rules.hours, number: number)
    dayPages[number] = page
    dayCounts[number] = page.days.count
    return page
  }

  /// How many working days the page with that number has.
  func dayCount(_ number: Int32) -> Int { dayCounts[number] ?? dayPage(number).days.count }
}

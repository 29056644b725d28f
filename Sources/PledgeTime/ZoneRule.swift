/// The rule by which a zone changes its offset every year, for the time behind the table of a TZif file.
struct ZoneRule: Sendable, Hashable {
  /// A day of each year.
  enum Day: Sendable, Hashable {
    /// 1...365, 29 February never counted: `J60` is always 1 March.
    case julian(Int)
    /// 0...365, 29 February counted.
    case zeroBased(Int)
    /// The weekday (Sunday 0) of the month's week 1...5, where 5 is the last.
    case weekday(month: Int, week: Int, day: Int)
  }

  /// A change of the offset each year.
  struct Change: Sendable, Hashable {
    /// On which day.
    let day: Day
    /// At which local time before the change, in seconds from the day's beginning, ±167 hours.
    let time: Int32
  }

  /// Seconds east of UTC of standard time.
  let standardOffset: Int32
  /// Seconds east of UTC of daylight saving time, which may be the smaller one (Dublin).
  let daylightOffset: Int32
  /// The change to daylight saving time.
  let start: Change
  /// The change back.
  let end: Change

  /// The year's two changes with the offset that begins, the earlier first.
  func transitions(ofYear year: Int) -> (Zone.Transition, Zone.Transition) {
    let toDaylight = Zone.Transition(
      start: start.microseconds(ofYear: year, offset: standardOffset), offset: daylightOffset)
    let toStandard = Zone.Transition(
      start: end.microseconds(ofYear: year, offset: daylightOffset), offset: standardOffset)
    return toDaylight.start <= toStandard.start ? (toDaylight, toStandard) : (toStandard, toDaylight)
  }

  /// The stretch around `time`, which begins at `bound` at the earliest; computed from the years around it.
  func stretch(at time: Int64, notBefore bound: Int64) -> Zone.Stretch {
    let year = Zone.local(Instant(microseconds: time), offset: standardOffset).date.year
    var current = Zone.Transition(start: .min, offset: standardOffset)
    var end = Int64.max
    func consider(_ transition: Zone.Transition) {
      if transition.start > time {
        end = min(end, transition.start)
      } else if transition.start >= current.start {
        // Of two changes at one instant the later rule's stands: where daylight saving time lasts all year,
        // each year's end is the next year's start.
        current = transition
      }
    }
    // A time of ±167 hours can move a change into the year before or after.
    for near in year - 1...year + 1 {
      let (first, second) = transitions(ofYear: near)
      consider(first)
      consider(second)
    }
    return Zone.Stretch(
      interval: Interval(
        start: Instant(microseconds: max(bound, current.start)), end: Instant(microseconds: end)),
      offset: current.offset)
  }

  /// The changes of these years by time; of two at one instant the later year's comes last.
  func transitions(ofYears years: ClosedRange<Int>) -> [Zone.Transition] {
    years.flatMap { year in [transitions(ofYear: year).0, transitions(ofYear: year).1] }
      .enumerated()
      .sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
      .map(\.element)
  }
}

extension ZoneRule.Change {
  /// The instant in that year, with the offset that holds before it; saturates far outside the supported
  /// years.
  func microseconds(ofYear year: Int, offset: Int32) -> Int64 {
    let seconds = dayNumber(ofYear: year) * 86_400 + Int64(time) - Int64(offset)
    let (microseconds, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
    return overflow ? (seconds < 0 ? .min : .max) : microseconds
  }

  private func dayNumber(ofYear year: Int) -> Int64 {
    // Whole cycles of 400 years keep the date algorithm within its range.
    let cycles = year >= 0 ? year / 400 : (year - 399) / 400
    let inner = year - cycles * 400
    return Int64(cycles * 146_097) + Int64(dayNumber(ofInnerYear: inner))
  }

  private func dayNumber(ofInnerYear year: Int) -> Int32 {
    let newYear = CivilDate.dayNumber(year: year, month: 1, day: 1)
    switch day {
    case .julian(let day):
      return newYear + Int32(day - 1) + (CivilDate.isLeap(year) && day >= 60 ? 1 : 0)
    case .zeroBased(let day):
      return newYear + Int32(day)
    case .weekday(let month, let week, let day):
      let first = CivilDate(dayNumber: CivilDate.dayNumber(year: year, month: month, day: 1))
      // `weekday` counts Monday 1 to Sunday 7; the rule counts Sunday 0 to Saturday 6.
      var offset = (day - first.weekday % 7 + 7) % 7 + (week - 1) * 7
      if offset >= CivilDate.days(inMonth: month, ofYear: year) { offset -= 7 }
      return first.dayNumber + Int32(offset)
    }
  }
}

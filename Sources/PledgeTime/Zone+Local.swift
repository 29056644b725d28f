extension Zone {
  /// The date and the time of day on the wall at that instant. Logarithmic in the transitions.
  package func local(_ instant: Instant) -> (date: CivilDate, microsecondsOfDay: Int64) {
    Zone.local(instant, offset: offset(at: instant))
  }

  /// The date on the wall at that instant. Logarithmic in the transitions.
  package func date(at instant: Instant) -> CivilDate { local(instant).date }

  /// The date and the time of day at a known offset.
  @inlinable
  package static func local(
    _ instant: Instant, offset: Int32
  ) -> (date: CivilDate, microsecondsOfDay: Int64) {
    let day = WallTime.microsecondsPerDay
    let shift = Int64(offset) &* 1_000_000
    // Days and the rest are taken apart before the offset is added, so that no instant overflows.
    var dayNumber = instant.microseconds / day
    var rest = instant.microseconds &- dayNumber &* day &+ shift
    while rest < 0 {
      rest &+= day
      dayNumber &-= 1
    }
    while rest >= day {
      rest &-= day
      dayNumber &+= 1
    }
    return (CivilDate(dayNumber: Int32(truncatingIfNeeded: dayNumber)), rest)
  }

  /// The instant at which the wall shows that date and time.
  ///
  /// Where it shows them twice, the first; where it skips them, the time is moved forward by what is
  /// skipped. 24:00 is 00:00 of the next date. Saturates some 292 000 years away. Logarithmic in the
  /// transitions.
  package func instant(_ date: CivilDate, _ time: WallTime) -> Instant {
    let reading = read(date, time.microseconds)
    return reading.instant
  }

  /// The first instant of the date; for a date that the zone skipped as a whole (Apia, 2011-12-30) it is the
  /// first instant of the next. Logarithmic in the transitions.
  package func startOfDay(_ date: CivilDate) -> Instant {
    let reading = read(date, 0)
    return reading.gapEnd ?? reading.instant
  }

  /// Whether the wall ever shows the date. Logarithmic in the transitions.
  package func exists(_ date: CivilDate) -> Bool { startOfDay(date) < startOfDay(date.next) }

  /// The first date that does not begin before the instant.
  func dateNotBefore(_ instant: Instant) -> CivilDate {
    let date = date(at: instant)
    return startOfDay(date) < instant ? date.next : date
  }

  /// What a wall-clock time means: its instant and, where the clock skips it, the instant of the skip.
  struct Reading {
    let instant: Instant
    let gapEnd: Instant?
  }

  /// Walks over the stretches that can contain the wall-clock time, from the earliest on.
  private func read(_ date: CivilDate, _ microseconds: Int64) -> Reading {
    let (midnight, overflow) = Int64(date.dayNumber).multipliedReportingOverflow(
      by: WallTime.microsecondsPerDay)
    let (wall, overflowWall) = midnight.addingReportingOverflow(microseconds)
    if overflow || overflowWall {
      return Reading(instant: date.dayNumber < 0 ? .earliest : .latest, gapEnd: nil)
    }
    if transitions.count == 1, rule == nil {
      return Reading(instant: Zone.instant(wall, transitions[0].offset), gapEnd: nil)
    }
    var stretch = stretch(at: Instant(microseconds: Zone.clampedDifference(wall, Zone.largestOffset)))
    var instant = Zone.instant(wall, stretch.offset)
    while instant >= stretch.interval.end, stretch.interval.end < .latest {
      let start = stretch.interval.end
      let next = self.stretch(at: start)
      let candidate = Zone.instant(wall, next.offset)
      // Before this stretch begins, after the one before has ended: the clock skips the time. Read with the
      // offset before the skip it lies just as far behind it as it was meant to.
      if candidate < start { return Reading(instant: instant, gapEnd: start) }
      (stretch, instant) = (next, candidate)
    }
    return Reading(instant: instant, gapEnd: nil)
  }

  /// Larger than any offset that a zone may have, in microseconds.
  private static var largestOffset: Int64 { 27 * 3_600_000_000 }

  private static func instant(_ wall: Int64, _ offset: Int32) -> Instant {
    Instant(microseconds: clampedDifference(wall, Int64(offset) &* 1_000_000))
  }

  /// The difference, saturating.
  private static func clampedDifference(_ wall: Int64, _ shift: Int64) -> Int64 {
    let (difference, overflow) = wall.subtractingReportingOverflow(shift)
    if !overflow { return difference }
    return wall < 0 ? .min : .max
  }
}

/// An open interval with the date to which it belongs.
struct CalendarPiece {
  let interval: Interval
  let day: Int32
}

extension CalendarHours {
  /// The open intervals that belong to these dates, as cut by the other calendars of a combination, sorted by
  /// start; they may overlap. Linear in the dates, but for sorting.
  func pieces(ofDays days: ClosedRange<Int32>) -> [CalendarPiece] {
    switch self {
    case .own(let hours):
      return hours.pieces(ofDays: days)
    case .and(let first, let second):
      return CalendarHours.cut(
        first.pieces(ofDays: days), by: second.openIntervals(near: days), keepsInside: true)
    case .minus(let first, let second):
      return CalendarHours.cut(
        first.pieces(ofDays: days), by: second.openIntervals(near: days), keepsInside: false)
    case .or(let first, let second):
      var pieces = first.pieces(ofDays: days)
      // The second calendar's dates may be those of another zone; here they count by the first one's.
      for piece in second.pieces(ofDays: CalendarHours.widened(days)) {
        let day = zone.date(at: piece.interval.start).dayNumber
        if days.contains(day) { pieces.append(CalendarPiece(interval: piece.interval, day: day)) }
      }
      return pieces.sorted { $0.interval < $1.interval }
    }
  }

  /// All open intervals that can meet those of the dates, in the normal form of a span.
  func openIntervals(near days: ClosedRange<Int32>) -> [Interval] {
    var intervals = pieces(ofDays: CalendarHours.widened(days)).map(\.interval)
    Span.normalise(&intervals)
    return intervals
  }

  /// The dates with three more on either side: an interval reaches into the next date, and the dates of two
  /// zones are up to two apart.
  private static func widened(_ days: ClosedRange<Int32>) -> ClosedRange<Int32> {
    days.lowerBound &- 3...days.upperBound &+ 3
  }

  /// The parts of the pieces inside the intervals, or outside of them.
  private static func cut(
    _ pieces: [CalendarPiece], by intervals: [Interval], keepsInside: Bool
  ) -> [CalendarPiece] {
    var result: [CalendarPiece] = []
    var first = 0
    for piece in pieces {
      // Pieces are sorted by start, so what ends before this one ends before all that follow.
      while first < intervals.count, intervals[first].end <= piece.interval.start { first += 1 }
      var start = piece.interval.start
      var index = first
      while index < intervals.count, intervals[index].start < piece.interval.end {
        let inside = intervals[index].clipped(to: piece.interval)
        let part = keepsInside ? inside : Interval(start: start, end: inside.start)
        if !part.isEmpty { result.append(CalendarPiece(interval: part, day: piece.day)) }
        start = inside.end
        index += 1
      }
      let rest = Interval(start: start, end: piece.interval.end)
      if !keepsInside, !rest.isEmpty { result.append(CalendarPiece(interval: rest, day: piece.day)) }
    }
    return result.sorted { $0.interval < $1.interval }
  }
}

extension OpeningHours {
  /// The open intervals that start on these dates, sorted by start.
  func pieces(ofDays days: ClosedRange<Int32>) -> [CalendarPiece] {
    var pieces: [CalendarPiece] = []
    var isSorted = true
    for day in days {
      let date = CivilDate(dayNumber: day)
      let hours = hours(on: date)
      // A date that the zone skipped has no hours, whatever its weekday.
      if hours.isEmpty || !zone.exists(date) { continue }
      for wall in hours {
        let interval = interval(wall, on: date)
        if interval.isEmpty { continue }
        if let last = pieces.last, interval < last.interval { isSorted = false }
        pieces.append(CalendarPiece(interval: interval, day: day))
      }
    }
    return isSorted ? pieces : pieces.sorted { $0.interval < $1.interval }
  }

  /// The instants of the hours on that date.
  private func interval(_ wall: WallInterval, on date: CivilDate) -> Interval {
    Interval(
      start: boundary(date, wall.start), end: boundary(wall.crossesMidnight ? date.next : date, wall.end))
  }

  /// The boundary of a date is its first existing instant; other times follow the rule for skipped ones.
  private func boundary(_ date: CivilDate, _ time: WallTime) -> Instant {
    if time == .startOfDay { return zone.startOfDay(date) }
    if time == .endOfDay { return zone.startOfDay(date.next) }
    return zone.instant(date, time)
  }
}

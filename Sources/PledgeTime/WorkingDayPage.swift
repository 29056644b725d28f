/// A working day with the instants between which its hours lie.
struct WorkingDay {
  let date: CivilDate
  let opening: Instant
  let closing: Instant
}

/// The working days of 512 dates.
final class WorkingDayPage {
  static let bits: Int32 = 9

  let days: [WorkingDay]

  /// The page with this number of a calendar with these hours.
  init(_ hours: CalendarHours, number: Int32) {
    let first = number << WorkingDayPage.bits
    let pieces = hours.pieces(ofDays: first...first + 511).sorted {
      ($0.day, $0.interval) < ($1.day, $1.interval)
    }
    var days: [WorkingDay] = []
    for piece in pieces {
      let date = CivilDate(dayNumber: piece.day)
      var day = WorkingDay(date: date, opening: piece.interval.start, closing: piece.interval.end)
      if let last = days.last, last.date == date {
        day = WorkingDay(date: date, opening: last.opening, closing: max(last.closing, day.closing))
        days.removeLast()
      }
      days.append(day)
    }
    self.days = days
  }

  /// The first working day not before the date; the count if there is none on the page.
  func index(notBefore date: CivilDate) -> Int { lowerBound(days) { $0.date < date } }
}

/// A working day with the instants between which its hours lie.
struct WorkingDay {
  let date: CivilDate
  let opening: Instant
  let closing: Instant
}

/// The working days of 512 dates, found by a date's place among them.
struct WorkingDayPage: CalendarTablePage {
  private static let bits: Int32 = 9
  private static let dateCount = 512

  /// The number of the page to which the date belongs.
  static func number(of date: CivilDate) -> Int { Int(date.dayNumber >> bits) }

  /// The first date of the page with that number.
  static func firstDate(ofPage number: Int) -> CivilDate {
    CivilDate(dayNumber: Int32(truncatingIfNeeded: number << Int(bits)))
  }

  /// How many working days there are.
  let count: Int
  private let days: UnsafeMutablePointer<WorkingDay>
  /// For each date how many working days are before it on the page.
  private let ranks: UnsafeMutablePointer<UInt16>

  /// How many working days there are.
  var size: Int64 { Int64(count) }

  /// Compiles the dates of the page.
  init(_ hours: CalendarHours, number: Int) {
    let first = WorkingDayPage.firstDate(ofPage: number).dayNumber
    let pieces = hours.pieces(ofDays: first...first + Int32(WorkingDayPage.dateCount - 1)).sorted {
      ($0.day, $0.interval) < ($1.day, $1.interval)
    }
    var found: [WorkingDay] = []
    for piece in pieces {
      let date = CivilDate(dayNumber: piece.day)
      var day = WorkingDay(date: date, opening: piece.interval.start, closing: piece.interval.end)
      if let last = found.last, last.date == date {
        day = WorkingDay(date: date, opening: last.opening, closing: max(last.closing, day.closing))
        found.removeLast()
      }
      found.append(day)
    }
    days = .allocate(capacity: found.count)
    ranks = .allocate(capacity: WorkingDayPage.dateCount)
    var rank = 0
    for place in 0..<WorkingDayPage.dateCount {
      (ranks + place).initialize(to: UInt16(truncatingIfNeeded: rank))
      if rank < found.count, found[rank].date.dayNumber == first + Int32(place) { rank += 1 }
    }
    for (index, day) in found.enumerated() { (days + index).initialize(to: day) }
    count = found.count
  }

  /// Gives the memory back.
  func deallocate() {
    days.deallocate()
    ranks.deallocate()
  }

  /// The working day with that index, which is below `count`.
  func day(_ index: Int) -> WorkingDay { days[index] }

  /// The index of the first working day not before the date, which is one of the page; `count` if there is
  /// none.
  func index(notBefore date: CivilDate) -> Int {
    Int(ranks[Int(date.dayNumber) & (WorkingDayPage.dateCount - 1)])
  }

  /// The working day on the date, which is one of the page; nil where it is none.
  func day(on date: CivilDate) -> WorkingDay? {
    let index = index(notBefore: date)
    return index < count && days[index].date == date ? days[index] : nil
  }
}

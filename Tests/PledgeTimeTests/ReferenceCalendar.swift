import Foundation

/// The wall clock of a zone over a window of whole minutes, by Foundation's answers: the slow and simple
/// model against which the calendar index is held. It shares no code with it.
struct ReferenceClock {
  /// Minutes since the epoch of the window's first minute.
  let start: Int
  /// For each minute of the window what the wall shows, in minutes since the epoch as if the wall were UTC.
  let wall: [Int]
  /// For each minute on the wall the first minute of the window that shows it.
  let firstShown: [Int: Int]

  init(zone: TimeZone, start: Int, count: Int) {
    self.start = start
    wall = (0..<count).map { minute in
      let date = Date(timeIntervalSince1970: TimeInterval((start + minute) * 60))
      return start + minute + zone.secondsFromGMT(for: date) / 60
    }
    firstShown = Dictionary(wall.enumerated().map { ($1, $0) }, uniquingKeysWith: { min($0, $1) })
  }

  /// The first whole day on the wall that lies inside the window with room to spare, and the last.
  var days: ClosedRange<Int> { wall[0] / 1440 + 2...wall[wall.count - 1] / 1440 - 2 }

  /// Whether the wall ever shows the day.
  func shows(_ day: Int) -> Bool { (day * 1440..<(day + 1) * 1440).contains { firstShown[$0] != nil } }

  /// The minute at which a day begins: the first that shows it, or what comes after a skipped day.
  func beginning(of day: Int) -> Int {
    var minute = day * 1440
    while firstShown[minute] == nil { minute += 1 }
    return firstShown[minute] ?? 0
  }

  /// The minute that shows a time of a day; a skipped time moves forward by as much as is skipped around it.
  func minute(_ day: Int, _ time: Int) -> Int {
    if time == 0 { return beginning(of: day) }
    if time == 1440 { return beginning(of: day + 1) }
    let wanted = day * 1440 + time
    if let shown = firstShown[wanted] { return shown }
    var (below, above) = (wanted, wanted)
    while firstShown[below] == nil { below -= 1 }
    while firstShown[above] == nil { above += 1 }
    return firstShown[wanted + above - below - 1] ?? 0
  }
}

/// Hours by plain loops over days, and the open minutes of a window as an array of truth values.
struct ReferenceHours {
  /// Start and end in minutes of the day, for Monday 0 to Sunday 6.
  var weekly: [[(Int, Int)]] = Array(repeating: [], count: 7)
  /// Other hours from a day through another on some weekdays, nil for all.
  var changes: [(first: Int, last: Int, weekdays: Set<Int>?, hours: [(Int, Int)])] = []
  var holidays: Set<Int> = []
  /// Worked days with the weekday 0...6 whose hours they take.
  var worked: [Int: Int] = [:]

  func hours(on day: Int) -> [(Int, Int)] {
    var answer: [(Int, Int)]?
    for change in changes where change.first == day && change.last == day && change.weekdays == nil {
      answer = change.hours
    }
    if let answer { return answer }
    var weekday = ((day + 3) % 7 + 7) % 7
    if let other = worked[day] {
      weekday = other
    } else if holidays.contains(day) {
      return []
    }
    answer = weekly[weekday]
    for change in changes where change.first <= day && day <= change.last {
      if change.first == change.last && change.weekdays == nil { continue }
      if change.weekdays == nil || change.weekdays?.contains(weekday) == true { answer = change.hours }
    }
    return answer ?? []
  }

  /// The open stretches of each day that has some, in minutes of the window.
  func stretches(_ clock: ReferenceClock) -> [Int: [(Int, Int)]] {
    var result: [Int: [(Int, Int)]] = [:]
    for day in clock.days where clock.shows(day) {
      for (start, end) in hours(on: day) {
        let opening = clock.minute(day, start)
        let closing = end > start ? clock.minute(day, end) : clock.minute(day + 1, end)
        if opening < closing { result[day, default: []].append((opening, closing)) }
      }
    }
    return result
  }

  func open(_ clock: ReferenceClock) -> [Bool] {
    var open = Array(repeating: false, count: clock.wall.count)
    for stretches in stretches(clock).values {
      for (start, end) in stretches {
        for minute in start..<min(end, open.count) { open[minute] = true }
      }
    }
    return open
  }
}

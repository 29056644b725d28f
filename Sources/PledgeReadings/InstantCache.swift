import PledgeTime

/// Reads times as nearly every record has them, `2025-12-30T22:24:13+08:00`, and remembers their dates.
///
/// What it does not know it leaves to `Timestamp`, and learns the date and the offset from the answer.
struct InstantCache {
  private struct Day {
    var head: UInt64 = 0
    var tail: UInt32 = 0
    /// Midnight of the date as if at UTC, in microseconds.
    var start: Int64 = 0
  }

  /// Dates of some two years find a place of their own.
  private static let size = 1024
  private let days: UnsafeMutablePointer<Day>
  private var offsetText: UInt64 = 0
  private var offset: Int64 = 0

  init() {
    days = .allocate(capacity: Self.size)
    days.initialize(repeating: Day(), count: Self.size)
  }

  func free() { days.deallocate() }

  @inline(__always) private static func place(_ head: UInt64, _ tail: UInt32) -> Int {
    Int(truncatingIfNeeded: ((head ^ UInt64(tail)) &* 0x9e37_79b9_7f4a_7c15) &>> 54)
  }

  /// The microseconds since the epoch of a text that is followed by readable bytes, or nil for another form.
  @inline(__always) mutating func read(_ at: Cursor, _ count: Int) -> Int64? {
    guard count == 25 else { return nil }
    let head = Words.load(at)
    // The day's digits and the `T`.
    let tail = Words.load4(at + 8) & 0x00ff_ffff
    let zone = Words.load(at + 17) &>> 16
    let day = days + Self.place(head, tail)
    guard day.pointee.head == head, day.pointee.tail == tail, zone == offsetText,
      let time = Self.timeOfDay(at + 11)
    else { return learn(at, day, head, tail, zone) }
    return day.pointee.start &+ time &- offset
  }

  /// Microseconds of `22:24:13`, or nil.
  @inline(__always) private static func timeOfDay(_ at: Cursor) -> Int64? {
    let digits = Words.load(at) ^ 0x3030_3a30_303a_3030
    guard ((digits &+ 0x7676_7f76_767f_7676) | digits) & 0x8080_8080_8080_8080 == 0 else { return nil }
    let pairs = digits &* 10 &+ (digits &>> 8)
    let hour = pairs & 0xff
    let minute = (pairs &>> 24) & 0xff
    let second = (pairs &>> 48) & 0xff
    guard hour < 24, minute < 60, second < 60 else { return nil }
    return Int64(truncatingIfNeeded: (hour &* 3600 &+ minute &* 60 &+ second) &* 1_000_000)
  }

  @inline(never) private mutating func learn(
    _ at: Cursor, _ day: UnsafeMutablePointer<Day>, _ head: UInt64, _ tail: UInt32, _ zone: UInt64
  ) -> Int64? {
    guard case .success(.instant(let instant)) = Timestamp.parse(UnsafeBufferPointer(start: at, count: 25)),
      case .success(.date(let date)) = Timestamp.parse(UnsafeBufferPointer(start: at, count: 10)),
      let time = Self.timeOfDay(at + 11), zone >> 40 != 0
    else { return nil }
    let start = Int64(date.dayNumber) &* 86_400_000_000
    day.pointee = Day(head: head, tail: tail, start: start)
    offsetText = zone
    offset = start &+ time &- instant.microseconds
    return instant.microseconds
  }
}

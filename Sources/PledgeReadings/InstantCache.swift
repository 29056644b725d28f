import PledgeTime

/// Reads times as nearly every record has them, `2025-12-30T22:24:13+08:00`, and remembers their dates.
///
/// What it does not know it leaves to `Timestamp`, and learns the date and the offset from the answer.
struct InstantCache {
  private struct Day {
    var head: UInt64 = 0
    var tail: UInt32 = 0
    /// The date's days since the epoch.
    var number: Int32 = 0
  }

  /// The dates of ten years have a place of their own.
  private static let size = 1 << 12
  private static let microsecondsOfDay: Int64 = 86_400_000_000
  private let days: UnsafeMutablePointer<Day>
  /// The date of the time that was read last; most times are of the same.
  private var day = Day()
  /// Its midnight at `offset`, in microseconds.
  private var midnight: Int64 = 0
  /// The offset as it is written, in 48 bits; at first no text.
  private var offsetText = UInt64.max
  private var offset: Int64 = 0

  init() {
    days = .allocate(capacity: Self.size)
    days.initialize(repeating: Day(), count: Self.size)
  }

  func free() { days.deallocate() }

  /// The place of a date, told by the digits of its year, month and day; dates that follow each other are
  /// neighbours.
  @inline(__always) private static func place(_ at: Cursor) -> Int {
    let pairs = pairs(Words.load(at + 2) & 0x0f0f_000f_0f00_0f0f)
    let place = (pairs & 0xff) &* (12 &* 32) &+ ((pairs &>> 24) & 0xff) &* 32 &+ ((pairs &>> 48) & 0xff)
    return Int(truncatingIfNeeded: place) & (size &- 1)
  }

  /// In each byte ten times itself and the byte behind it: the numbers of pairs of digits.
  @inline(__always) private static func pairs(_ digits: UInt64) -> UInt64 { digits &* 10 &+ (digits &>> 8) }

  /// The microseconds since the epoch of a text that is followed by readable bytes, or nil for another form.
  @inline(__always) mutating func read(_ at: Cursor, _ count: Int) -> Int64? {
    guard count == 25, let time = Self.timeOfDay(at + 11) else { return nil }
    let head = Words.load(at)
    // The day's digits and the `T`.
    let tail = Words.load4(at + 8) & 0x00ff_ffff
    let zone = Words.load(at + 17) &>> 16
    if head != day.head || tail != day.tail || zone != offsetText {
      guard turn(to: at, head, tail, zone, time) else { return nil }
    }
    return midnight &+ time
  }

  /// Makes the date at hand that of a time; false where the text is of another form.
  @inline(never) private mutating func turn(
    to at: Cursor, _ head: UInt64, _ tail: UInt32, _ zone: UInt64, _ time: Int64
  ) -> Bool {
    let known = days + Self.place(at)
    if known.pointee.head != head || known.pointee.tail != tail || zone != offsetText {
      guard learn(at, known, head, tail, zone, time) else { return false }
    }
    day = known.pointee
    midnight = Int64(day.number) &* Self.microsecondsOfDay &- offset
    return true
  }

  /// Microseconds of `22:24:13`, or nil.
  @inline(__always) private static func timeOfDay(_ at: Cursor) -> Int64? {
    let digits = Words.load(at) ^ 0x3030_3a30_303a_3030
    let pairs = pairs(digits)
    // The high bit of a byte tells what is no digit, and of a pair what is 24, 60 and 60 or more.
    let beyond = (pairs & 0x00ff_0000_ff00_00ff) &+ 0x0044_0000_4400_0068
    guard ((digits &+ 0x7676_7f76_767f_7676) | digits | beyond) & 0x8080_8080_8080_8080 == 0 else {
      return nil
    }
    let seconds = (pairs & 0xff) &* 3600 &+ ((pairs &>> 24) & 0xff) &* 60 &+ ((pairs &>> 48) & 0xff)
    return Int64(truncatingIfNeeded: seconds &* 1_000_000)
  }

  /// Learns the date and the offset of a time; false where the text is of another form.
  private mutating func learn(
    _ at: Cursor, _ day: UnsafeMutablePointer<Day>, _ head: UInt64, _ tail: UInt32, _ zone: UInt64,
    _ time: Int64
  ) -> Bool {
    guard case .success(.instant(let instant)) = Timestamp.parse(UnsafeBufferPointer(start: at, count: 25)),
      case .success(.date(let date)) = Timestamp.parse(UnsafeBufferPointer(start: at, count: 10)),
      zone >> 40 != 0
    else { return false }
    day.pointee = Day(head: head, tail: tail, number: date.dayNumber)
    offsetText = zone
    offset = Int64(date.dayNumber) &* Self.microsecondsOfDay &+ time &- instant.microseconds
    return true
  }
}

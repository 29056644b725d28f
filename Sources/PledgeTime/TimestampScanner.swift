/// Reads the parts of an ISO 8601 text one after the other and says where it goes wrong.
struct TimestampScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  /// A scanner of the whole of `bytes`.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// A date, or a date with a time, or that with an offset.
  mutating func timestamp() throws(Timestamp.Fault) -> Timestamp {
    let date = try date()
    if at == bytes.count { return .date(date) }
    guard skip("T") || skip("t") || skip(" ") else { throw .malformed(offset: at) }
    let time = try time(hourDigits: 2)
    if at == bytes.count { return .civil(date, time) }
    let offset = try offset()
    if at < bytes.count { throw .malformed(offset: at) }
    // Within the years 0000 to 9999 nothing comes near an overflow.
    let day = Int64(date.dayNumber) * WallTime.microsecondsPerDay
    return .instant(Instant(microseconds: day + time.microseconds - Int64(offset) * 1_000_000))
  }

  /// A time of day with nothing behind it.
  mutating func lonelyTime() throws(Timestamp.Fault) -> WallTime {
    let isShort = bytes.count > 1 && bytes[1] == UInt8(ascii: ":")
    let time = try time(hourDigits: isShort ? 1 : 2)
    if at < bytes.count { throw .malformed(offset: at) }
    return time
  }

  private mutating func date() throws(Timestamp.Fault) -> CivilDate {
    let year = try number(digits: 4)
    try expect("-")
    let month = try number(digits: 2)
    try expect("-")
    let day = try number(digits: 2)
    guard let date = CivilDate(year: year, month: month, day: day) else { throw .noSuchDate }
    return date
  }

  private mutating func time(hourDigits: Int) throws(Timestamp.Fault) -> WallTime {
    let hour = try number(digits: hourDigits)
    try expect(":")
    let minute = try number(digits: 2)
    var second = 0
    var microsecond = 0
    if skip(":") {
      second = try number(digits: 2)
      if skip(".") || skip(",") { microsecond = try fraction() }
    }
    if second == 60 { throw .leapSecond }
    guard let time = WallTime(hour: hour, minute: minute, second: second, microsecond: microsecond) else {
      throw .noSuchTime
    }
    return time
  }

  /// The digits behind a second as microseconds.
  private mutating func fraction() throws(Timestamp.Fault) -> Int {
    var value = 0
    var digits = 0
    while let digit = digit() {
      digits += 1
      if digits > 6 { throw .tooManyFractionDigits }
      value = value * 10 + digit
    }
    if digits == 0 { throw .malformed(offset: at) }
    for _ in digits..<6 { value *= 10 }
    return value
  }

  /// Seconds east of UTC.
  private mutating func offset() throws(Timestamp.Fault) -> Int {
    if skip("Z") || skip("z") { return 0 }
    let isWest = skip("-")
    if !isWest { try expect("+") }
    let hour = try number(digits: 2)
    var minute = 0
    if skip(":") || at < bytes.count { minute = try number(digits: 2) }
    guard hour < 24, minute < 60 else { throw .noSuchTime }
    let seconds = (hour * 60 + minute) * 60
    return isWest ? -seconds : seconds
  }

  private mutating func number(digits: Int) throws(Timestamp.Fault) -> Int {
    var value = 0
    for _ in 0..<digits {
      guard let digit = digit() else { throw .malformed(offset: at) }
      value = value * 10 + digit
    }
    return value
  }

  private mutating func digit() -> Int? {
    guard at < bytes.count, bytes[at] >= UInt8(ascii: "0"), bytes[at] <= UInt8(ascii: "9") else {
      return nil
    }
    at += 1
    return Int(bytes[at - 1] - UInt8(ascii: "0"))
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(Timestamp.Fault) {
    if !skip(character) { throw .malformed(offset: at) }
  }
}

extension Timestamp {
  /// Reads `2025-12-30T22:24:13+08:00` and its relatives from the whole of `bytes`.
  ///
  /// `T`, `t` or a space before the time; hours and minutes, then optionally seconds and a fraction of one
  /// to six digits; then nothing, `Z`, `z`, `+08:00`, `+0800` or `+08`. 24:00 is the end of its date. A date
  /// alone is one, too. Years 0000 to 9999. ISO 8601 with the profile of RFC 3339.
  @inlinable
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<Timestamp, Fault> {
    // The forms that nearly every record has, checked as a whole: digits by their range, the rest by value.
    let count = bytes.count
    guard count == 25 || count == 20 || count == 19, let text = bytes.baseAddress else {
      return parseSlowly(bytes)
    }
    var bad: UInt64 = 0
    let (yearOfCentury, month, day) = triple(text, 2, separator: UInt8(ascii: "-"), &bad)
    let (hour, minute, second) = triple(text, 11, separator: UInt8(ascii: ":"), &bad)
    let year = pair(text, 0, &bad) &* 100 &+ yearOfCentury
    var offset = 0
    if count == 25 {
      let offsetHour = pair(text, 20, &bad)
      let offsetMinute = pair(text, 23, &bad)
      bad |= UInt64(text[22] ^ UInt8(ascii: ":"))
      offset = (offsetHour &* 60 &+ offsetMinute) &* 60
      if text[19] == UInt8(ascii: "-") {
        offset = 0 &- offset
      } else {
        bad |= UInt64(text[19] ^ UInt8(ascii: "+"))
      }
      if offsetHour > 23 || offsetMinute > 59 { return parseSlowly(bytes) }
    } else if count == 20 {
      bad |= UInt64(text[19] ^ UInt8(ascii: "Z"))
    }
    guard bad == 0, text[10] == UInt8(ascii: "T") || text[10] == UInt8(ascii: " "), hour < 24, minute < 60,
      second < 60, month > 0, month <= 12, day > 0,
      day <= 28 || day <= CivilDate.days(inMonth: month, ofYear: year)
    else { return parseSlowly(bytes) }
    let date = CivilDate(dayNumber: CivilDate.dayNumber(year: year, month: month, day: day))
    let seconds = Int64(hour &* 3600 &+ minute &* 60 &+ second)
    if count == 19 { return .success(.civil(date, WallTime(bounded: seconds &* 1_000_000))) }
    let sinceEpoch = Int64(date.dayNumber) &* 86_400 &+ seconds &- Int64(offset)
    return .success(.instant(Instant(microseconds: sinceEpoch &* 1_000_000)))
  }

  /// Reads the whole of `text`, see `parse(_:)` of bytes.
  package static func parse(_ text: String) -> Result<Timestamp, Fault> {
    var copy = text
    return copy.withUTF8 { parse($0) }
  }

  /// Two digits as a number; what is no digit shows in `bad`.
  @inlinable
  static func pair(_ text: UnsafePointer<UInt8>, _ place: Int, _ bad: inout UInt64) -> Int {
    let tens = text[place] &- UInt8(ascii: "0")
    let ones = text[place &+ 1] &- UInt8(ascii: "0")
    if tens > 9 || ones > 9 { bad = 1 }
    return Int(tens) &* 10 &+ Int(ones)
  }

  /// Three pairs of digits with separators between, eight bytes at once; what does not belong shows in `bad`.
  @inlinable
  static func triple(
    _ text: UnsafePointer<UInt8>, _ place: Int, separator: UInt8, _ bad: inout UInt64
  ) -> (Int, Int, Int) {
    let loaded = UnsafeRawPointer(text).loadUnaligned(fromByteOffset: place, as: UInt64.self)
    // With `00-00-00` taken away bit by bit, digits are 0 to 9 and separators 0, first byte lowest.
    let template = 0x3030_0030_3000_3030 | UInt64(separator) &* 0x0000_0100_0001_0000
    let digits = UInt64(littleEndian: loaded) ^ template
    // A digit plus 118 and a separator plus 127 stay below 128. Of anything else the sum, or the byte itself,
    // has the high bit; a carry into the next byte comes only from a byte that has it.
    bad |= ((digits &+ 0x7676_7F76_767F_7676) | digits) & 0x8080_8080_8080_8080
    let pairs = digits &* 10 &+ digits >> 8
    return (Int(pairs & 255), Int(pairs >> 24 & 255), Int(pairs >> 48 & 255))
  }

  /// All other forms, and all faults.
  @usableFromInline
  static func parseSlowly(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<Timestamp, Fault> {
    if bytes.isEmpty { return .failure(.empty) }
    var scanner = TimestampScanner(bytes)
    do throws(Fault) {
      return .success(try scanner.timestamp())
    } catch {
      return .failure(error)
    }
  }
}

extension CivilDate {
  /// Reads `2026-03-02` from the whole of `text`, years 0000 to 9999.
  package static func parse(_ text: String) -> Result<CivilDate, Timestamp.Fault> {
    switch Timestamp.parse(text) {
    case .failure(let fault): return .failure(fault)
    case .success(.date(let date)): return .success(date)
    case .success(.civil), .success(.instant): return .failure(.malformed(offset: 10))
    }
  }
}

extension WallTime {
  /// Reads `9:00`, `09:00:30` or `09:00:30.5` from the whole of `text`; 24:00 is the end of the day.
  package static func parse(_ text: String) -> Result<WallTime, Timestamp.Fault> {
    var copy = text
    return copy.withUTF8 { bytes in
      if bytes.isEmpty { return .failure(.empty) }
      var scanner = TimestampScanner(bytes)
      do throws(Timestamp.Fault) {
        return .success(try scanner.lonelyTime())
      } catch {
        return .failure(error)
      }
    }
  }
}

extension Timestamp {
  /// Reads `2025-12-30T22:24:13+08:00` and its relatives from the whole of `bytes`.
  ///
  /// `T`, `t` or a space before the time; hours and minutes, then optionally seconds and a fraction of one
  /// to six digits; then nothing, `Z`, `z`, `+08:00`, `+0800` or `+08`. 24:00 is the end of its date. A date
  /// alone is one, too. Years 0000 to 9999. ISO 8601 with the profile of RFC 3339.
  @inlinable
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<Timestamp, Fault> {
    // The form that nearly every record has, checked as a whole: digits by their range, the rest by value.
    guard bytes.count == 25 || bytes.count == 20, let text = bytes.baseAddress else {
      return parseSlowly(bytes)
    }
    var bad: UInt8 = 0
    let century = pair(text, 0, &bad)
    let yearOfCentury = pair(text, 2, &bad)
    let month = pair(text, 5, &bad)
    let day = pair(text, 8, &bad)
    let hour = pair(text, 11, &bad)
    let minute = pair(text, 14, &bad)
    let second = pair(text, 17, &bad)
    bad |= (text[4] ^ UInt8(ascii: "-")) | (text[7] ^ UInt8(ascii: "-"))
    bad |= (text[13] ^ UInt8(ascii: ":")) | (text[16] ^ UInt8(ascii: ":"))
    var offset = 0
    if bytes.count == 25 {
      offset = pair(text, 20, &bad) &* 60
      let offsetMinute = pair(text, 23, &bad)
      bad |= text[22] ^ UInt8(ascii: ":")
      offset = (offset &+ offsetMinute) &* 60
      if text[19] == UInt8(ascii: "-") { offset = 0 &- offset } else { bad |= text[19] ^ UInt8(ascii: "+") }
      if offsetMinute > 59 || offset.magnitude >= 86_400 { return parseSlowly(bytes) }
    } else {
      bad |= text[19] ^ UInt8(ascii: "Z")
    }
    let separator = text[10]
    let year = century &* 100 &+ yearOfCentury
    guard bad == 0, separator == UInt8(ascii: "T") || separator == UInt8(ascii: " "), hour < 24,
      minute < 60,
      second < 60, month &- 1 < 12, month > 0, day > 0,
      day <= 28 || day <= CivilDate.days(inMonth: month, ofYear: year)
    else { return parseSlowly(bytes) }
    let dayNumber = Int64(CivilDate.dayNumber(year: year, month: month, day: day))
    let seconds = Int64(hour &* 3600 &+ minute &* 60 &+ second &- offset)
    return .success(.instant(Instant(microseconds: (dayNumber &* 86_400 &+ seconds) &* 1_000_000)))
  }

  /// Reads the whole of `text`, see `parse(_:)` of bytes.
  package static func parse(_ text: String) -> Result<Timestamp, Fault> {
    var copy = text
    return copy.withUTF8 { parse($0) }
  }

  /// Two digits as a number; what is no digit shows in `bad`.
  @inlinable
  static func pair(_ text: UnsafePointer<UInt8>, _ place: Int, _ bad: inout UInt8) -> Int {
    let tens = text[place] &- UInt8(ascii: "0")
    let ones = text[place &+ 1] &- UInt8(ascii: "0")
    // A digit plus 118 stays below 128; the sum of anything else, or the thing itself, has the high bit.
    bad |= ((tens &+ 118) | tens | (ones &+ 118) | ones) & 128
    return Int(tens) &* 10 &+ Int(ones)
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

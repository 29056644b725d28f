/// Writes dates and times as ISO 8601 into a byte buffer that the caller keeps.
package enum TimestampWriter {
  /// Appends `2026-03-02T12:00:00+08:00`, with a fraction only where it is not zero.
  package static func append(_ instant: Instant, in zone: Zone, to bytes: inout [UInt8]) {
    let offset = zone.offset(at: instant)
    let local = Zone.local(instant, offset: offset)
    append(local.date, to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    append(time: local.microsecondsOfDay, withSeconds: true, to: &bytes)
    append(offset: offset, to: &bytes)
  }

  /// Appends `2026-03-02 12:00`, with seconds and a fraction only where they are not zero.
  package static func appendPlain(_ instant: Instant, in zone: Zone, to bytes: inout [UInt8]) {
    let local = zone.local(instant)
    append(local.date, to: &bytes)
    bytes.append(UInt8(ascii: " "))
    append(time: local.microsecondsOfDay, withSeconds: false, to: &bytes)
  }

  /// Appends `2026-03-02`; years beyond 0000...9999 with a sign.
  package static func append(_ date: CivilDate, to bytes: inout [UInt8]) {
    let (year, month, day) = date.fields
    if year < 0 { bytes.append(UInt8(ascii: "-")) }
    if year > 9999 { bytes.append(UInt8(ascii: "+")) }
    append(Int64(year.magnitude), digits: 4, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(Int64(month), digits: 2, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(Int64(day), digits: 2, to: &bytes)
  }

  /// Appends `+08:00`, with seconds where an offset has some.
  static func append(offset: Int32, to bytes: inout [UInt8]) {
    bytes.append(offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    let size = Int64(offset.magnitude)
    append(size / 3600, digits: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(size / 60 % 60, digits: 2, to: &bytes)
    if size % 60 != 0 {
      bytes.append(UInt8(ascii: ":"))
      append(size % 60, digits: 2, to: &bytes)
    }
  }

  /// Appends `12:00`; seconds where asked for or not zero, a fraction where not zero.
  static func append(time microseconds: Int64, withSeconds: Bool, to bytes: inout [UInt8]) {
    append(microseconds / 3_600_000_000, digits: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(microseconds / 60_000_000 % 60, digits: 2, to: &bytes)
    let rest = microseconds % 60_000_000
    if rest == 0, !withSeconds { return }
    bytes.append(UInt8(ascii: ":"))
    append(rest / 1_000_000, digits: 2, to: &bytes)
    var fraction = rest % 1_000_000
    if fraction == 0 { return }
    bytes.append(UInt8(ascii: "."))
    var digits = 6
    while fraction % 10 == 0 {
      fraction /= 10
      digits -= 1
    }
    append(fraction, digits: digits, to: &bytes)
  }

  /// Appends a number with zeros in front.
  private static func append(_ value: Int64, digits: Int, to bytes: inout [UInt8]) {
    var power: Int64 = 1
    for _ in 1..<max(digits, 1) { power *= 10 }
    while value / power >= 10 { power *= 10 }
    var rest = value
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power))
      rest %= power
      power /= 10
    }
  }
}

extension Instant {
  /// ISO 8601 with the zone's offset: `2026-03-02T12:00:00+08:00`.
  package func text(in zone: Zone) -> String {
    var bytes: [UInt8] = []
    TimestampWriter.append(self, in: zone, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// For people: `2026-03-02 12:00`, with seconds and a fraction only where they are not zero.
  package func plainText(in zone: Zone) -> String {
    var bytes: [UInt8] = []
    TimestampWriter.appendPlain(self, in: zone, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension CivilDate: CustomStringConvertible {
  /// ISO 8601: `2026-03-02`.
  package var text: String {
    var bytes: [UInt8] = []
    TimestampWriter.append(self, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// ISO 8601.
  @usableFromInline package var description: String { text }
}

extension WallTime: CustomStringConvertible {
  /// `09:00`, with seconds and a fraction only where they are not zero; `24:00` is the end of the day.
  package var text: String {
    var bytes: [UInt8] = []
    TimestampWriter.append(time: microseconds, withSeconds: false, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text.
  package var description: String { text }
}

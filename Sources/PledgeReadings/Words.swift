import Glibc

/// A position in bytes that are followed by at least `Words.padding` readable bytes.
typealias Cursor = UnsafePointer<UInt8>

/// Eight bytes at a time: the arithmetic behind every scanner of this room.
enum Words {
  /// How many readable bytes, zero behind the end of the text, each buffer that is scanned keeps.
  static let padding = 64

  @inline(__always) static func load(_ at: Cursor) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt64.self))
  }

  @inline(__always) static func load4(_ at: Cursor) -> UInt32 {
    UInt32(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt32.self))
  }

  @inline(__always) static func repeated(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// The high bit of each byte that is zero; exact up to the first.
  @inline(__always) static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// A mask over the first `count` bytes, 0...8 (and all of them beyond).
  @inline(__always) static func mask(_ count: Int) -> UInt64 {
    count >= 8 ? .max : (1 &<< UInt64(count &* 8)) &- 1
  }

  /// Whether `count` bytes are the same at both places.
  @inline(__always) static func same(_ left: Cursor, _ right: Cursor, _ count: Int) -> Bool {
    memcmp(left, right, count) == 0
  }

  /// Whether `count` bytes, more than 8, are the same at both places, of which the first 8 are known to be.
  @inline(__always) static func sameEnd(_ left: Cursor, _ right: Cursor, _ count: Int) -> Bool {
    if count <= 16 { return load(left + (count &- 8)) == load(right + (count &- 8)) }
    return same(left, right, count)
  }

  /// The first of `byte` in `from..<end`, or `end`.
  @inline(__always) static func find(_ byte: UInt8, _ from: Cursor, _ end: Cursor) -> Cursor {
    guard from < end, let hit = memchr(from, Int32(byte), end - from) else { return end }
    return UnsafePointer(hit.assumingMemoryBound(to: UInt8.self))
  }

  /// The last of `byte` in `from..<end`, or nil.
  static func findLast(_ byte: UInt8, _ from: Cursor, _ end: Cursor) -> Cursor? {
    var at = end
    while at > from {
      at -= 1
      if at.pointee == byte { return at }
    }
    return nil
  }

  /// How often `byte` stands in `from..<end`.
  static func count(_ byte: UInt8, _ from: Cursor, _ end: Cursor) -> Int {
    let wanted = SIMD16<UInt8>(repeating: byte)
    var at = from
    var total = 0
    while end - at >= 16 {
      // Sixteen counts side by side, none of which passes 255.
      var hits = SIMD16<UInt8>.zero
      for _ in 0..<min(255, (end - at) / 16) {
        let bytes = UnsafeRawPointer(at).loadUnaligned(as: SIMD16<UInt8>.self)
        hits = hits &+ SIMD16<UInt8>.zero.replacing(with: 1, where: bytes .== wanted)
        at += 16
      }
      total += Int(SIMD16<UInt16>(truncatingIfNeeded: hits).wrappedSum())
    }
    while at < end {
      if at.pointee == byte { total += 1 }
      at += 1
    }
    return total
  }
}

/// Whether bytes are UTF-8 (RFC 3629: no surrogates, no overlong forms, nothing beyond U+10FFFF).
enum UTF8Text {
  /// The first byte that is not part of valid UTF-8, or nil.
  static func firstFault(_ from: Cursor, _ end: Cursor) -> Cursor? {
    var at = from
    while true {
      skipASCII(&at, end)
      while at < end, at.pointee >= 0x80 {
        let length = sequenceLength(at, end - at)
        guard length > 0 else { return at }
        at += length
      }
      if at >= end { return nil }
    }
  }

  /// The line feed behind `from`, or `end`, and the first byte before it that is not part of valid UTF-8, in
  /// one pass.
  static func line(_ from: Cursor, _ end: Cursor) -> (end: Cursor, fault: Cursor?) {
    var at = from
    while true {
      skipASCII(&at, end, stopsAtFeed: true)
      guard at < end, at.pointee >= 0x80 else { return (at, nil) }
      repeat {
        let length = sequenceLength(at, end - at)
        guard length > 0 else { return (Words.find(0x0a, at, end), at) }
        at += length
      } while at < end && at.pointee >= 0x80
    }
  }

  /// Moves to the first byte that is not of ASCII, or a line feed where that is asked for, or to the end.
  @inline(__always) private static func skipASCII(
    _ at: inout Cursor, _ end: Cursor, stopsAtFeed: Bool = false
  ) {
    while end - at >= 64 {
      let any =
        (marks(at, stopsAtFeed) | marks(at + 16, stopsAtFeed))
        | (marks(at + 32, stopsAtFeed) | marks(at + 48, stopsAtFeed))
      if (any[0] | any[1]) & 0x8080_8080_8080_8080 != 0 { break }
      at += 64
    }
    while end - at >= 8 {
      let word = Words.load(at)
      let feeds = stopsAtFeed ? Words.zeros(word ^ Words.repeated(0x0a)) : 0
      let stops = (word | feeds) & 0x8080_8080_8080_8080
      if stops != 0 {
        at += stops.trailingZeroBitCount &>> 3
        return
      }
      at += 8
    }
    while at < end, at.pointee < 0x80, !stopsAtFeed || at.pointee != 0x0a { at += 1 }
  }

  /// Sixteen bytes, of which those with the high bit set stop a search.
  @inline(__always) private static func marks(_ at: Cursor, _ stopsAtFeed: Bool) -> SIMD2<UInt64> {
    let words = UnsafeRawPointer(at).loadUnaligned(as: SIMD2<UInt64>.self)
    guard stopsAtFeed else { return words }
    // As `Words.zeros` finds the first zero.
    let rest = words ^ SIMD2(repeating: 0x0a0a_0a0a_0a0a_0a0a)
    return words | ((rest &- SIMD2(repeating: 0x0101_0101_0101_0101)) & ~rest)
  }

  /// The length of the multi-byte sequence here, or 0 when there is none that is valid.
  @inline(__always) static func sequenceLength(_ at: Cursor, _ room: Int) -> Int {
    let lead = at[0]
    switch lead {
    case 0xc2...0xdf:
      return room >= 2 && at[1] & 0xc0 == 0x80 ? 2 : 0
    case 0xe0...0xef:
      guard room >= 3, at[1] & 0xc0 == 0x80, at[2] & 0xc0 == 0x80 else { return 0 }
      if lead == 0xe0, at[1] < 0xa0 { return 0 }
      if lead == 0xed, at[1] >= 0xa0 { return 0 }
      return 3
    case 0xf0...0xf4:
      guard room >= 4, at[1] & 0xc0 == 0x80, at[2] & 0xc0 == 0x80, at[3] & 0xc0 == 0x80 else { return 0 }
      if lead == 0xf0, at[1] < 0x90 { return 0 }
      if lead == 0xf4, at[1] >= 0x90 { return 0 }
      return 4
    default:
      return 0
    }
  }
}

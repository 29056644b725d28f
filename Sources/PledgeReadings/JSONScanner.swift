/// What is wrong with a JSON text at a place.
enum JSONFault: UInt8, Sendable {
  case none
  case unexpected
  case controlCharacter
  case escape
  case surrogate
  case number
  case tooDeep
  case endOfText

  var words: String {
    switch self {
    case .none: "nothing"
    case .unexpected: "a character that cannot stand here"
    case .controlCharacter: "a string that is not closed, or a control character in it"
    case .escape: "an escape that JSON does not have"
    case .surrogate: "half of a surrogate pair"
    case .number: "a number that is not written as JSON writes it"
    case .tooDeep: "more than \(JSONScanner.maximumDepth) levels of nesting"
    case .endOfText: "the text ends too early"
    }
  }
}

/// The grammar of JSON (RFC 8259), as functions that move a cursor.
///
/// Each returns `.none` and leaves the cursor behind what it read, or returns a fault and leaves the cursor
/// at it. The byte at the end of the text must be a line feed, a zero or another byte that ends a token; that
/// the cursor has not passed the end is for the caller to check.
enum JSONScanner {
  static let maximumDepth = 128

  @inline(__always) static func skipSpace(_ at: inout Cursor, _ end: Cursor) {
    while at < end, isSpace(at.pointee) { at += 1 }
  }

  @inline(__always) static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09
  }

  /// From behind the opening quote to behind the closing one; `escaped` tells whether there is a backslash.
  @inline(__always) static func skipString(_ at: inout Cursor, escaped: inout Bool) -> JSONFault {
    escaped = false
    while true {
      let word = Words.load(at)
      let stops =
        Words.zeros(word ^ 0x2222_2222_2222_2222) | Words.zeros(word ^ 0x5c5c_5c5c_5c5c_5c5c)
        | ((word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080)
      if stops == 0 {
        at += 8
        continue
      }
      at += stops.trailingZeroBitCount &>> 3
      if at.pointee == 0x22 {
        at += 1
        return .none
      }
      guard at.pointee == 0x5c else { return .controlCharacter }
      escaped = true
      let fault = skipEscape(&at)
      if fault != .none { return fault }
    }
  }

  /// The first quote or control character.
  @inline(__always) static func quote(from start: Cursor) -> Cursor {
    var at = start
    while true {
      let word = Words.load(at)
      let stops =
        Words.zeros(word ^ 0x2222_2222_2222_2222)
        | ((word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080)
      if stops != 0 { return at + stops.trailingZeroBitCount &>> 3 }
      at += 8
    }
  }

  private static func skipEscape(_ at: inout Cursor) -> JSONFault {
    switch at[1] {
    case 0x22, 0x5c, 0x2f, 0x62, 0x66, 0x6e, 0x72, 0x74:
      at += 2
      return .none
    case 0x75:
      for digit in 2..<6 where hexadecimal(at[digit]) == nil { return .escape }
      at += 6
      return .none
    default:
      return .escape
    }
  }

  @inline(__always) static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte &- 0x30)
    case 0x41...0x46: UInt32(byte &- 0x37)
    case 0x61...0x66: UInt32(byte &- 0x57)
    default: nil
    }
  }

  @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }

  @inline(__always) static func skipNumber(_ at: inout Cursor) -> JSONFault {
    if at.pointee == 0x2d { at += 1 }
    guard isDigit(at.pointee) else { return .number }
    if at.pointee == 0x30 {
      at += 1
      if isDigit(at.pointee) { return .number }
    } else {
      repeat { at += 1 } while isDigit(at.pointee)
    }
    if at.pointee == 0x2e {
      at += 1
      guard isDigit(at.pointee) else { return .number }
      repeat { at += 1 } while isDigit(at.pointee)
    }
    if at.pointee | 0x20 == 0x65 {
      at += 1
      if at.pointee == 0x2b || at.pointee == 0x2d { at += 1 }
      guard isDigit(at.pointee) else { return .number }
      repeat { at += 1 } while isDigit(at.pointee)
    }
    return .none
  }

  @inline(__always) static func skipTrue(_ at: inout Cursor) -> Bool {
    guard Words.load4(at) == 0x6575_7274 else { return false }
    at += 4
    return true
  }

  @inline(__always) static func skipFalse(_ at: inout Cursor) -> Bool {
    guard Words.load4(at + 1) == 0x6573_6c61, at.pointee == 0x66 else { return false }
    at += 5
    return true
  }

  @inline(__always) static func skipNull(_ at: inout Cursor) -> Bool {
    guard Words.load4(at) == 0x6c6c_756e else { return false }
    at += 4
    return true
  }

  /// Skips a whole value, checking its grammar; `depth` is that of its surroundings.
  static func skipValue(_ at: inout Cursor, _ end: Cursor, depth: Int) -> JSONFault {
    guard at < end else { return .endOfText }
    switch at.pointee {
    case 0x22:
      at += 1
      var escaped = false
      return skipString(&at, escaped: &escaped)
    case 0x7b: return skipObject(&at, end, depth: depth + 1)
    case 0x5b: return skipArray(&at, end, depth: depth + 1)
    case 0x74: return skipTrue(&at) ? .none : .unexpected
    case 0x66: return skipFalse(&at) ? .none : .unexpected
    case 0x6e: return skipNull(&at) ? .none : .unexpected
    case 0x2d, 0x30...0x39: return skipNumber(&at)
    default: return .unexpected
    }
  }

  private static func skipObject(_ at: inout Cursor, _ end: Cursor, depth: Int) -> JSONFault {
    guard depth <= maximumDepth else { return .tooDeep }
    at += 1
    skipSpace(&at, end)
    if at < end, at.pointee == 0x7d {
      at += 1
      return .none
    }
    while true {
      guard at < end else { return .endOfText }
      guard at.pointee == 0x22 else { return .unexpected }
      at += 1
      var escaped = false
      var fault = skipString(&at, escaped: &escaped)
      if fault != .none { return fault }
      skipSpace(&at, end)
      guard at < end else { return .endOfText }
      guard at.pointee == 0x3a else { return .unexpected }
      at += 1
      skipSpace(&at, end)
      fault = skipValue(&at, end, depth: depth)
      if fault != .none { return fault }
      skipSpace(&at, end)
      guard at < end else { return .endOfText }
      let byte = at.pointee
      if byte == 0x7d {
        at += 1
        return .none
      }
      guard byte == 0x2c else { return .unexpected }
      at += 1
      skipSpace(&at, end)
    }
  }

  private static func skipArray(_ at: inout Cursor, _ end: Cursor, depth: Int) -> JSONFault {
    guard depth <= maximumDepth else { return .tooDeep }
    at += 1
    skipSpace(&at, end)
    if at < end, at.pointee == 0x5d {
      at += 1
      return .none
    }
    while true {
      let fault = skipValue(&at, end, depth: depth)
      if fault != .none { return fault }
      skipSpace(&at, end)
      guard at < end else { return .endOfText }
      let byte = at.pointee
      if byte == 0x5d {
        at += 1
        return .none
      }
      guard byte == 0x2c else { return .unexpected }
      at += 1
      skipSpace(&at, end)
    }
  }

  /// Appends the text of a string (between its quotes, escapes checked) to `output`; false for half a
  /// surrogate pair.
  static func unescape(_ from: Cursor, _ count: Int, into output: inout [UInt8]) -> Bool {
    var at = from
    let end = from + count
    while at < end {
      guard at.pointee == 0x5c else {
        output.append(at.pointee)
        at += 1
        continue
      }
      switch at[1] {
      case 0x62: output.append(0x08)
      case 0x66: output.append(0x0c)
      case 0x6e: output.append(0x0a)
      case 0x72: output.append(0x0d)
      case 0x74: output.append(0x09)
      case 0x75:
        var unit = codeUnit(at + 2)
        if unit & 0xfc00 == 0xd800 {
          guard end - at >= 12, at[6] == 0x5c, at[7] == 0x75 else { return false }
          let low = codeUnit(at + 8)
          guard low & 0xfc00 == 0xdc00 else { return false }
          unit = 0x10000 + (unit & 0x3ff) << 10 + low & 0x3ff
          at += 6
        }
        guard let scalar = Unicode.Scalar(unit) else { return false }
        output.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
        at += 4
      default: output.append(at[1])
      }
      at += 2
    }
    return true
  }

  private static func codeUnit(_ at: Cursor) -> UInt32 {
    var unit: UInt32 = 0
    for digit in 0..<4 { unit = unit << 4 | (hexadecimal(at[digit]) ?? 0) }
    return unit
  }
}

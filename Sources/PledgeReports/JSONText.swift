import PledgeNumbers
import PledgeTime

/// Writes JSON (RFC 8259) into bytes, in one line or indented.
package struct JSONText {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []
  private let isIndented: Bool
  private var depth = 0
  private var needsComma = false
  private var followsKey = false

  package init(indented: Bool) { isIndented = indented }

  /// The text written.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes an object whose members `body` writes.
  package mutating func object(_ body: (inout JSONText) -> Void) { enclose("{", "}", body) }

  /// Writes a list whose elements `body` writes.
  package mutating func array(_ body: (inout JSONText) -> Void) { enclose("[", "]", body) }

  /// Writes the key of the value that is written next.
  package mutating func key(_ key: String) {
    beginValue()
    Self.append(string: key, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    if isIndented { bytes.append(UInt8(ascii: " ")) }
    followsKey = true
  }

  /// Writes a text.
  package mutating func string(_ text: String) {
    beginValue()
    Self.append(string: text, to: &bytes)
    needsComma = true
  }

  /// Writes something that is JSON already.
  package mutating func raw(_ json: some Sequence<UInt8>) {
    beginValue()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  /// Writes a whole number.
  package mutating func number(_ number: Int) { raw("\(number)".utf8) }

  /// Writes a truth.
  package mutating func truth(_ truth: Bool) { raw(truth ? "true".utf8 : "false".utf8) }

  /// Writes `null`.
  package mutating func null() { raw("null".utf8) }

  // MARK: Members

  /// Writes a member that is a text, or nothing where there is none.
  package mutating func member(_ key: String, _ text: String?) {
    guard let text else { return }
    self.key(key)
    string(text)
  }

  /// Writes a member that is a whole number.
  package mutating func member(_ key: String, _ number: Int) {
    self.key(key)
    self.number(number)
  }

  /// Writes a member that is a truth.
  package mutating func member(_ key: String, _ truth: Bool) {
    self.key(key)
    self.truth(truth)
  }

  /// Writes a member that is a length of time in seconds, with at most six digits behind the point.
  package mutating func member(_ key: String, seconds duration: Duration) {
    self.key(key)
    var number: [UInt8] = []
    Self.append(seconds: duration, to: &number)
    raw(number)
  }

  /// Writes a member that is an object.
  package mutating func member(_ key: String, _ body: (inout JSONText) -> Void) {
    self.key(key)
    object(body)
  }

  /// Writes a member that is a list.
  package mutating func list(_ key: String, _ body: (inout JSONText) -> Void) {
    self.key(key)
    array(body)
  }

  /// Ends the line, behind a whole document.
  package mutating func newline() {
    bytes.append(0x0a)
    needsComma = false
  }

  private mutating func enclose(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONText) -> Void
  ) {
    beginValue()
    bytes.append(UInt8(ascii: open))
    depth += 1
    needsComma = false
    let start = bytes.count
    body(&self)
    depth -= 1
    if bytes.count > start { breakLine() }
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func beginValue() {
    if followsKey {
      followsKey = false
      return
    }
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
    if depth > 0 { breakLine() }
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    bytes.append(0x0a)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  // MARK: Bytes

  /// Appends a text between quotes.
  package static func append(string text: String, to bytes: inout [UInt8]) {
    var copy = text
    copy.withUTF8 { append(string: $0, to: &bytes) }
  }

  /// Appends UTF-8 between quotes, with escapes where JSON asks for them.
  package static func append(string utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5c }) {
      bytes.append(contentsOf: utf8)
    } else {
      for byte in utf8 { append(escaped: byte, to: &bytes) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func append(escaped byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case 0x22, 0x5c: bytes += [0x5c, byte]
    case 0x0a: bytes += [0x5c, UInt8(ascii: "n")]
    case 0x0d: bytes += [0x5c, UInt8(ascii: "r")]
    case 0x09: bytes += [0x5c, UInt8(ascii: "t")]
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    default: bytes.append(byte)
    }
  }

  /// Appends a length of time as a decimal number of seconds: `3600`, `0.5`.
  package static func append(seconds duration: Duration, to bytes: inout [UInt8]) {
    if duration.microseconds < 0 { bytes.append(UInt8(ascii: "-")) }
    let size = duration.microseconds.magnitude
    append(number: size / 1_000_000, to: &bytes)
    var fraction = size % 1_000_000
    if fraction == 0 { return }
    bytes.append(UInt8(ascii: "."))
    var power: UInt64 = 100_000
    while fraction > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: fraction / power))
      fraction %= power
      power /= 10
    }
  }

  /// Appends a number's decimal digits.
  package static func append(number: UInt64, to bytes: inout [UInt8]) {
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }
}

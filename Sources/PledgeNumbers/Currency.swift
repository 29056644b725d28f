/// A currency by its ISO 4217 alphabetic code, with the number of digits of its minor unit.
///
/// Both are packed in one integer, so that comparing and copying cost nothing.
package struct Currency: Sendable, Hashable {
  /// Three letters of five bits each, above three bits for the minor unit's digits.
  private let packed: UInt32

  private init(packed: UInt32) { self.packed = packed }

  /// The currency with this code; nil when `code` is not one of the table, which has capitals only.
  package init?<Text: StringProtocol>(_ code: Text) {
    guard let letters = Currency.pack(code.utf8), let digits = Currency.table[letters] else { return nil }
    self.init(packed: letters << 3 | digits)
  }

  /// The currency whose code is just these bytes; nil when they are not a code of the table.
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard let letters = Currency.pack(bytes), let digits = Currency.table[letters] else { return nil }
    self.init(packed: letters << 3 | digits)
  }

  /// No currency, `XXX` of ISO 4217, which no text can name: stands where a currency could not be found.
  package static let absent = Currency(packed: (23 << 10 | 23 << 5 | 23) << 3)

  /// The digits of the minor unit: 2 for CNY, 0 for JPY, 3 for KWD, 4 for CLF.
  package var minorUnitDigits: Int { Int(packed & 7) }

  /// The alphabetic code, `CNY`.
  package var code: String {
    let letters = packed >> 3
    return String(unsafeUninitializedCapacity: 3) { buffer in
      for place in 0..<3 {
        let letter = letters >> UInt32(5 * (2 - place)) & 31
        buffer[place] = UInt8(ascii: "A") &+ UInt8(truncatingIfNeeded: letter)
      }
      return 3
    }
  }

  /// Three capitals in fifteen bits; nil for anything else.
  static func pack(_ code: some Collection<UInt8>) -> UInt32? {
    guard code.count == 3 else { return nil }
    var letters: UInt32 = 0
    for byte in code {
      guard byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") else { return nil }
      letters = letters << 5 | UInt32(byte &- UInt8(ascii: "A"))
    }
    return letters
  }
}

extension Currency: Comparable {
  /// The order of the codes.
  package static func < (left: Currency, right: Currency) -> Bool { left.packed < right.packed }
}

extension Currency: CustomStringConvertible {
  /// The alphabetic code.
  package var description: String { code }
}

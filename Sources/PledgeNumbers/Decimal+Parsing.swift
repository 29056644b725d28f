extension Decimal {
  /// Reads `-12.50`, `8000` or `1.5e3` from the whole of `bytes`.
  ///
  /// A sign (`-` or `+`), digits, a fraction with digits on both sides of the point, an exponent as JSON
  /// has it (RFC 8259, 6). Zeros in front do not count as significant digits; zeros at the end do.
  @inlinable
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<Decimal, Fault> {
    var at = 0
    let end = bytes.count
    guard at < end else { return .failure(.empty) }
    let isNegative = bytes[at] == UInt8(ascii: "-")
    if isNegative || bytes[at] == UInt8(ascii: "+") { at += 1 }

    var coefficient: Int64 = 0
    let wholeStart = at
    while at < end, case let digit = bytes[at] &- UInt8(ascii: "0"), digit <= 9 {
      if coefficient >= limitOfCoefficient { return .failure(.tooManyDigits) }
      coefficient = coefficient &* 10 &+ Int64(digit)
      at += 1
    }
    if at == wholeStart { return .failure(.malformed(offset: at)) }

    var scale = 0
    if at < end, bytes[at] == UInt8(ascii: ".") {
      at += 1
      let fractionStart = at
      while at < end, case let digit = bytes[at] &- UInt8(ascii: "0"), digit <= 9 {
        if coefficient >= limitOfCoefficient { return .failure(.tooManyDigits) }
        coefficient = coefficient &* 10 &+ Int64(digit)
        at += 1
      }
      if at == fractionStart { return .failure(.malformed(offset: at)) }
      scale = at - fractionStart
    }
    if at < end || scale > 18 {
      return finish(bytes, at: at, coefficient: isNegative ? 0 &- coefficient : coefficient, scale: scale)
    }
    return .success(
      Decimal(
        boundedCoefficient: isNegative ? 0 &- coefficient : coefficient,
        scale: UInt8(truncatingIfNeeded: scale)))
  }

  /// Reads the whole of `text`, see `parse(_:)` of bytes.
  package static func parse(_ text: String) -> Result<Decimal, Fault> {
    var copy = text
    return copy.withUTF8 { parse($0) }
  }

  /// A coefficient from which on another digit would be the nineteenth.
  @usableFromInline static var limitOfCoefficient: Int64 { 100_000_000_000_000_000 }

  /// The rare end of a number: an exponent, a long row of zeros, or something that does not belong there.
  @usableFromInline
  static func finish(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, coefficient: Int64, scale: Int
  ) -> Result<Decimal, Fault> {
    var exponent = 0
    if start < bytes.count {
      guard bytes[start] | 0x20 == UInt8(ascii: "e") else { return .failure(.malformed(offset: start)) }
      switch parseExponent(bytes, at: start + 1) {
      case .success(let value): exponent = value
      case .failure(let fault): return .failure(fault)
      }
    }
    return shifted(coefficient, by: exponent - scale)
  }

  /// The exponent's digits with their sign; sizes beyond ±10 000 are all the same to a number of 18 digits.
  private static func parseExponent(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Result<Int, Fault> {
    var at = start
    var isNegative = false
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
      isNegative = bytes[at] == UInt8(ascii: "-")
      at += 1
    }
    let digitsStart = at
    var exponent = 0
    while at < bytes.count, case let digit = bytes[at] &- UInt8(ascii: "0"), digit <= 9 {
      exponent = min(10_000, exponent * 10 + Int(digit))
      at += 1
    }
    if at == digitsStart || at < bytes.count { return .failure(.malformed(offset: at)) }
    return .success(isNegative ? -exponent : exponent)
  }

  /// `coefficient × 10^power` as a decimal.
  private static func shifted(_ coefficient: Int64, by power: Int) -> Result<Decimal, Fault> {
    if coefficient == 0 {
      return .success(Decimal(boundedCoefficient: 0, scale: UInt8(min(18, max(0, -power)))))
    }
    if power <= 0 {
      if power < -18 { return .failure(.tooManyFractionDigits) }
      return .success(Decimal(boundedCoefficient: coefficient, scale: UInt8(-power)))
    }
    var result = coefficient
    for _ in 0..<min(power, 19) {
      if result.magnitude >= limitOfCoefficient.magnitude { return .failure(.tooManyDigits) }
      result *= 10
    }
    return .success(Decimal(boundedCoefficient: result, scale: 0))
  }
}

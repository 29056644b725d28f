/// What a number's token says, without separators.
enum NumberDecoder {
  /// The digits and the decimal point of a node's number; `0` where its token is missing.
  static func digits(of node: SyntaxNode) -> String {
    guard let token = node.token(.number) else { return "0" }
    let text = token.text
    return text.utf8.contains(UInt8(ascii: "_")) ? text.filter { $0 != "_" } : text
  }
}

/// What the tokens of dates and times say, as integers. The lexer has checked their shape,
/// so they are read by bytes: a policy with many tests has many.
enum DateDecoder {
  /// Year, month and day of `yyyy-mm-dd`.
  static func date(_ text: String) -> (year: Int, month: Int, day: Int) {
    let numbers = numbers(text).values
    return (numbers[0], numbers[1], numbers[2])
  }

  /// Hour, minute, second and microsecond of `h:mm[:ss[.f]]`.
  static func time(_ text: String) -> (hour: Int, minute: Int, second: Int, microsecond: Int) {
    var (numbers, count, digits) = numbers(text)
    if count == 4 {
      while digits < 6 {
        numbers[3] *= 10
        digits += 1
      }
    }
    return (numbers[0], numbers[1], numbers[2], numbers[3])
  }

  /// Greater than what a date or time may say.
  private static let tooGreat = 1_000_000_000

  /// The first four numbers of a text, 0 where it has fewer, and how many digits the last of them has.
  private static func numbers(_ text: String) -> (values: SIMD4<Int>, count: Int, digits: Int) {
    var values = SIMD4<Int>.zero
    var (count, digits) = (0, 0)
    var isInside = false
    for byte in text.utf8 {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else {
        isInside = false
        continue
      }
      if !isInside {
        if count == 4 { break }
        (count, digits) = (count + 1, 0)
        isInside = true
      }
      values[count - 1] = min(values[count - 1] * 10 + Int(byte - UInt8(ascii: "0")), tooGreat)
      digits += 1
    }
    return (values, count, digits)
  }
}

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
/// so they are cut by bytes: a policy with many tests has many.
enum DateDecoder {
  /// Year, month and day of `yyyy-mm-dd`.
  static func date(_ text: String) -> (year: Int, month: Int, day: Int) {
    let fields = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .map { Int(Substring($0)) ?? 0 }
    guard fields.count == 3 else { return (0, 0, 0) }
    return (fields[0], fields[1], fields[2])
  }

  /// Hour, minute, second and microsecond of `h:mm[:ss[.f]]`.
  static func time(_ text: String) -> (hour: Int, minute: Int, second: Int, microsecond: Int) {
    var fields = text.utf8.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      .map { String(Substring($0)) }
    if fields.count == 4 { fields[3] += String(repeating: "0", count: max(0, 6 - fields[3].count)) }
    let numbers = fields.map { Int($0) ?? 0 }
    func field(_ index: Int) -> Int { index < numbers.count ? numbers[index] : 0 }
    return (field(0), field(1), field(2), field(3))
  }
}

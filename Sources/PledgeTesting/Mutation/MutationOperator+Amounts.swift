import PledgeDiagnostics
import PledgeNumbers
import PledgeSyntax

extension MutationOperator {
  /// Mistakes in written figures, by the smallest step that a test can see.
  ///
  /// The step is a minute for hours and minutes and one of the unit for all other lengths; the minor unit of
  /// a currency; one in the last decimal of a number or a percentage; a minute of a time of day; a day.
  static let amounts: [MutationOperator] = [
    MutationOperator(
      "figure-up", "makes a figure greater by the smallest step", at: .numberLiteral, .percentLiteral,
      .quantityLiteral
    ) { node, context in figures(node, context, by: 1) },
    MutationOperator(
      "figure-down", "makes a figure less by the smallest step", at: .numberLiteral,
      .percentLiteral, .quantityLiteral
    ) { node, context in figures(node, context, by: -1) },
    MutationOperator("time-moved", "moves a time of day by a minute", at: .timeLiteral) { node, _ in
      [1, -1].compactMap { moved(time: node.text, by: $0) }.map { node.replaced(by: $0) }
    },
    MutationOperator("days-exchanged", "counts calendar days for working days, or the other way", at: .unit) {
      node, context in
      node.exchanging(.working, for: .calendar, in: context)
        + node.exchanging(.calendar, for: .working, in: context)
    },
    MutationOperator("share-of-dropped", "leaves out what a share is of", at: .share) { node, _ in
      let parts = node.nodes
      guard parts.count == 2 else { return [] }
      return [node.replaced(by: parts[1].text)]
    },
  ]

  private static func figures(
    _ node: SyntaxNode, _ context: MutationContext, by step: Int128
  ) -> [TextEdit] {
    if let number = node.view(NumberLiteral.self) {
      let step = number.isNegative ? -step : step
      guard let token = node.ownTokens.first(where: { $0.kind == .number }) else { return [] }
      return WrittenNumber(number.digits)?.moved(by: step).map {
        [TextEdit(range: token.range, replacement: $0)]
      } ?? []
    }
    if let percent = node.view(PercentLiteral.self) {
      let step = percent.isNegative ? -step : step
      guard let token = node.ownTokens.first(where: { $0.kind == .number }) else { return [] }
      return WrittenNumber(percent.digits)?.moved(by: step).map {
        [TextEdit(range: token.range, replacement: $0)]
      } ?? []
    }
    guard let quantity = node.view(QuantityLiteral.self), let part = quantity.parts.last,
      let replacement = moved(part, context, by: quantity.isNegative ? -step : step)
    else { return [] }
    return [part.node.replaced(by: replacement)]
  }

  /// The last part of a quantity with a step more or less; nil where there is none.
  private static func moved(
    _ part: QuantityPart, _ context: MutationContext, by step: Int128
  ) -> String? {
    guard let unit = part.unit, let kind = unit.kind, let number = WrittenNumber(part.digits) else {
      return nil
    }
    switch kind {
    case .currency(let code):
      let minor = Currency(code)?.minorUnitDigits ?? 2
      return number.scaled(to: minor)?.moved(by: step).map { "\($0) \(unit.text)" }
    case .plain(.hour):
      guard let minutes = number.times(60), let moved = minutes.moved(by: step) else { return nil }
      return "\(moved) \(context.unit(.minute, behind: moved))"
    case .plain(let word):
      return number.moved(by: step).map { "\($0) \(context.unit(word, behind: $0))" }
    case .working, .calendar:
      return number.moved(by: step).map { "\($0) \(unit.text)" }
    }
  }

  /// A time of day a minute later or earlier, within the day.
  private static func moved(time: String, by step: Int) -> String? {
    let parts = time.split(separator: ":")
    guard parts.count >= 2, let hour = Int(parts[0]), let minute = Int(parts[1]) else { return nil }
    let total = hour * 60 + minute + step
    guard total >= 0, total <= 24 * 60 else { return nil }
    let rest = parts.dropFirst(2).map { ":" + $0 }.joined()
    let digits = total % 60 < 10 ? "0\(total % 60)" : "\(total % 60)"
    return "\(total / 60 < 10 ? "0" : "")\(total / 60):\(digits)\(rest)"
  }
}

/// A number as it is written: an integer and how many of its digits are decimals.
struct WrittenNumber {
  private var value: Int128
  private var decimals: Int

  /// Nil where the digits are too many to step from.
  init?(_ digits: String) {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard digits.count < 30, let value = Int128(parts.joined()) else { return nil }
    self.value = value
    decimals = parts.count > 1 ? parts[1].count : 0
  }

  private init(value: Int128, decimals: Int) {
    self.value = value
    self.decimals = decimals
  }

  /// The same number with at least so many decimals; nil where there are too many digits.
  func scaled(to least: Int) -> WrittenNumber? {
    guard decimals < least else { return self }
    var scaled = value
    for _ in decimals..<least {
      let (product, overflow) = scaled.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      scaled = product
    }
    return WrittenNumber(value: scaled, decimals: least)
  }

  /// A multiple; nil where it is no whole number or too great.
  func times(_ factor: Int128) -> WrittenNumber? {
    var (product, overflow) = value.multipliedReportingOverflow(by: factor)
    for _ in 0..<decimals {
      guard product % 10 == 0 else { return nil }
      product /= 10
    }
    return overflow ? nil : WrittenNumber(value: product, decimals: 0)
  }

  /// The digits of the number moved by so many of its last decimal; nil below zero.
  func moved(by step: Int128) -> String? {
    let (moved, overflow) = value.addingReportingOverflow(step)
    guard !overflow, moved >= 0 else { return nil }
    guard decimals > 0 else { return "\(moved)" }
    let digits = "\(moved)"
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}

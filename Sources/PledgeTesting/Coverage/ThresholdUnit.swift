import PledgeNumbers
import PledgePolicy
import PledgeTime

/// How near to a threshold a value stands "one unit beside it": the smallest unit in which such figures are
/// written, and a smaller one where the figure itself is written more finely.
package enum ThresholdUnit {
  /// The unit of a threshold of a type, as a constant of that type that people can read; nil for types
  /// without an order.
  package static func constant(_ type: ExpressionType, _ figure: Constant?) -> Constant? {
    switch type {
    case .integer: return .number(.one)
    case .decimal: return .number(places(figure, atLeast: 0))
    case .percent: return .number(places(figure, atLeast: 4))
    case .money: return .number(places(figure, atLeast: 2))
    case .duration, .timeOfDay, .instant, .workingLength, .calendarLength: return .duration(time(figure))
    case .date: return .number(.one)
    case .truth, .text, .choice, .key: return nil
    }
  }

  /// The same as values reckon: microseconds for times, days for dates.
  package static func measure(_ unit: Constant) -> Rational? {
    switch unit {
    case .number(let number): number
    case .duration(let duration): Rational(duration.microseconds)
    case .truth, .calendarLength, .workingDays, .instant, .date, .timeOfDay, .text, .choice: nil
    }
  }

  /// The last decimal place in which a figure is written, but not a coarser one than given.
  private static func places(_ figure: Constant?, atLeast least: Int) -> Rational {
    guard case .number(let number)? = figure, let needed = number.neededFractionDigits else {
      return power(least)
    }
    return power(max(least, needed))
  }

  private static func power(_ digits: Int) -> Rational {
    var denominator: Int128 = 1
    for _ in 0..<min(digits, 18) { denominator *= 10 }
    return Rational(numerator: 1, denominator: denominator) ?? .one
  }

  /// A minute, or the second, millisecond or microsecond in which a time is written.
  private static func time(_ figure: Constant?) -> Duration {
    let written: Int64 =
      switch figure {
      case .duration(let duration)?: duration.microseconds
      case .timeOfDay(let time)?: time.microseconds
      case .instant(let instant)?: instant.microseconds
      case .truth?, .number?, .calendarLength?, .workingDays?, .date?, .text?, .choice?, nil: 0
      }
    let units: [Int64] = [60_000_000, 1_000_000, 1000]
    return Duration(microseconds: units.first { written % $0 == 0 } ?? 1)
  }
}

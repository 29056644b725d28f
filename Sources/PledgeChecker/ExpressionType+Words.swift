import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeTickets

extension ExpressionType {
  /// What messages call the type.
  var words: Term {
    switch self {
    case .truth: .condition
    case .integer: .number
    case .decimal: .decimal
    case .percent: .percent
    case .money(let currency): .moneyIn(currency.code)
    case .duration: .duration
    case .calendarLength: .calendarLength
    case .workingLength: .workingLength
    case .instant: .instant
    case .date: .date
    case .timeOfDay: .timeOfDay
    case .text: .text
    case .choice(let members):
      .member(members.count <= 4 ? members : [members[0], members[1], "…"])
    case .key: .key
    }
  }

  /// How values of this type and another could be brought together; nil where nobody knows.
  func advice(with other: ExpressionType) -> UnitAdvice? {
    let pair = [self, other]
    let hasNumber = pair.contains(.integer) || pair.contains(.decimal)
    let hasMoney = pair.contains { if case .money = $0 { true } else { false } }
    if pair.contains(.percent) {
      if hasNumber { return .percentOrNumber }
      return hasMoney || pair.contains(.duration) ? .percentOf : nil
    }
    let hasLength = pair.contains(.calendarLength) || pair.contains(.workingLength)
    if hasLength, pair.contains(.duration) || pair == [.calendarLength, .workingLength] { return .oneCount }
    if hasNumber, hasMoney || pair.contains(.duration) || hasLength { return .unit }
    return instantAdvice(pair)
  }

  /// The same of instants, dates and times.
  private func instantAdvice(_ pair: [ExpressionType]) -> UnitAdvice? {
    let hasDate = pair.contains(.date)
    if pair.contains(.duration), hasDate || pair.contains(.instant) { return .instantBehind }
    if hasDate, pair.contains(.instant) { return .instantOfDate }
    return hasDate && pair.contains(.timeOfDay) ? .timeOnDate : nil
  }

  /// Whether values of the type stand in an order.
  var isOrdered: Bool {
    switch self {
    case .integer, .decimal, .percent, .money, .duration, .instant, .date, .timeOfDay, .workingLength: true
    case .truth, .calendarLength, .text, .choice, .key: false
    }
  }

  /// Whether the type is a plain number.
  var isNumber: Bool { self == .integer || self == .decimal }

  /// The currency, where the type is money.
  var currency: Currency? {
    if case .money(let currency) = self { currency } else { nil }
  }

  /// Whether a value of this type can stand where `needed` is asked for.
  func fits(_ needed: ExpressionType) -> Bool {
    if self == needed { return true }
    switch (self, needed) {
    case (.integer, .decimal), (.text, .key), (.key, .text): return true
    case (_, _): return false
    }
  }
}

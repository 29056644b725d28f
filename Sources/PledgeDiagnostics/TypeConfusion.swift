/// Types that are often taken for each other.
enum TypeConfusion: Hashable, Sendable {
  /// A number without its currency.
  case numberForMoney
  /// A number without its unit.
  case numberForLength
  /// A percent of nothing.
  case percentForMoney
  /// A day where an instant is asked for.
  case dateForInstant
  /// A length where the deadline is asked for.
  case durationForInstant
  /// A length where something is before or after.
  case durationForMoment
  /// Hours of a calendar where the calendar does not stand.
  case durationForTime
  /// A time of a day without the day.
  case timeForMoment
  /// An event, of which an attribute is asked for.
  case instantForKey
}

extension TypeFact {
  /// What could be meant where one type stands for another; nil where nobody knows.
  static func confusion(found: Term, needed: Term) -> TypeConfusion? {
    if found == .number || found == .decimal {
      return needed.isAmount ? .numberForMoney : needed.isLength ? .numberForLength : nil
    }
    if found == .percent, needed.isAmount { return .percentForMoney }
    if found == .date, needed == .anyOf([.event, .instant]) { return .dateForInstant }
    if found == .instant, needed == .registerKey { return .instantForKey }
    let isMoment = needed == .anyOf([.instant, .date])
    if found == .timeOfDay { return isMoment ? .timeForMoment : nil }
    guard found == .duration else { return nil }
    if case .suchAs(.timeOfDay, _) = needed { return .durationForTime }
    return needed == .instant ? .durationForInstant : isMoment ? .durationForMoment : nil
  }
}

extension Term {
  /// Whether it is a sum of money.
  fileprivate var isAmount: Bool {
    if case .moneyIn = self { return true }
    if case .amountIn = self { return true }
    if case .suchAs(let term, _) = self { return term.isAmount }
    if case .anyOf(let terms) = self { return terms.first?.isAmount ?? false }
    return [.money, .amount, .amountOfMoney].contains(self)
  }

  /// Whether it is a stretch of time.
  fileprivate var isLength: Bool {
    if case .suchAs(let term, _) = self { return term.isLength }
    if case .anyOf(let terms) = self { return terms.contains(where: \.isLength) }
    return Term.lengths.contains(self)
  }

  private static let lengths: Set<Term> = [
    .duration, .length, .calendarLength, .durationOrCalendar, .instantOrOffset, .instantOffsetOrNever,
  ]

  /// Whether it is a named exclusion.
  var isExclusion: Bool { if case .exclusionNamed = self { true } else { false } }
}

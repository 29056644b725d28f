/// Some of the seven weekdays.
package struct Weekdays: OptionSet, Sendable, Hashable {
  /// Bit n is weekday n, Monday 1 to Sunday 7.
  package let rawValue: UInt8

  /// All seven.
  package static let all = Weekdays(rawValue: 0b1111_1110)

  /// The weekdays whose bits are set.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// One weekday, Monday 1 to Sunday 7; none for other numbers.
  package init(weekday: Int) { rawValue = weekday >= 1 && weekday <= 7 ? 1 << UInt8(weekday) : 0 }

  /// Whether the weekday 1...7 is one of them.
  package func contains(weekday: Int) -> Bool { !isDisjoint(with: Weekdays(weekday: weekday)) }
}

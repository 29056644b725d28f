import PledgeNumbers
import PledgeTime

/// One value of a ticket, a register or an event's attribute, as it was read.
///
/// A scalar holds no reference, so that a history's values are copied and dropped for free.
@usableFromInline package enum Scalar: Sendable, Hashable {
  /// The source holds no value here.
  case missing
  case truth(Bool)
  /// An integer, a decimal, a percent as a fraction, or an amount of money in the declared currency.
  case number(Decimal)
  case duration(Duration)
  case instant(Instant)
  case date(CivilDate)
  case text(TextID)
  /// The index of an enumeration's member in the order of its declaration.
  case choice(Int32)
}

import PledgeNumbers
import PledgeTime

/// The type of a field of a ticket, of a register's column or of an event's attribute.
///
/// Source: "Values" in the language reference.
package enum ValueType: Sendable, Hashable {
  case truth
  case integer
  case decimal
  /// A share such as `99.95%`, carried as an exact fraction (0.9995).
  case percent
  /// An amount of the policy's currency.
  case money(Currency)
  case duration
  case instant
  case date
  case text
  /// One of the members in the order of their declaration; a value is an index into them.
  case choice(members: [String])
  /// The key of a row of the register with this index.
  case key(register: Int)
}

import PledgeNumbers

/// One value of a breakdown and the row of the ledger that counts its tickets.
package struct Group: Sendable, Hashable {
  /// The value as a reader writes it; nil for tickets without one.
  package var label: String?
  package var row: Int
  /// Puts the values in order; nil for tickets without one, which come last.
  var key: SortKey?

  package init(label: String?, row: Int) {
    self.init(label: label, row: row, key: nil)
  }

  init(label: String?, row: Int, key: SortKey?) {
    self.label = label
    self.row = row
    self.key = key
  }

  static func precedes(_ left: Group, _ right: Group) -> Bool {
    guard let first = left.key else { return false }
    guard let second = right.key else { return true }
    return first < second
  }
}

/// Puts the values of one breakdown in order.
enum SortKey: Comparable, Hashable, Sendable {
  case position(Int)
  case number(Rational)
  case text([UInt8])

  static func < (left: SortKey, right: SortKey) -> Bool {
    switch (left, right) {
    case (.position(let first), .position(let second)): first < second
    case (.number(let first), .number(let second)): first < second
    case (.text(let first), .text(let second)): first.lexicographicallyPrecedes(second)
    case (.position, .number), (.position, .text), (.number, .text): true
    case (.number, .position), (.text, .position), (.text, .number): false
    }
  }
}

import PledgeNumbers

/// One value of a breakdown and the row of the ledger that counts its tickets.
package struct Group: Sendable, Hashable {
  /// The value as a reader writes it; nil for tickets without one.
  package var label: String?
  package var row: Int

  package init(label: String?, row: Int) {
    self.label = label
    self.row = row
  }
}

/// Puts the values of one breakdown in order.
enum SortKey: Comparable {
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

/// What a policy says a register consists of.
package struct RegisterDeclaration: Sendable {
  package var name: String
  /// The column whose value names a row.
  package var key: FieldDeclaration
  /// The other columns.
  package var columns: [FieldDeclaration]

  package init(name: String, key: FieldDeclaration, columns: [FieldDeclaration]) {
    self.name = name
    self.key = key
    self.columns = columns
  }
}

/// Reference data that tickets join by key: circuits, customers, contracts.
///
/// **Invariant**: every row has one scalar a declared column, of its type or `missing`; keys are unique.
package struct Register: Sendable {
  package private(set) var rowCount = 0
  /// The keys in the order of their rows.
  package private(set) var keys: [Scalar] = []
  private var cells: [Scalar] = []
  private var rowOfKey: [Scalar: Int32] = [:]
  private let columnCount: Int

  package init(columnCount: Int) {
    self.columnCount = columnCount
  }

  /// Adds a row; false when the key is missing, stands already or the number of cells is not the number of
  /// columns.
  package mutating func add(key: Scalar, cells row: [Scalar]) -> Bool {
    guard row.count == columnCount, key != .missing, rowOfKey[key] == nil else { return false }
    rowOfKey[key] = Int32(rowCount)
    keys.append(key)
    cells.append(contentsOf: row)
    rowCount += 1
    return true
  }

  /// The row of a key, or nil.
  package func row(_ key: Scalar) -> Int? {
    rowOfKey[key].map(Int.init)
  }

  /// The cell of a row that `row(_:)` returned.
  package func cell(row: Int, column: Int) -> Scalar {
    cells[row * columnCount + column]
  }
}

/// What a policy says a register consists of.
package struct RegisterDeclaration: Sendable {
  package var name: String
  /// The column whose value names a row.
  package var key: FieldDeclaration
  /// The other columns.
  package var columns: [FieldDeclaration]
  /// `many by`: a key may have several rows.
  package var isMany: Bool

  package init(name: String, key: FieldDeclaration, columns: [FieldDeclaration], isMany: Bool = false) {
    self.name = name
    self.key = key
    self.columns = columns
    self.isMany = isMany
  }

  /// The columns that say when a row holds, where it says so: a date `valid_to` is the last day, an instant
  /// the first that does not belong to it any more.
  package var validFrom: Int? { isMany ? nil : column("valid_from", of: [.date, .instant]) }
  package var validTo: Int? { isMany ? nil : column("valid_to", of: [.date, .instant]) }
  /// Whether a key has a row for each of several times.
  package var isDated: Bool { validFrom != nil || validTo != nil }
  /// The columns between which the rows of a register of windows lie.
  package var window: (start: Int, end: Int)? {
    guard isMany, let start = column("start", of: [.instant]), let end = column("end", of: [.instant]) else {
      return nil
    }
    return (start, end)
  }

  private func column(_ name: String, of types: [ValueType]) -> Int? {
    columns.firstIndex { $0.name == name && types.contains($0.type) }
  }
}

/// Reference data that tickets join by key: circuits, customers, contracts.
///
/// **Invariant**: every row has one scalar a declared column, of its type or `missing`; keys are unique
/// unless the register allows several rows a key.
package struct Register: Sendable {
  package private(set) var rowCount = 0
  /// The keys in the order of their first rows.
  package private(set) var keys: [Scalar] = []
  private var cells: [Scalar] = []
  private var rowOfKey: [Scalar: Int32] = [:]
  private let columnCount: Int
  private let allowsSeveral: Bool
  /// For each row the next one of its key, or -1; empty where keys are unique.
  private var following: [Int32] = []
  private var lastRowOfKey: [Scalar: Int32] = [:]

  package init(columnCount: Int, allowsSeveral: Bool = false) {
    self.columnCount = columnCount
    self.allowsSeveral = allowsSeveral
  }

  /// The empty register of a declaration.
  package init(_ declaration: RegisterDeclaration) {
    self.init(
      columnCount: declaration.columns.count, allowsSeveral: declaration.isMany || declaration.isDated)
  }

  /// Adds a row; false when the key is missing, stands already or the number of cells is not the number of
  /// columns.
  package mutating func add(key: Scalar, cells row: [Scalar]) -> Bool {
    guard row.count == columnCount, key != .missing, allowsSeveral || rowOfKey[key] == nil else {
      return false
    }
    let index = Int32(rowCount)
    if rowOfKey[key] == nil {
      rowOfKey[key] = index
      keys.append(key)
    }
    if allowsSeveral {
      if let last = lastRowOfKey[key] { following[Int(last)] = index }
      lastRowOfKey[key] = index
      following.append(-1)
    }
    cells.append(contentsOf: row)
    rowCount += 1
    return true
  }

  /// The row of a key, the first where it has several, or nil.
  package func row(_ key: Scalar) -> Int? {
    rowOfKey[key].map(Int.init)
  }

  /// The next row of the same key behind one, or nil.
  package func row(after row: Int) -> Int? {
    guard allowsSeveral, following[row] >= 0 else { return nil }
    return Int(following[row])
  }

  /// Two rows of a key that hold at one time, the first such by their order; nil where there are none.
  package func overlap(_ key: Scalar, _ declaration: RegisterDeclaration) -> (first: Int, second: Int)? {
    guard declaration.isDated else { return nil }
    var rows: [Int] = []
    var next = row(key)
    while let current = next {
      rows.append(current)
      next = row(after: current)
    }
    for (position, first) in rows.enumerated() {
      for second in rows[(position + 1)...] where holdTogether(first, second, declaration) {
        return (first, second)
      }
    }
    return nil
  }

  private func holdTogether(_ first: Int, _ second: Int, _ declaration: RegisterDeclaration) -> Bool {
    endsBefore(first, second, declaration) == false && endsBefore(second, first, declaration) == false
  }

  /// Whether a row's time is over when another's begins.
  private func endsBefore(_ first: Int, _ second: Int, _ declaration: RegisterDeclaration) -> Bool {
    guard let to = declaration.validTo, let from = declaration.validFrom else { return false }
    switch (cell(row: first, column: to), cell(row: second, column: from)) {
    case (.date(let end), .date(let start)): return end < start
    case (.instant(let end), .instant(let start)): return end <= start
    case (_, _): return false
    }
  }

  /// The cell of a row that `row(_:)` returned.
  package func cell(row: Int, column: Int) -> Scalar {
    cells[row * columnCount + column]
  }
}

/// Reference data that tickets join by key: circuits, customers, contracts.
///
/// A row is found by one scalar, its key. Where a register has several key columns, that is the number of
/// the key, which `key(_:)` finds for their values.
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
  /// How many values a key has.
  package let keyWidth: Int
  private let allowsSeveral: Bool
  /// Where a key has several values: a walk over them, from the step before and a value to the next step, so
  /// that finding one allocates nothing.
  private var steps: [Step: Int32] = [:]
  /// The values of each key that has several, in the order of `keys`.
  private var keyValues: [Scalar] = []
  /// For each row the next one of its key, or -1; empty where keys are unique.
  private var following: [Int32] = []
  private var lastRowOfKey: [Scalar: Int32] = [:]

  private struct Step: Hashable {
    var before: Int32
    var value: Scalar
  }

  package init(columnCount: Int, keyWidth: Int = 1, allowsSeveral: Bool = false) {
    self.columnCount = columnCount
    self.keyWidth = keyWidth
    self.allowsSeveral = allowsSeveral
  }

  /// The empty register of a declaration.
  package init(_ declaration: RegisterDeclaration) {
    self.init(
      columnCount: declaration.columns.count, keyWidth: declaration.keys.count,
      allowsSeveral: declaration.isMany || declaration.isDated)
  }

  /// Adds a row; false when a value of the key is missing, the key stands already or the number of cells is
  /// not the number of columns.
  package mutating func add(keys values: [Scalar], cells row: [Scalar]) -> Bool {
    guard row.count == columnCount, values.count == keyWidth, !values.contains(.missing) else { return false }
    let key = values.count == 1 ? values[0] : walk(values)
    guard allowsSeveral || rowOfKey[key] == nil else { return false }
    let index = Int32(rowCount)
    if rowOfKey[key] == nil {
      rowOfKey[key] = index
      keys.append(key)
      if keyWidth > 1 { keyValues += values }
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

  /// The key that the values of several columns make; its number is the one of the last step.
  private mutating func walk(_ values: [Scalar]) -> Scalar {
    var before: Int32 = -1
    for value in values {
      let step = Step(before: before, value: value)
      let next = steps[step] ?? Int32(steps.count)
      steps[step] = next
      before = next
    }
    return .choice(before)
  }

  /// One step of the way to a key of several values: nil where no row begins with them. The way begins at -1,
  /// and the key is the choice of the last step's number.
  package func step(_ before: Int32, _ value: Scalar) -> Int32? { steps[Step(before: before, value: value)] }

  /// The key of these values, or nil where no row has it.
  package func key(_ values: [Scalar]) -> Scalar? {
    guard keyWidth > 1 else { return values.first.flatMap { rowOfKey[$0] == nil ? nil : $0 } }
    var before: Int32 = -1
    for value in values {
      guard let next = step(before, value) else { return nil }
      before = next
    }
    return .choice(before)
  }

  /// The values of a key, by its place in `keys`.
  package func values(ofKeyAt place: Int) -> ArraySlice<Scalar> {
    keyWidth == 1 ? keys[place...place] : keyValues[place * keyWidth..<(place + 1) * keyWidth]
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
  package func overlap(_ keys: [Scalar], _ declaration: RegisterDeclaration) -> (first: Int, second: Int)? {
    guard declaration.isDated else { return nil }
    var rows: [Int] = []
    var next = key(keys).flatMap { row($0) }
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

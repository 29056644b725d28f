/// What trying all points of a small table one by one finds: as plain as can be, so that it can be believed.
struct TriedTable {
  private let table: SmallTable
  /// For each column and point the rows whose cell takes it, as bits.
  private let masks: [[UInt8]]
  private(set) var hasHole = false
  /// The rows that decide some case.
  private(set) var reached: UInt8 = 0
  /// For each row those that decide cases which it takes too.
  private(set) var takers: [UInt8]
  /// The rows all of whose cases are taken next by a row of the same result, which is not `otherwise`.
  private(set) var repeating: UInt8
  /// Rows that share a case which the first decides, as first × 8 + second.
  private(set) var sharing: Set<Int> = []
  /// Rows on both sides of cases that `otherwise` decides, as below × 8 + above.
  private(set) var gaps: Set<Int> = []

  init(_ table: SmallTable) {
    self.table = table
    let rows = table.rows
    masks = table.kinds.indices.map { column in
      table.kinds[column].points.map { units in
        var mask: UInt8 = 0
        for row in rows.indices where rows[row].cells[column].takes(units) { mask |= 1 << row }
        return mask
      }
    }
    takers = rows.map { _ in 0 }
    repeating = (1 << rows.count) - 1
    if table.hasOtherwise { repeating &= ~(1 << (rows.count - 1)) }
    tryAll()
    repeating &= reached
    for column in table.kinds.indices where table.hasOtherwise && table.kinds[column].hasSteps {
      lookForGaps(along: column)
    }
    sharing = sharing.filter { !isInside($0 / 8, $0 % 8) && !isInside($0 % 8, $0 / 8) }
  }

  private mutating func tryAll() {
    Self.each(masks) { mask in
      guard mask != 0 else {
        hasHole = true
        return
      }
      let first = mask.trailingZeroBitCount
      reached |= 1 << first
      let rest = mask & (mask - 1)
      var others = rest
      while others != 0 {
        let other = others.trailingZeroBitCount
        others &= others - 1
        takers[other] |= 1 << first
        if other < otherwise, table.rows[other].result != table.rows[first].result {
          sharing.insert(first * 8 + other)
        }
      }
      let next = rest.trailingZeroBitCount
      if next >= otherwise || table.rows[next].result != table.rows[first].result {
        repeating &= ~(1 << first)
      }
    }
  }

  /// The place of `otherwise`, or behind the last row.
  private var otherwise: Int { table.hasOtherwise ? table.rows.count - 1 : table.rows.count }

  /// Hands over the rows that take each case.
  private static func each(_ masks: [[UInt8]], _ look: (UInt8) -> Void) {
    for first in masks[0] {
      guard masks.count > 1 else {
        look(first)
        continue
      }
      for second in masks[1] {
        guard masks.count > 2 else {
          look(first & second)
          continue
        }
        for third in masks[2] { look(first & second & third) }
      }
    }
  }

  /// Whether a row takes nothing, column by column, that another one does not take.
  private func isInside(_ row: Int, _ other: Int) -> Bool {
    masks.allSatisfy { column in
      column.allSatisfy { mask in mask & (1 << row) == 0 || mask & (1 << other) != 0 }
    }
  }

  private mutating func lookForGaps(along column: Int) {
    var rest = masks
    let line = rest.remove(at: column)
    var found = gaps
    Self.each(rest.isEmpty ? [[0xFF]] : rest) { others in
      var rows: [Int] = []
      for mask in line {
        let row = (mask & others).trailingZeroBitCount
        if row != rows.last { rows.append(row) }
      }
      for place in rows.indices.dropFirst().dropLast() where rows[place] == otherwise {
        let (below, above) = (rows[place - 1], rows[place + 1])
        let results = [below, above].map { table.rows[$0].result }
        guard !results.contains(table.rows[otherwise].result) else { continue }
        if below != above, bounds(below, above, column) { found.insert(below * 8 + above) }
      }
    }
    gaps = found
  }

  /// Whether two rows name what they take of a column, one of them with a range, or are tiers.
  private func bounds(_ below: Int, _ above: Int, _ column: Int) -> Bool {
    let cells = [below, above].map { table.rows[$0].cells[column] }
    return cells.allSatisfy { !$0.isAny && !$0.isNegated }
      && (!table.kinds[column].isOrdered || cells.contains { $0.hasRange })
  }
}

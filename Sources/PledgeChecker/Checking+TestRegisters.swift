import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax
import PledgeTickets

// The rows of registers that a test gives. They come to what the same rows in a file come to.

extension Checking {
  /// Adds the rows of a `register` line to a test.
  func addRows(_ line: TestRegisterLine, _ draft: inout TestDraft) {
    guard let name = line.name, let rows = line.rows,
      let entity = resolve(name, among: names { if case .register = $0 { true } else { false } })
    else { return }
    guard case .register(let index) = entity else {
      wrongSort(name, entity, asked: .register)
      return
    }
    draft.registerLines[index, default: []].append(line.range)
    draft.places.append(TestDraft.Place(line.range, name.name))
    // Without a key, which has been reported, rows mean nothing.
    guard policy.registers[index].keys.allSatisfy({ !$0.name.isEmpty }),
      let columns = columns(rows, index),
      // In damaged rows a column or a cell may be missing because of the damage.
      !rows.isDamaged, isComplete(columns, index, at: name.range)
    else { return }
    for row in rows.rows {
      for (value, column) in zip(row.values, rows.columns) {
        draft.places.append(TestDraft.Place(value.range, column.name))
      }
      addRow(row, index, columns, &draft)
    }
  }

  /// Which cells of a row are its key and which its columns.
  private struct RowColumns {
    /// The place of each value of the key; nil where the rows do not give it.
    var keys: [Int?]
    /// The column at each place, nil for a value of the key.
    var columns: [Int?] = []
  }

  private func columns(_ rows: RowsView, _ register: Int) -> RowColumns? {
    let declared = policy.registers[register]
    var result = RowColumns(keys: declared.keys.map { _ in nil })
    guard !refuseRepeated(rows.columns) else { return nil }
    for (position, column) in rows.columns.enumerated() {
      if let key = declared.keys.firstIndex(where: { $0.name == column.name }) {
        result.keys[key] = position
        result.columns.append(nil)
      } else if let found = registerColumns[register][column.name] {
        result.columns.append(found)
      } else {
        if rows.isDamaged || isUncertain(register) || isLost(column.name) { return nil }
        let names = (declared.keys + declared.columns).map(\.name)
        report(
          .name(
            .unknownColumn(
              name: column.name, owner: declared.name, columns: names,
              suggestion: Suggestion.nearest(to: column.name, among: names))), at: column.range)
        return nil
      }
    }
    return result
  }

  /// Whether rows give the key and each column that has to have a value; a message where they do not.
  private func isComplete(_ columns: RowColumns, _ register: Int, at range: SourceRange) -> Bool {
    let declared = policy.registers[register]
    let keys = zip(declared.keys, columns.keys).filter { $0.1 == nil }.map(\.0.name)
    let others = declared.columns.indices.filter { column in
      declared.columns[column].presence == .required && !columns.columns.contains(column)
        && !brokenColumns.contains(RegisterColumn(register: register, column: column))
    }
    let absent = keys + others.map { declared.columns[$0].name }
    guard !absent.isEmpty else { return true }
    report(
      .test(.missingColumns(names: absent, register: declared.name)), at: range,
      labels: labels(of: declared.name))
    return false
  }

  private func addRow(_ row: DataRow, _ register: Int, _ columns: RowColumns, _ draft: inout TestDraft) {
    let values = row.values
    guard values.count == columns.columns.count else {
      report(
        .table(
          .cellCount(found: values.count, needed: columns.columns.count, side: .dataRow)),
        at: row.range)
      return
    }
    let declared = policy.registers[register]
    let keys = columns.keys.compactMap { $0 }
    let key = zip(keys, declared.keys).compactMap { scalar(values[$0], as: $1.type) }
    guard key.count == keys.count, let first = keys.first else { return }
    var cells = declared.columns.map { $0.presence.unstated }
    for (position, column) in columns.columns.enumerated() {
      guard let column, !brokenColumns.contains(RegisterColumn(register: register, column: column)),
        let value = scalar(values[position], as: declared.columns[column].type)
      else { continue }
      cells[column] = value
    }
    guard !isOverBeforeItBegins(row, cells, declared, columns) else { return }
    let words = keys.map { text(in: values[$0].range) }.joined(separator: ", ")
    let place = values[first].range
    guard draft.registers[register].add(keys: key, cells: cells) else {
      let own = draft.registers[register].key(key).flatMap { draft.registers[register].row($0) }
      report(.test(.duplicateKey(key: words)), at: place, labels: draft.label(ofRow: own, register))
      return
    }
    draft.rows[register, default: []].append(place)
    if let (other, _) = draft.registers[register].overlap(key, declared) {
      report(.test(.rowsOverlap(key: words)), at: place, labels: draft.label(ofRow: other, register))
    }
  }
}

extension Checking {
  /// Whether a row is over before it begins; a message where it is.
  private func isOverBeforeItBegins(
    _ row: DataRow, _ cells: [Scalar], _ declared: PledgeTickets.RegisterDeclaration, _ columns: RowColumns
  ) -> Bool {
    guard declared.endsBeforeItBegins(cells), let (start, end) = declared.ends,
      let first = columns.columns.firstIndex(of: start), let last = columns.columns.firstIndex(of: end)
    else { return false }
    report(
      .clause(.emptySpan), at: row.values[last].range,
      labels: [SecondaryLabel(.begins, at: row.values[first].range)])
    return true
  }
}

extension TestDraft {
  /// The place of a row of a register, for a message about another one.
  fileprivate func label(ofRow row: Int?, _ register: Int) -> [SecondaryLabel] {
    guard let row, let places = rows[register], places.indices.contains(row) else { return [] }
    return [SecondaryLabel(.firstGivenHere, at: places[row])]
  }
}

import PledgeReports

/// The difference of two texts, line by line, as `diff -u` writes it.
enum TextDifference {
  private static let context = 3

  /// The hunks that lead from one text to the other.
  static func bytes(from old: [UInt8], to new: [UInt8], name: String, _ style: Style) -> [UInt8] {
    let before = lines(old)
    let after = lines(new)
    let changes = after.difference(from: before)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    let rows = rows(before, after, removed, inserted)
    var text = style.bold("--- \(name)") + "\n" + style.bold("+++ \(name), formatted") + "\n"
    for hunk in hunks(rows) { text += hunkText(rows[hunk], style) }
    return Array(text.utf8)
  }

  /// One line of the difference, with how many lines of both texts stand before it.
  private struct Row {
    let sign: Character
    let text: String
    let old: Int
    let new: Int
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    // Bytes, since CR and LF together are one character.
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    if lines.last?.isEmpty ?? false {
      lines.removeLast()
    } else {
      lines[lines.count - 1] += "\n\\ No newline at end of file"
    }
    return lines
  }

  private static func rows(
    _ before: [String], _ after: [String], _ removed: Set<Int>, _ inserted: Set<Int>
  ) -> [Row] {
    var rows: [Row] = []
    var (old, new) = (0, 0)
    while old < before.count || new < after.count {
      if old < before.count, removed.contains(old) {
        rows.append(Row(sign: "-", text: before[old], old: old, new: new))
        old += 1
      } else if new < after.count, inserted.contains(new) {
        rows.append(Row(sign: "+", text: after[new], old: old, new: new))
        new += 1
      } else {
        rows.append(Row(sign: " ", text: before[old], old: old, new: new))
        (old, new) = (old + 1, new + 1)
      }
    }
    return rows
  }

  private static func hunks(_ rows: [Row]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, row) in rows.enumerated() where row.sign != " " {
      let range = max(0, index - context)..<min(rows.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private static func hunkText(_ rows: ArraySlice<Row>, _ style: Style) -> String {
    guard let first = rows.first else { return "" }
    let old = rows.count { $0.sign != "+" }
    let new = rows.count { $0.sign != "-" }
    var text = style.note("@@ -\(first.old + 1),\(old) +\(first.new + 1),\(new) @@") + "\n"
    for row in rows {
      let line = "\(row.sign)\(row.text)"
      switch row.sign {
      case "-": text += style.bad(line) + "\n"
      case "+": text += style.good(line) + "\n"
      default: text += line + "\n"
      }
    }
    return text
  }
}

import PledgeDiagnostics

/// A table of text whose columns are aligned by the width that a terminal shows, so that Chinese lines up.
package struct TextTable {
  /// On which side a column's cells have their blanks.
  package enum Alignment: Sendable { case left, right }

  private struct Cell {
    var text: String
    var mark: ((String) -> String)?
  }

  private let alignments: [Alignment]
  private var rows: [[Cell]] = []
  /// What stands before each row.
  package var indent = ""
  /// How many blanks stand between columns.
  package var gap = 2
  /// The least width of the first column, so that several tables line up.
  package var labelWidth = 0

  package init(_ alignments: [Alignment]) { self.alignments = alignments }

  /// Adds a row of as many cells as columns; missing ones are empty.
  package mutating func add(_ cells: [String]) { rows.append(cells.map { Cell(text: PrintableText.of($0)) }) }

  /// Adds a row whose every cell is marked, a line of headings.
  package mutating func add(_ cells: [String], mark: @escaping (String) -> String) {
    rows.append(cells.map { Cell(text: PrintableText.of($0), mark: mark) })
  }

  /// Adds a row of which some cells are marked, by column.
  package mutating func add(_ cells: [String], marks: [Int: (String) -> String]) {
    rows.append(
      cells.enumerated().map { Cell(text: PrintableText.of($0.element), mark: marks[$0.offset]) })
  }

  /// The lines, each with a line feed, without blanks at their ends.
  package var text: String {
    let widths = alignments.indices.map { column in
      rows.map { column < $0.count ? DisplayWidth.of($0[column].text) : 0 }
        .reduce(column == 0 ? labelWidth : 0, max)
    }
    var result = ""
    for row in rows {
      var line = ""
      var blanks = 0
      for (column, cell) in row.enumerated() where column < alignments.count {
        let space = widths[column] - DisplayWidth.of(cell.text)
        let shown = cell.mark?(cell.text) ?? cell.text
        let before = alignments[column] == .right ? space : 0
        blanks += before
        if !cell.text.isEmpty {
          line += String(repeating: " ", count: blanks) + shown
          blanks = 0
        }
        blanks += space - before + gap
      }
      result += line.isEmpty ? "\n" : indent + line + "\n"
    }
    return result
  }
}

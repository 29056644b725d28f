/// Puts the columns of lines that belong together below each other.
enum Aligner {
  /// The column in cells at which each column of a line begins, for each line.
  static func columns(of lines: [FormatLine]) -> [[Int]] {
    var groups: [Int: [Int]] = [:]
    var result = [[Int]](repeating: [], count: lines.count)
    for (index, line) in lines.enumerated() where !line.pieces.isEmpty {
      if line.group == 0 {
        result[index] = starts(of: [line])
      } else {
        groups[line.group, default: []].append(index)
      }
    }
    for members in groups.values {
      let common = starts(of: members.map { lines[$0] })
      let isTooWide = members.contains {
        lines[$0].isAlignedOnlyIfFitting && width(of: lines[$0], with: common) > House.width
      }
      for index in members { result[index] = isTooWide ? starts(of: [lines[index]]) : common }
    }
    return result
  }

  /// Where the columns of lines begin so that each is behind all that stands before it.
  private static func starts(of lines: [FormatLine]) -> [Int] {
    var starts: [Int] = []
    // How far each line has been written, and its next piece.
    var ends = lines.map { $0.indent * House.indent }
    var places = [Int](repeating: 0, count: lines.count)
    let last = lines.map { line in line.pieces.compactMap { $0.tab?.column }.max() ?? 0 }
    for column in 0...(last.max() ?? 0) {
      if column > 0 {
        var start = 0
        for index in lines.indices where last[index] >= column {
          let gap =
            places[index] < lines[index].pieces.count ? lines[index].pieces[places[index]].tab?.gap ?? 1 : 1
          start = max(start, ends[index] + gap)
        }
        starts.append(start)
      }
      for index in lines.indices {
        write(lines[index], column, from: column > 0 ? starts[column - 1] : nil, &ends[index], &places[index])
      }
    }
    return starts
  }

  /// Writes the pieces of one column.
  private static func write(
    _ line: FormatLine, _ column: Int, from start: Int?, _ end: inout Int, _ place: inout Int
  ) {
    let pieces = line.pieces
    if column > 0 {
      guard place < pieces.count, pieces[place].tab?.column == column else { return }
      end = start ?? end
    }
    var isFirst = true
    while place < pieces.count, isFirst || pieces[place].tab == nil {
      if column == 0, isFirst, pieces[place].tab != nil { return }
      end += pieces[place].width + (!isFirst && pieces[place].hasBlank ? 1 : 0)
      isFirst = false
      place += 1
    }
  }

  private static func width(of line: FormatLine, with starts: [Int]) -> Int {
    var width = line.indent * House.indent
    for (index, piece) in line.pieces.enumerated() {
      if let tab = piece.tab, tab.column <= starts.count {
        width = starts[tab.column - 1] + piece.width
      } else {
        width += piece.width + (index > 0 && piece.hasBlank ? 1 : 0)
      }
    }
    return width
  }
}

/// Decides where lines that are too wide are broken.
enum LineBreaker {
  /// The lines with every break marked.
  static func broken(_ lines: [FormatLine]) -> [FormatLine] {
    let columns = Aligner.columns(of: lines)
    var lines = lines
    for index in lines.indices where !lines[index].pieces.isEmpty {
      let hang = hang(of: lines[index], columns[index])
      var next = nextBreak(lines[index], from: 0, hang: hang, columns[index])
      for piece in lines[index].pieces.indices.dropFirst() {
        if piece == next { lines[index].pieces[piece].isBroken = true }
        let known = lines[index].pieces[piece]
        if known.isBroken || !known.comments.isEmpty {
          next = nextBreak(lines[index], from: piece, hang: hang, columns[index])
        }
      }
    }
    return lines
  }

  /// Where the second and later physical lines begin.
  static func hang(of line: FormatLine, _ starts: [Int]) -> Int {
    let indent = (line.indent + 1) * House.indent
    switch line.hang {
    case .indent: return indent
    case .column: return starts.first ?? indent
    }
  }

  /// The piece before which the physical line that begins with `first` is to be broken, nil where it fits.
  private static func nextBreak(_ line: FormatLine, from first: Int, hang: Int, _ starts: [Int]) -> Int? {
    let pieces = line.pieces
    var end = first == 0 ? line.indent * House.indent : hang
    var best: (index: Int, level: Int)?
    for index in first..<pieces.count {
      let piece = pieces[index]
      if index > first {
        if piece.isBroken || !piece.comments.isEmpty { return nil }
        if let level = piece.breakLevel, best.map({ level <= $0.level }) ?? true { best = (index, level) }
        if first == 0, let tab = piece.tab, tab.column <= starts.count {
          end = max(end + 1, starts[tab.column - 1])
        } else if piece.hasBlank {
          end += 1
        }
      }
      end += piece.width
      if end > House.width, let best {
        return definition(line, from: first, upTo: index, hang: hang) ?? best.index
      }
    }
    return nil
  }

  /// The definition behind a `=`, where it has room on a line of its own and all before it on the line that
  /// ends before `last`.
  private static func definition(_ line: FormatLine, from first: Int, upTo last: Int, hang: Int) -> Int? {
    let pieces = line.pieces
    guard first == 0, let start = pieces.firstIndex(where: { $0.breakLevel == BreakLevel.definition }),
      start <= last
    else { return nil }
    var end = hang
    for piece in pieces[start...] {
      if piece.isBroken || !piece.comments.isEmpty { return nil }
      end += piece.width + (piece.hasBlank ? 1 : 0)
      if end > House.width + 1 { return nil }
    }
    return start
  }

}

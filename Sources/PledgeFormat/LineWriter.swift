/// Writes lines as bytes: columns filled up, wide lines broken, comments behind lines below each other.
struct LineWriter {
  private var lines: [FormatLine]
  private let columns: [[Int]]
  private var bytes: [UInt8] = []
  /// The cells written in the physical line at hand.
  private var position = 0
  /// The comments behind physical lines that wait for a common column: where each belongs, how wide its line is.
  private var waiting: [(offset: Int, width: Int, text: String)] = []

  private init(_ lines: [FormatLine]) {
    self.lines = lines
    columns = Aligner.columns(of: lines)
    bytes.reserveCapacity(lines.count * 32)
  }

  /// The text of lines.
  static func bytes(of lines: [FormatLine]) -> [UInt8] {
    var writer = LineWriter(lines)
    for index in lines.indices { writer.write(index) }
    writer.flushComments()
    return writer.bytes
  }

  private mutating func write(_ index: Int) {
    let line = lines[index]
    if index > 0, line.indent != lines[index - 1].indent { flushComments() }
    if line.hasBlankBefore {
      flushComments()
      bytes.append(0x0A)
    }
    switch line.content {
    case .comment(let text):
      indent(to: line.indent * House.indent)
      put(text, width: 0)
    case .verbatim(let text): bytes += text
    case .pieces: writePieces(line, columns[index])
    }
    endLine(line.trailing)
  }

  // MARK: Pieces

  private mutating func writePieces(_ line: FormatLine, _ starts: [Int]) {
    let base = line.indent * House.indent
    let hang =
      switch line.hang {
      case .indent: base + House.indent
      case .column: starts.first ?? base + House.indent
      }
    indent(to: base)
    var isBroken = false
    var next = nextBreak(line, from: 0, hang: hang, starts)
    for (index, piece) in line.pieces.enumerated() {
      if index > 0, piece.isBroken || !piece.comments.isEmpty || index == next {
        breakLine(piece.comments, hang: hang)
        isBroken = true
        next = nextBreak(line, from: index, hang: hang, starts)
      } else if !isBroken, let tab = piece.tab, tab.column <= starts.count {
        indent(to: max(starts[tab.column - 1], position + (index > 0 ? min(1, tab.gap) : 0)))
      } else if index > 0, piece.hasBlank {
        put(" ", width: 1)
      }
      put(piece.text, width: piece.width)
    }
  }

  /// Ends the physical line, with the comments that stand there.
  private mutating func breakLine(_ comments: [Piece.Comment], hang: Int) {
    var trailing: String?
    var rest = comments[...]
    if let first = rest.first, first.isTrailing {
      trailing = first.text
      rest = rest.dropFirst()
    }
    endLine(trailing)
    for comment in rest {
      indent(to: hang)
      put(comment.text, width: 0)
      endLine(nil)
    }
    indent(to: hang)
  }

  /// The piece before which the physical line that begins with `first` is to be broken, nil where it fits.
  private func nextBreak(_ line: FormatLine, from first: Int, hang: Int, _ starts: [Int]) -> Int? {
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
      if end > House.width, let best { return definition(line, from: first, hang: hang) ?? best.index }
    }
    return nil
  }

  /// The definition behind a `=`, where it has room on a line of its own.
  private func definition(_ line: FormatLine, from first: Int, hang: Int) -> Int? {
    let pieces = line.pieces
    guard first == 0, let start = pieces.firstIndex(where: { $0.breakLevel == BreakLevel.definition }) else {
      return nil
    }
    var end = hang
    for piece in pieces[start...] {
      if piece.isBroken || !piece.comments.isEmpty { return nil }
      end += piece.width + (piece.hasBlank ? 1 : 0)
      if end > House.width + 1 { return nil }
    }
    return start
  }

  // MARK: Physical lines

  private mutating func put(_ text: String, width: Int) {
    bytes.append(contentsOf: text.utf8)
    position += width
  }

  private mutating func indent(to column: Int) {
    if column > position {
      bytes.append(contentsOf: repeatElement(0x20, count: column - position))
      position = column
    }
  }

  private mutating func endLine(_ trailing: String?) {
    if let trailing {
      waiting.append((bytes.count, position, trailing))
    } else {
      flushComments()
    }
    bytes.append(0x0A)
    position = 0
  }

  /// Writes the comments that wait, below each other.
  private mutating func flushComments() {
    guard let column = waiting.map(\.width).max() else { return }
    let first = waiting[0].offset
    let rest = Array(bytes[first...])
    bytes.removeSubrange(first...)
    for (index, comment) in waiting.enumerated() {
      bytes.append(contentsOf: repeatElement(0x20, count: column - comment.width + 2))
      bytes.append(contentsOf: comment.text.utf8)
      let end = index + 1 < waiting.count ? waiting[index + 1].offset : first + rest.count
      bytes.append(contentsOf: rest[(comment.offset - first)..<(end - first)])
    }
    waiting = []
  }
}

/// Writes lines as bytes: columns filled up, wide lines broken, comments behind lines below each other.
struct LineWriter {
  private var lines: [FormatLine]
  private let columns: [[Int]]
  private var bytes: [UInt8] = []
  /// The cells written in the physical line at hand.
  private var position = 0
  /// The comments behind physical lines that wait for a common column: where each belongs, how wide its
  /// line is.
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
    let hang = LineBreaker.hang(of: line, starts)
    indent(to: line.indent * House.indent)
    var isBroken = false
    for (index, piece) in line.pieces.enumerated() {
      if index > 0, piece.isBroken || !piece.comments.isEmpty {
        breakLine(piece.comments, hang: hang)
        isBroken = true
      } else if !isBroken, let tab = piece.tab, tab.column <= starts.count {
        indent(to: max(starts[tab.column - 1], position + (index > 0 ? min(1, tab.gap) : 0)))
      } else if index > 0, piece.hasBlank {
        put(" ", width: 1)
      }
      put(piece.hasSeparator ? piece.text + ";" : piece.text, width: piece.width)
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

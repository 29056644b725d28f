/// One line of the result before it is aligned and broken.
struct FormatLine {
  /// What a line is made of.
  enum Content {
    /// Pieces that can be aligned and broken.
    case pieces
    /// A comment that has the line for itself.
    case comment(String)
    /// Text that is copied as it stands, with the blanks before it.
    case verbatim([UInt8])
  }

  /// Where the second and later physical lines begin.
  enum Hang {
    /// Two blanks further in than the line.
    case indent
    /// Below the second column.
    case column
  }

  /// How deep it stands, in steps of two blanks.
  var indent: Int
  var content = Content.pieces
  var pieces: [Piece] = []
  /// The shares among the pieces, inner ones first.
  var shares: [Share] = []

  /// A share: where its part, its `of` and what follows it begin.
  struct Share {
    let start: Int
    let of: Int
    let end: Int
  }

  /// The lines with the same number have common columns; 0 for none.
  var group = 0
  var hang = Hang.indent
  /// Whether an empty line stands before it.
  var hasBlankBefore = false
  /// The comment behind it.
  var trailing: String?
  /// Whether columns are given up where they would make a line too wide.
  var isAlignedOnlyIfFitting = false

  init(indent: Int) { self.indent = indent }

  /// Whether it is nothing but a comment.
  var isComment: Bool {
    switch content {
    case .comment: true
    case .pieces, .verbatim: false
    }
  }

  /// The width of the pieces on one line, without the blanks of columns.
  var width: Int {
    var width = indent * House.indent
    for (index, piece) in pieces.enumerated() {
      width += piece.width
      if index > 0 { width += piece.tab?.gap ?? (piece.hasBlank ? 1 : 0) }
    }
    return width
  }

  /// Whether it will stand on one physical line, if it is not too wide.
  var isUnbroken: Bool { !pieces.dropFirst().contains { $0.isBroken || !$0.comments.isEmpty } }
}

/// The one style.
enum House {
  /// The widest line, in cells of a terminal.
  static let width = 110
  /// How many blanks a step further in is.
  static let indent = 2
}

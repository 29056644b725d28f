import PledgeDiagnostics

/// A run of text that is never broken: a token, with how it stands behind the one before.
struct Piece {
  /// What is written.
  var text: String
  /// How many cells of a terminal it takes.
  var width: Int
  /// Whether a blank stands before it.
  var hasBlank: Bool
  /// Where the line may be broken before it, if at all; the least level is broken first.
  var breakLevel: Int?
  /// Whether the line is broken before it whatever its width: the author did, or a comment stands there.
  var isBroken = false
  /// The comments between it and the piece before.
  var comments: [Comment] = []
  /// The column that begins with it, and how many blanks at least stand before that.
  var tab: Tab?

  /// A comment inside a line.
  struct Comment {
    let text: String
    /// Whether it stands behind something on its line.
    let isTrailing: Bool
  }

  /// The beginning of a column.
  struct Tab {
    let column: Int
    let gap: Int
  }

  init(_ text: String, hasBlank: Bool) {
    self.text = text
    self.hasBlank = hasBlank
    width = Piece.width(of: text)
  }

  /// The cells that a text takes; most texts are plain ASCII.
  static func width(of text: String) -> Int {
    let bytes = text.utf8
    return bytes.allSatisfy { $0 < 0x80 } ? bytes.count : DisplayWidth.of(text)
  }
}

import PledgeDiagnostics

/// A run of text that is never broken: a token, with how it stands behind the one before.
struct Piece {
  /// What it says, in any dialect.
  let meaning: Meaning
  /// What is written, without the `;` behind it.
  private(set) var text: String
  private var textWidth: Int
  /// Where a name stands.
  var place = Speller.Place()
  /// Whether a blank stands before it.
  var hasBlank: Bool
  /// Whether a `;` stands behind it.
  var hasSeparator = false
  /// Whether the amount of a `within` ends with it.
  var closes = false
  /// What a dialect writes for it, where that does not follow from its meaning.
  var joinedText: String?
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

  init(_ text: String, _ meaning: Meaning, hasBlank: Bool) {
    self.text = text
    self.meaning = meaning
    self.hasBlank = hasBlank
    textWidth = Piece.width(of: text)
  }

  /// How many cells of a terminal it takes.
  var width: Int { textWidth + (hasSeparator ? 1 : 0) }

  /// Writes something else.
  mutating func setText(_ text: String) {
    guard text != self.text else { return }
    self.text = text
    textWidth = Piece.width(of: text)
  }

  /// Stands behind what another piece stood behind.
  mutating func takePlace(of other: Piece) {
    (hasBlank, breakLevel, isBroken, comments, tab) =
      (other.hasBlank, other.breakLevel, other.isBroken, other.comments, other.tab)
  }

  /// The cells that a text takes; most texts are plain ASCII.
  static func width(of text: String) -> Int {
    let bytes = text.utf8
    return bytes.allSatisfy { $0 < 0x80 } ? bytes.count : DisplayWidth.of(text)
  }
}

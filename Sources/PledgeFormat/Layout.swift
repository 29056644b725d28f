import PledgeDiagnostics
import PledgeSyntax

/// Goes over a tree and makes the lines of the result.
///
/// Every token is added in its order. What belongs to one clause is one line here, however the author broke
/// it; braces that stand on several lines end one and begin another.
struct Layout {
  let tree: SourceTree
  /// Lines are laid out by their English words, whatever the dialect.
  private static let speller = Speller(dialect: .english)
  var lines: [FormatLine] = []
  /// The line at hand, nil between two.
  var line: FormatLine?
  var indent = 0
  /// The next number of a group of lines.
  var groups = 0
  /// Blanks and comments that have been read and not been written.
  var pending: [Trivia] = []
  /// The kind of the token added last, and of the node that has it.
  var previous = (kind: TokenKind.endOfFile, parent: NodeKind.file)
  /// How many parentheses are open.
  var parentheses = 0
  /// Whether every line end would end a row.
  var isInTable = false
  /// Whether lines of a block follow each other on one line.
  var isFlat = false
  /// What has the block or table that comes next, and what follows that on its line.
  var owner = NodeKind.file
  var tail: ArraySlice<SyntaxElement> = []
  /// The declaration before.
  var neighbour: Neighbour?
  /// The column that begins with the next token.
  var tab: Piece.Tab?
  /// The position of the word that joins lines among the pieces of the line, if the token added last is one.
  var lastJoiner: Int?

  /// The node that has the node whose tokens come next.
  var outer = NodeKind.file
  /// Whether the name that comes next is its node's first child.
  var isFirstName = false
  /// The number that a unit belongs to if it comes next.
  var number: String?
  /// Whether the next token begins a line, where its place in the text does not say so.
  var lineStart: Bool?

  init(tree: SourceTree) {
    self.tree = tree
  }

  /// The lines of a whole tree.
  static func lines(of tree: SourceTree) -> [FormatLine] {
    var layout = Layout(tree: tree)
    layout.writeFile()
    return layout.lines
  }

  // MARK: Lines

  /// Begins a line with the next token.
  mutating func beginLine(group: Int = 0, hang: FormatLine.Hang = .indent) {
    endLine()
    var new = FormatLine(indent: indent)
    new.group = group
    new.hang = hang
    line = new
    tab = nil
    lastJoiner = nil
  }

  /// Ends the line at hand.
  mutating func endLine() {
    if let line, !line.pieces.isEmpty { lines.append(line) }
    line = nil
  }

  /// A new group of lines.
  mutating func nextGroup() -> Int {
    groups += 1
    return groups
  }

  // MARK: Tokens

  /// Adds a token to the line at hand.
  mutating func add(_ token: SyntaxToken, in parent: NodeKind, hasTrivia: Bool = true) {
    if hasTrivia { pending += token.trivia }
    let isFirst = line?.pieces.isEmpty ?? true
    let comments = isFirst ? takeLeadingTrivia() : takeInnerTrivia()
    guard token.kind != .endOfFile else { return }
    let meaning = Meaning(token, in: parent, of: outer, number: number)
    noteNumber(token, meaning)
    let place = Speller.Place(parent: outer, isFirst: isFirstName)
    let text = Layout.speller.text(of: meaning, behind: line?.pieces.last?.meaning, at: place)
    var piece = Piece(
      text, meaning,
      hasBlank: !isFirst
        && Spacing.hasBlank(previous.kind, in: previous.parent, token.kind, in: parent))
    piece.place = place
    piece.comments = comments
    piece.tab = tab
    tab = nil
    let startsLine = lineStart ?? token.startsLine
    lineStart = nil
    if !isFirst { setBreak(&piece, token, in: parent, startsLine: startsLine) }
    line?.pieces.append(piece)
    let isJoiner = parent != .name && parent != .word && token.keyword.flatMap(BreakLevel.before) != nil
    lastJoiner = isJoiner ? (line?.pieces.count ?? 1) - 1 : nil
    previous = (token.kind, parent)
    if token.kind == .openParen { parentheses += 1 }
    if token.kind == .closeParen { parentheses -= 1 }
  }

  private mutating func noteNumber(_ token: SyntaxToken, _ meaning: Meaning) {
    switch token.kind {
    case .number: number = token.text
    case .ordinal: number = "1"
    case .name, .quotedName, .date, .time, .text, .percent, .comma, .semicolon, .dot, .dotDot, .openBrace,
      .closeBrace, .openParen, .closeParen, .pipe, .arrow, .equals, .plus, .minus, .star, .slash, .less,
      .lessEqual, .greater, .greaterEqual, .unknown, .newline, .endOfFile:
      if meaning.keyword != .working, meaning.keyword != .calendar { number = nil }
    }
  }

  /// Decides whether the line may be, and is, broken before a piece.
  private mutating func setBreak(
    _ piece: inout Piece, _ token: SyntaxToken, in parent: NodeKind, startsLine: Bool
  ) {
    guard !isInTable, piece.hasBlank else { return }
    let isWord = token.kind == .name && parent != .name && parent != .word
    if isWord, let keyword = token.keyword {
      piece.breakLevel = BreakLevel.before(keyword)
      if keyword == .where, parentheses > 0 { piece.breakLevel = 3 }
    }
    if piece.breakLevel == nil, isSafe(token), previous.parent != .word, !isSigned(previous) {
      piece.breakLevel = BreakLevel.behind(previous.kind)
    }
    if let level = piece.breakLevel { piece.breakLevel = level + parentheses * BreakLevel.parentheses }
    guard startsLine else { return }
    if piece.breakLevel != nil {
      piece.isBroken = true
    } else if let lastJoiner, lastJoiner > 0, line?.pieces[lastJoiner].breakLevel != nil {
      line?.pieces[lastJoiner].isBroken = true
    }
  }

  /// Whether a token can begin a line without being taken for the beginning of a clause.
  private func isSafe(_ token: SyntaxToken) -> Bool {
    guard parentheses == 0, previous.kind != .equals, token.kind == .name, let keyword = token.keyword else {
      return true
    }
    return !Layout.clauseWords.contains(keyword)
  }

  private static let clauseWords: Set<Keyword> = Set(
    KeywordTable.rows.filter { $0.category == .clause || $0.category == .declaration }.map(\.keyword)
      + [.at, .on, .within, .under, .more])

  /// Whether a token is a sign and no operator.
  private func isSigned(_ token: (kind: TokenKind, parent: NodeKind)) -> Bool {
    (token.kind == .minus || token.kind == .plus) && token.parent != .arithmetic && token.parent != .offset
  }

  // MARK: Comments

  /// Writes what stands before the first token of a line: comments on lines of their own, one empty line.
  /// A comment behind what was written last stays there.
  private mutating func takeLeadingTrivia() -> [Piece.Comment] {
    var newlines = lines.isEmpty ? 1 : 0
    var isFirst = true
    let isAfterOpening = previous.kind == .openBrace && isAtBlockStart
    var hasBlank: Bool { newlines > 1 && !lines.isEmpty }
    for piece in pending {
      switch piece.kind {
      case .newline: newlines += 1
      case .comment, .documentation:
        let text = trimmed(piece)
        if newlines == 0, let last = lines.indices.last, lines[last].trailing == nil, canTrail(last) {
          lines[last].trailing = text
        } else {
          var comment = FormatLine(indent: indent)
          comment.content = .comment(text)
          comment.hasBlankBefore = hasBlank && !(isFirst && isAfterOpening)
          lines.append(comment)
          isFirst = false
        }
        newlines = 0
      case .blanks, .byteOrderMark, .skipped: break
      }
    }
    pending = []
    line?.hasBlankBefore = hasBlank && !(isFirst && isAfterOpening)
    return []
  }

  /// Writes the comments before a closing brace, or before text that is copied.
  mutating func writeLastComments() { _ = takeLeadingTrivia() }

  /// Whether nothing stands behind the brace that was opened last.
  private var isAtBlockStart: Bool {
    guard let last = lines.last, case .pieces = last.content else { return false }
    return last.pieces.last?.text == "{"
  }

  private func canTrail(_ index: Int) -> Bool {
    switch lines[index].content {
    case .pieces, .verbatim: true
    case .comment: false
    }
  }

  /// The comments before a token in the midst of a line.
  private mutating func takeInnerTrivia() -> [Piece.Comment] {
    guard !pending.isEmpty else { return [] }
    var isOnOwnLine = false
    var comments: [Piece.Comment] = []
    for piece in pending {
      switch piece.kind {
      case .newline: isOnOwnLine = true
      case .comment, .documentation:
        comments.append(
          Piece.Comment(text: trimmed(piece), isTrailing: !isOnOwnLine && comments.isEmpty))
      case .blanks, .byteOrderMark, .skipped: break
      }
    }
    pending = []
    return comments
  }

  private func trimmed(_ piece: Trivia) -> String {
    var end = Int(piece.end)
    while end > Int(piece.start), tree.file.bytes[end - 1] == 0x20 || tree.file.bytes[end - 1] == 0x09 {
      end -= 1
    }
    return tree.file.text(in: SourceRange(file: tree.file.id, start: Int(piece.start), end: end))
  }
}

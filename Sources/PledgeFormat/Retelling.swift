import PledgeSyntax

/// Writes lines in the words of a dialect. Lines are laid out by their English words, whatever the dialect,
/// so that each dialect breaks them at the same places and nothing is lost on the way to another and back.
struct Retelling {
  private let speller: Speller

  /// The lines in a dialect; what has to be broken has been.
  static func lines(_ lines: [FormatLine], in dialect: Dialect) -> [FormatLine] {
    guard dialect != .english else { return lines }
    let retelling = Retelling(speller: Speller(dialect: dialect))
    return lines.map(retelling.retell)
  }

  private func retell(_ line: FormatLine) -> FormatLine {
    guard !line.pieces.isEmpty else { return line }
    var line = line
    for share in line.shares { swap(&line.pieces, share) }
    line.pieces = joined(line.pieces)
    for index in line.pieces.indices {
      let text =
        line.pieces[index].joinedText.map { $0 }
        ?? speller.text(
          of: line.pieces[index].meaning, behind: index > 0 ? line.pieces[index - 1].meaning : nil,
          at: line.pieces[index].place)
      line.pieces[index].setText(text)
    }
    close(&line.pieces)
    if line.pieces.first?.meaning.keyword == .pledge, line.pieces.count == 2 {
      line.pieces.append(Piece(speller.dialect.code, .addition, hasBlank: true))
    }
    return line
  }

  // MARK: Shares

  /// Puts the whole of a share before its part.
  private func swap(_ pieces: inout [Piece], _ share: FormatLine.Share) {
    let (start, of, end) = (share.start, share.of, share.end)
    guard start < of, of + 1 < end, end <= pieces.count,
      !pieces[(start + 1)..<end].contains(where: { !$0.comments.isEmpty || $0.hasSeparator && $0.closes })
    else { return }
    var part = Array(pieces[start..<of])
    var word = pieces[of]
    var whole = Array(pieces[(of + 1)..<end])
    let first = part[0]
    part[0].takePlace(of: whole[0])
    whole[0].takePlace(of: first)
    word.joinedText = DialectWords.swappedOf(in: speller.dialect)
    // What stands behind the share stands behind its last piece.
    let (closes, hasSeparator) = (whole[whole.count - 1].closes, whole[whole.count - 1].hasSeparator)
    (whole[whole.count - 1].closes, whole[whole.count - 1].hasSeparator) = (false, false)
    part[part.count - 1].closes = closes
    part[part.count - 1].hasSeparator = hasSeparator
    pieces.replaceSubrange(start..<end, with: whole + [word] + part)
  }

  // MARK: Phrases

  /// The pieces with those joined that the dialect writes as one word.
  private func joined(_ pieces: [Piece]) -> [Piece] {
    var result: [Piece] = []
    var index = 0
    while index < pieces.count {
      var piece = pieces[index]
      let (count, text) = phrase(pieces, at: index)
      if count > 1 {
        piece.joinedText = text
        piece.closes = pieces[index + count - 1].closes
        piece.hasSeparator = pieces[index + count - 1].hasSeparator
      }
      result.append(piece)
      index += count
    }
    return result
  }

  private func phrase(_ pieces: [Piece], at index: Int) -> (count: Int, text: String) {
    guard case .word(let first, let parent) = pieces[index].meaning, pieces[index].joinedText == nil else {
      return (1, "")
    }
    if index + 1 < pieces.count, case .unit(.day, let number) = pieces[index + 1].meaning,
      canJoin(pieces[index + 1]), first == .working || first == .calendar
    {
      let word = Retelling.phrases[[first, .day]] ?? ""
      return (2, number == nil ? word : "个" + word)
    }
    // `half up to 1 min` is no `up to`.
    if first == .up, Retelling.roundings.contains(parent) { return (1, "") }
    var words = [first]
    var best = (count: 1, text: "")
    for next in pieces[(index + 1)...].prefix(Retelling.longest - 1) {
      guard let word = next.meaning.keyword, canJoin(next) else { break }
      words.append(word)
      if let text = Retelling.phrases[words] { best = (words.count, text) }
    }
    return best
  }

  private func canJoin(_ piece: Piece) -> Bool {
    piece.tab == nil && piece.comments.isEmpty && !piece.isBroken && piece.hasBlank && piece.joinedText == nil
  }

  private static let roundings: Set<NodeKind> = [.roundLine, .roundingLine, .measureRounding]
  private static let phrases: [[Keyword]: String] = Dictionary(
    KeywordTable.phrases.compactMap { row in row.spelling(in: .chinese).map { (row.words, $0) } },
    uniquingKeysWith: { first, _ in first })
  private static let longest = KeywordTable.phrases.map(\.words.count).max() ?? 1

  /// Writes the words that close what others began.
  private func close(_ pieces: inout [Piece]) {
    guard let word = DialectWords.closing(in: speller.dialect), pieces.contains(where: \.closes) else {
      return
    }
    var result: [Piece] = []
    for var piece in pieces {
      guard piece.closes else {
        result.append(piece)
        continue
      }
      var closing = Piece(word, .addition, hasBlank: true)
      closing.hasSeparator = piece.hasSeparator
      piece.hasSeparator = false
      result += [piece, closing]
    }
    pieces = result
  }
}

import PledgeDiagnostics

/// Reads a file into its lossless tree, by recursive descent with two tokens of look-ahead.
///
/// Each `parse…` function reads one production. It leaves the text alone that it cannot use; the block
/// around it then reports that once, skips to the end of the line and goes on. The productions are in
/// extensions, one per topic.
package struct Parser {
  let file: SourceFile
  let dialect: Dialect
  var tokens: [Token]
  let trivia: [Trivia]
  var diagnostics: [Diagnostic]

  // The tree, as far as it is finished, and the children that still wait for their parent.
  var nodes: [NodeRecord] = []
  var elements: [TreeElement] = []
  var waiting: [TreeElement] = []
  /// How much has been reported, so that a node knows whether something in it was.
  var damage = 0

  /// The token to be read next.
  var position = 0
  /// The token whose line end has been read, or -1.
  var lineTaken = 0
  /// How line ends count at the moment.
  var lineMode = LineMode.clauses
  /// The words that begin a line of the innermost block.
  var clauseWords: [Keyword] = []
  /// Whether an error of this line was reported; what follows from it is not.
  var isRecovering = false
  /// The token at which something was reported last.
  var lastRaised = -100
  /// How many productions that can hold themselves are open.
  var depth = 0
  /// How many more braces open than close in the declaration that is being read: one too many is looked for
  /// among those that fit nowhere, so that it does not change what the others enclose.
  var excessOfBraces = 0
  /// Up to which token braces are known to close what they open, from one outside of all blocks on.
  var endOfBalance = 0
  /// The words of the language that were declared as names, which has been reported.
  var reservedNames: Set<String> = []
  /// Whether the condition of an evidence is read, before which its `within` stands.
  var isInEvidence = false
  /// Whether the blocks around are lines of a test, which decides what closes an unfinished table.
  var isInTest = false

  /// How line ends count.
  enum LineMode {
    /// A line end ends a clause, unless an operator or a comma stands before it or a connective behind it.
    case clauses
    /// Line ends are blanks.
    case parentheses
    /// Every line end ends a row.
    case table
  }

  private init(file: SourceFile, dialect: Dialect, lexer: Lexer) {
    self.file = file
    self.dialect = dialect
    tokens = lexer.tokens
    trivia = lexer.trivia
    diagnostics = lexer.diagnostics
    damage = lexer.diagnostics.count
    nodes.reserveCapacity(tokens.count)
    elements.reserveCapacity(tokens.count * 2)
  }

  /// The tree of a file and what is wrong with its text, in the order of the text. Every input gives a tree
  /// that holds all of its bytes; the time is linear in them.
  package static func parse(_ file: SourceFile) -> (tree: SourceTree, diagnostics: [Diagnostic]) {
    var lexer = Lexer.scan(file, dialect: .english)
    let dialect = namedDialect(in: lexer)
    if dialect != .english { lexer = Lexer.scan(file, dialect: dialect) }
    var parser = Parser(file: file, dialect: dialect, lexer: lexer)
    parser.parseFile()
    let tree = SourceTree(
      file: file, dialect: dialect, tokens: parser.tokens, trivia: parser.trivia, nodes: parser.nodes,
      elements: parser.elements)
    return (tree, parser.finishedDiagnostics())
  }

  /// The dialect that the first line names, if policies can be written in it.
  private static func namedDialect(in lexer: Lexer) -> Dialect {
    let tokens = lexer.tokens
    guard tokens.count > 2, tokens[0].keyword == .pledge, tokens[1].kind == .number, tokens[2].kind == .name,
      !tokens[2].startsLine
    else { return .english }
    let name = String(decoding: lexer.bytes[Int(tokens[2].start)..<Int(tokens[2].end)], as: UTF8.self)
    return Dialect.allCases.first { $0.code == name && $0.isComplete } ?? .english
  }

  private func finishedDiagnostics() -> [Diagnostic] {
    var sorted = diagnostics.enumerated().sorted { first, second in
      (first.element.range.start, first.offset) < (second.element.range.start, second.offset)
    }.map(\.element)
    if sorted.count > SyntaxLimits.messages {
      let first = sorted[SyntaxLimits.messages]
      sorted.removeSubrange(SyntaxLimits.messages...)
      sorted.append(Diagnostic(.syntax(.tooManyMessages(limit: SyntaxLimits.messages)), at: first.range))
    }
    return sorted
  }
}

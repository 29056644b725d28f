import PledgeDiagnostics
import PledgeSyntax

extension EqualityExpression {
  /// The word `is`.
  var verb: SyntaxToken? { node.word(.is) }

  /// The word `not` behind it.
  var negation: SyntaxToken? { node.word(.not) }

  /// What stands behind the left side and the parentheses around that.
  var tailBehindLeft: SourceRange? {
    verb.map { SourceRange(file: range.file, start: $0.fullRange.start, end: range.end) }
  }
}

extension SyntaxNode {
  /// The first of the node's own tokens that spells a word.
  func word(_ keyword: Keyword) -> SyntaxToken? {
    for case .token(let token) in children where token.keyword == keyword { return token }
    return nil
  }
}

extension ExpressionView {
  /// Whether it is a name, or names joined by points.
  var isPlain: Bool {
    switch self {
    case .name: true
    case .member(let member): member.base.isPlain
    case .literal, .truth, .this, .call, .ordinal, .sample, .share, .arithmetic, .perUnit, .comparison,
      .equality, .applicability, .membership, .window, .relation, .not, .and, .or, .span, .during, .overlap,
      .conditional, .choice, .endOf, .next, .missing:
      false
    }
  }
}

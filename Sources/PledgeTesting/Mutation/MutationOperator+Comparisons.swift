import PledgeDiagnostics
import PledgeSyntax

extension MutationOperator {
  /// Mistakes at the edge of what is compared.
  static let comparisons: [MutationOperator] = [
    MutationOperator(
      "comparison-edge", "takes the edge of a comparison in or out: `<` for `<=`", at: .comparison
    ) { node, _ in
      node.ownTokens.compactMap { token in
        edges[token.kind].map { TextEdit(range: token.range, replacement: $0) }
      }
    },
    MutationOperator("comparison-turned", "turns a comparison around: `>` for `<`", at: .comparison) {
      node, _ in
      node.ownTokens.compactMap { token in
        turned[token.kind].map { TextEdit(range: token.range, replacement: $0) }
      }
    },
    MutationOperator(
      "bound-edge", "takes the edge of a promised bound in or out: `under` for `at most`", at: .boundLine,
      edits: boundEdges),
    MutationOperator(
      "cell-edge", "takes the edge of a table's cell in or out: `under` for `at most`", at: .boundItem,
      .rangeItem, edits: cellEdges),
    MutationOperator("equality-negated", "asks for the contrary: `is not` for `is`", at: .equality) {
      node, context in
      let negations = node.words(.not)
      if let word = negations.first { return [TextEdit(range: word.range, replacement: "")] }
      return node.exchanging(.is, for: .is, .not, in: context)
    },
    MutationOperator("membership-negated", "asks for the contrary: `not in` for `in`", at: .membership) {
      node, context in
      let negations = node.words(.not)
      if let word = negations.first { return [TextEdit(range: word.range, replacement: "")] }
      return node.exchanging(.in, for: .not, .in, in: context)
    },
    MutationOperator("order-turned", "exchanges `before` and `after`", at: .relation, .window) {
      node, context in
      node.exchanging(.before, for: .after, in: context)
        + node.exchanging(.after, for: .before, in: context)
    },
  ]

  private static let edges: [TokenKind: String] = [
    .less: "<=", .lessEqual: "<", .greater: ">=", .greaterEqual: ">",
  ]

  private static let turned: [TokenKind: String] = [
    .less: ">", .lessEqual: ">=", .greater: "<", .greaterEqual: "<=",
  ]

  private static func boundEdges(_ node: SyntaxNode, _ context: MutationContext) -> [TextEdit] {
    if let first = node.words(.at).first, let last = node.words(.most).first ?? node.words(.least).first {
      let isMost = last.keyword == .most
      return [
        TextEdit(
          range: SourceRange(file: node.range.file, start: first.range.start, end: last.range.end),
          replacement: context.spelling(isMost ? [.under] : [.more, .than]))
      ]
    }
    if let first = node.words(.more).first, let last = node.words(.than).first {
      return [
        TextEdit(
          range: SourceRange(file: node.range.file, start: first.range.start, end: last.range.end),
          replacement: context.spelling([.at, .least]))
      ]
    }
    return node.exchanging(.within, for: .under, in: context)
      + node.exchanging(.under, for: .at, .most, in: context)
  }

  private static func cellEdges(_ node: SyntaxNode, _ context: MutationContext) -> [TextEdit] {
    if let first = node.words(.at).first, let last = node.words(.most).first ?? node.words(.least).first {
      return [
        TextEdit(
          range: SourceRange(file: node.range.file, start: first.range.start, end: last.range.end),
          replacement: context.spelling(last.keyword == .most ? [.under] : [.over]))
      ]
    }
    let low =
      node.words(.over).isEmpty
      ? [] : [TextEdit(range: node.words(.over)[0].range, replacement: openedLow(node, context))]
    guard let to = node.words(.to).first else {
      return low + node.exchanging(.under, for: .at, .most, in: context)
    }
    if let under = node.words(.under).first {
      return low + [node.without(from: to.range.end, to: under.range.end)]
    }
    return low + [TextEdit(range: to.range, replacement: context.spelling([.to, .under]))]
  }

  /// What stands for `over`: nothing in front of a range, else `at least`.
  private static func openedLow(_ node: SyntaxNode, _ context: MutationContext) -> String {
    node.hasWord(.to) ? "" : context.spelling([.at, .least])
  }
}

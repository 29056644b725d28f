import PledgeDiagnostics
import PledgeSyntax

extension MutationOperator {
  /// Mistakes in what is owed.
  static let money: [MutationOperator] = [
    MutationOperator("cap-dropped", "leaves out a cap", at: .capLine) { node, _ in [node.left] },
    MutationOperator("minimum-dropped", "leaves out a least amount", at: .issueLine) { node, _ in
      [node.left]
    },
    MutationOperator("minimum-edge", "takes the least amount itself in or out", at: .issueLine) {
      node, context in
      if let at = node.words(.at).first, let least = node.words(.least).first {
        return [
          TextEdit(
            range: SourceRange(file: node.range.file, start: at.range.start, end: least.range.end),
            replacement: context.spelling([.above]))
        ]
      }
      return node.exchanging(.above, for: .at, .least, in: context)
    },
    MutationOperator("claim-dropped", "owes without a claim", at: .claimLine) { node, _ in [node.left] },
    MutationOperator("use-window-dropped", "lets a right be used at any time", at: .useWindowLine) {
      node, _ in [node.left]
    },
    MutationOperator("rounding-dropped", "rounds as the currency does", at: .roundLine) { node, _ in
      [node.left]
    },
    MutationOperator(
      "rounding-exchanged", "rounds in another direction", at: .roundLine, .roundingLine,
      .measureRounding, edits: otherRoundings),
    MutationOperator(
      "unit-rounding-exchanged", "pays full for started units, exact for full ones", at: .perUnit
    ) {
      node, context in
      node.exchanging(.started, for: .full, in: context)
        + node.exchanging(.full, for: .exact, in: context)
        + node.exchanging(.exact, for: .started, in: context)
    },
    MutationOperator("combination-exchanged", "combines payments otherwise", at: .combineDeclaration) {
      node, context in
      node.exchanging(.sum, for: .greatest, in: context)
        + node.exchanging(.greatest, for: .sum, in: context)
        + node.exchanging(.first, for: .greatest, in: context)
    },
    MutationOperator(
      "combined-item-dropped", "leaves out a payment that is combined", at: .combineDeclaration
    ) {
      node, _ in node.withoutOne(of: node.nodes(.name))
    },
    MutationOperator("payee-dropped", "leaves out one of several payees", at: .payLine) { node, _ in
      guard let to = node.words(.to).first else { return [] }
      let until = node.words(.as).first?.range.start ?? node.range.end
      return node.withoutOne(
        of: node.nodes(.name).filter { $0.range.start > to.range.start && $0.range.end <= until })
    },
    MutationOperator(
      "rate-exchanged", "takes the rate of each day for that of all, or the other way", at: .payLine
    ) {
      node, context in
      guard let rate = node.words(.rate).first else { return [] }
      let end = (node.words(.reached).first ?? rate).range.end
      if let each = node.words(.each).first {
        return [
          TextEdit(
            range: SourceRange(file: node.range.file, start: each.range.start, end: end),
            replacement: context.spelling([.all, .days, .at, .the, .rate, .reached]))
        ]
      }
      return node.words(.all).map {
        TextEdit(
          range: SourceRange(file: node.range.file, start: $0.range.start, end: end),
          replacement: context.spelling([.each, .day, .at, .its, .rate]))
      }
    },
    MutationOperator("sign-turned", "exchanges `+` and `minus`, `*` and `/`", at: .arithmetic, .perUnit) {
      node, context in
      node.ownTokens.compactMap { token in
        if token.keyword == .minus { return TextEdit(range: token.range, replacement: "+") }
        return signs[token.kind].map { TextEdit(range: token.range, replacement: $0) }
      }
    },
    MutationOperator(
      "extreme-exchanged", "exchanges `min` and `max`, `earliest` and `latest`", at: .call, .event
    ) {
      node, _ in
      node.nodes(.name).prefix(1).compactMap { name in
        extremes[name.text].map { name.replaced(by: $0) }
      }
    },
    MutationOperator("field-exchanged", "reads another field of the same type", at: .member) {
      node, context in
      node.nodes(.name).suffix(1).compactMap { name in
        context.fields.compactMap { MutationContext.next(after: name.text, in: $0) }.first
          .map { name.replaced(by: $0) }
      }
    },
  ]

  private static let signs: [TokenKind: String] = [.plus: "-", .minus: "+", .star: "/", .slash: "*"]

  private static let extremes = [
    "min": "max", "max": "min", "earliest": "latest", "latest": "earliest",
  ]

  private static func otherRoundings(_ node: SyntaxNode, _ context: MutationContext) -> [TextEdit] {
    if let half = node.words(.half).first {
      let word = node.words(.up).first ?? node.words(.even).first
      return word.map {
        [
          TextEdit(
            range: SourceRange(file: node.range.file, start: half.range.start, end: $0.range.end),
            replacement: context.spelling([.up]))
        ]
      } ?? []
    }
    return node.exchanging(.up, for: .down, in: context) + node.exchanging(.down, for: .up, in: context)
  }
}

import PledgeDiagnostics
import PledgeSyntax

extension MutationOperator {
  /// Mistakes in what has to hold.
  static let conditions: [MutationOperator] = [
    MutationOperator("and-or", "exchanges `and` and `or`", at: .conjunction, .disjunction) {
      node, context in
      node.exchanging(.and, for: .or, in: context) + node.exchanging(.or, for: .and, in: context)
    },
    MutationOperator("not-dropped", "leaves out a `not`", at: .negation) { node, _ in
      node.words(.not).prefix(1).map { TextEdit(range: $0.range, replacement: "") }
    },
    MutationOperator("condition-dropped", "leaves out a condition", at: .forLine, .whenLine, .needsLine) {
      node, _ in [node.left]
    },
    MutationOperator(
      "filter-dropped", "leaves out a `where` with its condition", at: .scope, .duringLine, .measureLine,
      .evidence, .call, .overlapSpan
    ) { node, _ in
      guard let word = node.words(.where).first,
        let condition = node.nodes.first(where: { $0.range.start >= word.range.end })
      else { return [] }
      return [node.without(from: word.range.start, to: condition.range.end)]
    },
    MutationOperator("operand-dropped", "leaves out a part of a condition", at: .conjunction, .disjunction) {
      node, _ in
      let parts = node.nodes
      guard parts.count > 1 else { return [] }
      return parts.indices.map { place in
        place == 0
          ? node.without(from: parts[0].range.start, to: parts[1].range.start)
          : node.without(from: parts[place - 1].range.end, to: parts[place].range.end)
      }
    },
    MutationOperator("branches-exchanged", "exchanges what stands behind `then` and `else`", at: .conditional)
    {
      node, _ in
      let parts = node.nodes
      return parts.count == 3 ? exchanged(parts[1], parts[2]) : []
    },
    MutationOperator("case-dropped", "leaves out a case of `first of`", at: .choiceCase) { node, _ in
      node.hasWord(.otherwise) ? [] : [node.left]
    },
    MutationOperator("truth-turned", "exchanges `yes` and `no`", at: .truth) { node, context in
      node.exchanging(.yes, for: .no, in: context) + node.exchanging(.no, for: .yes, in: context)
    },
    MutationOperator(
      "member-exchanged", "names another member of an enumeration", at: .equality, .membership,
      edits: exchangedMembers),
    MutationOperator("verdict-turned", "exchanges `met` and `breached`", at: .equality, .measureLine) {
      node, context in
      (node.nodes(.name) + [node]).flatMap { part in
        part.exchanging(.met, for: .breached, in: context)
          + part.exchanging(.breached, for: .met, in: context)
      }
    },
  ]

  /// One edit that exchanges two parts with what lies between them.
  static func exchanged(_ first: SyntaxNode, _ second: SyntaxNode) -> [TextEdit] {
    let file = first.tree.file
    guard first.text != second.text else { return [] }
    let between = file.text(
      in: SourceRange(file: first.range.file, start: first.range.end, end: second.range.start))
    return [
      TextEdit(
        range: SourceRange(file: first.range.file, start: first.range.start, end: second.range.end),
        replacement: second.text + between + first.text)
    ]
  }

  private static func exchangedMembers(_ node: SyntaxNode, _ context: MutationContext) -> [TextEdit] {
    node.nodes.dropFirst().flatMap { part in
      context.members.compactMap { MutationContext.next(after: part.text, in: $0) }
        .prefix(1).map { part.replaced(by: $0) }
    }
  }
}

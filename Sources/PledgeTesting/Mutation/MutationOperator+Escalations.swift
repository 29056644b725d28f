import PledgeDiagnostics
import PledgeSyntax

extension MutationOperator {
  /// Mistakes in escalations.
  static let escalations: [MutationOperator] = [
    MutationOperator("step-dropped", "leaves out a step", at: .stepLine) { node, _ in [node.left] },
    MutationOperator("step-condition-dropped", "takes a step whatever holds", at: .stepLine) { node, _ in
      guard let when = node.words(.when).first,
        let condition = node.nodes.first(where: { $0.range.start >= when.range.end })
      else { return [] }
      return [node.without(from: when.range.start, to: condition.range.end)]
    },
    MutationOperator("evidence-dropped", "asks for no evidence of a step", at: .stepLine) { node, _ in
      node.words(.done).map { node.without(from: $0.range.start, to: node.range.end) }
    },
    MutationOperator("recipient-dropped", "leaves out one of several recipients", at: .recipients) {
      node, _ in node.withoutOne(of: node.nodes)
    },
    MutationOperator("step-repeated-once", "takes a repeated step once", at: .stepLine) { node, context in
      guard let every = node.words(.every).first, let after = node.words(.after).first else { return [] }
      return [
        TextEdit(
          range: SourceRange(file: node.range.file, start: every.range.start, end: after.range.end),
          replacement: context.spelling([.at]))
      ]
    },
  ]
}

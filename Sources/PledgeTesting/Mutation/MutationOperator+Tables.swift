import PledgeDiagnostics
import PledgeSyntax

extension MutationOperator {
  /// Mistakes in tables.
  static let tables: [MutationOperator] = [
    MutationOperator("row-dropped", "leaves out a row of a table", at: .tableRow) { node, _ in
      [node.left]
    },
    MutationOperator("tiers-exchanged", "exchanges the results of neighbouring rows", at: .table) {
      node, _ in
      let rows = node.nodes(.tableRow)
      return zip(rows, rows.dropFirst()).flatMap { upper, lower in
        zip(results(upper), results(lower)).flatMap { exchanged($0, $1) }
      }
    },
    MutationOperator("cell-widened", "takes any value in a cell", at: .cell) { node, context in
      node.hasWord(.any) ? [] : [node.replaced(by: context.spelling([.any]))]
    },
    MutationOperator("cell-item-dropped", "leaves out one of several values of a cell", at: .cell) {
      node, _ in node.withoutOne(of: node.nodes)
    },
  ]

  private static func results(_ row: SyntaxNode) -> [SyntaxNode] {
    guard let arrow = row.ownTokens.first(where: { $0.kind == .arrow }) else { return [] }
    return row.nodes.filter { $0.range.start >= arrow.range.end }
  }
}

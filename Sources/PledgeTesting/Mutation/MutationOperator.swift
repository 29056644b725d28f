import PledgeDiagnostics
import PledgeSyntax

/// One kind of small mistake that is put into a policy to see whether its tests notice.
package struct MutationOperator: Sendable {
  /// The name in kebab case, the same in every version.
  package let name: String
  /// What it does to the text, in one sentence without a full stop.
  package let summary: String
  let kinds: [NodeKind]
  let edits: @Sendable (SyntaxNode, MutationContext) -> [TextEdit]

  /// An operator that looks at nodes of some kinds and gives an edit for each mistake that it can make there.
  init(
    _ name: String, _ summary: String, at kinds: NodeKind...,
    edits: @escaping @Sendable (SyntaxNode, MutationContext) -> [TextEdit]
  ) {
    self.name = name
    self.summary = summary
    self.kinds = kinds
    self.edits = edits
  }

  /// All operators, by family; an operator has its row in the list of its family.
  package static let all: [MutationOperator] =
    amounts + comparisons + conditions + clocks + tables + money + escalations

  /// The operators by the kind of node that they look at, in the order of `all`.
  static let byKind: [NodeKind: [MutationOperator]] = all.reduce(into: [:]) { found, one in
    for kind in one.kinds { found[kind, default: []].append(one) }
  }
}

import PledgeDiagnostics
import PledgeSyntax

/// Finds the mistakes that can be made in a file.
package enum MutantSearch {
  /// All mutants of a file in the order of the text, none twice; linear in the text for each operator.
  ///
  /// Tests and the policy's identity are left alone: what is asked is whether the former notice changes of
  /// all else.
  package static func mutants(of file: FileView) -> [Mutant] {
    let context = MutationContext(file)
    var found: [Mutant] = []
    var seen: Set<[TextEdit]> = []
    collect(file.node, context) { mutant in
      if seen.insert(mutant.edits).inserted { found.append(mutant) }
    }
    return found.enumerated().sorted { start($0) < start($1) }.map(\.element)
  }

  /// Each two of some mutants at once, in their order; quadratic.
  package static func pairs(of mutants: [Mutant]) -> [Mutant] {
    mutants.indices.flatMap { first in
      mutants[(first + 1)...].compactMap { Mutant(mutants[first], and: $0) }
    }
  }

  private static func start(_ found: (offset: Int, element: Mutant)) -> (Int, Int) {
    (found.element.edits.first?.range.start ?? 0, found.offset)
  }

  private static let untouched: Set<NodeKind> = [
    .edition, .useDeclaration, .testDeclaration, .headerWordLine, .citation, .textLiteral,
  ]

  private static func collect(
    _ node: SyntaxNode, _ context: MutationContext, into found: (Mutant) -> Void
  ) {
    guard !untouched.contains(node.kind), !node.isDamaged else { return }
    for one in MutationOperator.byKind[node.kind] ?? [] {
      for edit in one.edits(node, context) { found(Mutant(operation: one.name, edit: edit)) }
    }
    // A tree is at most `SyntaxLimits.depth` deep.
    for child in node.nodes { collect(child, context, into: found) }
  }
}

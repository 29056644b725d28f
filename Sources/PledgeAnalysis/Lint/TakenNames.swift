import PledgeDiagnostics
import PledgeSyntax

/// The names that policy files take from other files: whoever declares them need not use them.
package struct TakenNames {
  /// By the last part of a path: two files of one name in different folders are not told apart, so that a
  /// name counts as taken rather than as unused.
  private var names: [String: Set<String>] = [:]

  /// The names that these files take; linear in their texts.
  package init(by files: [SourceFile] = []) {
    for file in files {
      for use in Parser.parse(file).tree.view.node.all(UseDeclaration.self) {
        guard let path = use.path?.contents else { continue }
        names[Self.last(of: path), default: []].formUnion(use.names.map(\.name))
      }
    }
  }

  /// The names that others take from a file.
  package func names(from file: SourceFile) -> Set<String> { names[Self.last(of: file.name)] ?? [] }

  private static func last(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax

/// What the rules look at: one file as it is written and, where it is sound, as it is meant.
package struct LintSubject {
  /// The file as it is written.
  package let tree: FileView
  /// The checked policy; nil of a library, and where the file has errors.
  package let policy: Policy?
  /// Whether the file states parts for others and decides nothing by itself.
  package let isLibrary: Bool
  /// How often each name stands in the file.
  package let names: NameUses
  /// The names that other files take from it.
  package let taken: Set<String>

  /// A file to look at.
  package init(tree: FileView, policy: Policy?, isLibrary: Bool, taken: Set<String> = []) {
    self.tree = tree
    self.policy = policy
    self.isLibrary = isLibrary
    self.taken = taken
    names = NameUses([tree.node])
  }

  /// How the file's dialect writes words, with blanks between them.
  package func words(_ keywords: Keyword...) -> String {
    keywords.map { KeywordTable.spelling(of: $0, in: tree.dialect) }.joined(separator: " ")
  }

  /// The views of a kind anywhere in the file, in the order of the text.
  package func all<View: SyntaxView>(_ type: View.Type) -> [View] { tree.node.all(type) }
}

extension SyntaxNode {
  /// The views of a kind in the node and below it, in the order of the text; a tree is at most
  /// `SyntaxLimits.depth` deep.
  package func all<View: SyntaxView>(_ type: View.Type) -> [View] {
    var found: [View] = []
    visit { node in
      if let view = node.view(type) { found.append(view) }
    }
    return found
  }

  /// Hands over the node and all below it, each before its children.
  package func visit(_ each: (SyntaxNode) -> Void) {
    each(self)
    for case .node(let child) in children { child.visit(each) }
  }
}

/// How often each name stands in a file, declarations included.
package struct NameUses {
  private var counts: [String: Int] = [:]

  /// Counts the names in nodes.
  init(_ nodes: [SyntaxNode]) {
    for node in nodes {
      node.visit { node in
        if let name = node.view(NameView.self) { counts[name.name, default: 0] += 1 }
        if let word = node.view(WordView.self) { counts[word.contents, default: 0] += 1 }
      }
    }
  }

  /// How often a name stands in the file.
  package func count(of name: String) -> Int { counts[name, default: 0] }
}

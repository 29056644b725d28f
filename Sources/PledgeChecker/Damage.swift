import PledgeDiagnostics
import PledgeSyntax

/// What the parser's reports leave uncertain of a file: names that were not read, and how many were not.
struct Damage {
  /// The lines, counted from 1, on which the parser has reported something.
  private(set) var lines: Set<Int> = []
  /// Those of them on which a name is missing.
  private var linesWithoutName: Set<Int> = []
  /// The names in parts that could not be read: each may have been declared there.
  private(set) var names: Set<String> = []
  /// The names in the place of a type: one may have changed places with its field.
  private var misplaced: Set<String> = []
  /// How many declarations, or lines that declare, may have lost a name of which nothing is left.
  var lost = 0
  /// Whether a part of the file is no declaration at all.
  private(set) var isOutside = false
  /// How often something stayed silent because of a damage.
  var silences = 0

  init() {}

  /// Whether more than single lines are uncertain.
  var mayHideNames: Bool { isOutside || lost > 0 || !names.isEmpty }

  /// Looks at the tree of a file of which something was reported.
  init(_ syntax: [Diagnostic], _ view: FileView) {
    guard view.node.isDamaged else { return }
    for diagnostic in syntax {
      let file = view.node.tree.file
      let own = file.line(at: diagnostic.range.start)...file.line(at: diagnostic.range.end)
      lines.formUnion(own)
      if diagnostic.isOfMissingName { linesWithoutName.formUnion(own) }
    }
    for child in view.node.children {
      guard case .node(let node) = child else { continue }
      if node.kind == .error {
        isOutside = true
        collect(node)
      } else if node.isDamaged, node.kind == .useDeclaration {
        collect(node)
      } else if node.isDamaged, node.kind != .testDeclaration {
        collectSkipped(node)
      }
    }
  }

  /// The names of the skipped parts of a declaration.
  private mutating func collectSkipped(_ node: SyntaxNode) {
    for case .node(let child) in node.children where child.isDamaged || child.kind == .error {
      if child.kind == .error || child.kind == .field { collect(child) } else { collectSkipped(child) }
    }
  }

  private mutating func collect(_ node: SyntaxNode) {
    for token in node.tokens where token.kind == .name || token.kind == .quotedName {
      names.insert(NameDecoder.name(of: token))
    }
  }

  /// Notes a name that has no meaning where it stands, and that may be what is declared there.
  mutating func mayDeclare(_ name: String) { misplaced.insert(name) }

  /// Whether a name that nobody declares may have been declared where something was reported.
  func mayHold(_ name: String) -> Bool { names.contains(name) || misplaced.contains(name) }

  /// Whether something was reported on a line of a range.
  func isOn(_ range: SourceRange, in file: SourceFile) -> Bool {
    guard !lines.isEmpty, range.file == file.id else { return false }
    return (file.line(at: range.start)...file.line(at: range.end)).contains { lines.contains($0) }
  }

  /// Whether a name is missing on a line of a range.
  func lacksName(_ range: SourceRange, in file: SourceFile) -> Bool {
    guard range.file == file.id else { return false }
    return (file.line(at: range.start)...file.line(at: range.end)).contains { linesWithoutName.contains($0) }
  }
}

extension Diagnostic {
  /// Whether it says that a name is missing, or that a comma stands twice because of it.
  fileprivate var isOfMissingName: Bool {
    guard case .syntax(let fact) = fact else { return false }
    if case .repeated(text: ",") = fact { return true }
    guard case .expected(let expectation, _) = fact else { return false }
    return expectation == .name || expectation == .fieldType
  }
}

import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax

/// The files of one check: the one that was asked for and those that it takes from, each checked once.
final class UsedFiles {
  let environment: CheckerEnvironment
  /// What was found in all files; a fact that several readings of a place give stands once.
  private(set) var diagnostics: [Diagnostic] = []
  private var files: [FileID: SourceFile] = [:]
  private var checked: [FileID: Checking] = [:]
  /// The files that are being checked, each used by the one before it.
  private var underway: [Visit] = []
  private var seen: Set<Place> = []

  /// How many files may use each other in a row.
  private static let depth = 32

  private struct Visit {
    var file: SourceFile
    /// The path in the file before that leads here; nil for the first file.
    var path: SourceRange?
  }

  private struct Place: Hashable {
    var code: DiagnosticCode
    var range: SourceRange
    /// What is missing there, of which there may be several.
    var clause: String?

    init(_ diagnostic: Diagnostic) {
      code = diagnostic.code
      range = diagnostic.range
      if case .clause(.missing(let clause, _)) = diagnostic.fact { self.clause = clause }
    }
  }

  init(_ environment: CheckerEnvironment) { self.environment = environment }

  subscript(id: FileID) -> SourceFile? { files[id] }

  /// The files that were read for the first one.
  var used: [SourceFile] {
    checked.keys.sorted { $0.index < $1.index }.compactMap { files[$0] }
  }

  /// Whether something was found in the files that were read so far that stands in the way of an evaluation.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Where one of the files declares a name, the first by their order.
  func place(of name: String) -> SourceRange? {
    for file in checked.keys.sorted(by: { $0.index < $1.index }) {
      if let place = checked[file]?.scope.place(of: name), place.file == file { return place }
    }
    return nil
  }

  /// Checks the file that was asked for.
  func check(_ file: SourceFile) -> Checking { check(file, from: nil, context: nil) }

  /// The checked file that a path in another one names, or nil with a message.
  func file(at path: TextLiteral, of user: Checking) -> Checking? {
    let name = path.contents
    guard let from = files[path.range.file] else { return nil }
    switch environment.file(name, from.name) {
    case .unreadable(let reason):
      user.report(.file(.unreadable(path: name, reason: reason)), at: path.range)
    case .outside(let root):
      user.report(.file(.outside(path: name, root: root)), at: path.range)
    case .file(let file):
      if let first = underway.firstIndex(where: { $0.file.id == file.id }) {
        report(circleFrom: first, closedAt: path.range, by: user)
        return nil
      }
      if let known = checked[file.id] { return known }
      guard underway.count < UsedFiles.depth else {
        user.report(.file(.tooDeep(limit: UsedFiles.depth)), at: path.range)
        return nil
      }
      let found = check(file, from: path.range, context: user.context ?? user.policy.header)
      checked[file.id] = found
      return found
    }
    return nil
  }

  private func check(_ file: SourceFile, from path: SourceRange?, context: PolicyHeader?) -> Checking {
    files[file.id] = file
    underway.append(Visit(file: file, path: path))
    let (tree, syntax) = Parser.parse(file)
    let checking = Checking(
      file: file, files: self, context: context, damage: Damage(syntax, tree.view))
    checking.check(tree.view)
    underway.removeLast()
    add(syntax + checking.diagnostics.filter { !isOnLine($0, of: syntax, in: file) })
    return checking
  }

  /// Whether the parser has reported something on the line where a message is: what it means comes from that.
  private func isOnLine(_ diagnostic: Diagnostic, of syntax: [Diagnostic], in file: SourceFile) -> Bool {
    guard !syntax.isEmpty, diagnostic.range.file == file.id else { return false }
    let line = file.line(at: diagnostic.range.start)
    return syntax.contains {
      file.line(at: $0.range.start) <= line && line <= file.line(at: $0.range.end)
        || isDirectly(diagnostic.range, before: $0.range, in: file)
    }
  }

  /// Whether a mark ends the line before another one: two exchanged tokens are one slip, also over a line
  /// end.
  private func isDirectly(_ first: SourceRange, before second: SourceRange, in file: SourceFile) -> Bool {
    first.end < second.start
      && file.bytes[first.end..<second.start].allSatisfy { [0x20, 0x0A, 0x0D].contains($0) }
  }

  private func add(_ found: [Diagnostic]) {
    for diagnostic in found
    where seen.insert(Place(diagnostic)).inserted {
      diagnostics.append(diagnostic)
    }
  }

  /// A circle is the same message whichever of its files is checked: it begins with the first by name.
  private func report(circleFrom first: Int, closedAt path: SourceRange, by user: Checking) {
    let visits = underway[first...]
    var steps = visits.map(\.file.name)
    var places = visits.dropFirst().compactMap(\.path) + [path]
    let start = steps.indices.min { steps[$0].utf8.lexicographicallyPrecedes(steps[$1].utf8) } ?? 0
    steps = Array(steps[start...] + steps[..<start])
    places = Array(places[start...] + places[..<start])
    user.report(
      .file(.circle(path: steps + steps.prefix(1))), at: places[0],
      labels: zip(places, steps.dropFirst() + steps.prefix(1)).dropFirst().map { place, file in
        SecondaryLabel(.usedHere(file: file), at: place)
      })
  }
}

import PledgeDiagnostics
import PledgeSyntax

extension Checking {
  /// The declarations of the file, and at the place of each `use` what it takes, with all that this needs.
  func withTaken(_ own: [DeclarationView]) -> [DeclarationView] {
    var result: [DeclarationView] = []
    var places: Set<SourceRange> = []
    for declaration in own {
      guard case .use(let use) = declaration else {
        result.append(declaration)
        continue
      }
      result += take(use).filter { places.insert($0.range).inserted }
    }
    return result
  }

  /// Whether a field or event of a `ticket` block belongs to this policy.
  func isTaken(_ name: NameView?, _ ticket: TicketDeclaration) -> Bool {
    guard let taken = takenMembers[ticket.range] else { return true }
    return name.map { taken.contains($0.name) } ?? false
  }

  // MARK: Taking

  private func take(_ use: UseDeclaration) -> [DeclarationView] {
    guard let path = use.path else { return [] }
    guard let other = files.file(at: path, of: self) else {
      silenced += use.names
      return []
    }
    var result: [DeclarationView] = []
    for name in use.names {
      let roots = names(of: name, in: other, path)
      for root in roots { shown.append(ShownName(name: root, file: file.id)) }
      let needed = other.needs(roots)
      for need in needed.sorted() {
        guard let declaration = other.declarationOf[need] else { continue }
        takenAt[need] = takenAt[need] ?? name
        if case .ticket(let ticket) = declaration { takenMembers[ticket.range, default: []].insert(need) }
        result.append(declaration)
      }
      shown += other.shown.filter { needed.contains($0.name) }
    }
    return result.sorted { left, right in
      (left.range.file.index, left.range.start) < (right.range.file.index, right.range.start)
    }
  }

  /// What a name of a `use` line stands for in the other file: itself, or the whole vocabulary; with a
  /// message the name that was probably meant, so that its use is no second mistake.
  private func names(of name: NameView, in other: Checking, _ path: TextLiteral) -> [String] {
    if name.name == "ticket" {
      let vocabulary = other.declarationOf.filter { entry in
        if case .ticket = entry.value { other.isOwn(entry.key) } else { false }
      }
      if !vocabulary.isEmpty { return vocabulary.keys.sorted() }
    } else if other.isOwn(name.name) {
      return [name.name]
    }
    silenced.append(name)
    return report(unknown: name, in: other, path).map { [$0] } ?? []
  }

  /// Says that a file does not declare a name; the name that was probably meant.
  private func report(unknown name: NameView, in other: Checking, _ path: TextLiteral) -> String? {
    if other.silenced.contains(where: { $0.name == name.name }) { return nil }
    if other.damage.lost > 0 || other.damage.names.contains(name.name) { return nil }
    if let place = other.scope.place(of: name.name), let owner = files[place.file] {
      report(
        .file(.declaredElsewhere(name: name.name, file: owner.name)), at: name.range,
        labels: [SecondaryLabel(.declaredHere(name: name.name), at: place)])
      return nil
    }
    let known = other.declarationOf.keys.filter { other.isOwn($0) }.sorted()
    let suggestion = Suggestion.nearest(to: name.name, among: known)
    report(
      .file(.unknown(name: name.name, file: other.file.name, suggestion: suggestion)), at: name.range,
      labels: [SecondaryLabel(.takenFrom, at: path.range)])
    return suggestion
  }

  /// Whether a name is declared by the file itself.
  private func isOwn(_ name: String) -> Bool { scope.place(of: name)?.file == file.id }

  /// These names and all that their declarations use, themselves or through others.
  private func needs(_ roots: [String]) -> Set<String> {
    var result = Set(roots)
    var waiting = roots
    while let name = waiting.popLast() {
      guard let entity = scope.entities[name] else { continue }
      let used =
        dependencies.reached(from: entity).map { scope.name(of: $0) } + dependencies.names(of: entity)
      for name in used where declarationOf[name] != nil && result.insert(name).inserted {
        waiting.append(name)
      }
    }
    return result
  }

  // MARK: Seeing

  /// Lets each file see the names that it takes, once all are declared.
  func showTaken() {
    for entry in shown { scope.show(entry.name, in: entry.file) }
    for name in silenced { scope.silence(name.name, in: name.range.file) }
  }

  /// Where a name stands that its file does not take: in another file of the check, or hidden in the policy.
  func placeElsewhere(_ name: NameView) -> SourceRange? {
    if let place = scope.place(of: name.name) { return place }
    return files.place(of: name.name)
  }

  /// A name of two files of which both belong to the policy.
  func reportDuplicate(_ name: NameView, _ first: SourceRange) {
    let use = takenAt[name.name]
    let isHidden = use.map { $0.name != name.name && $0.name != "ticket" } ?? false
    let fact = FileFact.nameOfTwoFiles(name: name.name, neededBy: isHidden ? use?.name : nil)
    let isOwn = name.range.file == file.id
    let labels = [first] + (isOwn ? [] : [name.range])
    report(
      .file(fact), at: isOwn ? name.range : use?.range ?? name.range,
      labels: labels.map { SecondaryLabel(.declaredHere(name: name.name), at: $0) })
  }
}

/// All policies of the folder `policies`, and what their tests exercise.
struct PolicyLibrary {
  let files: [PolicyText]

  /// The declarations that a file sees: its own and those of the files that it uses.
  func visible(from file: PolicyText) -> [(file: PolicyText, declaration: PolicyText.Declaration)] {
    var seen: [String] = []
    var open = [file]
    var found: [(PolicyText, PolicyText.Declaration)] = []
    while let next = open.popLast() {
      guard !seen.contains(next.path) else { continue }
      seen.append(next.path)
      found += next.declarations.filter { $0.kind != "test" && $0.kind != "use" }.map { (next, $0) }
      open += files.filter { next.uses.contains($0.path) }
    }
    return found
  }

  /// The names of the declarations that a test asks for, and of all that these need. The policy and its
  /// vocabulary are needed by every test.
  func exercised(by test: PolicyText.Declaration, in file: PolicyText) -> Set<String> {
    let visible = visible(from: file)
    let vocabulary = visible.map(\.declaration).filter { ["policy", "ticket"].contains($0.kind) }
    let names = vocabulary.flatMap { $0.kind == "ticket" ? Array($0.words) : [$0.name] }
    return needed(by: test.subjects + names, among: visible.map(\.declaration))
  }

  /// The names of the declarations that a test expects something of, and of all that these need.
  func asked(by test: PolicyText.Declaration, in file: PolicyText) -> Set<String> {
    needed(by: test.subjects, among: visible(from: file).map(\.declaration))
  }

  private func needed(by names: [String], among declarations: [PolicyText.Declaration]) -> Set<String> {
    let known = Set(declarations.map(\.name))
    var needed: Set<String> = []
    var open = names.filter(known.contains)
    while let name = open.popLast() {
      guard needed.insert(name).inserted else { continue }
      for declaration in declarations where declaration.name == name {
        open += declaration.words.filter(known.contains)
      }
    }
    return needed
  }

  /// A declaration of a file.
  struct Place: Hashable {
    let path: String
    let name: String
  }

  /// The declarations that some test expects something of, directly or through another; a policy's line is
  /// part of each of its tests.
  func asked() -> Set<Place> {
    var asked: Set<Place> = []
    for file in files {
      let visible = visible(from: file)
      for test in file.tests {
        let names = self.asked(by: test, in: file)
        for (place, declaration) in visible
        where names.contains(declaration.name) || declaration.kind == "policy" {
          asked.insert(Place(path: place.path, name: declaration.name))
        }
      }
    }
    return asked
  }

  /// The declarations that cite a clause.
  func citing() -> [(place: Place, declaration: PolicyText.Declaration)] {
    files.flatMap { file in
      file.declarations.filter { $0.kind != "test" && !$0.citations.isEmpty }.map {
        (Place(path: file.path, name: $0.name), $0)
      }
    }
  }
}

extension PolicyText.Declaration {
  /// What a test expects something of: the names behind `expect` and `because`, and the right-hand columns of
  /// its tables of cases.
  var subjects: [String] {
    var subjects: [String] = []
    var isInCases = false
    for line in lines {
      let names = PolicyText.names(in: line)
      if names.first == "expect", names.count > 1 { subjects.append(names[1]) }
      if let because = names.firstIndex(of: "because"), because + 1 < names.count {
        subjects.append(names[because + 1])
      }
      if names == ["cases"] {
        isInCases = true
      } else if isInCases, let arrow = line.range(of: "->") {
        subjects += PolicyText.names(in: String(line[arrow.upperBound...]))
        isInCases = false
      }
    }
    return subjects
  }
}

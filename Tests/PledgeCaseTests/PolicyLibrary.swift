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
    let known = Set(visible.map { $0.declaration.name })
    var exercised: Set<String> = []
    var open = test.subjects.filter(known.contains)
    for (_, declaration) in visible where ["policy", "ticket"].contains(declaration.kind) {
      open += declaration.kind == "ticket" ? declaration.words.filter(known.contains) : [declaration.name]
    }
    while let name = open.popLast() {
      guard exercised.insert(name).inserted else { continue }
      for (_, declaration) in visible where declaration.name == name {
        open += declaration.words.filter(known.contains)
      }
    }
    return exercised
  }

  /// The clauses that a declaration cites which some test exercises.
  func clauses() -> Set<String> {
    var clauses: Set<String> = []
    for file in files {
      let visible = visible(from: file)
      for test in file.tests {
        let exercised = exercised(by: test, in: file)
        for (_, declaration) in visible where exercised.contains(declaration.name) {
          clauses.formUnion(declaration.citations)
        }
      }
    }
    return clauses
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

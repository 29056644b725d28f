extension FileFact {
  /// The fact in English.
  package var englishWords: FactWords {
    switch self {
    case .unreadable(let path, let reason):
      FactWords(
        "the file \(path) cannot be read: \(reason)",
        hint: "a path is relative to the file in which it stands")
    case .outside(let path, let root):
      FactWords(
        "the file \(path) lies outside \(root.isEmpty ? "the folder of the policy" : root)",
        hint: "write a relative path; an empty `pledge.yaml` in a folder above makes that folder the root")
    case .circle(let path):
      FactWords(
        "files use each other in a circle: \(path.joined(separator: " → "))",
        hint: "put what both need into a file of its own")
    case .tooDeep(let limit):
      FactWords("more than \(limit) files use each other in a row", hint: "use the last of them directly")
    case .unknown(let name, let file, let suggestion):
      FactWords(
        "\(file) declares no `\(name)`",
        hint: suggestion.map { "did you mean `\($0)`?" })
    case .declaredElsewhere(let name, let file):
      FactWords(
        "`\(name)` is declared in another file", hint: "write `use \(name) from` with the path of \(file)")
    case .notTaken(let name, let file):
      FactWords(
        "`\(name)` is not declared in this file", label: "it is a name of another file",
        hint: "add it to a line `use … from` with the path of \(file)")
    case .nameOfTwoFiles(let name, nil):
      FactWords(
        "`\(name)` is declared in two files of this policy",
        hint: "every name of a policy means one thing: rename one of the two, or take it from one file")
    case .nameOfTwoFiles(let name, let user?):
      FactWords(
        "`\(name)` is declared in two files of this policy",
        hint: "`\(user)` needs the one of its file, which comes along: rename one of the two")
    }
  }
}

/// What the file `pledge.yaml` in a project's root folder states; without a file nothing is stated.
package struct ProjectFile: Hashable, Sendable {
  /// The level of a lint rule or of a category of rules, as it is written.
  package struct LintLevel: Hashable, Sendable {
    /// The rule or category.
    package let name: String
    /// The level.
    package let level: String
  }

  /// `lint`: levels in the order of the file.
  package private(set) var lintLevels: [LintLevel] = []

  /// A file that states nothing.
  package init() {}

  /// Reads a file; throws `SourceError` where it cannot be read and `ReadingProblems` where it is wrong.
  package static func load(path: String) throws -> ProjectFile {
    try parse(try InputFile.readText(path: path, limit: 1 << 20), file: path).get()
  }

  /// Reads the text of a file, strictly: an unknown key is a problem, an empty text is none.
  package static func parse(_ bytes: [UInt8], file: String) -> Result<ProjectFile, ReadingProblems> {
    var project = ProjectFile()
    guard bytes.contains(where: { $0 > 0x20 }) else { return .success(project) }
    switch YAMLNode.parse(bytes, file: file) {
    case .failure(let problem): return .failure(ReadingProblems([problem]))
    case .success(let root):
      var keys = YAMLKeys(file: file)
      let values = keys.values(of: root, "the project file", known: ["lint"]) ?? [:]
      if let lint = values["lint"] {
        project.lintLevels = keys.pairs(lint, "`lint`").map { LintLevel(name: $0.from, level: $0.to) }
      }
      return keys.problems.isEmpty ? .success(project) : .failure(ReadingProblems(keys.problems))
    }
  }
}

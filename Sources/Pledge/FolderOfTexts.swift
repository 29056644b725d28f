import PledgeChecker
import PledgeDiagnostics

/// Policy files that a program hands over by their paths; nothing lies above their folder.
final class FolderOfTexts {
  var sources = SourceSet()
  var files: [String: SourceFile] = [:]

  /// What a path in the policy file `from` leads to; each file is read once.
  func file(_ path: String, from: String, read: (String) throws -> [UInt8]) -> FileAnswer {
    guard let name = RelativePath.resolve(path, from: from), !RelativePath.leavesRoot(name) else {
      return .outside(root: "")
    }
    if let known = files[name] { return .file(known) }
    do {
      let file = sources.add(name: name, bytes: try read(name))
      files[name] = file
      return .file(file)
    } catch {
      return .unreadable(reason: "\(error)")
    }
  }
}

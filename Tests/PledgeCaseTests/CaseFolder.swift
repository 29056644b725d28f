import PledgeChecker
import PledgeDiagnostics

/// The policy files of a case: those of its sections `file NAME`, in one folder with the policy.
final class CaseFolder {
  var sources = SourceSet()
  var files: [String: SourceFile] = [:]
  private let page: CaseFile

  init(_ page: CaseFile) { self.page = page }

  /// What a path in the file `from` leads to.
  func file(_ path: String, from: String) -> FileAnswer {
    guard let name = RelativePath.resolve(path, from: from), !RelativePath.leavesRoot(name) else {
      return .outside(root: "")
    }
    if let known = files[name] { return .file(known) }
    guard let text = page["file \(name)"] else {
      return .unreadable(reason: "No such file or directory")
    }
    let file = sources.add(name: name, text: text)
    files[name] = file
    return .file(file)
  }
}

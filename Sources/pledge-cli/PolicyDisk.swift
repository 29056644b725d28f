import Glibc
import PledgeChecker
import PledgeDiagnostics
import PledgeReadings

/// Policy files on the disk: each is read once, and none is taken from outside its root folder.
final class PolicyDisk {
  /// The file whose folder is a root.
  private static let mark = "pledge.yaml"
  private static let limit = 16 << 20

  private var files: [String: SourceFile] = [:]

  /// Reads a file that was asked for; `-` is the standard input.
  func read(_ path: String, into sources: inout SourceSet) throws -> SourceFile {
    let place = Self.real(path)
    if let place, let known = files[place] { return known }
    let file = sources.add(name: path, bytes: try FileSource(path: path).readAll(limit: Self.limit))
    if let place { files[place] = file }
    return file
  }

  /// The folder from outside of which a file takes nothing: the nearest one at or above it that holds a file
  /// `pledge.yaml`, else its own.
  func root(of path: String) -> String {
    let own = Self.folder(of: Self.real(path) ?? Self.real(".").map { $0 + "/-" } ?? path)
    var folder = own
    while !folder.isEmpty {
      if access(folder + "/" + Self.mark, F_OK) == 0 { return folder }
      folder = Self.folder(of: folder)
    }
    return own
  }

  /// The file `pledge.yaml` of a file's root folder, nil where there is none.
  func projectFile(of path: String) -> String? {
    let place = root(of: path) + "/" + Self.mark
    return access(place, F_OK) == 0 ? place : nil
  }

  /// What a path in the policy file `from` leads to.
  func file(
    _ path: String, from: String, root: String, into sources: inout SourceSet
  ) -> FileAnswer {
    guard let name = RelativePath.resolve(path, from: from) else { return .outside(root: root) }
    guard let place = Self.real(name) else {
      let reason = String(cString: strerror(errno))
      let whole = name.hasPrefix("/") ? name : Self.real(".").map { $0 + "/" + name } ?? name
      let lexical = RelativePath.resolve(".", from: whole + "/") ?? whole
      return Self.isInside(lexical, root)
        ? .unreadable(reason: reason) : .outside(root: root)
    }
    guard Self.isInside(place, root) else { return .outside(root: root) }
    if let known = files[place] { return .file(known) }
    do {
      return .file(try read(name, into: &sources))
    } catch {
      return .unreadable(reason: "\(error)")
    }
  }

  private static func isInside(_ place: String, _ root: String) -> Bool {
    place.hasPrefix(root.hasSuffix("/") ? root : root + "/")
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// The one path of a file, whatever links lead to it; nil where there is none.
  private static func real(_ path: String) -> String? {
    guard path != "-", let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}

/// The paths that policies write: relative to the file in which they stand, with `/` between folders.
package enum RelativePath {
  /// A path written in the file `from`, as a path of the same sort as that one, without `.` and with `..`
  /// only in front; nil for an absolute path and for none.
  package static func resolve(_ path: String, from file: String) -> String? {
    guard !path.isEmpty, !path.hasPrefix("/") else { return nil }
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    let isAbsolute = folder.hasPrefix("/")
    var parts: [Substring] = []
    for part in (folder + path).split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !isAbsolute {
        parts.append(part)
      }
    }
    return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
  }

  /// Whether a resolved path leads out of the folder that it starts in.
  package static func leavesRoot(_ path: String) -> Bool { path.hasPrefix("/") || path.hasPrefix("..") }
}

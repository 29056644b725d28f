import Glibc

/// Finds the policy files that paths mean.
enum PolicyFinder {
  /// Each file as it is given, and for a folder all `.pledge` files in it and below, sorted by their paths.
  /// Those of the folder `.` are named without it, as services name the files of a repository.
  static func files(_ paths: [String]) throws -> [String] {
    var result: [String] = []
    for path in paths {
      var status = stat()
      guard stat(path, &status) == 0 || path == "-" else {
        throw CommandFailure(.cannotOpen(path: path, reason: String(cString: strerror(errno))))
      }
      guard path != "-", status.st_mode & S_IFMT == S_IFDIR else {
        result.append(path)
        continue
      }
      let found = try files(in: path, depth: 0).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      guard !found.isEmpty else { throw CommandFailure(.noPolicyIn(folder: path)) }
      result += found
    }
    var seen: Set<String> = []
    return result.filter { seen.insert($0).inserted }
  }

  private static func files(in folder: String, depth: Int) throws -> [String] {
    guard depth < 32 else { return [] }
    guard let directory = opendir(folder) else {
      throw CommandFailure(.cannotOpen(path: folder, reason: String(cString: strerror(errno))))
    }
    defer { closedir(directory) }
    var result: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      let path = folder == "." ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: result += try files(in: path, depth: depth + 1)
      case S_IFREG, S_IFLNK: if name.hasSuffix(".pledge") { result.append(path) }
      default: break
      }
    }
    return result
  }
}

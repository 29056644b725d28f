import Glibc
import PledgeDiagnostics

/// Does something again whenever a file changes.
enum FileWatch {
  /// How long it waits between two looks, in milliseconds.
  private static let pause: Int32 = 300

  /// Does it once, and again whenever one of the policy files of some paths, or of those in their folders,
  /// changes, comes or goes. Ctrl-C ends it; so does the end of the standard input, so that whoever started
  /// it can end it. What cannot be done is said, and waits for the next change.
  static func run(_ paths: [String], _ body: () throws -> Bool) throws {
    var last: [String: Mark] = [:]
    repeat {
      let now = marks(paths)
      if now != last {
        last = now
        if Terminal.isTerminal(STDOUT_FILENO) { Terminal.write(Array("\u{1b}[2J\u{1b}[H".utf8)) }
        do {
          _ = try body()
        } catch let failure as CommandFailure {
          Terminal.complain(failure.text)
        }
      }
    } while !hasInputEnded()
  }

  /// What tells whether a file is still the same.
  private struct Mark: Equatable {
    var seconds: Int
    var nanoseconds: Int
    var size: Int
  }

  /// The marks of all files in the folders of the paths: a policy may read others beside it.
  private static func marks(_ paths: [String]) -> [String: Mark] {
    var result: [String: Mark] = [:]
    for path in (try? PolicyFinder.files(paths)) ?? paths {
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
      for name in names(in: folder) { result[folder + name] = mark(of: folder + name) }
    }
    return result
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var result: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { result.append(name) }
    }
    return result
  }

  private static func mark(of path: String) -> Mark? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Mark(
      seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec, size: Int(status.st_size))
  }

  /// Waits a little; whether the standard input has come to its end. What is typed is read and dropped.
  private static func hasInputEnded() -> Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&input, 1, pause) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 256)
    return read(STDIN_FILENO, &bytes, bytes.count) <= 0
  }
}

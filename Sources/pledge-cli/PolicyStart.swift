import Glibc
import PledgeSyntax

/// The files that a new folder of policies begins with.
struct PolicyStart {
  /// One file.
  struct File {
    /// Its place in the folder.
    let path: String
    let text: String
    /// Whether it can be run.
    let isProgram: Bool

    init(_ path: String, _ text: String, isProgram: Bool = false) {
      self.path = path
      self.text = text
      self.isProgram = isProgram
    }
  }

  let files: [File]

  /// The files in the words of a dialect.
  init(_ dialect: Dialect) {
    files =
      switch dialect {
      case .english: Self.english + Self.integration
      case .chinese: Self.chinese + Self.integration
      }
  }

  /// Writes the files into a folder, which is made where it is missing. Where one of them is there already,
  /// nothing is written.
  func write(into folder: String) throws {
    let present = files.map(\.path).filter { access(folder + "/" + $0, F_OK) == 0 }
    guard present.isEmpty else {
      throw CommandFailure(.presentAlready(folder: folder, files: present))
    }
    for file in files { try write(file, into: folder) }
  }

  private func write(_ file: File, into folder: String) throws {
    let path = folder + "/" + file.path
    try makeFolders(of: path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, file.isProgram ? 0o755 : 0o644)
    guard descriptor >= 0 else { throw Self.failure(path) }
    let isWritten = Terminal.put(Array(file.text.utf8), descriptor)
    guard close(descriptor) == 0, isWritten else { throw Self.failure(path) }
  }

  private func makeFolders(of path: String) throws {
    for (index, character) in zip(path.indices, path) where character == "/" && index > path.startIndex {
      let folder = String(path[..<index])
      guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw Self.failure(folder) }
    }
  }

  private static func failure(_ path: String) -> CommandFailure {
    CommandFailure(.cannotWrite(path: path, reason: String(cString: strerror(errno))))
  }
}

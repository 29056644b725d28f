import Glibc
import PledgeReports

/// The folder into which `check --witness` writes tickets.
enum WitnessFolder {
  /// Writes the files of sheets, in the place of those that are there; the folder is made where it is not
  /// there. Nothing is written outside of it: names have no folders, and links are not followed.
  static func write(_ sheets: [WitnessSheet], to folder: String) throws {
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw CommandFailure(.cannotMake(folder: folder, reason: String(cString: strerror(errno))))
    }
    for file in sheets.flatMap(\.files) {
      try write(
        Array(file.text.utf8), to: folder.hasSuffix("/") ? folder + file.name : folder + "/" + file.name)
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    let isWritten = Terminal.put(bytes, descriptor)
    guard close(descriptor) == 0, isWritten else { throw failure(path) }
  }

  private static func failure(_ path: String) -> CommandFailure {
    CommandFailure(.cannotWrite(path: path, reason: String(cString: strerror(errno))))
  }
}

import Glibc

/// Replaces a file by another text at once, so that no half of it is ever on the disk.
enum FileReplacement {
  /// Writes the text beside the file and renames it; the file's permissions are kept, links are followed.
  static func write(_ bytes: [UInt8], to path: String) throws {
    guard let resolved = realpath(path, nil) else { throw failure(path) }
    defer { free(resolved) }
    let place = String(cString: resolved)
    var status = stat()
    guard stat(place, &status) == 0 else { throw failure(path) }
    let beside = place + ".\(getpid()).tmp"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    let isWritten =
      Terminal.put(bytes, descriptor) && fchmod(descriptor, status.st_mode & 0o7777) == 0
    let isClosed = close(descriptor) == 0
    guard isWritten, isClosed, rename(beside, place) == 0 else {
      let reason = failure(path)
      unlink(beside)
      throw reason
    }
  }

  private static func failure(_ path: String) -> CommandFailure {
    CommandFailure(.cannotWrite(path: path, reason: String(cString: strerror(errno))))
  }
}

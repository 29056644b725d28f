import Glibc

/// What the environment refused: a file that cannot be opened, a stream that breaks off. It names the file.
package struct SourceError: Error, Sendable, Equatable, CustomStringConvertible {
  package var file: String
  package var reason: String

  package init(file: String, reason: String) {
    self.file = file
    self.reason = reason
  }

  package var description: String { "\(file): \(reason)" }

  /// The error of the last system call, in the words of the system.
  static func system(_ file: String, _ action: String, _ code: Int32) -> SourceError {
    SourceError(file: file, reason: "cannot \(action): \(String(cString: strerror(code)))")
  }
}

/// A stream of bytes that is read once, from its start to its end.
package protocol ByteSource: AnyObject {
  /// How messages name the stream: a path, or `-` for the standard input.
  var name: String { get }
  /// Fills the front of `buffer`; returns the number of bytes, 0 only at the end. Throws `SourceError`.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// Bytes that are in memory: the source of tests and of small texts.
package final class MemorySource: ByteSource {
  package let name: String
  private let bytes: [UInt8]
  private var position = 0
  private let step: Int

  /// `step` bounds what one read gives, so that tests can cut a stream anywhere.
  package init(name: String, bytes: [UInt8], step: Int = .max) {
    self.name = name
    self.bytes = bytes
    self.step = max(1, step)
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = min(buffer.count, bytes.count - position, step)
    guard count > 0 else { return 0 }
    bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[position..<position + count])) }
    position += count
    return count
  }
}

/// A file or the standard input, read in blocks.
package final class FileSource: ByteSource {
  package let name: String
  private let descriptor: Int32
  private let owned: Bool

  /// Opens a path for reading; `-` is the standard input. Throws `SourceError` when it cannot be read.
  package init(path: String) throws {
    name = path
    if path == "-" {
      descriptor = STDIN_FILENO
      owned = false
      return
    }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SourceError.system(path, "open", errno) }
    var status = stat()
    if fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(file)
      throw SourceError(file: path, reason: "cannot read: it is a directory")
    }
    _ = posix_fadvise(file, 0, 0, POSIX_FADV_SEQUENTIAL)
    descriptor = file
    owned = true
  }

  deinit {
    if owned { close(descriptor) }
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard buffer.count > 0 else { return 0 }
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw SourceError.system(name, "read", errno) }
    }
  }
}

/// Bytes that were read ahead, and then the rest of their stream.
final class PrefixedSource: ByteSource {
  let name: String
  private var prefix: [UInt8]
  private var position = 0
  private let rest: any ByteSource

  init(prefix: [UInt8], rest: any ByteSource) {
    name = rest.name
    self.prefix = prefix
    self.rest = rest
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard position < prefix.count else { return try rest.read(into: buffer) }
    let count = min(buffer.count, prefix.count - position)
    prefix.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[position..<position + count])) }
    position += count
    return count
  }
}

extension ByteSource {
  /// Reads up to `count` bytes from the front and gives them back with a source that still holds them.
  func peeking(_ count: Int) throws -> (front: [UInt8], source: any ByteSource) {
    var front = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = try front.withUnsafeMutableBytes { try read(into: .init(rebasing: $0[filled...])) }
      if got == 0 { break }
      filled += got
    }
    front.removeLast(count - filled)
    return (front, PrefixedSource(prefix: front, rest: self))
  }

  /// Reads to the end; throws `SourceError` beyond `limit` bytes.
  package func readAll(limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = try block.withUnsafeMutableBytes { try read(into: $0) }
      if got == 0 { return bytes }
      guard bytes.count + got <= limit else {
        throw SourceError(file: name, reason: "it is longer than \(limit) bytes")
      }
      bytes.append(contentsOf: block[..<got])
    }
  }
}

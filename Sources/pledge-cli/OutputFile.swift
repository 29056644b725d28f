import Glibc
import PledgeReadings
import PledgeReports

/// A file that a command writes beside its report, with the digest of what was written.
final class OutputFile {
  let path: String
  private let descriptor: Int32
  private var pending: [UInt8] = []
  private var hash = BLAKE2b()
  private static let block = 1 << 16

  /// Creates the file, or empties it.
  init(path: String) throws {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw OutputFile.failure(path) }
  }

  deinit { close(descriptor) }

  /// Refuses to write over a file that is read, and to write two files into one; beside each output its sheet
  /// is written, too.
  static func protect(_ inputs: [String], from outputs: [String?]) throws {
    var taken = inputs.filter { $0 != "-" }.map { (path: $0, isInput: true) }
    let named = outputs.compactMap { $0 }
    for output in named + named.map(sheet) {
      if let other = taken.first(where: { isSame($0.path, output) }) {
        throw CommandFailure(
          other.isInput ? .writesInput(path: output) : .outputTwice(path: output))
      }
      taken.append((output, false))
    }
  }

  /// Where it is written what was run, beside an output.
  private static func sheet(of path: String) -> String { path + ".run.json" }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    var (one, other) = (stat(), stat())
    guard stat(left, &one) == 0, stat(right, &other) == 0 else { return left == right }
    // Devices such as /dev/null may take several outputs.
    return one.st_mode & S_IFMT == S_IFREG && one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }

  /// Appends bytes.
  func write(_ bytes: [UInt8]) throws {
    bytes.withUnsafeBytes { hash.update($0) }
    if pending.isEmpty, bytes.count >= OutputFile.block { return try put(bytes) }
    pending += bytes
    if pending.count >= OutputFile.block { try flush() }
  }

  /// Writes what waits, and beside a regular file its sheet: what was run, as FILE.run.json.
  func finish(_ sheet: RunSheet, lines: Int) throws {
    try flush()
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    var json = JSONText(indented: true)
    json.object { json in
      json.member("schema", "pledge.run/1")
      json.member("file", path)
      json.member(RunSheet.digestName, hash.finish())
      json.member("records", lines)
      json.key("run")
      sheet.write(to: &json)
    }
    json.newline()
    let beside = try OutputFile(path: Self.sheet(of: path))
    try beside.write(json.bytes)
    try beside.flush()
  }

  private func flush() throws {
    try put(pending)
    pending.removeAll(keepingCapacity: true)
  }

  private func put(_ bytes: [UInt8]) throws {
    guard Terminal.put(bytes, descriptor) else { throw OutputFile.failure(path) }
  }

  private static func failure(_ path: String) -> CommandFailure {
    CommandFailure(.cannotWrite(path: path, reason: String(cString: strerror(errno))))
  }
}

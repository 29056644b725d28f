import Foundation

/// Runs the built `pledge` as another process.
struct Command {
  var status: Int32
  var output: String
  var complaint: String

  /// The root of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let restoration = "examples/circuit-restoration"

  /// The arguments that the example needs.
  static let inputs = [
    "--tickets", restoration + "/tickets.ndjson", "--register", "circuits=" + restoration + "/circuits.csv",
    "--as-of", "2026-04-01",
  ]
  static let policy = restoration + "/circuit-restoration.pledge"

  /// The binary lies beside the test bundle.
  private static let binary = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "pledge")

  init(_ arguments: [String], input: String? = nil) throws {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = Self.root
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C"]) { _, new in new }
    try self.init(process, input: input)
  }

  /// Runs a line of a shell in a folder; `pledge` is the built one.
  init(shell line: String, in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PATH": Self.binary.deletingLastPathComponent().path + ":" + path, "NO_COLOR": "1", "LC_ALL": "C"],
      uniquingKeysWith: { _, new in new })
    try self.init(process, input: nil)
  }

  private init(_ process: Process, input: String?) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pledge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files instead of pipes, so that neither side waits for the other.
    let (out, err, stdin) = (
      folder.appending(path: "out"), folder.appending(path: "err"), folder.appending(path: "in")
    )
    for file in [out, err] { try Data().write(to: file) }
    try Data((input ?? "").utf8).write(to: stdin)
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    process.standardInput = try FileHandle(forReadingFrom: stdin)
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: try Data(contentsOf: out), as: UTF8.self)
    complaint = String(decoding: try Data(contentsOf: err), as: UTF8.self)
  }
}

/// A folder that is gone with its value.
final class TemporaryFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "pledge-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  func path(_ name: String) -> String { url.appending(path: name).path }

  func text(_ name: String) throws -> String {
    try String(contentsOf: url.appending(path: name), encoding: .utf8)
  }
}

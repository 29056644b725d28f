import Foundation
import Testing

@Suite("Witnesses stay in their folder")
struct WitnessFolderTests {
  /// A policy with a cap that never binds, of an id and with a register of a name.
  private static func policy(_ id: String, register: String = "lines", version: String = "1") -> String {
    """
    pledge 1
    policy "Desk" { id \(id); version "\(version)"; effective from 2026-01-01; timezone UTC; currency EUR }
    register \(register) by line { fee money }
    ticket { line key of \(register); event opened, closed }
    target solve { clock from opened until closed; within 1 h }
    refund credit { when solve is breached; pay 5% of line.fee; cap 30% of line.fee }
    """
  }

  private func files(_ folder: TemporaryFolder, _ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path(name)).sorted()
  }

  @Test("An id that looks like a path leads nowhere")
  func idOfAPath() throws {
    let folder = try TemporaryFolder()
    let policy = try folder.file("desk.pledge", Self.policy(#""../../victim""#))
    let victim = try folder.file("victim-P0318-1.ndjson", "precious")
    _ = try folder.file("a/b", "")
    let run = try Command(["check", policy, "--witness", folder.path("a/w")])
    #expect(run.status == 0, "\(run.complaint)")
    #expect(try files(folder, "a/w") == ["victim-P0318-1.lines.csv", "victim-P0318-1.ndjson"])
    #expect(try String(contentsOfFile: victim, encoding: .utf8) == "precious")
  }

  @Test("A register's name that looks like a path leads nowhere")
  func registerOfAPath() throws {
    let folder = try TemporaryFolder()
    let policy = try folder.file("desk.pledge", Self.policy("desk", register: "`../x y`"))
    let run = try Command(["check", policy, "--witness", folder.path("w")])
    #expect(run.status == 0, "\(run.complaint) \(run.output)")
    #expect(try files(folder, "w") == ["desk-P0318-1.ndjson", "desk-P0318-1.xy.1.csv"])
  }

  @Test("A link that lies in the folder is not written through")
  func link() throws {
    let folder = try TemporaryFolder()
    let policy = try folder.file("desk.pledge", Self.policy("desk"))
    let precious = try folder.file("precious", "precious")
    _ = try folder.file("w/other", "")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("w/desk-P0318-1.ndjson"), withDestinationPath: precious)
    let run = try Command(["check", policy, "--witness", folder.path("w")])
    #expect(run.status == 1 && run.complaint.contains("cannot write"), "\(run.complaint)")
    #expect(try String(contentsOfFile: precious, encoding: .utf8) == "precious")
  }

  @Test("Versions of one id have sheets of their own")
  func versions() throws {
    let folder = try TemporaryFolder()
    let first = Self.policy("desk").replacingOccurrences(
      of: "2026-01-01", with: "2025-01-01 until 2026-01-01")
    let policies = [
      try folder.file("one.pledge", first), try folder.file("two.pledge", Self.policy("desk", version: "2")),
    ]
    let run = try Command(["check"] + policies + ["--witness", folder.path("w")])
    #expect(run.status == 0, "\(run.complaint) \(run.output)")
    #expect(
      try files(folder, "w").filter { $0.hasSuffix(".ndjson") } == [
        "desk-P0318-1.ndjson", "desk-P0318-2.ndjson",
      ])
  }

  @Test("The command can be pasted, whatever the file is called")
  func command() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("$(touch made) it's.pledge", Self.policy("desk"))
    let run = try Command(shell: "pledge check . --witness 'w w'", in: folder.url)
    let line = try #require(run.output.split(separator: "\n").first { $0.hasPrefix("  pledge eval") })
    let again = try Command(shell: String(line), in: folder.url)
    #expect(again.status == 0 && again.output.contains("credit"), "\(line)\n\(again.complaint)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("made")))
  }
}

import Foundation
import Testing

@Suite("Policies of several files")
struct FileTests {
  private static let policy = """
    pledge 1
    use ticket, solve from "%@"
    policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }
    """

  private static func policy(using path: String) -> String {
    policy.replacingOccurrences(of: "%@", with: path)
  }

  private static let shared = """
    pledge 1
    ticket { event opened, closed }
    target solve { clock from opened until closed; within 60 min }
    """

  private static let ticket = #"{"id":"1","events":[{"at":"2026-03-02T10:00:00Z","type":"opened"}]}"#

  @Test("A run names the files that a policy uses with their digests")
  func inputs() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("shared.pledge", Self.shared)
    let path = try folder.file("desk.pledge", Self.policy(using: "shared.pledge"))
    let run = try Command(
      ["eval", path, "--tickets", "-", "--as-of", "2026-03-03", "--format", "json"], input: Self.ticket)
    #expect(run.status == 0, "\(run.complaint)")
    #expect(run.output.contains(#""role": "used""#) && run.output.contains("shared.pledge"))
    #expect(run.output.contains(#""verdict":"breached""#))
  }

  @Test("A folder's check shows a mistake of a shared file once, with that file")
  func onceInAFolder() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("shared.pledge", Self.shared.replacingOccurrences(of: "60 min", with: "60 mni"))
    _ = try folder.file("one.pledge", Self.policy(using: "shared.pledge"))
    _ = try folder.file("two.pledge", Self.policy(using: "./shared.pledge"))
    let run = try Command(["check", folder.url.path])
    #expect(run.status == 2)
    #expect(run.output.contains("3 files: 1 error"), "\(run.output)")
  }

  @Test("The folder of a pledge.yaml is the root, else the policy's own folder")
  func root() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("shared.pledge", Self.shared)
    let path = try folder.file("desk/desk.pledge", Self.policy(using: "../shared.pledge"))
    let refused = try Command(["check", path])
    #expect(refused.status == 2 && refused.output.contains("P0701"))
    _ = try folder.file("pledge.yaml", "")
    #expect(try Command(["check", path]).status == 0)
    #expect(try Command(["check", folder.url.path]).status == 0)
  }

  @Test("A link does not lead out of the root folder")
  func links() throws {
    let outside = try TemporaryFolder()
    let shared = try outside.file("shared.pledge", Self.shared)
    let folder = try TemporaryFolder()
    let path = try folder.file("desk.pledge", Self.policy(using: "link.pledge"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.pledge"), withDestinationPath: shared)
    let run = try Command(["check", path])
    #expect(run.status == 2 && run.output.contains("P0701"))
  }

  @Test("A library is checked, and is no policy to run")
  func library() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("shared.pledge", Self.shared)
    #expect(try Command(["check", path]).status == 0)
    let run = try Command(
      ["eval", path, "--tickets", "-", "--as-of", "2026-03-03"], input: Self.ticket)
    #expect(run.status == 1 && run.complaint.contains("library"))
  }
}

import Foundation
import Testing

@Suite("pledge test")
struct CoverageCommandTests {
  private let policy = """
    pledge 1
    policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }
    ticket { event opened, closed }
    target solve { clock from opened until closed; within 60 min }
    test "two hours" {
      2026-03-02 10:00  opened
      2026-03-02 12:00  closed
      expect solve breached
    }
    test "one hour" {
      2026-03-02 10:00  opened
      2026-03-02 11:00  closed
      expect solve met
    }

    """

  private func run(_ arguments: [String], _ text: String? = nil) throws -> Command {
    let folder = try TemporaryFolder()
    return try Command(["test", try folder.file("a.pledge", text ?? policy)] + arguments)
  }

  @Test("Coverage is shown as exact fractions, with what is not covered and a test for it")
  func coverage() throws {
    let result = try run(["--coverage"])
    #expect(result.status == 0)
    #expect(result.output.contains("targets     2/2\n"))
    #expect(result.output.contains("boundaries  1/3\n"))
    #expect(result.output.contains("all         3/5\n"))
    #expect(result.output.contains("a.pledge:4  `solve` at `60 min`: 1 min below\n"))
    #expect(result.output.contains("test \"`solve` at `60 min`: 1 min below\" {"))
  }

  @Test("What is offered covers all of it, once it is pasted")
  func pasting() throws {
    let result = try run(["--coverage", "-f", "json"])
    let root = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let entry = (root?["policies"] as? [[String: Any]])?.first?["coverage"] as? [String: Any]
    let tests = (entry?["uncovered"] as? [[String: Any]] ?? []).compactMap { $0["test"] as? String }
    #expect(tests.count == 2)
    let pasted = try run(["--threshold", "100%"], policy + tests.joined(separator: "\n"))
    #expect(pasted.status == 0, "\(pasted.output)\(pasted.complaint)")
    #expect(!pasted.output.contains("not covered"))
  }

  @Test("Each version of a policy is held against the threshold by itself")
  func versions() throws {
    let folder = try TemporaryFolder()
    let first = policy.replacing(
      "effective from 2026-01-01;", with: "effective from 2026-01-01 until 2026-07-01;")
    let second = policy.replacing(
      "version \"1\"; effective from 2026-01-01", with: "version \"2\"; effective from 2026-07-01"
    )
    .replacing("2026-03", with: "2026-08")
    _ = try folder.file("a.pledge", first)
    _ = try folder.file("b.pledge", second)
    #expect(try Command(["test", "--threshold", "3/5", folder.url.path]).status == 0)
    _ = try folder.file(
      "b.pledge",
      second.replacing("11:00  closed\n  expect solve met", with: "11:30  closed\n  expect solve breached"))
    let less = try Command(["test", "--threshold", "3/5", folder.url.path])
    #expect(less.status == 2)
    #expect(less.complaint.contains("b.pledge: coverage 1/5 is under 3/5"), "\(less.complaint)")
    #expect(!less.complaint.contains("a.pledge"))
  }

  @Test(
    "The threshold is met by exactly the share, and not by less",
    arguments: [("60%", 0), ("3/5", 0), ("0%", 0), ("60.1%", 2), ("4/5", 2), ("100%", 2)] as [(String, Int32)]
  )
  func threshold(share: String, status: Int32) throws {
    let result = try run(["--threshold", share])
    #expect(result.status == status)
    #expect(result.complaint.contains("coverage 3/5 is under \(share)") == (status == 2))
  }

  @Test("A share that is none is refused", arguments: ["101%", "1.5", "-1%", "3/0", "x", "5/4"])
  func badThreshold(share: String) throws {
    #expect(try run(["--threshold=\(share)"]).status == 1)
  }

  @Test("A test that failed covers nothing")
  func failing() throws {
    let result = try run(["--coverage"], policy.replacing("solve met", with: "solve breached"))
    #expect(result.status == 2)
    #expect(result.output.contains("targets     1/2\n"))
    #expect(result.output.contains("boundaries  0/3\n"))
  }

  @Test("Only tests that are chosen are counted")
  func filter() throws {
    let result = try run(["--coverage", "--filter", "two"])
    #expect(result.output.contains("1 test, 1 expectation: all passed"))
    #expect(result.output.contains("all         1/5\n"))
    #expect(try run(["--filter", "three"]).status == 1)
  }

  @Test("Results are the same for any order and any number of jobs; the seed is said")
  func order() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.pledge", policy)
    let plain = try Command(["test", file])
    for arguments in [["--jobs", "1"], ["--jobs", "7"]] {
      #expect(try Command(["test", file] + arguments).output == plain.output)
    }
    let seeded = try Command(["test", file, "--seed", "7", "-f", "json"])
    #expect(try seeded.output == Command(["test", file, "-f", "json"]).output)
    #expect(
      try Command(["test", file, "--seed", "7"]).output.hasSuffix("all passed, in the order of seed 7\n"))
    #expect(try Command(["test", file, "--jobs", "0"]).status == 1)
  }

  @Test("Watching ends with the standard input, and says what cannot be read instead of ending there")
  func watching() throws {
    let good = try run(["--watch"])
    #expect(good.status == 0)
    #expect(good.output.contains("all passed"))
    let broken = try run(["--watch"], policy.replacing("from opened", with: "from opned"))
    #expect(broken.status == 0)
    #expect(broken.complaint.contains("`opned` is not declared"))
    #expect(try run(["--watch", "-f", "json"]).status == 1)
  }

  @Test("JSON and NDJSON follow the schema")
  func schema() throws {
    let result = try run(["--coverage", "-f", "json"])
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    #expect(try Schema.named("test-1").faults(value) == [])
    let lines = try run(["--coverage", "-f", "ndjson"]).output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("{\"record\":\"coverage\"") })
    for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
  }
}

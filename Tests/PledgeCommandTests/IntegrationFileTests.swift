import Foundation
import PledgeReadings
import Testing

/// The files of examples/ci, as far as they can be run without the services that they are for.
@Suite("Files for continuous integration")
struct IntegrationFileTests {
  private static let folder = Command.root.appending(path: "examples/ci")

  /// The commands of the tool that a file runs, in its order.
  private func commands(_ name: String) throws -> [String] {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^\s*(?:- |run: )?(pledge .*)$/).map { String($0.1) }
    }
  }

  @Test("The files are YAML without keys that stand twice", arguments: ["github.yml", "gitlab.yml"])
  func yaml(_ name: String) throws {
    let bytes = try Array(Data(contentsOf: Self.folder.appending(path: name)))
    switch YAMLNode.parse(bytes, file: name) {
    case .success(let root):
      guard case .mapping = root.content else {
        Issue.record("\(name) is no mapping")
        return
      }
    case .failure(let problem): Issue.record("\(problem)")
    }
  }

  @Test(
    "Their commands find nothing in a new folder, and each finds its fault",
    arguments: ["github.yml", "gitlab.yml", "pre-commit"])
  func findFaults(_ name: String) throws {
    let all = try commands(name)
    // Before a commit nobody waits for mistakes.
    let mutates: Set<Substring> = name == "pre-commit" ? [] : ["mutate"]
    #expect(Set(all.map { $0.split(separator: " ")[1] }) == mutates.union(["check", "fmt", "lint", "test"]))
    let folder = try TemporaryFolder()
    _ = try Command(["init", folder.url.path])
    for command in all { #expect(try Command(shell: command, in: folder.url).status == 0, "\(command)") }
    let policy = try folder.text("sla.pledge")
    let faults = [
      "check": ("from reported until answered", "from reportd until answered"),
      "fmt": ("  within  4 h", "  within 4 h"),
      "lint": ("test \"answered a minute late\"", "test \"restored in time\""),
      "test": ("answer met due", "answer breached due"),
      // No test speaks of the exclusion any more.
      "mutate": (
        "cause customer }\n  2026-03-06 16:00  reported\n  2026-03-06 20:01  restored\n  expect restore excused",
        "cause provider }\n  2026-03-06 16:00  reported\n  2026-03-06 20:01  restored\n  expect restore breached"
      ),
    ]
    for command in all {
      let word = String(command.split(separator: " ")[1])
      guard let fault = faults[word] else { continue }
      _ = try folder.file("sla.pledge", policy.replacing(fault.0, with: fault.1))
      let run = try Command(shell: command, in: folder.url)
      let isOnlyErrors = word == "lint" && !command.contains("--strict")
      #expect((run.status != 0) != isOnlyErrors, "\(command): \(run.output)\(run.complaint)")
    }
  }

  @Test("The report of the tests is XML and what lint found is SARIF")
  func reports() throws {
    let folder = try TemporaryFolder()
    _ = try Command(["init", folder.url.path])
    for command in try commands("github.yml") { _ = try Command(shell: command, in: folder.url) }
    #expect(try folder.text("tests.xml").contains("<testsuites"))
    let sarif = try JSONSerialization.jsonObject(with: Data(folder.text("lint.sarif").utf8)) as? [String: Any]
    #expect(sarif?["version"] as? String == "2.1.0")
  }

  @Test("The hook looks at what is committed and not at what lies in the folder")
  func hook() throws {
    let folder = try TemporaryFolder()
    func git(_ line: String) throws -> Command {
      try Command(shell: "git -c user.name=N -c user.email=n@example.com \(line)", in: folder.url)
    }
    guard try git("init -q").status == 0 else { return }
    _ = try Command(["init", folder.url.path])
    #expect(try git("config core.hooksPath .githooks").status == 0)
    #expect(try git("add .").status == 0)
    let policy = try folder.text("sla.pledge")
    let broken = policy.replacing("until answered", with: "until answred")
    _ = try folder.file("sla.pledge", broken)
    #expect(try git("commit -q -m \"A fault lies in the folder only\"").status == 0)
    #expect(try git("add sla.pledge").status == 0)
    let refused = try git("commit -q -m \"A fault is staged\"")
    #expect(refused.status != 0)
    #expect((refused.output + refused.complaint).contains("`answred` is not declared"))
    #expect(try git("rm -q -f --cached shared.pledge sla.pledge").status == 0)
    #expect(try git("commit -q -m \"No policy is left\"").status == 0)
  }
}

import Foundation
import Testing

@Suite("A new folder of policies")
struct InitTests {
  @Test(
    "What is written is sound, formatted, found fault with by no rule, and passes its tests",
    arguments: ["en", "zh"])
  func isInOrder(_ dialect: String) throws {
    let folder = try TemporaryFolder()
    let run = try Command(["init", folder.path("sla"), "--dialect", dialect])
    #expect(run.status == 0 && run.complaint.isEmpty)
    let path = folder.path("sla")
    #expect(try Command(["check", "--lang", "en", path]).output == "ok  2 files, nothing to report\n")
    #expect(try Command(["fmt", "--check", "--diff", path]).output.isEmpty)
    let lint = try Command(["lint", "--lang", "en", "--strict", path])
    #expect(lint.output == "ok  2 files, nothing to report\n")
    let test = try Command(["test", "--lang", "en", path])
    #expect(test.status == 0 && test.output.hasSuffix("all passed\n"))
    let first = try folder.text("sla/sla.pledge").prefix { $0 != "\n" }
    #expect(first == (dialect == "en" ? "pledge 1" : "pledge 1 zh"))
  }

  @Test("The files are named as they are written, and those of the services are the examples'")
  func files() throws {
    let folder = try TemporaryFolder()
    let run = try Command(shell: "pledge init", in: folder.url)
    let services = [
      ".github/workflows/policies.yml": "github.yml", ".gitlab-ci.yml": "gitlab.yml",
      ".githooks/pre-commit": "pre-commit",
    ]
    let names = ["pledge.yaml", "shared.pledge", "sla.pledge"] + services.keys
    #expect(Set(run.output.split(separator: "\n").map(String.init)) == Set(names))
    for (path, example) in services {
      let url = Command.root.appending(path: "examples/ci/\(example)")
      #expect(try folder.text(path) == String(contentsOf: url, encoding: .utf8), "\(path)")
    }
    #expect(FileManager.default.isExecutableFile(atPath: folder.path(".githooks/pre-commit")))
  }

  @Test(
    "Nothing is written over, and nothing beside what is there", arguments: ["sla.pledge", ".gitlab-ci.yml"])
  func overwritesNothing(_ name: String) throws {
    let folder = try TemporaryFolder()
    _ = try folder.file(name, "mine\n")
    let run = try Command(shell: "pledge init .", in: folder.url)
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.complaint.contains("\(name) is there already"))
    #expect(try folder.text(name) == "mine\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [name])
  }

  @Test("A folder that cannot be made is said")
  func noFolder() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("taken", "")
    let run = try Command(["init", file + "/sla"])
    #expect(run.status == 1)
    #expect(run.complaint.contains("cannot write"))
  }
}

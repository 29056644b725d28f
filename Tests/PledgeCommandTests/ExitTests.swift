import Foundation
import Testing

@Suite struct ExitTests {
  private static let wrong = """
    pledge 1
    policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }
    ticket { event opened, closed }
    target solve { clock from opned until closed; within 60 min }
    """

  private static let failing = """
    pledge 1
    policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }
    ticket { event opened, closed }
    target solve { clock from opened until closed; within 60 min }
    test "two hours" {
      2026-03-02 10:00  opened
      2026-03-02 12:00  closed
      expect solve met
    }
    """

  @Test("A sound policy is checked and tested with status 0")
  func fine() throws {
    #expect(try Command(["check", Command.restoration]).status == 0)
    let tests = try Command(["test", Command.restoration])
    #expect(tests.status == 0)
    #expect(tests.output.contains("all passed"))
    #expect(tests.complaint.isEmpty)
  }

  @Test("An error in a policy is found by check (2) and stands in the way of the others (1)")
  func policyError() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("wrong.pledge", Self.wrong)
    let check = try Command(["check", path])
    #expect(check.status == 2)
    #expect(check.output.contains("opned") && check.output.contains("1 error"))
    for command in [["test", path], ["eval", path] + Command.inputs, ["simulate", path] + Command.inputs] {
      let run = try Command(command)
      #expect(run.status == 1)
      #expect(run.complaint.contains("opned") && run.output.isEmpty)
    }
  }

  @Test("A failing test is shown side by side, with the timeline and the reason, and status 2")
  func testFailure() throws {
    let folder = try TemporaryFolder()
    let run = try Command(["test", try folder.file("a.pledge", Self.failing)])
    #expect(run.status == 2)
    for part in ["expected", "came", "met", "breached", "opened", "counted 2 h of 1 h", "1 failed"] {
      #expect(run.output.contains(part), "\(part) in \(run.output)")
    }
  }

  @Test(
    "Wrong usage is status 1, with a hint",
    arguments: [
      (["chek"], "did you mean `check`?"), (["check"], "path"),
      (["check", "/nowhere.pledge"], "/nowhere.pledge"),
      (["eval", Command.policy, "--tickets", "/nowhere.ndjson"], "circuits"),
      (["eval", Command.policy, "--frobnicate"] + Command.inputs, "frobnicate"),
      (["simulate", Command.policy] + Command.inputs + ["--by", "cuase"], "did you mean `cause`?"),
      (
        ["simulate", Command.policy] + Command.inputs + ["--set", "late_rte=1%"], "did you mean `late_rate`?"
      ),
      (["simulate", Command.policy] + Command.inputs + ["--set", "late_rate=1"], "a percent such as 5%"),
      (["simulate", Command.policy] + Command.inputs + ["--set", "late_rate=-1%"], "not below zero"),
      (
        ["simulate", Command.policy] + Command.inputs + ["--compare", "restor=x"], "did you mean `restore`?"
      ),
      (
        ["simulate", Command.policy] + Command.inputs
          + ["--compare", "restore=recorded.nothing", "--fail-on", "disagree"], "nothing was compared"
      ),
      (["simulate", Command.policy] + Command.inputs + ["--fail-on", "disagree"], "--compare"),
      (["simulate", Command.policy, Command.policy] + Command.inputs, "stands in two files"),
      (["simulate", Command.policy] + Array(Command.inputs.dropLast(2)), "--as-of"),
      (["simulate", Command.policy] + Command.inputs + ["--jobs", "0"], "--jobs"),
      (["eval", Command.policy] + Command.inputs + ["--strict"], "tickets.ndjson:16"),
      (["simulate", Command.policy] + Command.inputs + ["--decisions", "/nowhere/x"], "/nowhere/x"),
    ])
  func usage(arguments: [String], hint: String) throws {
    let run = try Command(arguments)
    #expect(run.status == 1)
    #expect(run.complaint.contains(hint), "\(run.complaint)")
  }

  @Test(
    "--fail-on makes what is found status 2",
    arguments: [
      ("breached", Int32(2)), ("undecided", 2), ("rejected", 2),
    ])
  func failOn(kind: String, status: Int32) throws {
    #expect(try Command(["eval", Command.policy] + Command.inputs + ["--fail-on", kind]).status == status)
    #expect(
      try Command(["simulate", Command.policy] + Command.inputs + ["--fail-on", kind]).status == status)
    #expect(try Command(["simulate", Command.policy] + Command.inputs).status == 0)
  }

  @Test("Help and version are status 0, and each command's help has an example")
  func help() throws {
    #expect(try Command(["--version"]).output.hasPrefix("pledge "))
    for command in ["check", "test", "eval", "simulate"] {
      let help = try Command([command, "--help"])
      #expect(help.status == 0)
      #expect(help.output.contains("EXAMPLE") && help.output.contains("pledge \(command) "))
    }
    #expect(try Command(["--generate-completion-script", "bash"]).output.contains("pledge"))
  }

  @Test("Folders are searched in the order of their paths")
  func folders() throws {
    let folder = try TemporaryFolder()
    for name in ["b.pledge", "a/z.pledge", "c.txt", ".hidden.pledge"] {
      _ = try folder.file(name, Self.failing)
    }
    let run = try Command(["check", folder.url.path, "-f", "ndjson"])
    let files = run.output.split(separator: "\n").filter { $0.contains("\"record\":\"file\"") }
    #expect(files.count == 2)
    #expect(files.first?.contains("a/z.pledge") == true && files.last?.contains("b.pledge") == true)
  }
}

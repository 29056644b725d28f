import Foundation
import Testing

@Suite struct OutputTests {
  private func tickets() throws -> String {
    try String(
      contentsOf: Command.root.appending(path: Command.restoration + "/tickets.ndjson"), encoding: .utf8)
  }

  @Test("The example decides as its README says")
  func example() throws {
    let run = try Command(["simulate", Command.policy] + Command.inputs)
    #expect(run.output.contains("20 in = 15 decided + 5 rejected"))
    #expect(run.output.contains("2899.99 CNY") && run.output.contains("150.00 CNY"))
    #expect(!run.output.contains("\u{1b}["))
    #expect(
      try Command(["simulate", Command.policy] + Command.inputs + ["--color"]).output.contains("\u{1b}["))
  }

  @Test(
    "JSON outputs follow their schemas",
    arguments: [
      ("check-1", ["check", Command.restoration]), ("test-1", ["test", Command.restoration]),
      ("lint-1", ["lint", "examples/reference-job"]), ("lint-rules-1", ["lint", "--rules"]),
      ("mutation-operators-1", ["mutate", "--operators"]),
      ("explain-1", ["explain"]), ("explain-1", ["explain", "P0740"]),
      ("eval-1", ["eval", Command.policy] + Command.inputs),
      ("eval-1", ["eval", Command.policy, "--explain"] + Command.inputs),
      (
        "simulate-1",
        ["simulate", Command.policy, "--by", "cause", "--by", "circuit.level", "--set", "late_rate=6%"]
          + Command.inputs
      ),
      ("simulate-1", ["simulate", Command.policy, "--compare", "restore=cause"] + Command.inputs),
    ])
  func schemas(schema: String, arguments: [String]) throws {
    let run = try Command(arguments + ["-f", "json"])
    #expect(run.status == 0)
    let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    #expect(try Schema.named(schema).faults(value) == [])
  }

  @Test("A failing check and a failing test follow their schemas, too")
  func schemasOfFindings() throws {
    let folder = try TemporaryFolder()
    let text = """
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
    for (schema, command, policy) in [
      ("test-1", "test", text),
      ("mutate-1", "mutate", text.replacing("expect solve met", with: "expect solve breached")),
      ("check-1", "check", text.replacing("from opened", with: "from opned")),
    ] {
      let run = try Command([command, try folder.file("a.pledge", policy), "-f", "json"])
      #expect(run.status == 2)
      let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
      #expect(try Schema.named(schema).faults(value) == [])
    }
  }

  @Test(
    "Every line of NDJSON is JSON",
    arguments: [
      ["check", Command.restoration], ["test", Command.restoration],
      ["eval", Command.policy] + Command.inputs,
      ["simulate", Command.policy, "--by", "cause"] + Command.inputs,
    ])
  func lines(arguments: [String]) throws {
    let run = try Command(arguments + ["-f", "ndjson"])
    for line in run.output.split(separator: "\n") {
      _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
    }
    #expect(run.output.contains("\"schema\":\"pledge."))
  }

  @Test("Decisions and rejections are written with a sheet beside them, the same for any jobs")
  func files() throws {
    let folder = try TemporaryFolder()
    var written: [String] = []
    for jobs in ["1", "2", "4"] {
      let run = try Command(
        [
          "simulate", Command.policy, "--jobs", jobs, "--decisions", folder.path("d.ndjson"), "--rejects",
          folder.path("r.ndjson"), "--compare", "restore=cause",
        ] + Command.inputs)
      #expect(run.status == 0)
      written.append(try folder.text("d.ndjson") + folder.text("r.ndjson"))
    }
    #expect(Set(written).count == 1)
    let lines = try folder.text("d.ndjson").split(separator: "\n")
    #expect(lines.count == 15)
    for line in lines {
      #expect(
        try Schema.named("decision-1").faults(JSONSerialization.jsonObject(with: Data(line.utf8))) == [])
    }
    for line in try folder.text("r.ndjson").split(separator: "\n") {
      #expect(
        try Schema.named("rejection-1").faults(JSONSerialization.jsonObject(with: Data(line.utf8))) == [])
    }
    let sheet = try JSONSerialization.jsonObject(with: Data(folder.text("d.ndjson.run.json").utf8))
    #expect(try Schema.named("run-1").faults(sheet) == [])
  }

  @Test("A CSV of decisions has a row a ticket and declaration")
  func csv() throws {
    let folder = try TemporaryFolder()
    _ = try Command(["simulate", Command.policy, "--decisions", folder.path("d.csv")] + Command.inputs)
    let rows = try folder.text("d.csv").split(separator: "\n")
    #expect(rows.count == 1 + 15 * 2)
    let eval = try Command(["eval", Command.policy, "-f", "csv"] + Command.inputs)
    #expect(eval.output.split(separator: "\n").count == 1 + 15 * 2)
    #expect(eval.output.contains("policy_blake2b256"))
  }

  @Test("Tickets come from the standard input as well")
  func standardInput() throws {
    let arguments = [
      "--register", "circuits=" + Command.restoration + "/circuits.csv", "--as-of", "2026-04-01",
    ]
    let run = try Command(
      ["simulate", Command.policy, "--tickets", "-", "-f", "json"] + arguments, input: tickets())
    #expect(run.output.contains("\"decided\": 15"))
  }

  @Test("An explanation says why, to the cent")
  func explanation() throws {
    let run = try Command(["eval", Command.policy, "--explain"] + Command.inputs)
    for part in [
      "circuit-restoration.pledge:27:  AA | vpn -> 120 min", "breached    counted 2 h 1 s of 2 h, 1 s over",
      "not counted: pause hold", "cap         late_cap of circuit.monthly_fee = 999.99 CNY",
      "with        late_rate = 5%",
    ] {
      #expect(run.output.contains(part), "\(part)")
    }
  }

  @Test("A reader that goes away ends the tool quietly")
  func brokenPipe() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let folder = try TemporaryFolder()
    let many = try folder.file("many.ndjson", String(repeating: tickets(), count: 200))
    let binary = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "pledge")
      .path
    process.arguments = [
      "-c",
      "'\(binary)' eval \(Command.policy) --tickets '\(many)' --register "
        + "circuits=\(Command.restoration)/circuits.csv --as-of now 2>'\(folder.path("err"))' "
        + "| head -n 1 >/dev/null",
    ]
    process.currentDirectoryURL = Command.root
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let complaint = try folder.text("err")
    #expect(complaint.isEmpty)
  }
}

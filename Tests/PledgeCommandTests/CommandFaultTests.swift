import Foundation
import PledgeDiagnostics
import PledgeReadings
import PledgeSimulation
import Testing

@testable import pledge_cli

@Suite("Why a command could not run")
struct CommandFaultTests {
  private static let names = KnownNames("reslove", among: ["resolve", "restore"], .targets)
  private static let others = KnownNames("x", among: ["resolve", "restore"], .columns)
  private static let rejection = Rejection(file: "工单.csv", line: 2, reason: .missing)
  private static let faults: [CommandFault] = [
    .reading("a.yaml: cannot open: No such file or directory"),
    .cannotOpen(path: "a.csv", reason: "Permission denied"),
    .cannotWrite(path: "a.csv", reason: "Is a directory"),
    .cannotMake(folder: "a/", reason: "File name too long"),
    .noPolicyIn(folder: "a/"), .writesInput(path: "a.csv"), .outputTwice(path: "a.csv"),
    .presentAlready(folder: "a/", files: ["a.pledge", "b.pledge"]), .policyErrors(2), .policiesErrors(1),
    .libraries(files: ["a.pledge"]), .twoPolicies(first: ("a", "a.pledge"), other: ("b", "b.pledge")),
    .unknownCommand(names), .unknownPage("x", nearest: "bare-day", neighbours: []),
    .unknownPage("x", nearest: nil, neighbours: ["P0001", "P0003"]),
    .badOption(text: "x", option: "--set", form: "PARAM=VALUE"), .badLength(text: "x"),
    .badInstant(text: "x", zone: "Asia/Shanghai"), .noAsOf(zone: "Asia/Shanghai"), .unknownParameter(others),
    .parameterTwice("x"), .badParameter(text: "x", name: "y", .percent),
    .badKeyCount(text: "0", name: "y"), .negativeParameter(text: "-1", name: "y"),
    .caseWithoutRow(table: "t", example: [.code("P1"), .anyOtherValue]),
    .caseWithoutRow(table: nil, example: []),
    .rowOfNothing(table: "t"), .missingRegister("x"), .unknownRegister(names), .registerTwice("x"),
    .breakdown(.noComparison("x")), .breakdown(.unknownTarget(names)),
    .breakdown(.unknownField(others, path: "x")), .breakdown(.unknownKey("x", nearest: "y.z", path: "x.z")),
    .breakdown(.noKey(field: "x", path: "x.y")), .breakdown(.unknownColumn(names, register: "r")), .noPeriods,
    .noTest(title: "x"), .failingTest("x", file: "a.pledge"), .unknownOperator("x", nearest: nil),
    .rulesFormat(known: "`json`"), .unknownLevel("x", place: "a.yaml:3", known: ["`off`"]),
    .unknownRule("x", place: "a.yaml:3", nearest: "y"), .rejected(rejection),
    .tooManyGroups(name: "x", limit: 10), .noThread, .tooFar(beginning: "2026-01-01", asOf: "2226-01-01"),
    .readsTwice, .nothingCompared(path: "x"),
  ]

  @Test("is told in Chinese without an English word", arguments: faults.indices)
  func chinese(_ index: Int) {
    let text = CommandFailure(Self.faults[index], in: .chinese).text
    #expect(text.hasPrefix("错误："))
    let own = text.replacing(/`[^`]*`|"[^"]*"/, with: "")
      .replacing(
        /--[a-z-]+( [A-Z]+=[A-Z]+| y=FILE| x=FILE| now)?|TARGET=PATH|restore=recorded.made_sla/, with: ""
      )
      .replacing(
        /[\w\/.]*[\/.][\w\/.]*|[0-9-]+T[0-9:+]+|[0-9] (h|min)\b|now$|true|false|met|breached/, with: ""
      )
      .replacing(/resolve|restore/, with: "")
    #expect(!own.contains(/[A-Za-z]{2,}/), "\(text) | \(own)")
    #expect(own.firstMatch(of: /\p{Han}[,;:?!]|[,;:?!]\p{Han}|？；/) == nil, "\(text)")
  }

  @Test("is told in English without a Chinese sign but what was given", arguments: faults.indices)
  func english(_ index: Int) {
    let text = CommandFailure(Self.faults[index], in: .english).text
    #expect(text.hasPrefix("error: "))
    #expect(!text.replacing("工单", with: "").contains(/[\p{Han}，。：；、？（）]/), "\(text)")
  }
}

import Foundation
import Testing

@Suite("The language of messages and reports")
struct LanguageTests {
  private static let mistaken = """
    pledge 1

    policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }

    ticket { event opened, closed }

    target solve { clock from opned until closed; within 60 min }

    """
  private static let chinese = mistaken.replacing("pledge 1\n", with: "pledge 1 zh\n")
    .replacing(
      "policy \"Desk\" { id desk; version \"1\"; effective from", with: "策略 \"服务台\" { 编号 desk; 版本 \"1\"; 生效自"
    )
    .replacing("timezone UTC; currency EUR", with: "时区 UTC; 币种 EUR")
    .replacing("ticket { event", with: "工单 { 事件")
    .replacing(
      "target solve { clock from opned until closed; within 60 min }",
      with: "目标 solve { 计时 自 opned 至 closed; 在 60 分钟 内 }")

  private func output(_ line: String, _ locale: String = "LC_ALL=C") throws -> String {
    let folder = try TemporaryFolder()
    _ = try folder.file("a.pledge", Self.mistaken)
    _ = try folder.file("b.pledge", Self.chinese)
    return try Command(shell: "\(locale) \(line)", in: folder.url).output
  }

  @Test("is English where nothing says another one")
  func english() throws {
    #expect(try output("pledge check a.pledge").contains("error[P0100]: `opned` is not declared"))
    #expect(try output("pledge check a.pledge", "LC_ALL=de_DE.UTF-8").contains("is not declared"))
  }

  @Test("is that of --lang before all others")
  func option() throws {
    #expect(try output("pledge check --lang zh a.pledge").contains("错误[P0100]：`opned` 没有声明"))
    #expect(try output("pledge check --lang en b.pledge", "LC_ALL=zh_CN.UTF-8").contains("is not declared"))
    #expect(try output("pledge check --lang xx a.pledge").isEmpty)
  }

  @Test("is that of the policy's dialect before that of the locale")
  func dialect() throws {
    #expect(try output("pledge check b.pledge").contains("错误[P0100]：`opned` 没有声明"))
    #expect(try output("pledge check b.pledge", "LC_ALL=en_GB.UTF-8").contains("没有声明"))
  }

  @Test("is that of the locale, of which the first variable that is set decides")
  func locale() throws {
    #expect(try output("pledge check a.pledge", "LC_ALL=zh_CN.UTF-8").contains("没有声明"))
    #expect(try output("pledge check a.pledge", "LC_ALL= LC_MESSAGES= LANG=zh_CN.UTF-8").contains("没有声明"))
    #expect(
      try output("pledge check a.pledge", "LC_ALL= LC_MESSAGES=C LANG=zh_CN.UTF-8").contains(
        "is not declared"))
  }

  @Test("Messages in formats for machines follow --lang alone")
  func machines() throws {
    for format in ["json", "ndjson", "csv", "sarif", "github"] {
      let quiet = try output("pledge check -f \(format) b.pledge", "LC_ALL=zh_CN.UTF-8")
      #expect(quiet.contains("is not declared"), "\(format)")
      let asked = try output("pledge check -f \(format) --lang zh a.pledge")
      #expect(asked.contains("没有声明"), "\(format)")
      #expect(asked.contains("error"), "\(format)")
    }
  }

  // MARK: Reports

  /// Words that no language changes: units, codes, names of the tool and of what it reads.
  private static let known: Set<String> = [
    "us", "ms", "s", "min", "h", "p50", "p90", "p99", "pledge", "blake2b256", "simulate", "periods", "FILE",
    "T", "K", "G", "F", "JSON", "CNY", "EUR", "GBP", "USD", "BRL",
  ]

  private static func words(_ text: String) -> Set<String> {
    Set(text.matches(of: /[A-Za-z_][A-Za-z0-9_]*/).map { String($0.output) })
  }

  @Test(
    "Reports in Chinese have no English words but those of the policy and its data",
    arguments: [
      "check --plan examples/reference-job/portfolio.pledge",
      "check --plan examples/chronic-outage/chronic-outage.pledge",
      "test examples/circuit-restoration/circuit-restoration.pledge",
      "test examples/outage-notification/outage-notification.pledge",
      "eval --explain examples/circuit-restoration/circuit-restoration.pledge --as-of 2026-04-01 "
        + "--tickets examples/circuit-restoration/tickets.ndjson "
        + "--register circuits=examples/circuit-restoration/circuits.csv",
      "eval examples/circuit-restoration/circuit-restoration.pledge --as-of 2026-03-02T12:00+08:00 "
        + "--tickets examples/circuit-restoration/tickets.ndjson "
        + "--register circuits=examples/circuit-restoration/circuits.csv",
      "due examples/circuit-restoration/circuit-restoration.pledge --as-of 2026-03-02T12:00+08:00 "
        + "--tickets examples/circuit-restoration/tickets.ndjson "
        + "--register circuits=examples/circuit-restoration/circuits.csv",
      "simulate examples/circuit-restoration/circuit-restoration.pledge --as-of 2026-04-01 --by circuit "
        + "--tickets examples/circuit-restoration/tickets.ndjson "
        + "--register circuits=examples/circuit-restoration/circuits.csv",
      "eval --explain examples/chronic-outage/chronic-outage.pledge --as-of 2026-07-01 "
        + "--tickets examples/chronic-outage/tickets.ndjson --register lines=examples/chronic-outage/lines.csv",
      "simulate examples/chronic-outage/chronic-outage.pledge --as-of 2026-07-01 "
        + "--tickets examples/chronic-outage/tickets.ndjson --register lines=examples/chronic-outage/lines.csv",
    ])
  func reports(_ line: String) throws {
    let arguments = line.split(separator: " ").map(String.init)
    let run = try Command(arguments + ["--lang", "zh"])
    #expect(run.status == 0, "\(run.complaint)")
    var own = Self.known.union(Self.words(arguments.joined(separator: " ")))
    for argument in arguments {
      let path = argument.split(separator: "=").last.map(String.init) ?? argument
      let text = try? String(contentsOf: Command.root.appending(path: path), encoding: .utf8)
      own.formUnion(Self.words(text ?? ""))
    }
    // Digests and times are the same in every language.
    let output = run.output.replacing(/blake2b256 [0-9a-f]+/, with: "").replacing(/T[0-9][0-9:+]+/, with: "")
    let others = Self.words(output).subtracting(own)
    #expect(others.isEmpty, "\(others.sorted())")
    #expect(run.output.contains(/\p{Han}/))
  }

  @Test("A failing test says in Chinese what was expected and what came")
  func failure() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file(
      "a.pledge",
      Self.mistaken.replacing("opned", with: "opened") + """
        test "late" {
          2026-03-02 10:00  opened
          2026-03-02 12:00  closed
          expect solve met
        }
        """)
    let run = try Command(["test", "--lang", "zh", path])
    #expect(run.status == 2)
    #expect(run.output.contains("不成立：expect solve met"))
    for text in ["失败", "不成立：", "期望", "实际", "判定", "达标", "违约", "1 个测试，1 项期望：1 个失败"] {
      #expect(run.output.contains(text), "\(text): \(run.output)")
    }
  }

  @Test(
    "What stops a run is said in the language of its policy, and before there is one in that of the caller")
  func faults() throws {
    let folder = try TemporaryFolder()
    let policy = try folder.file("a.pledge", Self.chinese.replacing("opned", with: "opened"))
    let tickets = try folder.file("t.ndjson", "")
    let run = try Command(["simulate", policy, "--tickets", tickets])
    #expect(run.status == 1)
    #expect(run.complaint.hasPrefix("错误：没有截止时刻"))
    #expect(run.complaint.contains("\n  建议：加 --as-of 2026-04-01（UTC 该日开始时），或 --as-of now"))
    let english = try Command(["simulate", policy, "--tickets", tickets, "--lang", "en"])
    #expect(english.complaint.hasPrefix("error: the as-of instant is missing"))
    let none = try Command(["simulate", policy, "--tickets", tickets, "--as-of", "2026-04-01"])
    #expect(none.status == 0)
    #expect(none.complaint.hasPrefix("警告：没有裁定任何工单"))
    #expect(
      try Command(["check", "none.pledge", "--lang", "zh"]).complaint.hasPrefix("错误：none.pledge：无法打开："))
    #expect(try Command(["check", "none.pledge", "--lang=zh"]).complaint.contains("没有这个文件或目录"))
    #expect(try Command(["check", "none.pledge"]).complaint.hasPrefix("error: none.pledge: cannot open"))
  }

  @Test(
    "A test that is offered for a Chinese policy has a Chinese title and remark, whatever the reader's language"
  )
  func offered() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.pledge", Self.chinese.replacing("opned", with: "opened"))
    for language in ["zh", "en"] {
      let run = try Command(["test", "--coverage", "--lang", language, path])
      #expect(run.output.contains("测试 \"`solve` 在 `60 分钟` 处：恰好等于\""), "\(run.output)")
      #expect(run.output.contains("# 期望的是策略目前的裁定"), "\(run.output)")
    }
  }

  @Test("Both words for how a file's tests went take the same room")
  func columns() throws {
    let folder = try TemporaryFolder()
    let sound = Self.mistaken.replacing("opned", with: "opened")
    _ = try folder.file("a.pledge", sound)
    _ = try folder.file(
      "b.pledge",
      sound.replacing("id desk", with: "id other") + """
        test "late" { 2026-03-02 10:00 opened; 2026-03-02 12:00 closed; expect solve met }
        """)
    let chinese = try Command(shell: "pledge test --lang zh a.pledge b.pledge", in: folder.url).output
    #expect(chinese.hasPrefix("通过  a.pledge：0 个测试\n失败  b.pledge："), "\(chinese)")
    let english = try Command(shell: "pledge test --lang en a.pledge b.pledge", in: folder.url).output
    #expect(english.hasPrefix("ok    a.pledge: 0 tests\nFAIL  b.pledge:"), "\(english)")
  }
}

import PledgeDiagnostics
import Testing

@Suite("What readers say of a file, in Chinese")
struct ReasonTests {
  private func told(_ reason: String) -> String {
    let words = CalendarFact.holidayFile(path: "a.yaml", reason: reason).chineseWords.headline
    return words.text(in: .chinese).replacing("不能读取 \"a.yaml\" 中的节假日：", with: "")
  }

  @Test(
    "is told with its place",
    arguments: [
      ("a.yaml: cannot open: No such file or directory", "a.yaml：无法打开：没有这个文件或目录"),
      ("a.csv:3:1: it has no header", "a.csv:3:1：没有表头"),
      ("a.yaml:4:2: `from` is missing", "a.yaml:4:2：缺少 `from`"),
      (
        "a.yaml:3:12: `date` must be a date such as 2026-03-02, found a list",
        "a.yaml:3:12：`date` 须为日期（如 2026-03-02），实际是列表"
      ),
      (
        "a.yaml:3:12: `date` must be a date such as 2026-03-02, found `2026-13-01`",
        "a.yaml:3:12：`date` 须为日期（如 2026-03-02），实际是 `2026-13-01`"
      ),
      (
        "a.yaml:1:1: expected a holiday file as a mapping, found a list",
        "a.yaml:1:1：节假日文件应为映射，实际是列表"
      ),
      ("m.yaml:3:5: the policy declares no field `levle`", "m.yaml:3:5：策略没有声明字段 `levle`"),
      (
        "c.csv: register `circuits`: the key `C-1` stands twice or is empty",
        "c.csv：登记表 `circuits`：键 `C-1` 重复或为空"
      ),
      (
        "m.yaml:1:1: a mapping file has no key `mode`; known are a, b",
        "m.yaml:1:1：映射文件没有键 `mode`，可用的有 a, b"
      ),
      ("t.csv: the character set `x` is not known to iconv", "t.csv：iconv 没有字符集 `x`"),
      ("a.ics:9: RRULE is not read; list each date", "a.ics:9：不读取 RRULE：请逐个列出日期"),
      ("a.csv:5: the row has 2 cells, the header 3", "a.csv:5：此行有 2 个单元格，表头有 3 个"),
    ])
  func places(_ reason: String, _ chinese: String) {
    #expect(told(reason) == chinese)
  }

  @Test("is told line by line, and stays where it is not known")
  func lines() {
    #expect(told("a.csv:1: it has no header\na.csv:2: bad luck") == "a.csv:1：没有表头\na.csv:2: bad luck")
    #expect(told("Disk quota exceeded") == "Disk quota exceeded")
    #expect(told("") == "")
  }
}

/// What the system and our own readers say about files that cannot be read, in Chinese where it is known.
package enum ChineseReason {
  /// The reason in Chinese; what is not known of it stays as it is.
  package static func of(_ reason: String) -> String {
    reason.split(separator: "\n", omittingEmptySubsequences: false).map(line).joined(separator: "\n")
  }

  /// A sentence behind the places that it is about: `holidays.csv:3: expected …`.
  private static func line(_ text: Substring) -> String {
    var place = ""
    var rest = text
    while true {
      if let sentence = told(rest) { return place + sentence }
      guard let colon = rest.firstRange(of: ": ") else { return String(text) }
      place += rest[..<colon.lowerBound] + "："
      rest = rest[colon.upperBound...]
    }
  }

  private static func told(_ text: Substring) -> String? {
    for (english, chinese) in sentences {
      guard let given = matches(of: english, in: text) else { continue }
      return filled(chinese, given.map { words[String($0)] ?? String($0) })
    }
    return words[String(text)]
  }

  /// What stands in a text for the marks of a sentence; nil where it is another sentence.
  private static func matches(of sentence: String, in text: Substring) -> [Substring]? {
    let pieces = sentence.split(separator: Wording.mark, omittingEmptySubsequences: false)
    guard let first = pieces.first, let last = pieces.last, text.hasPrefix(first) else { return nil }
    var given: [Substring] = []
    var rest = text.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() {
      guard let found = rest.firstRange(of: piece) else { return nil }
      given.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    if pieces.count == 1 { return rest.isEmpty ? [] : nil }
    guard rest.hasSuffix(last) else { return nil }
    given.append(rest.dropLast(last.count))
    // What stands before a colon is a place, which is no part of the sentence.
    return first.isEmpty && given[0].contains(": ") ? nil : given
  }

  /// A sentence with what was given to it; a blank stands between it and code.
  private static func filled(_ sentence: String, _ given: [String]) -> String {
    let pieces = sentence.split(separator: Wording.mark, omittingEmptySubsequences: false)
    var result = String(pieces.first ?? "")
    for (text, piece) in zip(given, pieces.dropFirst()) {
      if text.hasPrefix("`"), result.last?.isLetter == true { result += " " }
      result += text
      if text.hasSuffix("`"), piece.first?.isLetter == true { result += " " }
      result += piece
    }
    return result
  }

  private static let words: [String: String] = [
    "No such file or directory": "没有这个文件或目录", "Permission denied": "没有权限",
    "Is a directory": "这是目录", "Not a directory": "不是目录",
    "Too many levels of symbolic links": "符号链接层数过多", "File name too long": "文件名过长",
    "no other files can be read here": "此处不能读取其他文件",
    "it is a directory": "这是目录", "its first line is not a CSV header": "第一行不是 CSV 表头",
    "it is empty: the first line of a CSV file names its columns": "文件为空：CSV 文件的第一行是列名",
    "it is named .gz, but holds no gzip data": "文件名以 .gz 结尾，但内容不是 gzip 数据",
    "the gzip data is cut off": "gzip 数据不完整",
    "there is something else behind the gzip data": "gzip 数据之后还有其他内容",
    "its format is not told by its name; state it in a mapping file": "从文件名看不出格式：写在映射文件里",
    "tickets of many rows are read from CSV only": "一张工单多行时只能从 CSV 读取",
    "a mapping file states its version, `mapping: 1`": "映射文件须写明版本：`mapping: 1`",
    "`delimiter` is one ASCII character": "`delimiter` 是一个 ASCII 字符",
    "a field is read from the `first` or the `last` row": "字段从 `first` 或 `last` 行读取",
    "a field with `value` has no other key": "写了 `value` 的字段不能有其他键",
    "a source of events states `at`, where the times are": "事件来源须写 `at`，即时间所在之处",
    "a source of events has one of `list`, `type` and `event`":
      "事件来源须有 `list`、`type` 和 `event` 之一",
    "a list of events needs records of one row": "事件列表要求每张工单一行",
    "events of one row each need `rows: many`": "每行一个事件时须写 `rows: many`",
    "`row` needs `rows: many`": "写 `row` 时须写 `rows: many`",
    "a change between rows needs `rows: many`": "行间变更须写 `rows: many`",
    "a mapping file": "映射文件", "a source of events": "事件来源", "a field": "字段",
    "the project file": "项目文件", "a condition": "条件", "a value": "值",
    "the key of a register": "登记表的键", "a format": "格式",
    "nothing": "空", "a list": "列表", "a mapping": "映射", "a holiday file": "节假日文件",
    "an entry": "条目",
    "it has no header": "没有表头", "malformed CSV": "CSV 格式错误",
    "it is no iCalendar file": "这不是 iCalendar 文件",
    "the event has no all-day DTSTART": "事件没有全天的 DTSTART",
    "no column `date`": "没有 `date` 列",
    "an entry has either `date`, or `from` and `to`": "一个条目或写 `date`，或写 `from` 和 `to`",
    "holidays are read from .yaml, .csv and .ics files": "节假日只从 .yaml、.csv 和 .ics 文件读取",
  ]

  /// Sentences with a mark for each thing that is given to them.
  private static let sentences: [(english: String, chinese: String)] = [
    ("cannot open: •", "无法打开：•"), ("cannot read: •", "无法读取：•"),
    ("it must begin with the dates covered, `•`", "开头须写明所涵盖的日期：`•`"),
    ("it does not say which dates it covers: •", "没有写明涵盖哪些日期：•"),
    ("a holiday file states the dates that it covers, `•`", "节假日文件须写明所涵盖的日期：`•`"),
    ("the dates of `•` are the wrong way round", "`•` 的两个日期颠倒了"),
    ("`•` is outside of the dates covered", "`•` 不在所涵盖的日期之内"),
    ("• must be a date such as •, found •", "•须为日期（如 •），实际是•"),
    ("expected a date such as •", "应为日期（如 •）"),
    ("expected an all-day date such as •, found •", "应为全天日期（如 •），实际是•"),
    ("expected a list of dates, found •", "应为日期列表，实际是•"),
    ("expected • as a mapping, found •", "•应为映射，实际是•"),
    ("expected • as a text, found •", "•应为文本，实际是•"),
    ("• has no key `•`; known are •", "•没有键 `•`，可用的有 •"),
    ("unknown column `•`; known are •", "没有 `•` 列，可用的有 •"),
    ("`•` is neither `holiday` nor `working`", "`•` 既不是 `holiday` 也不是 `working`"),
    ("the row has • cells, the header •", "此行有 • 个单元格，表头有 • 个"),
    ("there is no date `•`", "没有 `•` 这个日期"),
    ("• is not read; list each date", "不读取 •：请逐个列出日期"),
    ("it is longer than • bytes", "超过 • 字节"), ("cannot unpack: •", "无法解压：•"),
    ("the gzip data is damaged: •", "gzip 数据已损坏：•"),
    ("the character set `•` is not known", "没有字符集 `•`"),
    ("the character set `•` is not known to iconv", "iconv 没有字符集 `•`"),
    ("its header has no column `•`", "表头没有 `•` 列"),
    ("its header has two columns `•`", "表头有两个 `•` 列"),
    ("`•` is no format of times; it has •", "`•` 不是时间格式，可用的有 •"),
    ("`rows` is `one` or `many`, found •", "`rows` 须为 `one` 或 `many`，实际是•"),
    ("`as-of` must be an instant such as •", "`as-of` 须为时刻（如 •）"),
    ("the policy declares no field `•`", "策略没有声明字段 `•`"),
    ("the policy declares no event `•`", "策略没有声明事件 `•`"),
    ("two sources read the list `•`", "有两个来源读取列表 `•`"),
    ("no event of the policy has an attribute `•`", "策略没有事件带属性 `•`"),
    ("register `•`: the key `•` stands twice or is empty", "登记表 `•`：键 `•` 重复或为空"),
    ("register `•`: two rows of `•` hold at the same time", "登记表 `•`：`•` 的两行在同一时间都有效"),
    ("• has no key `•`", "•没有键 `•`"), ("`•` is no •; known are •", "没有名为 `•` 的•，可用的有 •"),
    ("expected true or false for •, found •", "•须为 true 或 false，实际是•"),
    ("• is missing", "缺少 •"), ("expected `•`", "应为 `•`"),
  ]
}

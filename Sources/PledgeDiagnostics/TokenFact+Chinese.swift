extension TokenFact {
  /// The fact in Chinese.
  package var chineseWords: FactWords {
    switch self {
    case .unterminatedText: FactWords("文本缺少右引号", hint: "文本须在同一行内结束")
    case .unknownEscape(let text):
      FactWords(
        "文本中的 `\(text)` 没有含义",
        hint: #"转义写法有 `\"`、`\\`、`\n`、`\t` 和 `\u{…}`；反斜杠本身写作 `\\`"#)
    case .unterminatedName: FactWords("带引号的名称缺少右反引号", hint: "带引号的名称须在同一行内结束")
    case .emptyName: FactWords("带引号的名称为空")
    case .nameNotNormalised(let name):
      FactWords("名称 `\(name)` 不是组合形式（Unicode NFC）", hint: "修正会将其组合，外观不变")
    case .malformedNumber(let text):
      FactWords("`\(text)` 不是数", hint: "`_` 须在两个数字之间，小数点也须在数字之间")
    case .malformedDate(let text):
      FactWords("`\(text)` 不是日期", hint: "日期写作 `2026-03-02`：年、月、日")
    case .malformedTime(let text):
      FactWords(
        "`\(text)` 不是钟点",
        hint: "钟点从 `0:00` 到 `24:00`，带秒写作 `10:30:05`，小数点后至多六位")
    case .malformedOrdinal(let text, let expected):
      FactWords("`\(text)` 不是序数", hint: expected.map { "写作 `\($0)`" })
    case .invalidUTF8(let offset):
      FactWords(
        "文件在第 \(offset) 字节处不是有效的 UTF-8", label: "这些字节不是字符", hint: "将文件另存为 UTF-8")
    case .controlCharacter(let scalar):
      FactWords("策略中不能有控制字符 \(TokenFact.codePoint(scalar))", hint: "删除它")
    case .invisibleCharacter(let scalar):
      FactWords(
        "策略中不能有不可见字符 \(TokenFact.codePoint(scalar))", hint: "删除它：它使文字与外观不符")
    case .unknownCharacter(let text):
      FactWords(
        "`\(text)` 在文本和注释之外没有含义",
        hint: text == ":" ? "去掉它" : text == "'" ? "文本写在 `\"` 之间" : nil)
    case .foreignSign(let text, let instead):
      FactWords("`\(text)` 在此处没有含义", hint: "写 \(ChineseList.alternatives(instead))")
    case .foreignInstant(let text, let instead):
      FactWords("时刻不写作 `\(text)`", hint: "写 `\(instead)`：时刻按策略的时区计")
    case .fullWidthForm(let text, let twin):
      FactWords("`\(text)` 是 `\(twin)` 的全角形式", hint: "写 `\(twin)`")
    case .fileTooLarge(let limit):
      FactWords("文件超过 \(limit) 字节", hint: "拆成多个文件，再用 `use` 引用")
    case .tokenTooLong(let limit): FactWords("此处超过 \(limit) 字节，策略不需要这么长的内容")
    }
  }
}
